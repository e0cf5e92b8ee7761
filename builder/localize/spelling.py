"""Dictionaries of the machine, where the extra ``spelling`` is installed: which words are known, and their stems."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol


class Speller(Protocol):
    """What checks ask a language's dictionaries."""

    def knows(self, word: str) -> bool:
        """Return whether any dictionary has the word."""

    def stems(self, word: str) -> frozenset[str]:
        """Return what a word may be a form of."""


def open_speller(dictionaries: Sequence[Path], words: Sequence[str] = ()) -> Speller | None:
    """Return a speller of several dictionaries, paths without suffix, and a project's own words.

    None where there is no dictionary, or where the library that reads them is not installed.
    """
    if not dictionaries:
        return None
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    return _Dictionaries([Hunspell(path.name, hunspell_data_dir=str(path.parent)) for path in dictionaries], words)


class _Dictionaries:
    def __init__(self, opened: Sequence[Any], words: Sequence[str]) -> None:
        self._opened = opened
        self._own = frozenset(map(str.casefold, words))
        self.knows = cache(self._knows)
        self.stems = cache(self._stems)

    def _knows(self, word: str) -> bool:
        return word.casefold() in self._own or any(_asked(one.spell, word, False) for one in self._opened)

    def _stems(self, word: str) -> frozenset[str]:
        return frozenset(stem for one in self._opened for stem in _asked(one.stem, word, ()))


def _asked(question: Any, word: str, otherwise: Any) -> Any:
    """Return a dictionary's answer; one in an old encoding cannot be asked for letters that it lacks."""
    try:
        return question(word)
    except UnicodeError:
        return otherwise
