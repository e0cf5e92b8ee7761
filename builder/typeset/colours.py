"""Colours reckoned with: how far one stands out from another, mixtures, and the palette that a publisher's make."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from builder.output.palette import HOUSE, Palette

TEXT, LARGE = 4.5, 3.0
"""The contrast that text needs, and text from 18 points (14 in bold) up."""
WHITE, BLACK = "FFFFFF", "000000"
NAMES: Mapping[str, str] = {
    "primary": "teal", "secondary": "sea", "accent": "amber", "signal": "brick", "text": "ink", "quiet": "grey",
    "panel": "mist", "ground": "sand",
}  # fmt: skip
"""What a publisher calls a colour → what our theme calls it."""
_STEPS = 40


class Pair(NamedTuple):
    """A colour of letters and the one that they stand on."""

    text: str
    ground: str
    least: float
    where: str
    """What is set so, for a finding."""


def luminance(colour: str) -> float:
    """Return how light a colour of six hex digits is, from 0 to 1, as WCAG reckons."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another one in it."""
    pairs = ((int(colour[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (0, 2, 4))
    return "".join(f"{round(one + (two - one) * share):02X}" for one, two in pairs)


def readable(colour: str, ground: str, least: float = TEXT) -> str:
    """Return a colour as it is, or as much darker or lighter as it takes to be read on a ground."""
    target = BLACK if contrast(BLACK, ground) > contrast(WHITE, ground) else WHITE
    shades = (mix(colour, target, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= least), target)


def palette_of(colours: tuple[tuple[str, str], ...]) -> Palette:
    """Return our palette with a publisher's colours in it; what follows from them and is not given is reckoned."""
    given = {NAMES[name]: value for name, value in colours if name in NAMES}
    palette = replace(HOUSE, **given)
    if palette.teal != HOUSE.teal:
        palette = replace(palette, **{name: value for name, value in _derived(palette.teal) if name not in given})
    return palette


def pairs_of(palette: Palette) -> Iterator[Pair]:
    """Yield the colours of text that meet in decks and papers."""
    light = ((WHITE, "white"), (palette.sand, "the ground"), (palette.mist, "the panels"))
    for ground, name in light:
        yield Pair(palette.ink, ground, TEXT, f"text on {name}")
        yield Pair(palette.teal, ground, TEXT, f"titles in the primary colour on {name}")
        yield Pair(palette.grey, ground, TEXT, f"captions in the quiet colour on {name}")
        yield Pair(palette.brick, ground, TEXT, f"labels in the signal colour on {name}")
    yield Pair(palette.sea, WHITE, TEXT, "marks in the secondary colour on white")
    for name, colour in (("primary", palette.teal), ("secondary", palette.sea), ("signal", palette.brick)):
        yield Pair(WHITE, colour, TEXT, f"white text on the {name} colour")
    yield Pair(palette.mist, palette.teal, TEXT, "small text on the primary colour")


def _derived(primary: str) -> Iterator[tuple[str, str]]:
    """Yield the colours that go with another primary one: a lighter sister, its tint."""
    lighter = (mix(primary, WHITE, step / _STEPS) for step in range(_STEPS // 3, -1, -1))
    yield "sea", next((shade for shade in lighter if contrast(shade, WHITE) >= TEXT), primary)
    yield "mist", mix(primary, WHITE, 0.9)
