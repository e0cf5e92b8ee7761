"""How the columns of a table share a page, told by the text in them alone, before anything is measured."""

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.output.text import Run, Runs, plain_text
from builder.records import dataclass

_PAGE = 84
"""Letters that a row of small text holds on A4, the room between columns counted as letters."""
_GAP = 3
_WIDEST_WISH = 60
_VOWELS = "aeiouyëáéíóúàèìòùäöüаеиоуѐѝэыяюєі"
_SYLLABLE = re.compile(f"(?<=[{_VOWELS}])(?=[^\\W\\d_{_VOWELS}][{_VOWELS}])", re.IGNORECASE)
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of columns, in letters, and whether they fill a page."""

    widths: tuple[int, ...]
    full: bool


def share_columns(rows: Sequence[Sequence[Runs]]) -> Columns:
    """Return widths by which every column holds its longest word, as long as words of such length leave room."""
    columns = [[plain_text(cell) for cell in column] for column in zip(*rows, strict=False)]
    fair = _PAGE // max(1, len(columns))
    least = [min(_longest_word(texts) + _GAP, max(fair, _GAP + 2)) for texts in columns]
    wishes = [max(low, min(_longest(texts) + _GAP, _WIDEST_WISH)) for low, texts in zip(least, columns, strict=True)]
    if sum(wishes) <= _PAGE:
        return Columns(tuple(wishes), full=False)
    spare, wanted = max(0, _PAGE - sum(least)), sum(wishes) - sum(least)
    widths = [low + spare * (wish - low) // max(1, wanted) for low, wish in zip(least, wishes, strict=True)]
    return Columns(tuple(widths), full=True)


def soften_cell(runs: Runs, width: int) -> Runs:
    """Return text whose words longer than a column may be divided between syllables."""
    return tuple(soften(run, max(4, width - _GAP)) for run in runs)


def soften(run: Run, room: int) -> Run:
    """Return a run whose words of more letters than there is room for may be divided; no address, nothing typed."""
    if len(run.text) <= room or run.code or run.link:
        return run
    text = re.sub(rf"\w{{{room + 1},}}", lambda word: _SYLLABLE.sub(_SOFT_HYPHEN, word[0]), run.text)
    return run if text == run.text else replace(run, text=text)


def _longest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=1)


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)
