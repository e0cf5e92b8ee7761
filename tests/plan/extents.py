"""What paragraphs take in a box, counted apart from the planner: so that one may judge the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.output.deck import Look, Paragraph, second_look
from builder.output.text import halves
from builder.typeset.lines import Shaped, count_lines, fits_unbroken
from builder.typeset.measure import shape_runs
from builder.typeset.metrics import FALLBACK_LINE, Metrics


@dataclass(frozen=True, slots=True)
class Extent:
    """What text takes in a width."""

    height: float
    lines: int
    overlong: bool
    """Whether a word is wider than its line."""


@dataclass(frozen=True, slots=True)
class ShapedParagraph:
    """A paragraph measured once."""

    text: Shaped
    look: Look


def shape_paragraphs(paragraphs: Iterable[Paragraph], metrics: Metrics) -> tuple[ShapedParagraph, ...]:
    """Return paragraphs, each measured once; a second language counts as a paragraph of its own size."""
    return tuple(shaped for paragraph in paragraphs for shaped in _shaped(paragraph, metrics))


def _shaped(paragraph: Paragraph, metrics: Metrics) -> Iterator[ShapedParagraph]:
    first, second = halves(paragraph.runs)
    yield ShapedParagraph(shape_runs(first, metrics, bold=paragraph.look.bold), paragraph.look)
    if second:
        look = replace(second_look(paragraph.look), before=0.0)
        yield ShapedParagraph(shape_runs(tuple(replace(run, second=False) for run in second), metrics), look)


def extent(paragraphs: Sequence[ShapedParagraph], width: float, metrics: Metrics) -> Extent:
    """Return what paragraphs take in a width in points."""
    height, lines, overlong = 0.0, 0, False
    for paragraph in paragraphs:
        look = paragraph.look
        room = max(width - look.margin, 1.0) / look.size
        count = count_lines(paragraph.text, room)
        overlong = overlong or not fits_unbroken((paragraph.text,), room)
        height += look.before + count * line_height(paragraph.text, look, metrics)
        lines += count
    return Extent(height, lines, overlong)


def line_height(text: Shaped, look: Look, metrics: Metrics) -> float:
    """Return the height of one line in points."""
    return look.size * look.line * (metrics.line if text.listed else FALLBACK_LINE)
