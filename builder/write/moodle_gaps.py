"""A prompt with gaps as Moodle's cloze: what fills a gap stands in the text, where the gap is."""

from decimal import Decimal
from html import escape
from typing import assert_never

from builder.output.document import Blocks
from builder.output.quiz import Choice, Cloze, GapField, Item, Numeric, Quiz, TextEntry
from builder.output.text import plain_text
from builder.write.moodle_text import blocks_xml, gapped_xml, plain_number

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in '\\}#~/"'})
"""What would end an answer or begin a feedback."""


def gapped_text(blocks: Blocks, item: Item, quiz: Quiz) -> str:
    """Return the text of a question; where it has gaps, with the answers in them."""
    if not isinstance(item.interaction, Cloze):
        return blocks_xml("questiontext", blocks, quiz)
    fields = {gap.id: _field(gap, gap_points(item), quiz) for gap in item.interaction.gaps}
    return gapped_xml("questiontext", blocks, quiz, lambda run: fields.get(run.gap or "", escape(run.text)))


def gap_points(item: Item) -> int:
    """Return the whole points that each gap of a cloze brings; what Moodle counts may differ from what was decided."""
    gaps = len(item.interaction.gaps) if isinstance(item.interaction, Cloze) else 1
    return max(1, item.points // gaps)


def _field(gap: GapField, points: int, quiz: Quiz) -> str:
    match gap.interaction:
        case Numeric(value=value, tolerance=tolerance):
            inside = f"NUMERICAL:={plain_number(value)}:{plain_number(tolerance)}"
        case TextEntry(accepted=accepted):
            inside = "SHORTANSWER:" + "~".join(f"={_answer(run.text.replace('*', chr(92) + '*'))}" for run in accepted)
        case Choice(options=options):
            inside = "MULTICHOICE:" + "~".join(_option(plain_text(o.text), o.fraction, o.feedback) for o in options)
        case _:
            assert_never(gap.interaction)
    return f"{{{points}:{inside}}}"


def _option(text: str, fraction: Decimal, feedback: Blocks) -> str:
    worth = "=" if fraction == 100 else f"%{plain_number(fraction)}%" if fraction else ""
    said = " ".join(plain_text(getattr(block, "text", ())) for block in feedback)
    return f"{worth}{_answer(text)}" + (f"#{_answer(said)}" if said else "")


def _answer(text: str) -> str:
    """Return a text as an answer: Moodle first undoes the escapes of HTML, then its own."""
    return escape(" ".join(text.split()).translate(_SIGNS), quote=False)
