"""The lists of a Word document: bullets, numbers, letters, boxes to mark, blanks to fill."""

from collections.abc import Sequence
from typing import Literal

from builder.records import dataclass
from builder.write.markup import attribute
from builder.write.palette import SEA, TEAL

Marker = Literal["bullet", "number", "option", "box", "letter", "blank", "blank-letter", "bare"]

_MARKERS: dict[Marker, tuple[str, str]] = {
    "bullet": ("bullet", "•"),
    "number": ("decimal", "%1."),
    "option": ("upperLetter", "☐  %1"),
    "box": ("bullet", "☐"),
    "letter": ("upperLetter", "%1"),
    "blank": ("none", "______"),
    "blank-letter": ("upperLetter", "______  %1"),
    "bare": ("none", ""),
}
_BULLETS = ("•", "–", "·")
_LEVELS = 9
QUESTION = 510
"""How far a question stands behind its number, in twentieths of a point: 9 mm."""
_STEP = 397
"""The indent of a level, in twentieths of a point: 7 mm."""
_HANGING = {"option": 737, "box": 454, "letter": 454, "blank": 1021, "blank-letter": 1304}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList:
    """One list that counts by itself."""

    marker: Marker
    level: int
    start: int


def indent_of(marker: Marker, level: int) -> tuple[int, int]:
    """Return how far the text of an item stands from the margin, and how far its mark hangs out of it."""
    hanging = _HANGING.get(marker, _STEP)
    return hanging + level * _STEP + (QUESTION if marker in _HANGING else 0), hanging


def numbering_xml(lists: Sequence[NumberedList], namespaces: str) -> str:
    """Return the part that defines the lists, in the order of their ids, from one."""
    kinds = list(_MARKERS)
    abstract = "".join(_abstract(position, marker) for position, marker in enumerate(kinds))
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kinds.index(one.marker)}"/>'
        f'<w:lvlOverride w:ilvl="{one.level}"><w:startOverride w:val="{one.start}"/></w:lvlOverride></w:num>'
        for number, one in enumerate(lists, start=1)
    )
    return f"<w:numbering {namespaces}>{abstract}{numbers}</w:numbering>"


def _abstract(position: int, marker: Marker) -> str:
    levels = "".join(_level(level, marker) for level in range(_LEVELS))
    return f'<w:abstractNum w:abstractNumId="{position}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _level(level: int, marker: Marker) -> str:
    form, text = _MARKERS[marker]
    if marker == "bullet":
        text = _BULLETS[min(level, len(_BULLETS) - 1)]
    colour = SEA if marker in ("bullet", "number") else TEAL
    bold = "" if marker in ("bullet", "blank") else "<w:b/>"
    left, hanging = indent_of(marker, level)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{attribute(text.replace("%1", f"%{level + 1}"))}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f'<w:rPr>{bold}<w:color w:val="{colour}"/></w:rPr></w:lvl>'
    )
