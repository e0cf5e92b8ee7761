"""What one course says in one language in one part: the input of every planner."""

from collections.abc import Mapping
from dataclasses import field

from builder.languages.interface import Interface
from builder.languages.table import Language
from builder.model.course import Course, GlossaryEntry, Reference
from builder.model.lesson import Module
from builder.model.workspace import Publisher
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A figure's bytes, read and found safe."""

    path: str
    media_type: str
    """``image/svg+xml`` or ``image/png``."""
    width: float
    height: float
    """In the picture's own units; only their ratio counts."""
    data: bytes = field(repr=False)
    digest: str
    """SHA-256 of the bytes, in hex."""

    @property
    def is_drawing(self) -> bool:
        """Return whether it is made of shapes and words, not of pixels."""
        return self.media_type == "image/svg+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Who stands behind the texts of an edition."""

    translators: tuple[str, ...] = ()
    """By name, in the order of the modules; none in the source language."""
    machine: bool = False
    """Whether any translation is a machine's that nobody has reviewed."""
    reviewers: tuple[str, ...] = ()
    reviewed: str = ""
    """The day of the last review, ISO 8601; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A course in one language, cut to one part, its phrases translated, its names bound.

    Phrases that lack a translation carry the source's text, its language and `State.MISSING`.
    """

    course: Course
    part: str
    """A module's id, or ``all``."""
    modules: tuple[Module, ...]
    """The lessons of the part that the course takes, core steps only where it says so, in the course's order."""
    language: Language
    source_language: str
    publisher: Publisher
    licence: str
    interface: Interface
    glossary: Mapping[str, GlossaryEntry]
    references: Mapping[str, Reference]
    pictures: Mapping[str, Picture]
    """Keyed by the resolved path of a `Figure`."""
    credits: Credits = Credits()
    further: tuple["Edition", ...] = ()
    """The same part in the other languages that a variant speaks; none in a plain file."""

    def speaking(self, tag: str | None) -> "Edition | None":
        """Return the further edition in a language, or None for none."""
        return next((edition for edition in self.further if edition.language.tag == tag), None)
