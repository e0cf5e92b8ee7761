"""A module and its lessons: steps with minutes, slides with blocks."""

from dataclasses import field
from typing import Literal

from builder.content.node import Node
from builder.content.phrase import Phrase
from builder.model.blocks import TeachingBlocks
from builder.records import dataclass

BloomLevel = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Method = Literal[
    "lecture", "plenary", "pairs", "groups", "role-play", "case", "simulation", "individual", "demonstration",
    "video", "quiz",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Node):
    """What a participant can do afterwards, with its level in Bloom's taxonomy."""

    id: str
    level: BloomLevel
    text: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide(Node):
    """A run of blocks that begins at ``##``, ``###`` or ``---``."""

    id: str | None
    """The author's id of a ``###`` slide."""
    title: Phrase | None
    """None for the slide that opens a step (the step's title is shown) and for an untitled one."""
    opening: bool
    """True for the slide that ``##`` begins."""
    children: TeachingBlocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Node):
    """A timed part of a lesson."""

    id: str | None
    title: Phrase
    minutes: int
    method: Method | None
    core: bool
    outcomes: tuple[str, ...]
    """Ids of the outcomes that it works towards."""
    slides: tuple[Slide, ...]
    """At least one, the opening slide first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(Node):
    """One lesson file."""

    module: str
    id: str
    """The file's name without number and suffix."""
    path: str
    """Relative to the workspace's root."""
    title: Phrase
    minutes: int
    aim: Phrase | None
    outcomes: tuple[Outcome, ...]
    key_messages: tuple[Phrase, ...]
    sources: tuple[str, ...]
    steps: tuple[Step, ...]
    keys: tuple[tuple[str, int], ...] = field(default=(), compare=False, repr=False)
    """The line of each key of the front matter, of each source as ``sources.<key>``, for findings about its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module(Node):
    """One folder of lessons."""

    id: str
    title: Phrase
    summary: Phrase | None
    lessons: tuple[Lesson, ...]
    """In the order of their file names."""
