"""The height of paragraphs in a box: never less than an office suite will draw."""

from collections.abc import Iterable, Sequence

from builder.output.deck import Look, Paragraph
from builder.output.text import Run, Runs
from builder.records import dataclass
from builder.typeset.lines import Shaped, count_lines, fits_unbroken, shape
from builder.typeset.metrics import FALLBACK_LINE, Face, Metrics


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
    """Return paragraphs, each measured once."""
    return tuple(
        ShapedParagraph(shape_runs(paragraph.runs, metrics, bold=paragraph.look.bold), paragraph.look)
        for paragraph in paragraphs
    )


def shape_runs(runs: Runs, metrics: Metrics, *, bold: bool = False) -> Shaped:
    """Return runs as unbreakable words."""
    return shape(((run.text, face_of(run, bold=bold), _stays_whole(run)) for run in runs), metrics)


def _stays_whole(run: Run) -> bool:
    return run.link is not None and " " in run.text.strip()


def face_of(run: Run, *, bold: bool) -> Face:
    """Return the face that a run is drawn in."""
    if run.code:
        return "code"
    if run.strong or bold:
        return "bold-italic" if run.emphasis else "bold"
    return "italic" if run.emphasis else "regular"


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
