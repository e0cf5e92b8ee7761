"""Breaking a text into lines: greedy, as office suites do, and never with fewer lines than they make."""

import re
from collections.abc import Callable, Iterable, Sequence
from math import ceil

from builder.records import dataclass
from builder.typeset.metrics import Face, Metrics, is_listed, text_width

SAFETY = 0.994
"""The part of a line that is counted on: kerning, hinting and rounding of others may take the rest."""

_ATOMS = re.compile(
    r"\n|[ \t]+|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
    r"|[^ \t\n\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]*?[-\u2010\u2013\u2014\u200b](?=[^\W\d_])"
    r"|[^ \t\n\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+"
)
"""Spaces, forced breaks, ideographs, the parts of a hyphenated word, words."""
_BREAKS_AFTER = re.compile(r"[-\u2010\u2013\u2014\u200b\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]$")
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


def shape(pieces: Iterable[tuple[str, Face, bool]], metrics: Metrics) -> Shaped:
    """Return a text, given in pieces (characters, face, whether they stay together), as unbreakable words.

    Words of a link stay together: LibreOffice does not break a line in them unless the link is wider than it.
    """
    words: list[tuple[float, float]] = []
    gap = word = solid = widest = 0.0
    listed = True
    for text, face, whole in pieces:
        listed = listed and is_listed(text, metrics)
        for atom in (text,) if whole else _ATOMS.findall(text):
            if whole or atom[0] not in " \t\n":
                word += text_width(atom, face, metrics)
                solid += max(map(_width_of(face, metrics), atom.split())) if whole else text_width(atom, face, metrics)
                if whole or not _BREAKS_AFTER.search(atom):
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
