"""One text on its way to a translator and back: what goes out, what comes in, and how each knows the other."""

import re
import unicodedata
from hashlib import sha256

from builder.content.phrase import Kind
from builder.languages.states import State
from builder.localize.catalogue import Key
from builder.records import dataclass

_LENGTH = 16
_NAME = re.compile(r"[\w-]+\.[0-9a-f]{16}")
PLAIN_KINDS = frozenset(kind.value for kind in (Kind.ANSWER, Kind.UNIT, Kind.ALTERNATIVE, Kind.LABEL))
"""Kinds whose texts hold no Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text stands for those who see it."""

    course: str
    module: str
    slide: str = ""
    """The slide's id; empty for a text that is on no slide."""
    title: str = ""
    """Of the slide."""
    room: int = 0
    """Characters that fit into its box; 0 where nothing is known."""
    picture: str = ""
    """Where a picture of the slide lies, seen from the file; empty where none goes along."""
    fixed: bool = False
    """Whether more than the room does not fit at all: a title, a cell, a label; other texts run on to a next slide."""

    @property
    def on_slide(self) -> "OnSlide":
        """Return what tells the slide from all others."""
        return self.course, self.module, self.slide


OnSlide = tuple[str, str, str]
"""Course, module, slide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A text as an exported file has it."""

    catalogue: str
    """A module's id, ``_courses``, ``_glossary``."""
    key: Key
    translation: str
    state: State
    kinds: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """The author's, and the agreed terms."""
    comments: tuple[str, ...] = ()
    """The translators' own."""
    references: tuple[str, ...] = ()
    previous: Key | None = None
    """The English text that a stale translation was made for, and its context."""
    before: str = ""
    """The English text that stands before this one in the lesson."""
    after: str = ""
    place: Place | None = None

    @property
    def id(self) -> str:
        """Return the name by which the text is known again."""
        return unit_id(self.catalogue, self.key)

    @property
    def english(self) -> str:
        """Return the text to translate."""
        return self.key[1]

    @property
    def base(self) -> str:
        """Return what stands for the translation as it went out."""
        return text_digest(self.translation)

    @property
    def plain(self) -> bool:
        """Return whether the text holds no Markdown."""
        return bool(self.kinds) and PLAIN_KINDS.issuperset(self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A text as a file brings it back."""

    path: str
    """Of the file, as it was named."""
    line: int
    """Or row of a table."""
    id: str
    """Empty where the file knows the English text only."""
    english: str
    """Empty where the file does not say it."""
    context: str | None = None
    translation: str
    base: str | None = None
    """What stood for the translation when it went out; None where the file does not say."""
    comments: tuple[str, ...] = ()
    finished: bool = False
    """Whether the file says that the text is done, so that a stale translation may stand as it is."""
    approved: bool = False
    """Whether the file says that a reviewer has approved it."""
    unclear: str = ""
    """What a person has written where a yes would approve it, if that is neither a yes nor a no."""

    @property
    def key(self) -> Key:
        """Return what a catalogue calls the text."""
        return self.context, self.english

    @property
    def catalogue(self) -> str:
        """Return the name of the catalogue that the text came from, if the file says it."""
        return self.id.rpartition(".")[0] if self.is_named else ""

    @property
    def is_named(self) -> bool:
        """Return whether the file has kept the name that the text went out with; other programs make their own."""
        return _NAME.fullmatch(self.id) is not None

    @property
    def digest(self) -> str:
        """Return what stands for the English text and its context."""
        return self.id.rpartition(".")[2] if self.is_named else key_digest(self.key)


def unit_id(catalogue: str, key: Key) -> str:
    """Return a name that any format can hold: the catalogue's and 16 hex digits of context and English text."""
    return f"{catalogue}.{key_digest(key)}"


def key_digest(key: Key) -> str:
    """Return what stands for an English text and its context; every character counts."""
    context, english = key
    text = english if context is None else f"{context}\u0004{english}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def text_digest(text: str) -> str:
    """Return what stands for a translation; blanks and line ends, which programs rearrange, count as one blank."""
    return sha256(normal(text).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH] if text.strip() else ""


def normal(text: str) -> str:
    """Return a text without what programs change by themselves: forms of letters, kinds and numbers of blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())
