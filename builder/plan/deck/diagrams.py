"""Processes, timelines, comparisons and columns: lists and tables to be drawn as forms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.content import prose
from builder.content.phrase import Phrase
from builder.model.blocks import Diagram
from builder.output.deck import Look
from builder.plan.deck.scenes import ColumnsPart, Part, Stage, StagesPart, Unit, plain_look, point_look
from builder.plan.deck.setting import slide_text, unit
from builder.plan.deck.text import Pen, Piece, block_pieces, labelled, prose_pieces
from builder.typeset.template_roles import DETAIL, HEAD

_LAYOUTS = {"process": "Process", "timeline": "Timeline", "compare": "Comparison"}


def diagram_pieces(block: Diagram, pen: Pen) -> Iterator[Piece]:
    """Yield a diagram as a form where it can be one, as a list or table where not, and what else stood with it."""
    yield from prose_pieces(block.children, pen)
    form = _form(block, pen)
    shown: list[Piece] = [form] if form else list(block_pieces(block.body, pen))
    title = slide_text(block.title, pen.setting)
    yield from labelled(title, shown, pen) if title else shown


def columns_part(heads: Sequence[Unit], columns: Sequence[Sequence[Unit]]) -> ColumnsPart:
    """Return texts side by side."""
    return ColumnsPart(heads=tuple(heads), columns=tuple(tuple(column) for column in columns))


def column_units(pieces: Sequence[Piece]) -> tuple[Unit, ...]:
    """Return the text of a column, or nothing where it holds more than text."""
    units = tuple(piece for piece in pieces if isinstance(piece, Unit))
    return units if len(units) == len(pieces) else ()


def _form(block: Diagram, pen: Pen) -> Part | None:
    items = _table_items(block, pen) if isinstance(block.body, prose.Table) else _list_items(block, block.body, pen)
    if not items:
        return None
    if block.kind == "compare":
        if not 2 <= len(items) <= 3 or not all(details for _, details in items):
            return None
        return columns_part([label for label, _ in items], [details for _, details in items])
    return StagesPart(
        kind=block.kind, stages=tuple(Stage(label=label, details=tuple(details)) for label, details in items)
    )


def _list_items(block: Diagram, body: prose.List, pen: Pen) -> list[tuple[Unit, list[Unit]]]:
    """Each point is a step or side, what is nested under it its details."""
    items = []
    for item in body.items:
        details = [piece for child in item.children for piece in _details(child, block, pen)]
        if item.text is None or any(not isinstance(piece, Unit) for piece in details):
            return []
        label = unit(slide_text(item.text, pen.setting), _head_look(block, pen), pen.setting)
        items.append((label, [piece for piece in details if isinstance(piece, Unit)]))
    return items


def _details(child: prose.Prose, block: Diagram, pen: Pen) -> Iterator[Piece]:
    """Yield what is nested under a point; one lone detail needs no bullet."""
    looks = pen.setting.looks(_LAYOUTS[block.kind], DETAIL)
    lone = block.kind != "compare" and isinstance(child, prose.List) and len(child.items) == 1
    for piece in block_pieces(child, replace(pen, looks=looks)):
        if lone and isinstance(piece, Unit):
            look = plain_look(piece.paragraph.look)
            yield replace(piece, paragraph=replace(piece.paragraph, look=look))
        else:
            yield piece


def _table_items(block: Diagram, pen: Pen) -> list[tuple[Unit, list[Unit]]]:
    """Return heads with what stands under them: a comparison has a side a column, the others a step a row."""
    table = block.body
    if not isinstance(table, prose.Table) or not table.rows:
        return []
    if block.kind == "compare":
        if not table.header[0].message:
            return []
        sides = [(head, [row[column] for row in table.rows]) for column, head in enumerate(table.header)]
    else:
        sides = [(row[0], list(row[1:])) for row in table.rows]
    return [
        (_head(label, block, pen), [_detail(text, block, pen) for text in texts if text.inlines])
        for label, texts in sides
    ]


def _head(label: Phrase, block: Diagram, pen: Pen) -> Unit:
    return unit(slide_text(label, pen.setting), _head_look(block, pen), pen.setting)


def _detail(text: Phrase, block: Diagram, pen: Pen) -> Unit:
    look = pen.setting.looks(_LAYOUTS[block.kind], DETAIL)[0]
    return unit(
        slide_text(text, pen.setting), point_look(look) if block.kind == "compare" else plain_look(look), pen.setting
    )


def _head_look(block: Diagram, pen: Pen) -> Look:
    return pen.setting.looks(_LAYOUTS[block.kind], HEAD)[0]
