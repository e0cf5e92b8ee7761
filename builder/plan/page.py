"""What does not fit a page that stands upright: tables that want one laid on its side."""

from builder.output import document as d
from builder.output.text import plain_text
from builder.typeset.columns import UPRIGHT, Texts, least_width, letters_at


def turned(blocks: d.Blocks, size: float) -> d.Blocks:
    """Return the blocks of a paper, tables wider than the page turned with what leads to them: heading, drawing.

    ``size`` is that of body text, in points.
    """
    room = letters_at(UPRIGHT, size)
    shown: list[d.Block] = []
    for block in blocks:
        if isinstance(block, d.Table) and least_width(texts_of(block)) > room:
            leading = _taken(shown)
            before = shown[-1] if shown else None
            if isinstance(before, d.Sideways):
                shown[-1] = d.Sideways(blocks=(*before.blocks, *leading, block))
            else:
                shown.append(d.Sideways(blocks=(*leading, block)))
        else:
            shown.append(block)
    return tuple(shown)


def texts_of(table: d.Table) -> Texts:
    """Return the cells as text; of two lines in two languages, the longer word counts as in one."""
    return [[plain_text(cell) for cell in row] for row in (table.header, *table.rows)]


def _taken(shown: list[d.Block]) -> d.Blocks:
    """Take the headings, labels and drawings away that stand last, and return them."""
    leading: list[d.Block] = []
    while shown and _leads(shown[-1]):
        leading.insert(0, shown.pop())
    return tuple(leading)


def _leads(block: d.Block) -> bool:
    match block:
        case d.Heading() | d.Paragraph(tone="label") | d.Figure(alternative=(), caption=()):
            return True
        case _:
            return False
