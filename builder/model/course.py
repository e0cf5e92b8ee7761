"""A course: days with sessions, tests, variants; what one trainer teaches from modules that many courses share."""

from dataclasses import field
from typing import Any, Literal

from builder.content.node import Node
from builder.content.phrase import Kind, Phrase
from builder.model.options import Options
from builder.records import dataclass

ALL_KINDS = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Node):
    """How many people take part."""

    min: int
    ideal: int
    max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSession(Node):
    """A lesson, whole or only its core steps."""

    module: str
    lesson: str
    core: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSession(Node):
    """Something else on the timetable, such as registration."""

    title: Phrase
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseSession(Node):
    """A break or lunch."""

    kind: Literal["break", "lunch"]
    minutes: int


Session = LessonSession | EventSession | PauseSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Node):
    """One day's sessions, from ``start`` (``HH:MM``)."""

    title: Phrase
    start: str
    end: str | None = None
    """When the room must be free again (``HH:MM``); None where nobody says."""
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tests(Node):
    """How the test before and after is drawn."""

    pass_percent: int
    items: int
    forms: tuple[str, ...]
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Node):
    """A further file beside the plain one of an artefact."""

    artefact: str
    name: str
    options: Options
    keys: tuple[tuple[str, int], ...] = field(default=(), compare=False, repr=False)
    """The line of each option, for findings about its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationPolicy(Node):
    """What a course asks of its translations, by kind of text; `ALL_KINDS` is said for those not named."""

    reviewed: tuple[tuple[str, int], ...] = ()
    """Kind → the least share of its texts, in per cent, that is reviewed in a release; 100 where nothing is said."""
    stale: tuple[tuple[str, Literal["keep", "source"]], ...] = ()
    """Kind → what stands where the source has changed since: the old translation, or the source's text."""

    def bar(self, kind: str) -> int:
        """Return the share of a kind's texts, in per cent, that a release wants reviewed."""
        shares = dict(self.reviewed)
        return shares.get(kind, shares.get(ALL_KINDS, 100))

    def kinds_from_source(self) -> frozenset[str]:
        """Return the kinds of which a stale text gives way to the source's."""
        chosen = dict(self.stale)
        otherwise = chosen.get(ALL_KINDS, "keep")
        return frozenset(kind.value for kind in Kind if chosen.get(kind.value, otherwise) == "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Node):
    """One folder of ``courses/``."""

    id: str
    title: Phrase
    edition: str
    date: str
    """ISO 8601; the only date that enters an output."""
    audience: Phrase | None
    languages: tuple[str, ...]
    publisher: str
    group: Group | None
    variables: tuple[tuple[str, Phrase], ...]
    days: tuple[Day, ...]
    tests: Tests | None
    variants: tuple[Variant, ...]
    translation: TranslationPolicy | None = None
    keys: tuple[tuple[str, int], ...] = field(default=(), compare=False, repr=False)
    """The line of each key of the file, for findings about its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Node):
    """A source, as CSL data."""

    id: str
    data: dict[str, Any] = field(hash=False)
    """CSL-JSON fields as text, lists and mappings (``date-parts`` as integers)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry(Node):
    """A term and its definition."""

    id: str
    term: Phrase
    definition: Phrase
