"""Files of a theme, read before planning and writing begin."""

from collections.abc import Mapping
from dataclasses import field

from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What a format reads beside its plan, already in memory."""

    files: Mapping[str, bytes] = field(repr=False)
    """Keyed by path below ``builder/themes/``, such as ``deck.pptx``; a publisher's template stands in for ours."""
    fonts: str
    """A folder with the theme's font files, for renderers that take fonts by folder."""
