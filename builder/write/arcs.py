"""The mark of the course, bridges that meet on one ground, as a drawing for covers."""

from hashlib import sha256

from builder.output.image import SVG, Image
from builder.output.palette import HOUSE, Palette
from builder.write.palette import AMBER, INK, SAND, SEA, TEAL, recoloured

_WIDTH, _HEIGHT = 680, 120
_ARCS = ((600, 100, SEA), (640, 100, AMBER), (560, 92, TEAL))
"""Where each stands, how wide its half is, its colour; the last is in front."""


def banner(palette: Palette = HOUSE) -> Image:
    """Return a strip as wide as a page's text: the arcs at its end."""
    arcs = "".join(
        f'<circle cx="{x}" cy="{_HEIGHT - 8}" r="{radius}" fill="none" stroke="#{colour}" stroke-width="11"/>'
        for x, radius, colour in _ARCS
    )
    drawing = recoloured(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#{SAND}"/>{arcs}'
        f'<rect x="448" y="{_HEIGHT - 9}" width="{_WIDTH - 448}" height="9" fill="#{INK}"/></svg>',
        palette,
    ).encode()
    return Image(
        media_type=SVG, width=_WIDTH, height=_HEIGHT, data=drawing, digest=f"arcs{sha256(drawing).hexdigest()[:16]}"
    )
