"""Breaking a text into lines: greedy, as office suites do, and never with fewer lines than they make."""

import re
from collections.abc import Callable, Iterable, Sequence
from math import ceil

from builder.records import dataclass
from builder.typeset.metrics import Face, Metrics, is_listed, text_width

SAFETY = 0.994
"""The part of a line that is counted on: kerning, hinting and rounding of others may take the rest."""

_HYPHENS = "-\u2010\u2013\u2014\u200b"
_ATOMS = re.compile(rf"\n|[ \t]+|[^ \t\n]*?[{_HYPHENS}](?=[^\W\d_])|[^ \t\n]+")
"""Forced breaks, blanks, the parts of a hyphenated word, words."""
_FIRST_IDEOGRAPH = "\u2e80"
"""From here on, lines may break between any two characters."""
_IDEOGRAPHS = re.compile(f"([{_FIRST_IDEOGRAPH}-\U0010ffff])")
_FORCED = -1.0


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text measured once, to be broken at any size and width."""

    words: tuple[tuple[float, float], ...]
    """(room before, width) of each unbreakable piece, in ems; a negative room is a forced break."""
    widest: float
    """The width of the widest word; those of a link count one by one."""
    listed: bool
    """Whether the typeface has every character."""
    below: "Shaped | None" = None
    """What a second language says below it, in ems of its own size."""


def shape(pieces: Iterable[tuple[str, Face, bool]], metrics: Metrics) -> Shaped:
    """Return a text, given in pieces (characters, face, whether they stay together), as unbreakable words.

    Words of a link stay together: LibreOffice does not break a line in them unless the link is wider than it.
    """
    words: list[tuple[float, float]] = []
    gap = word = solid = widest = 0.0
    listed = True
    for text, face, whole in pieces:
        listed = listed and is_listed(text, metrics)
        for atom in (text,) if whole else _atoms(text):
            if whole or atom[0] not in " \t\n":
                word += text_width(atom, face, metrics)
                solid += max(map(_width_of(face, metrics), atom.split())) if whole else text_width(atom, face, metrics)
                if whole or not (atom[-1] in _HYPHENS or atom >= _FIRST_IDEOGRAPH):
                    continue
            if word:
                words.append((gap, word))
                widest = max(widest, solid)
                gap = word = solid = 0.0
            if atom == "\n":
                words.append((_FORCED, 0.0))
                gap = 0.0
            elif atom[0] in " \t":
                gap += text_width(atom.replace("\t", "    "), face, metrics)
    if word:
        words.append((gap, word))
    return Shaped(tuple(words), max(widest, solid), listed)


def _atoms(text: str) -> Iterable[str]:
    if not text or max(text) < _FIRST_IDEOGRAPH:
        return _ATOMS.findall(text)
    pieces = (_ATOMS.findall(piece) if piece < _FIRST_IDEOGRAPH else piece for piece in _IDEOGRAPHS.split(text))
    return (atom for piece in pieces for atom in piece)


def _width_of(face: Face, metrics: Metrics) -> Callable[[str], float]:
    return lambda text: text_width(text, face, metrics)


def count_lines(shaped: Shaped, width: float) -> int:
    """Return how many lines a text takes in a width in ems; a word wider than the line is broken where it must."""
    limit = max(width * SAFETY, 0.1)
    lines, position = 1, 0.0
    for gap, word in shaped.words:
        if gap < 0:
            lines, position = lines + 1, 0.0
        elif position and position + gap + word > limit:
            lines, position = lines + 1, word
        else:
            position += gap + word
        if position > limit:
            lines, position = lines + ceil(position / limit) - 1, limit
    return lines


def line_width(shaped: Shaped) -> float:
    """Return the width of the longest line when nothing but forced breaks end lines, in ems."""
    longest = position = 0.0
    for gap, word in shaped.words:
        position = 0.0 if gap < 0 else position + gap + word
        longest = max(longest, position)
    return longest


def fits_unbroken(texts: Sequence[Shaped], width: float) -> bool:
    """Return whether no word has to be broken in a width in ems."""
    return all(text.widest <= width * SAFETY for text in texts)
