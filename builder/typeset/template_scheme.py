"""A theme's colours and typefaces, under the names by which a master calls them."""

import colorsys
import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from builder.output.palette import Shade
from builder.typeset.template_xml import A, P

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_NAMED = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "gray": "808080", "grey": "808080", "blue": "0000FF"}
_BODY, _HEADS = "+mn-", "+mj-"


class Scheme(NamedTuple):
    """What colour names and typeface names stand for."""

    colours: Mapping[str, str]
    """``tx1``, ``accent1`` … → six hex digits."""
    heads: str
    """The typeface of titles."""
    body: str
    """The typeface of all else."""

    def font(self, name: str | None) -> str:
        """Return a typeface by the name that a style gives it."""
        if not name or name.startswith(_BODY):
            return self.body
        return self.heads if name.startswith(_HEADS) else name

    def named(self, name: str) -> Shade | None:
        """Return a colour of the theme."""
        value = self.colours.get(name)
        return Shade(value, name) if value else None

    def tone(self, colour: Element) -> Shade | None:
        """Return what a colour element shows; None where that cannot be told."""
        kind, name = colour.tag.rpartition("}")[2], colour.get("val", "")
        if kind == "schemeClr":
            value = self.colours.get(name)
        elif kind == "sysClr":
            value = colour.get("lastClr")
        elif kind == "prstClr":
            value = _NAMED.get(name)
        else:
            value = name if kind == "srgbClr" else None
        if not value or not _HEX.fullmatch(value):
            return None
        if kind == "schemeClr" and not len(colour):
            return self.named(name)
        return Shade(_changed(value.upper(), colour))


def read_scheme(theme: Element, mapping: Element) -> Scheme:
    """Return the colours and typefaces of a theme under the names that a master's map gives them."""
    stored = {}
    for entry in theme.iter(f"{A}clrScheme"):
        for slot in entry:
            colour = slot[0] if len(slot) else None
            value = colour.get("lastClr") or colour.get("val") if colour is not None else None
            if value and _HEX.fullmatch(value):
                stored[slot.tag.rpartition("}")[2]] = value.upper()
    names = {name: stored[target] for name, target in mapping.attrib.items() if target in stored}
    return Scheme({**stored, **names}, _face(theme, "majorFont"), _face(theme, "minorFont"))


def colour_map(master: Element) -> Element:
    """Return a master's map of colour names."""
    found = master.find(f"{P}clrMap")
    if found is None:
        raise ValueError("a template lacks clrMap")
    return found


def _face(theme: Element, kind: str) -> str:
    latin = next(theme.iter(f"{A}{kind}"), theme).find(f"{A}latin")
    return latin.get("typeface", "") if latin is not None else ""


def _changed(value: str, colour: Element) -> str:
    """Return a colour after what its element does to it: lighter, darker, tinted, shaded."""
    parts = tuple(int(value[place : place + 2], 16) / 255 for place in (0, 2, 4))
    for change in colour:
        kind, amount = change.tag.rpartition("}")[2], float(change.get("val", "0").rstrip("%")) / 100000
        if kind in ("tint", "shade"):
            light = 1 - amount if kind == "tint" else 0.0
            parts = tuple(_seen(_linear(part) * amount + light) for part in parts)
        elif kind in ("lumMod", "lumOff", "satMod"):
            hue, lightness, full = colorsys.rgb_to_hls(*parts)
            lightness = {"lumMod": lightness * amount, "lumOff": lightness + amount}.get(kind, lightness)
            full = full * amount if kind == "satMod" else full
            parts = colorsys.hls_to_rgb(hue, min(max(lightness, 0.0), 1.0), min(max(full, 0.0), 1.0))
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02X}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _seen(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
