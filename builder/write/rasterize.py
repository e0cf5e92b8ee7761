"""SVG → PNG, for formats whose readers may not draw vectors."""

import re
from functools import lru_cache

from builder.write.typesetting import typeset_png

_FAMILY = "FiraGO"
"""Of the fonts that we ship."""
_FAMILIES = re.compile(r"""(font-family\s*[:=]\s*["']?)([^;<>}]*?)(?=["']?(?:\s[\w:-]+\s*=|\s*/?>|\s*[;}]))""")
_GENERIC = re.compile(r"\b(?:sans-serif|system-ui|ui-sans-serif)\b")
_ROOT = re.compile(r"<(?:\w+:)?svg\b")

_PAGE = b"""#set page(width: float(sys.inputs.width) * 1pt, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""


@lru_cache(maxsize=64)
def rasterize(svg: bytes, width_pixels: int, fonts: str | None = None) -> bytes:
    """Return the picture as PNG, transparent where it is empty; its height follows from its own shape.

    ``fonts`` is a folder of fonts for words in the picture; the machine's fonts are never used.
    Kept while the process lives, because every language of a course shows the same figures.
    """
    text = svg.decode("utf-8-sig")
    inputs = {"svg": _with_family(text) if fonts else text, "width": str(width_pixels)}
    return typeset_png(_PAGE, inputs, fonts)


def _with_family(svg: str) -> str:
    """Return a drawing whose words fall back to our typeface: Typst would take a serif, whatever is asked for."""
    named = _FAMILIES.sub(lambda found: found[1] + _fallen_back(found[2]), svg)
    root = _ROOT.search(named)
    if root is None or "font-family" in named[root.end() : named.find(">", root.end())]:
        return named
    return f'{named[: root.end()]} font-family="{_FAMILY}"{named[root.end() :]}'


def _fallen_back(families: str) -> str:
    if _GENERIC.search(families):
        return _GENERIC.sub(_FAMILY, families)
    return families if re.search(r"\b(?:serif|monospace)\b", families) else f"{families}, {_FAMILY}"
