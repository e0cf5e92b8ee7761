"""Our own template in a publisher's colours: its theme names every colour once."""

import re

from builder.output.palette import Palette
from builder.write.package import write_package
from builder.write.pptx.package import read_parts

_SLOTS = {
    "dk1": "ink", "dk2": "teal", "lt2": "sand", "accent1": "teal", "accent2": "sea", "accent3": "amber",
    "accent4": "brick", "accent5": "grey", "accent6": "mist", "hlink": "teal", "folHlink": "grey",
}  # fmt: skip
"""The colours of a theme and ours that they are."""


def recoloured(template: bytes, palette: Palette) -> bytes:
    """Return our template with the colours of a palette; shapes and texts, which name them, follow."""
    parts = dict(read_parts(template))
    for name in parts:
        if name.startswith("ppt/theme/"):
            parts[name] = _theme(parts[name].decode(), palette).encode()
    return write_package(parts)


def _theme(theme: str, palette: Palette) -> str:
    for slot, colour in _SLOTS.items():
        value = getattr(palette, colour)
        theme = re.sub(rf'(<a:{slot}><a:srgbClr val=")\w{{6}}("/></a:{slot}>)', rf"\g<1>{value}\g<2>", theme)
    return theme
