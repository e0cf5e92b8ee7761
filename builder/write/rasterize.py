"""SVG → PNG, for formats whose readers may not draw vectors."""

from functools import lru_cache

from builder.write.typesetting import typeset_png

_PAGE = b"""#set page(width: float(sys.inputs.width) * 1pt, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""


@lru_cache(maxsize=64)
def rasterize(svg: bytes, width_pixels: int, fonts: str | None = None) -> bytes:
    """Return the picture as PNG, transparent where it is empty; its height follows from its own shape.

    ``fonts`` is a folder of fonts for words in the picture; the machine's fonts are never used.
    Kept while the process lives, because every language of a course shows the same figures.
    """
    inputs = {"svg": svg.decode("utf-8-sig"), "width": str(width_pixels)}
    return typeset_png(_PAGE, inputs, fonts)
