"""What papers are made of, to be read: text, tables, figures, boxes, and what stands beside them."""

from typing import TYPE_CHECKING, Literal

from builder.output.image import Image
from builder.output.text import Runs
from builder.records import dataclass

if TYPE_CHECKING:
    from builder.output.document import Blocks

Alignment = Literal["left", "center", "right"] | None
CalloutKind = Literal["key", "note", "example", "warning"]
BoxKind = Literal["activity", "case", "inject", "card", "panel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading below the title, which alone is of level 1."""

    level: int
    """From 2 to 6; never more than one deeper than the heading before it."""
    id: str
    """Unique in the document; empty where nothing leads to it."""
    text: Runs
    listed: bool = True
    """Whether the list of contents names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    text: Runs
    tone: Literal["body", "lead", "small", "label"] = "body"
    """What opens a text is a lead; what serves it is small; a label names the blocks that follow it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """Points, numbered from ``start`` or not."""

    ordered: bool
    items: tuple["Blocks", ...]
    start: int = 1
    bare: bool = False
    """Whether the items begin with marks of their own, so that none is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under one header, each with as many cells as the header."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    alignments: tuple[Alignment, ...]
    caption: Runs = ()
    shares: tuple[int, ...] = ()
    """How the columns share the page; empty where the text in them decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture; with neither alternative nor caption it is decoration."""

    id: str
    image: Image
    alternative: Runs
    """Plain text for those who do not see it; empty only for decoration."""
    caption: Runs
    """With its number."""
    tallest: float | None = None
    """Millimetres that it may be high; None for what the page has room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody else's words."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term and what it means."""

    id: str
    """Where links to the term lead; may be empty."""
    term: Runs
    meanings: tuple["Blocks", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions:
    """Terms explained, in the order they are shown."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A box that stands out of the text; its label says of what kind it is."""

    kind: CalloutKind
    id: str
    label: Runs
    title: Runs
    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what it says: *Way of working: groups of four*."""

    label: Runs
    value: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labelled values, one a line."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A frame around what belongs together: an activity, a case, a card."""

    kind: BoxKind
    id: str
    label: Runs
    """What it is, and how long it takes."""
    heading: Heading | None
    facts: tuple[Fact, ...]
    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Blocks side by side, where there is room."""

    columns: tuple["Blocks", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The same in two languages, side by side; read one after the other, then the next pair."""

    first: "Blocks"
    second: "Blocks"
    language: str
    """Of the second, a BCP 47 tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sideways:
    """Blocks that are too wide for a page: they stand on one that is laid on its side. Never inside other blocks."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A slide, small."""

    key: str
    """Of the slide among those of the course's decks: ``module/id``."""
    id: Runs
    picture: Image | None = None
    """What it looks like, where somebody has drawn it; decoration, for its title or its text stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Blocks with a few words in the narrow outer column of a page that has one: when it is, which slide is shown."""

    icon: Image
    """Decoration: the label says the same."""
    label: Runs
    notes: tuple[Runs, ...]
    """Small lines below the label."""
    blocks: "Blocks"
    slides: tuple[Thumbnail, ...] = ()
    """What is shown meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word before a text that says what to do with it: say it, do it, ask it, have it ready."""

    icon: Image
    """Decoration: the label says the same."""
    label: Runs
    blocks: "Blocks"
    shaded: bool = False
    """Whether the text stands on a quiet ground: what is said word for word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Text to be read as typed, a line feed where a line ends."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Entries of a list of sources, each with a hanging first line."""

    entries: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The headings of the document, as links, down to a level."""

    title: Runs
    deepest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins a page."""
