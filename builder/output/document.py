"""The one tree of every paper: handouts, guides, agendas, cards, tests. Decided, not serialised."""

from collections.abc import Iterator
from typing import Literal

from builder.content.walk import walk
from builder.output.image import Image
from builder.output.palette import HOUSE, Palette
from builder.output.text import Run, Runs, halves
from builder.records import dataclass

Direction = Literal["ltr", "rtl"]
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
class Lettered:
    """One of several texts that a letter names."""

    letter: str
    text: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Boxes to mark, one or several."""

    multiple: bool
    items: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Lines with a blank each, and the lettered texts to choose from."""

    left: tuple[Runs, ...]
    right: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Lines with a blank for a number each."""

    items: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """One line for a word or number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapChoice:
    """What may be chosen for one gap of the prompt."""

    label: Runs
    """The gap's number, as it stands in the prompt."""
    choices: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The choices of the gaps that offer some; the blanks stand in the prompt."""

    choices: tuple[GapChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Ruled lines to write on: in a question, or anywhere."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label with one line to write on behind it: *Date*, *Name*."""

    label: Runs
    large: bool = False
    """Whether what is written there is the main thing, such as the name on a certificate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table to fill in by hand: every cell has a frame, and room."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    """Each with as many cells as the header; most of them are empty."""
    shares: tuple[int, ...]
    """How the columns share the page."""
    height: float
    """Millimetres that a row is high, or more where its text needs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card on a sheet of its own whose back stays empty, with marks to cut it; folded, it stands on a table."""

    label: Runs
    """What it is, and how long it takes."""
    title: Runs
    face: Runs
    """What others may see when it is folded and stands."""
    facts: tuple[Fact, ...]
    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A grid to mark: a column for each point of the scale, a row for each statement."""

    points: tuple[Runs, ...]
    statements: tuple[Runs, ...]
    """Empty where the prompt itself is the only statement."""


Response = Options | Pairing | Ordering | Blank | Gaps | Lines | Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to answer on paper; it says nothing of what is right."""

    id: str
    number: Runs
    prompt: "Blocks"
    instruction: Runs
    """How to answer."""
    response: Response
    hint: "Blocks"
    worth: Runs = ()
    """What it brings, where somebody marks it: room for the points given stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is right, and why."""

    id: str
    question: str
    """The id of the `Question`; empty where that is on another paper."""
    number: Runs
    blocks: "Blocks"


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


Block = (
    Heading
    | Paragraph
    | List
    | Table
    | Figure
    | Quotation
    | Definitions
    | Callout
    | Facts
    | Box
    | Columns
    | Pair
    | Sideways
    | Beside
    | Cue
    | Code
    | Question
    | Answer
    | Lines
    | Field
    | Grid
    | Sheet
    | Sources
    | Contents
    | PageBreak
)
Blocks = tuple[Block, ...]
Place = Heading | Figure | Definition | Callout | Box | Question
"""What bears an id that links may lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture of the publisher's, or of who paid."""

    image: Image
    alternative: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper, ready to be drawn."""

    title: Runs
    """The only heading of level 1."""
    series: Runs
    """What it is a part of: the course."""
    artefact: Runs
    """What kind of paper it is."""
    language: str
    """A BCP 47 tag."""
    office: str
    """The same as office suites know it."""
    direction: Direction
    author: str
    """The publisher."""
    edition: str
    date: str
    """ISO 8601; the only date that enters a file."""
    draft: bool
    """Whether any text is not reviewed: every page says so."""
    draft_label: Runs
    strip: Runs
    """What stands at the foot of every page."""
    skip_label: Runs
    """The words that lead past what repeats, where a reader needs them."""
    name_note: Runs
    """What the mark behind a name stands for; empty where no name bears one."""
    size: float
    """Of body text, in points; large print has 18."""
    identifier: str = ""
    """The same in every edition: what it is of, its language, its variant. A reader's shelf knows the paper by it."""
    licence: str = ""
    """How it may be used, as an SPDX identifier or in words."""
    accessibility: Runs = ()
    """What readers with needs can expect of the paper, where it is a book that says so."""
    brief: bool = False
    """Whether it is a sheet rather than a book: its title takes a few lines, not a cover."""
    outer: bool = False
    """Whether its pages have a narrow outer column, for what stands `Beside` the text."""
    blocks: Blocks
    palette: Palette = HOUSE
    logos: tuple[Logo, ...] = ()
    """On the cover; none is taller than the emblem."""
    emblem: Logo | None = None
    """Of who paid: on the cover, beside the statement."""
    statement: Runs = ()
    """Who paid, in the publisher's words; empty where nobody did."""

    @property
    def name(self) -> Runs:
        """Return the title as shelves and windows show it: in the paper's own language alone."""
        return halves(self.title)[0] or self.title


def contents(document: Document, deepest: int) -> Iterator[Heading]:
    """Yield the headings that a list of contents names, in order."""
    for heading in walk(document.blocks, Heading):
        if heading.listed and heading.level <= deepest:
            yield heading


def places(blocks: Blocks) -> Iterator[str]:
    """Yield the ids that links may lead to."""
    found: Iterator[Place] = walk(blocks, Place)  # type: ignore[arg-type]  # a union, as isinstance takes it
    for node in found:
        yield node.id


def all_runs(document: Document) -> Iterator[Run]:
    """Yield every run of the document."""
    return walk(document, Run)
