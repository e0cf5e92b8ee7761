"""The order of words in a language's own alphabet, digraphs as the letters they are."""

import unicodedata
from collections.abc import Callable
from functools import cache

from builder.languages.table import Language

Key = tuple[tuple[tuple[int, int, int], ...], str]


def sort_key(language: Language) -> Callable[[str], Key]:
    """Return a key that sorts words as a dictionary of the language does, blanks first, foreign letters last."""
    order = _order(language.alphabet)
    longest = max(map(len, order), default=1)

    def key(text: str) -> Key:
        return tuple(_weights(unicodedata.normalize("NFC", text).casefold(), order, longest)), text

    return key


@cache
def _order(alphabet: str) -> dict[str, int]:
    return {letter: position for position, letter in enumerate(alphabet.split())}


def _weights(text: str, order: dict[str, int], longest: int) -> list[tuple[int, int, int]]:
    """Return weights: marks and blanks below digits, digits below letters, letters of other alphabets last."""
    weights = []
    position = 0
    while position < len(text):
        letter = _letter_at(text, position, order, longest)
        weights.append(_weight(letter, order))
        position += len(letter)
    return weights


def _letter_at(text: str, position: int, order: dict[str, int], longest: int) -> str:
    for length in range(longest, 1, -1):
        if text[position : position + length] in order:
            return text[position : position + length]
    return text[position]


def _weight(letter: str, order: dict[str, int]) -> tuple[int, int, int]:
    """Return one weight; an accented letter that the alphabet lacks stands behind its plain one, ``é`` behind ``e``."""
    if letter in order:
        return 2, order[letter], 0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in order:
        return 2, order[plain], ord(letter)
    if letter.isalpha():
        return 3, ord(letter), 0
    return (1 if letter.isdigit() else 0), ord(letter), 0
