"""The words that outputs add of their own: labels, headings, the DRAFT band, in one language."""

from collections.abc import Mapping

from builder.languages.states import State
from builder.languages.words import Word
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceText:
    """One word of ours as it stands in a language."""

    text: str
    """May hold ``{number}``-like places."""
    language: str
    state: State
    plurals: tuple[str, ...] = ()
    """The forms of a counted word, in the order of the language's plural rule; empty for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """All our words in one language."""

    language: str
    texts: Mapping[Word, InterfaceText]

    def __getitem__(self, word: Word) -> InterfaceText:
        """Return a word in this language, or in English (its language then says so)."""
        return self.texts.get(word) or InterfaceText(text=word.value, language="en", state=State.MISSING)
