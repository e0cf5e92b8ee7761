"""Blocks of reading text, as they stand in a lesson, a prompt or a note."""

from typing import Literal

from builder.content.node import Node
from builder.content.phrase import Phrase
from builder.content.values import Values
from builder.records import dataclass

Alignment = Literal["left", "center", "right"] | None
Cue = Literal["say", "do", "ask"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """Running text."""

    text: Phrase
    cue: Cue | None = None
    """What it tells a trainer to do, where it stands in notes and begins with ``Say:``, ``Do:`` or ``Ask:``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Node):
    """A heading inside a slide or container, level 4 or deeper."""

    level: int
    id: str | None
    text: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Node):
    """One point: its own text, then what is nested under it."""

    text: Phrase | None
    """None only where an item opens with another block."""
    children: "Blocks" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Node):
    """Points, numbered or not."""

    ordered: bool
    start: int
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The numbers of a table that asks to be drawn; they are read once, for a translation writes them its own way."""

    kind: Literal["bar", "line"]
    series: tuple[Values, ...]
    """Of each column after the first, which holds the labels; empty where the table cannot be a chart."""
    percent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """Rows under one header; every row has as many cells as the header."""

    header: tuple[Phrase, ...]
    rows: tuple[tuple[Phrase, ...], ...]
    alignments: tuple[Alignment, ...]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Node):
    """A picture of the module's folder."""

    id: str | None
    path: str
    """As written, relative to the module's folder; resolved to a path relative to the workspace's root."""
    alternative: Phrase | None
    """None only for a decorative figure (or where an error says it is missing)."""
    caption: Phrase | None
    decorative: bool
    labels: tuple[Phrase, ...] = ()
    """The words in the drawing, plain text each; those of a translated figure are put into it where it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Node):
    """Somebody else's words."""

    children: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Node):
    """A term and what it means, each meaning a run of blocks."""

    term: Phrase
    meanings: tuple["Blocks", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList(Node):
    """Terms explained in place."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock(Node):
    """Text to be read as typed; never translated."""

    info: str
    text: str


Prose = Paragraph | Heading | List | Table | Figure | Quotation | DefinitionList | CodeBlock
Blocks = tuple[Prose, ...]
