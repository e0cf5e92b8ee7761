"""How large an SVG says it is."""

import math
import re
from collections.abc import Mapping

_LENGTH = re.compile(r"\s*\+?((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|Q)?\s*\Z")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "Q": 96 / 101.6}
_LARGEST = 1_000_000.0


def picture_size(attributes: Mapping[str, str]) -> tuple[float, float] | None:
    """Return width and height in pixels or units of the drawing, from the root's attributes; None where absent."""
    width, height = _length(attributes.get("width", "")), _length(attributes.get("height", ""))
    if width is not None and height is not None:
        return width, height
    return _view_box(attributes.get("viewBox", ""))


def _length(text: str) -> float | None:
    match = _LENGTH.match(text)
    return _size(float(match.group(1)) * _UNITS[match.group(2) or ""]) if match else None


def _view_box(text: str) -> tuple[float, float] | None:
    try:
        numbers = [float(part) for part in text.replace(",", " ").split()]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        return None
    width, height = _size(numbers[2]), _size(numbers[3])
    return (width, height) if width is not None and height is not None else None


def _size(number: float) -> float | None:
    return number if 0 < number <= _LARGEST else None
