"""The colours of an output, by what our theme calls them: a publisher's stand in for ours."""

from typing import NamedTuple

from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Six hex digits each. A name says what a colour is in our own theme, not what it looks like in another."""

    ink: str = "1B2A34"
    """Text."""
    teal: str = "0F4C5C"
    """Titles, tables' heads, panels."""
    sea: str = "2A7F8E"
    """Marks and lines."""
    sand: str = "F7F2E8"
    """A warm ground."""
    mist: str = "E6EEF0"
    """A cool ground."""
    amber: str = "E2A32B"
    """What must be seen; never a colour of text."""
    brick: str = "A8432B"
    """Labels, and the band of a draft."""
    grey: str = "5B6B73"
    """Captions."""


HOUSE = Palette()
"""Ours."""


class Shade(NamedTuple):
    """A colour of a publisher's template that stands for one of ours."""

    value: str
    """Six hex digits."""
    scheme: str = ""
    """What the template's theme calls it; empty for one that is not among the theme's."""
