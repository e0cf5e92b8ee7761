"""A scene: what one or more slides will show, in one language, before it is split and drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Literal, assert_never

from builder.content.prose import Alignment
from builder.content.values import Values
from builder.output.deck import Look, Paragraph
from builder.output.image import Image
from builder.output.text import Run, Runs
from builder.records import dataclass
from builder.source import Span
from builder.typeset.lines import Shaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A paragraph at its full size, with what splitting may do before it."""

    paragraph: Paragraph
    shaped: Shaped
    glued: bool = False
    """Never begins a slide: it belongs to what stands before it."""
    inner: bool = False
    """Begins a slide only if need be: it is nested."""
    keeps: bool = False
    """Whether what follows stays with it, as with a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """Points and other text that flows."""

    units: tuple[Unit, ...]
    bar: bool = False
    """Whether a bar stands beside it, as beside a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellText:
    """A cell, measured."""

    runs: Runs
    shaped: Shaped


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """A table; it may be split between rows, its header repeated."""

    header: tuple[CellText, ...]
    rows: tuple[tuple[CellText, ...], ...]
    alignments: tuple[Alignment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPart:
    """Numbers to be drawn; it takes what room there is and is never split."""

    kind: Literal["bar", "line"]
    categories: tuple[CellText, ...]
    names: tuple[CellText, ...]
    """Of the series."""
    series: tuple[Values, ...]
    percent: bool
    alternative: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePart:
    """A picture that takes what room there is."""

    image: Image
    alternative: Runs
    caption: Runs
    decorative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsPart:
    """Texts side by side, under heads or not; it is never split."""

    heads: tuple[Unit, ...]
    columns: tuple[tuple[Unit, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of a process or one moment of a timeline."""

    label: Unit
    details: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StagesPart:
    """Steps or moments in a row; where a row cannot hold them, one below the other."""

    kind: Literal["process", "timeline"]
    stages: tuple[Stage, ...]
    across: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsPart:
    """Answers to choose from, each on a card."""

    cards: tuple[Unit, ...]


Part = TextPart | TablePart | ChartPart | FigurePart | ColumnsPart | StagesPart | CardsPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What stands under one title."""

    key: str
    """Unique in the deck and equal in every language."""
    anchor: str
    """What the ids of its slides begin with."""
    layout: str
    title: Runs
    """Empty for a scene that goes on under the title before it."""
    span: Span
    """What a finding about it points to."""
    section: int
    """The lesson it belongs to, counted from one; nought before, one more after the last."""
    parts: tuple[Part, ...] = ()
    fixed: tuple[tuple[int, tuple[Paragraph, ...]], ...] = ()
    """Text that stands in a certain placeholder of each of its slides: panel, label, number."""
    notes: tuple[Paragraph, ...] = ()
    sources: tuple[str, ...] = ()
    """The keys of what it cites; on the first scene of an author's slide, for all of that slide."""
    timing: tuple[Paragraph, ...] = ()
    """What stands first in the notes of each of its slides."""
    marked: bool = False
    """Whether a name in it bears the publisher's mark, so that a note has to stand below."""
    listed: bool = False
    """Whether its parts are names and titles that each language sorts in its own order."""
    mixing: int = 1
    """How many sizes down different parts may go to share a slide."""
    otherwise: "Scene | None" = None
    """What it becomes where its title does not fit in some language."""
    alone: "Scene | None" = None
    """The same in its first language only, where it speaks two."""


def part_runs(part: Part) -> Iterator[Run]:
    """Yield the runs that a part shows."""
    match part:
        case TextPart(units=units) | CardsPart(cards=units):
            yield from _unit_runs(units)
        case TablePart(header=header, rows=rows):
            yield from (run for row in (header, *rows) for cell in row for run in cell.runs)
        case ChartPart(categories=categories, names=names):
            yield from (run for cell in (*categories, *names) for run in cell.runs)
        case FigurePart(caption=caption):
            yield from caption
        case ColumnsPart(heads=heads, columns=columns):
            yield from (run for units in (heads, *columns) for run in _unit_runs(units))
        case StagesPart(stages=stages):
            yield from (run for stage in stages for run in _unit_runs((stage.label, *stage.details)))
        case _:
            assert_never(part)


def _unit_runs(units: Iterable[Unit]) -> Iterator[Run]:
    return (run for unit in units for run in unit.paragraph.runs)


@dataclass(frozen=True, slots=True)
class Slice:
    """Some neighbouring pieces of a part: paragraphs, rows, stages, cards."""

    part: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """What one slide of a scene shows."""

    slices: tuple[Slice, ...]
    beside: bool = False
    """Whether a figure stands beside the text rather than below it."""


@dataclass(frozen=True, slots=True)
class Division:
    """How a scene is split, in every language of the course."""

    pages: tuple[Page, ...]
    otherwise: bool = False
    """Whether the scene's other form is taken."""
    down: tuple[int, ...] = ()
    """The parts whose stages stand one below the other, in every language."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """How every scene of a deck is split, by the scene's key."""

    divisions: tuple[tuple[str, Division], ...]


@cache
def plain_look(look: Look, *, margin: float = 0.0) -> Look:
    """Return a look without a marker."""
    return replace(look, marker="none", bullet="", margin=margin, hanging=0.0)


@cache
def point_look(look: Look) -> Look:
    """Return a look with a bullet."""
    if look.marker == "bullet":
        return look
    return replace(look, marker="bullet", bullet="•", margin=look.margin + 25.2, hanging=25.2)


@cache
def number_look(look: Look, last: int) -> Look:
    """Return a look with a number, with room for the last one."""
    point = point_look(look)
    room = point.size * (1.3 if last < 10 else 1.75 if last < 100 else 2.3)
    return replace(point, marker="number", bullet="", margin=point.margin - point.hanging + room, hanging=room)
