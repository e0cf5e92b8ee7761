"""How the columns of a table share a page, told by the text in them alone, before anything is measured."""

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.output.text import Run, Runs
from builder.records import dataclass

UPRIGHT, SIDEWAYS = 84, 127
"""Letters that a row of small text holds on A4, upright and on its side; the room between columns counts as letters."""
_GAP = 3
_WIDEST_WISH = 60
_DIVIDED = 10
"""Letters of a word that a narrow column must hold at least: longer ones are divided."""
_VOWELS = "aeiouyëáéíóúàèìòùäöüаеиоуѐѝэыяюєі"
_SYLLABLE = re.compile(f"(?<=[{_VOWELS}])(?=[^\\W\\d_{_VOWELS}][{_VOWELS}])", re.IGNORECASE)
_JOINTS = re.compile(r"\s+|(?<=[-/])")
_SOFT_HYPHEN, _BREAK = "\u00ad", "\u200b"

_BODY = 11
"""Points of body text for which the numbers of letters hold."""

Texts = Sequence[Sequence[str]]
"""The cells of a table, row by row."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of columns, in letters, whether they fill a page, and whether some hold less than their words need."""

    widths: tuple[int, ...]
    full: bool
    tight: bool = False


def letters_at(page: int, size: float) -> int:
    """Return the letters that a page holds when body text has so many points."""
    return round(page * _BODY / size)


def least_width(rows: Texts) -> int:
    """Return the letters that a row needs: in each column its longest word, as far as that cannot be divided."""
    return sum(_least(column) for column in zip(*rows, strict=False))


def whole_width(rows: Texts) -> int:
    """Return the letters that a row needs if no word is divided."""
    return sum(_longest_word(column) + _GAP for column in zip(*rows, strict=False))


def share_columns(rows: Texts, page: int = UPRIGHT) -> Columns:
    """Return widths by which every column holds its longest word, as long as words of such length leave room."""
    columns = list(zip(*rows, strict=False))
    fair = max(page // max(1, len(columns)), _GAP + 2)
    needed = [_least(texts) for texts in columns]
    tight = sum(needed) > page
    least = [
        min(_longest_word(texts) + _GAP, max(fair, 0 if tight else need))
        for texts, need in zip(columns, needed, strict=True)
    ]
    if not tight and sum(least) > page:
        least = needed
    wishes = [max(low, min(_longest(texts) + _GAP, _WIDEST_WISH)) for low, texts in zip(least, columns, strict=True)]
    if sum(wishes) <= page:
        return Columns(tuple(wishes), full=False)
    spare, wanted = max(0, page - sum(least)), sum(wishes) - sum(least)
    widths = [low + spare * (wish - low) // max(1, wanted) for low, wish in zip(least, wishes, strict=True)]
    return Columns(tuple(widths), full=True, tight=tight)


def soften_cell(runs: Runs, width: int, *, tight: bool = False) -> Runs:
    """Return text whose words longer than a column may be divided between syllables; anywhere in a tight table."""
    room = max(4, width - _GAP)
    softened = tuple(soften(run, room) for run in runs)
    return tuple(_loosened(run, room) for run in softened) if tight else softened


def soften(run: Run, room: int) -> Run:
    """Return a run whose words of more letters than there is room for may be divided; no address, nothing typed."""
    if len(run.text) <= room or run.code or run.link:
        return run
    text = re.sub(rf"\w{{{room + 1},}}", lambda word: _SYLLABLE.sub(_SOFT_HYPHEN, word[0]), run.text)
    return run if text == run.text else replace(run, text=text)


def _loosened(run: Run, room: int) -> Run:
    """Return a run in which nothing is longer than there is room for."""
    text = re.sub(rf"[^\s{_SOFT_HYPHEN}]{{{room}}}(?=[^\s{_SOFT_HYPHEN}])", lambda piece: piece[0] + _BREAK, run.text)
    return run if text == run.text else replace(run, text=text)


def _least(texts: Sequence[str]) -> int:
    """Return what a column must hold; a number is never divided, an address and a compound only at its joints."""
    words = (word for text in texts for word in _JOINTS.split(text))
    return max((min(len(word), _DIVIDED) if word.isalpha() else len(word) for word in words), default=1) + _GAP


def _longest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=1)


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)
