"""The colours of our theme, for writers that name them in what they write, and a publisher's put in their place."""

import re

from builder.output.palette import HOUSE, Palette
from builder.typeset.colours import readable

INK, TEAL, SEA, SAND, MIST, AMBER, BRICK, GREY = (
    HOUSE.ink, HOUSE.teal, HOUSE.sea, HOUSE.sand, HOUSE.mist, HOUSE.amber, HOUSE.brick, HOUSE.grey,
)  # fmt: skip
RULE = "D3DADD"
_DARK, _CLEAR = "17232B", 7.0
"""The paper of a page shown in the dark, and how far its titles and marks stand out from it."""
_IN_THE_DARK = {"A9DBE4": "teal", "5DB3C2": "sea", "FF9F87": "brick", "F2C565": "amber"}
"""What styles of pages take in the dark in place of our colours."""
_PAGE_GREY = "51606A"
_HEX = re.compile(r"#([0-9a-fA-F]{6})\b")
WHITE = "FFFFFF"
_NAMES = ("ink", "teal", "sea", "sand", "mist", "amber", "brick", "grey")
_OURS = re.compile("|".join(getattr(HOUSE, name) for name in _NAMES))


def recoloured(text: str, palette: Palette) -> str:
    """Return styles of ours in a publisher's colours; only for parts in which no author's words stand."""
    if palette == HOUSE:
        return text
    values = {getattr(HOUSE, name): getattr(palette, name) for name in _NAMES}
    return _OURS.sub(lambda found: values[found[0]], text)


def recoloured_styles(styles: str, palette: Palette) -> str:
    """Return a style sheet of ours in a publisher's colours, those for the dark light enough to be read there."""
    if palette == HOUSE:
        return styles
    values = {getattr(HOUSE, name): getattr(palette, name) for name in _NAMES}
    changed = {name for name in _NAMES if getattr(palette, name) != getattr(HOUSE, name)}
    for shade, name in _IN_THE_DARK.items():
        if name in changed:
            values[shade] = readable(getattr(palette, name), _DARK, _CLEAR)
    if "grey" in changed:
        values[_PAGE_GREY] = palette.grey
    return _HEX.sub(lambda found: f"#{values.get(found[1].upper(), found[1])}", styles)
