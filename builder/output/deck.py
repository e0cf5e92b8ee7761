"""A deck: slides with every box, size and word decided, in points; nothing serialised."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from builder.output.image import Image
from builder.output.palette import Shade
from builder.output.text import Runs, plain_text
from builder.records import dataclass

Colour = Literal["ink", "white", "teal", "sea", "sand", "mist", "amber", "brick", "grey", "line"]
"""The tokens of the theme; a template says what they look like."""
Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Marker = Literal["none", "bullet", "number"]
Form = Literal["rectangle", "chevron", "start", "ellipse"]
_SECOND_FLOOR, _SECOND_SHARE = 16.0, 0.8
PlaceholderKind = Literal["title", "ctrTitle", "subTitle", "body", "obj", "tbl", "pic", "chart", "ftr", "sldNum"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on the slide, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Return where the box ends."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Return where the box ends sideways."""
        return self.left + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Insets:
    """Room between a box and its text."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


NO_INSETS = Insets()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph is set, in points."""

    size: float
    bold: bool = False
    colour: Colour | None = None
    """None for the one of the placeholder."""
    margin: float = 0.0
    """From the box's left edge to the text."""
    hanging: float = 0.0
    """How far the marker stands before the text."""
    before: float = 0.0
    """Space before the paragraph."""
    line: float = 1.0
    """Of the font's own line height."""
    align: Align = "left"
    marker: Marker = "none"
    bullet: str = ""
    font: str = ""
    """The typeface that measures it; empty for that of the theme's body. The layout gives it, no paragraph says it."""
    caps: bool = False
    """Whether the layout shows it in capitals, which are wider."""
    italic: bool = False
    """Whether the layout sets it in italics."""


def second_look(look: Look) -> Look:
    """Return how the second of two languages is set below the first: smaller and lighter, but never below 16 points."""
    colour = "grey" if look.colour == "ink" else look.colour
    return replace(look, size=second_size(look.size), bold=False, colour=colour)


def second_size(size: float) -> float:
    """Return the size of the second language below text of a size, in points."""
    return min(size, max(_SECOND_FLOOR, float(round(size * _SECOND_SHARE))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Text between two ends of line; line feeds in its runs break the line without ending it."""

    runs: Runs
    level: int = 0
    """From nought; what the outline view shows."""
    look: Look
    start: int = 1
    """The number of the first paragraph of a numbered list on this slide."""
    mark: str = ""
    """A letter or number of ours that hangs before the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """The place in the layout that an element fills."""

    kind: PlaceholderKind
    index: int = 0
    looks: tuple[Look, ...] = ()
    """What the layout gives each level; a paragraph that looks otherwise says so itself. Empty: nothing is given."""
    insets: Insets = NO_INSETS
    anchor: Anchor = "top"
    box: Box | None = None
    """Where the layout has it; an element that stands elsewhere says so itself. None: the layout has no such place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape:
    """A box of text."""

    name: str
    box: Box
    placeholder: Placeholder | None
    """None only for the band of a draft."""
    paragraphs: tuple[Paragraph, ...]
    insets: Insets = NO_INSETS
    anchor: Anchor = "top"
    fill: Colour | Literal["none"] | None = None
    """None for what the layout gives the placeholder, ``none`` for no ground at all."""
    outline: bool = False
    """Whether a quiet line runs around it."""
    turned: bool = False
    """Whether its lines run from the foot of the box upwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table."""

    runs: Runs
    align: Align = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table with the height its text needs."""

    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table whose first row is its header."""

    name: str
    box: Box
    placeholder: Placeholder | None
    """None where the layout has no place for one more."""
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    size: float
    insets: Insets
    """Of every cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShape:
    """A figure."""

    name: str
    box: Box
    placeholder: Placeholder | None
    """None for a decorative figure, and where the layout has no place for one more."""
    image: Image
    alternative: Runs
    """Empty only for a decorative figure."""
    decorative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of numbers of a chart; None where there is none."""

    name: Runs
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartShape:
    """Numbers drawn as bars that lie one below the other, or as lines."""

    name: str
    box: Box
    placeholder: Placeholder | None
    """None where the layout has no place for one more."""
    kind: Literal["bar", "line"]
    categories: tuple[Runs, ...]
    series: tuple[Series, ...]
    """Drawn in this order; where there are more than one, a legend below names them."""
    percent: bool
    """Whether the numbers are per cent."""
    plot: Box
    """Where bars or lines stand, between the labels."""
    size: float
    """Points of every text in it."""
    alternative: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Ornament:
    """A drawn form that says nothing of its own."""

    name: str
    box: Box
    form: Form
    fill: Colour
    tip: float = 0.0
    """How far the tip of a chevron reaches."""


Element = TextShape | TableShape | PictureShape | ChartShape | Ornament


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide, decided."""

    id: str
    """``<anchor>-<n>``: equal in every language of the course."""
    layout: str
    """The name of the layout in the template."""
    elements: tuple[Element, ...]
    """In reading order, which is also the order of drawing: title, body, visuals, note, strip."""
    notes: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        """Return the characters of the title."""
        return next(
            (
                " ".join(plain_text(paragraph.runs) for paragraph in element.paragraphs)
                for element in self.elements
                if isinstance(element, TextShape)
                and element.placeholder
                and element.placeholder.kind in ("title", "ctrTitle")
            ),
            "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Slides that PowerPoint lists under one name."""

    name: str
    slides: int
    """How many, after those of the sections before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A whole deck."""

    title: str
    subject: str
    author: str
    language: str
    """A BCP 47 tag."""
    edition: str
    date: str
    """ISO 8601."""
    slides: tuple[Slide, ...]
    sections: tuple[Section, ...]
    draft: bool
    shades: tuple[tuple[Colour, Shade], ...] = ()
    """What our colours are in a publisher's template; empty for ours, which has them under its own names."""


def all_runs(deck: Deck) -> Runs:
    """Return every run of a deck, alternative texts and notes included, in reading order."""
    return tuple(run for slide in deck.slides for run in slide_runs(slide))


def slide_runs(slide: Slide) -> Runs:
    """Return every run of a slide, its notes included."""
    notes = (run for paragraph in slide.notes for run in paragraph.runs)
    return (*(run for element in slide.elements for run in element_runs(element)), *notes)


def element_runs(element: Element) -> Runs:
    """Return the runs of an element."""
    match element:
        case TextShape(paragraphs=paragraphs):
            return tuple(run for paragraph in paragraphs for run in paragraph.runs)
        case TableShape(rows=rows):
            return tuple(run for row in rows for cell in row.cells for run in cell.runs)
        case PictureShape(image=image, alternative=alternative):
            return (*alternative, *(run for label in image.labels for run in label))
        case ChartShape(categories=categories, series=series, alternative=alternative):
            names = (*categories, *(one.name for one in series))
            return (*(run for name in names for run in name), *alternative)
        case Ornament():
            return ()
