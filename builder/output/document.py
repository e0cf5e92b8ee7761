"""The one tree of every paper: handouts, guides, agendas, cards, tests. Decided, not serialised."""

from collections.abc import Iterable, Iterator
from itertools import tee, zip_longest
from typing import Literal, TypeVar

from builder.content.walk import walk
from builder.output.document_blocks import (
    Alignment,
    Beside,
    Box,
    BoxKind,
    Callout,
    CalloutKind,
    Code,
    Columns,
    Contents,
    Cue,
    Definition,
    Definitions,
    Fact,
    Facts,
    Figure,
    Heading,
    List,
    PageBreak,
    Pair,
    Paragraph,
    Quotation,
    Sideways,
    Sources,
    Table,
    Thumbnail,
)
from builder.output.document_forms import (
    Answer,
    Blank,
    Field,
    GapChoice,
    Gaps,
    Grid,
    Lettered,
    Lines,
    Options,
    Ordering,
    Pairing,
    Question,
    Response,
    Scale,
    Sheet,
)
from builder.output.image import Image
from builder.output.palette import HOUSE, Palette
from builder.output.text import Run, Runs, halves, plain_text
from builder.records import dataclass

NodeT = TypeVar("NodeT")

_LINE = 80
"""Letters of one line."""

__all__ = [
    "Alignment",
    "Answer",
    "Beside",
    "Blank",
    "Block",
    "Blocks",
    "Box",
    "BoxKind",
    "Callout",
    "CalloutKind",
    "Code",
    "Columns",
    "Contents",
    "Cue",
    "Definition",
    "Definitions",
    "Direction",
    "Document",
    "Fact",
    "Facts",
    "Field",
    "Figure",
    "GapChoice",
    "Gaps",
    "Grid",
    "Heading",
    "Lettered",
    "Lines",
    "List",
    "Logo",
    "Options",
    "Ordering",
    "PageBreak",
    "Pair",
    "Pairing",
    "Paragraph",
    "Place",
    "Question",
    "Quotation",
    "Response",
    "Scale",
    "Sheet",
    "Sideways",
    "Sources",
    "Table",
    "Thumbnail",
    "all_runs",
    "contents",
    "places",
]

Direction = Literal["ltr", "rtl"]
FormBlock = Question | Answer | Lines | Field | Grid | Sheet
"""What is answered or filled in."""
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
    | FormBlock
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


def with_next(blocks: Iterable[NodeT]) -> Iterator[tuple[NodeT, NodeT | None]]:
    """Yield each block with the one behind it, if there is one."""
    first, second = tee(blocks)
    next(second, None)
    return zip_longest(first, second)


def leads(block: object, following: object) -> bool:
    """Return whether a block announces the next one, so that no page may end between them.

    That do words before a colon, and a line before a list: a date, say, before what happened then.
    """
    if not isinstance(block, Paragraph) or following is None or isinstance(following, Heading | PageBreak):
        return False
    words = plain_text(block.text).rstrip()
    return words.endswith(":") or (isinstance(following, List) and len(words) <= _LINE)


def places(blocks: Blocks) -> Iterator[str]:
    """Yield the ids that links may lead to."""
    found: Iterator[Place] = walk(blocks, Place)  # type: ignore[arg-type]  # a union, as isinstance takes it
    for node in found:
        yield node.id


def all_runs(document: Document) -> Iterator[Run]:
    """Yield every run of the document."""
    return walk(document, Run)
