"""Blocks that teach: what a lesson holds beside plain prose."""

from typing import Literal

from builder.content.interactions import Interaction
from builder.content.node import Node
from builder.content.phrase import Phrase
from builder.content.prose import Blocks, List, Prose, Table
from builder.records import dataclass

Use = Literal["practice", "test"]
Place = Literal["slide", "handout", "notes", "trainer"]
CalloutKind = Literal["key", "note", "example", "warning"]
DiagramKind = Literal["process", "compare", "timeline"]
QuestionType = Literal[
    "single", "multiple", "true-false", "numeric", "text", "match", "order", "cloze", "essay", "likert", "hotspot"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Only(Node):
    """Blocks that go to one place: the slide, the handout, the speaker notes, or any trainer's paper."""

    place: Place
    id: str | None = None
    children: "TeachingBlocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Node):
    """A box that stands out: key message, note, example, warning."""

    kind: CalloutKind
    id: str | None = None
    title: Phrase | None
    children: "TeachingBlocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Node):
    """One column."""

    children: "TeachingBlocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Node):
    """Columns side by side."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram(Node):
    """A list or table drawn as shapes."""

    kind: DiagramKind
    id: str | None = None
    title: Phrase | None
    body: List | Table
    children: Blocks
    """Anything else that stood in the container, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Node):
    """A role for one participant; secret to the others."""

    id: str | None
    title: Phrase | None
    role: Phrase | None
    children: "TeachingBlocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Node):
    """Something the participants do."""

    id: str | None
    title: Phrase | None
    minutes: int | None
    grouping: str | None
    """``alone``, ``pairs``, ``groups``, ``plenary``."""
    size: int | None
    outcomes: tuple[str, ...]
    """Ids of the outcomes that it shows a participant has reached."""
    children: "TeachingBlocks"
    output: Blocks
    debrief: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Node):
    """A question with its scoring."""

    id: str
    """Unique in the workspace; empty where missing (an error says so)."""
    type: QuestionType
    prompt: Blocks
    interaction: Interaction
    points: int
    outcome: str | None
    use: Use
    shuffle: bool
    hint: Blocks
    explanation: Blocks
    guidance: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Inject(Node):
    """A turn in a case, given to participants at its time."""

    title: Phrase | None
    minutes: int | None
    children: "TeachingBlocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Node):
    """A scenario: prose, injects and questions that belong together; the model answer is the trainer's."""

    id: str | None
    title: Phrase | None
    children: "TeachingBlocks"
    answer: Blocks


TeachingBlock = Prose | Only | Callout | Columns | Diagram | Card | Activity | Question | Inject | Case
TeachingBlocks = tuple[TeachingBlock, ...]
