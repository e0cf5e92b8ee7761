"""The one tree of every paper: handouts, guides, agendas, cards, tests. Decided, not serialised."""

from collections.abc import Iterator
from typing import Literal

from builder.content.walk import walk
from builder.output.image import Image
from builder.output.text import Run, Runs
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture; with neither alternative nor caption it is decoration."""

    id: str
    image: Image
    alternative: Runs
    """Plain text for those who do not see it; empty only for decoration."""
    caption: Runs
    """With its number."""


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
    """A label and what it says: *Work in: groups of four*."""

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
    """Ruled lines to write on."""

    count: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is right, and why."""

    id: str
    question: str
    """The id of the `Question`."""
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
    | Code
    | Question
    | Answer
    | Sources
    | Contents
    | PageBreak
)
Blocks = tuple[Block, ...]


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
    blocks: Blocks


def contents(document: Document, deepest: int) -> Iterator[Heading]:
    """Yield the headings that a list of contents names, in order."""
    for heading in walk(document.blocks, Heading):
        if heading.listed and heading.level <= deepest:
            yield heading


def all_runs(document: Document) -> Iterator[Run]:
    """Yield every run of the document."""
    return walk(document, Run)
