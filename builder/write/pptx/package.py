"""What a template gives to a package: its parts, its layouts by name, its colours, its content types."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from builder.output.deck import Colour
from builder.output.palette import Shade
from builder.typeset.template_master import layouts_in_order
from builder.write.pptx.text import COLOURS

_DEFAULTS = (
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
PLAIN_MAPPING = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_COLOUR = re.compile(r'<a:schemeClr val="(\w+)"(?:/>|>.*?</a:schemeClr>)')
_MAPPING = re.compile(rb"<p:clrMapOvr>.*?</p:clrMapOvr>", re.DOTALL)
_STYLE = re.compile(r"<a:tblStyle\b.*?</a:tblStyle>", re.DOTALL)
_TOKENS = {xml: token for token, xml in COLOURS.items()}
Shades = Sequence[tuple[Colour, Shade]]


class Layout(NamedTuple):
    """What a slide needs to know of the layout that it is drawn on."""

    part: str
    mapping: str
    """Which colours its colour names stand for."""


@lru_cache(maxsize=8)
def read_parts(template: bytes) -> Mapping[str, bytes]:
    """Return the parts of a template; it has no slides."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        return {name: package.read(name) for name in sorted(package.namelist())}


def read_layouts(parts: Mapping[str, bytes]) -> Mapping[str, Layout]:
    """Return the layouts by name."""
    found = {}
    for name, part in layouts_in_order(parts).items():
        mapping = _MAPPING.search(parts[part])
        found[name] = Layout(part, mapping[0].decode() if mapping else PLAIN_MAPPING)
    return found


def shaded(xml: str, shades: Shades) -> str:
    """Return a part that we wrote with our colours as a publisher's template has them."""
    if not shades:
        return xml
    written = {token: _shade_xml(shade) for token, shade in shades}
    return _COLOUR.sub(lambda found: written.get(_TOKENS.get(found[0], "ink"), found[0]), xml)


def styled_tables(styles: bytes, shades: Shades) -> bytes:
    """Return the styles of tables, ours among them in the template's colours."""
    text = styles.decode()
    ours = _STYLE.sub(
        lambda found: shaded(found[0], shades) if 'styleName="Coursewright"' in found[0] else found[0], text
    )
    return ours.encode()


def _shade_xml(shade: Shade) -> str:
    return f'<a:schemeClr val="{shade.scheme}"/>' if shade.scheme else f'<a:srgbClr val="{shade.value}"/>'


def with_types(types: str, overrides: Mapping[str, str]) -> str:
    """Return the content types with those of new parts."""
    for suffix, kind in _DEFAULTS:
        if f'Extension="{suffix}"' not in types:
            types = re.sub(
                r"(<Types[^>]*>)", rf'\1<Default Extension="{suffix}" ContentType="{kind}"/>', types, count=1
            )
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return types.replace("</Types>", f"{rows}</Types>")
