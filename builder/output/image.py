"""A picture as an output carries it: its bytes and its shape."""

from dataclasses import field
from typing import Final, Literal

from builder.output.text import Runs
from builder.records import dataclass

SVG: Final = "image/svg+xml"
PNG: Final = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A figure's bytes, found safe; equal where the digest is."""

    media_type: Literal["image/svg+xml", "image/png"]
    width: float
    height: float
    """In the picture's own units; only their ratio counts."""
    data: bytes = field(repr=False, compare=False)
    digest: str
    """SHA-256 of the bytes, in hex."""
    labels: tuple[Runs, ...] = field(default=(), compare=False)
    """The words in it, which count for the state of the file that shows them."""
