"""Serbian in Cyrillic letters → the same words in Latin letters."""

import re
import unicodedata
from collections.abc import Iterator

from builder.languages.scripts import LATIN_LETTERS

_DIGRAPHS = frozenset("љњџ")
_ACCENTED = {"ѐ": "è", "ѝ": "ì"}
"""Letters with a grave accent that Unicode has whole; every other accent stands behind its letter."""
_LETTERS = {**LATIN_LETTERS, **_ACCENTED}
_TABLE = str.maketrans(
    {**_LETTERS, **{letter.upper(): latin.upper() for letter, latin in _LETTERS.items() if letter not in _DIGRAPHS}}
)
_POINTS = "\u00ad\u200b-\u200d\u2060"
"""Points where a word may be broken, and their like: they stand inside words and are kept."""
_WORD = re.compile(rf"[\u0400-\u052f](?:[{_POINTS}\u0300-\u036f]*[\u0400-\u052f])*[\u0300-\u036f]*")
_MARKS = re.compile(rf"[{_POINTS}\u0300-\u036f]")
_CYRILLIC = frozenset(_LETTERS) | frozenset(map(str.upper, _LETTERS))
_NEXT = re.compile(r"[^\w]{1,4}(\w[\w\u0300-\u036f]*)")
_BEFORE = re.compile(rf"(\w[\w{_POINTS}\u0300-\u036f]*)[^\w\n]{{1,4}}\Z")


def latin(text: str) -> str:
    """Return a Serbian text in Latin letters, composed (NFC).

    Latin words and whatever is no letter stay as they are, and so do Cyrillic words with letters that Serbian lacks:
    they are Russian, Macedonian or Bulgarian, and a Serbian table would spoil them. Љ, Њ and Џ become two capitals
    among capitals, else a capital and a small letter; a single one goes by the words beside it.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", "".join(_pieces(text)))


def _pieces(text: str) -> Iterator[str]:
    end = 0
    for found in _WORD.finditer(text):
        yield text[end : found.start()]
        yield _word(found.group(), text, found.start(), found.end())
        end = found.end()
    yield text[end:]


def _word(word: str, text: str, start: int, end: int) -> str:
    bare = _MARKS.sub("", word)
    if not _CYRILLIC.issuperset(bare):
        return word
    if _DIGRAPHS.isdisjoint(bare.lower()) or bare.islower():
        return word.translate(_TABLE)
    if len(bare) == 1:
        return _digraph(word, capitals=_among_capitals(text, start, end)).translate(_TABLE)
    return "".join(_digraph_in(word, at) for at in range(len(word))).translate(_TABLE)


def _digraph_in(word: str, at: int) -> str:
    """Return one letter of a word; a digraph by the letter behind it, at the end of the word by the one before."""
    if word[at].lower() not in _DIGRAPHS or not word[at].isupper():
        return word[at]
    behind = next((letter for letter in word[at + 1 :] if letter.isalpha()), None)
    before = next((letter for letter in reversed(word[:at]) if letter.isalpha()), "")
    return _digraph(word[at], capitals=behind.isupper() if behind is not None else before.isupper())


def _digraph(letter: str, *, capitals: bool) -> str:
    first, rest = letter[0], letter[1:]
    if first.lower() not in _DIGRAPHS or first.islower():
        return letter
    latin_letters = _LETTERS[first.lower()]
    return (latin_letters.upper() if capitals else latin_letters.capitalize()) + rest


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Return whether the words around a single letter are in capitals: the next name if there is one, else the last."""
    behind = _next_word(text, end)
    if behind is not None and behind[0].isupper():
        return behind.isupper()
    before = _BEFORE.search(text, max(start - 60, 0), start)
    return before is not None and len(before[1]) > 1 and before[1].isupper()


def _next_word(text: str, end: int) -> str | None:
    """Return the next word of more than one letter: between initials and a name there may be further initials."""
    while (found := _NEXT.match(text, end)) is not None:
        if len(found[1]) > 1 or not found[1].isupper():
            return found[1]
        end = found.end()
    return None
