"""The advance widths of a typeface, read from a table; no font is needed."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from typing import Literal

from builder.records import dataclass

Face = Literal["regular", "bold", "italic", "bold-italic", "code"]
FACES: tuple[Face, ...] = ("regular", "bold", "italic", "bold-italic", "code")

WIDE = 1.25
"""Ems that a character outside the table counts: no glyph of a usual fallback font is wider."""
CODE = 0.602
"""Ems of every character in Courier New and its twins."""
FALLBACK_LINE = 1.55
"""Ems of a line that needs a fallback font."""
_SILENT = {"\n", "\t", "\u00ad"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """What measuring needs to know of a typeface, in ems."""

    line: float
    """From one baseline to the next."""
    widths: Mapping[Face, Mapping[str, float]] = field(repr=False)
    measured: Mapping[Face, dict[str, float]] = field(repr=False, compare=False)
    """The widths of words met so far: a memory only, it changes no result."""


@lru_cache(maxsize=16)
def read_metrics(table: bytes) -> Metrics:
    """Return the metrics that `tools/make_metrics.py` wrote."""
    data = json.loads(table)
    units = data["units"]
    widths: dict[Face, Mapping[str, float]] = {
        face: dict(zip(data["characters"], (width / units for width in data["widths"][face]), strict=True))
        for face in FACES
        if face != "code"
    }
    widths["code"] = dict.fromkeys(data["characters"], CODE)
    return Metrics(line=data["line"] / units, widths=widths, measured={face: {} for face in FACES})


def text_width(text: str, face: Face, metrics: Metrics) -> float:
    """Return the width of characters on one line, in ems; kerning, which mostly tightens, is left out."""
    measured = metrics.measured[face]
    width = measured.get(text)
    if width is None:
        widths = metrics.widths[face]
        try:
            width = sum([widths[character] for character in text])
        except KeyError:
            width = sum(widths.get(character) or _unlisted(character) for character in text)
        measured[text] = width
    return width


def is_listed(text: str, metrics: Metrics) -> bool:
    """Return whether the typeface has every character."""
    return set(text).difference(metrics.widths["regular"]) <= _SILENT


def _unlisted(character: str) -> float:
    """Return what a fallback font may take; a mark on another character, or what shows nothing, takes no room."""
    return 0.0 if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc") else WIDE
