"""Text within a block: a closed set of inline nodes."""

from builder.content.node import Node
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Node):
    """Plain characters."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak(Node):
    """A line break that the author asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSpan(Node):
    """Characters to be read as typed."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Node):
    """Words set apart, usually in italics."""

    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong(Node):
    """Words of weight, usually in bold."""

    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Node):
    """Words that lead to an address outside the course."""

    target: str
    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonReference(Node):
    """Words that lead to a place in the course: ``ref:#anchor``, ``ref:module/lesson#anchor``."""

    target: str
    """As written after ``ref:``; resolved to ``module/lesson#anchor`` (or without ``#anchor``)."""
    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermReference(Node):
    """Words that the glossary explains."""

    term: str
    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign(Node):
    """Words in another language than the text around them."""

    language: str
    """A BCP 47 tag."""
    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationItem(Node):
    """One source within a citation."""

    key: str
    locator: str | None = None
    """As written, such as ``p. 7``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Node):
    """Sources for what stands before it."""

    items: tuple[CitationItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable(Node):
    """A value that the course gives."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Node):
    """A place in a prompt that the learner fills."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMark(Node):
    """The mark ``{*}`` behind a name; the publisher's profile says how it is shown."""


Inline = (
    Text
    | LineBreak
    | CodeSpan
    | Emphasis
    | Strong
    | Link
    | LessonReference
    | TermReference
    | Foreign
    | Citation
    | Variable
    | Gap
    | NameMark
)
Inlines = tuple[Inline, ...]
