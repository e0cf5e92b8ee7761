"""How the levels of a text look, resolved from a list of styles over what it inherits."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from builder.output.deck import Align, Colour, Look, Marker
from builder.output.palette import Shade
from builder.typeset.template_scheme import Scheme
from builder.typeset.template_xml import A, percentage, points

LEVELS = 5
_ALIGNS: Mapping[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
COLOURS: Mapping[str, Colour] = {
    "tx1": "ink", "bg1": "white", "tx2": "teal", "bg2": "sand", "accent1": "teal", "accent2": "sea", "accent3": "amber",
    "accent4": "brick", "accent5": "grey", "accent6": "mist",
}  # fmt: skip
"""What the scheme colours of our own theme stand for."""
_SIGNS = {
    "§": "▪", "ü": "✓", "Ø": "➢", "q": "❑", "v": "❖", "·": "•", "l": "●", "n": "■", "w": "◆", "à": "→",
    "o": "○", "s": "◆",
}  # fmt: skip
"""What letters look like in fonts of symbols."""
_SYMBOLS = ("wingdings", "symbol", "webdings", "monotype sorts", "zapf")


class Styled(NamedTuple):
    """The looks of a text's levels, and the colours of their letters where they can be told."""

    looks: tuple[Look, ...]
    tones: tuple[Shade | None, ...]


def styled(styles: Element | None, inherited: Styled | None, scheme: Scheme) -> Styled:
    """Return the levels of a list of styles."""
    looks: list[Look] = []
    tones: list[Shade | None] = []
    for level in range(LEVELS):
        look, tone = (
            (inherited.looks[level], inherited.tones[level]) if inherited else (Look(size=18.0, font=scheme.body), None)
        )
        own = styles.find(f"{A}lvl{level + 1}pPr") if styles is not None else None
        if own is not None:
            look, tone = _look(own, look, scheme), _tone(own, tone, scheme)
        looks.append(look)
        tones.append(tone)
    return Styled(tuple(looks), tuple(tones))


def _look(style: Element, base: Look, scheme: Scheme) -> Look:
    run = style.find(f"{A}defRPr")
    if run is not None:
        base = _letters(run, base, scheme)
    marker, bullet = _marker(style, base)
    return replace(
        base,
        margin=points(style.get("marL"), base.margin),
        hanging=max(0.0, -points(style.get("indent"), -base.hanging)),
        before=_before(style, base),
        line=percentage(style.find(f"{A}lnSpc/{A}spcPct"), base.line),
        align=_ALIGNS.get(style.get("algn") or "", base.align),
        marker=marker,
        bullet=bullet,
    )


def _letters(run: Element, base: Look, scheme: Scheme) -> Look:
    colour = run.find(f"{A}solidFill/{A}schemeClr")
    face = run.find(f"{A}latin")
    return replace(
        base,
        size=float(run.get("sz", base.size * 100)) / 100,
        bold=_truth(run, "b", otherwise=base.bold),
        italic=_truth(run, "i", otherwise=base.italic),
        caps=run.get("cap", "all" if base.caps else "none") != "none",
        colour=COLOURS.get(str(colour.get("val")), base.colour) if colour is not None else base.colour,
        font=scheme.font(face.get("typeface")) if face is not None else base.font,
    )


def _truth(run: Element, name: str, *, otherwise: bool) -> bool:
    return run.get(name, str(int(otherwise))) in ("1", "true", "on")


def _tone(style: Element, base: Shade | None, scheme: Scheme) -> Shade | None:
    fill = style.find(f"{A}defRPr/{A}solidFill")
    return scheme.tone(fill[0]) if fill is not None and len(fill) else base


def _before(style: Element, base: Look) -> float:
    exact = style.find(f"{A}spcBef/{A}spcPts")
    if exact is not None:
        return float(exact.get("val", "0")) / 100
    share = style.find(f"{A}spcBef/{A}spcPct")
    return base.before if share is None else base.size * 1.2 * percentage(share, 0.0)


def _marker(style: Element, base: Look) -> tuple[Marker, str]:
    bullet = style.find(f"{A}buChar")
    if bullet is not None:
        font = style.find(f"{A}buFont")
        sign = bullet.get("char", "•")
        return "bullet", _sign(sign, font.get("typeface", "") if font is not None else "")
    if style.find(f"{A}buBlip") is not None:
        return "bullet", "•"
    if style.find(f"{A}buAutoNum") is not None:
        return "number", ""
    return ("none", "") if style.find(f"{A}buNone") is not None else (base.marker, base.bullet)


def _sign(sign: str, font: str) -> str:
    """Return a marker that looks in any font as it does in its own."""
    if font.lower().startswith(_SYMBOLS) or (sign and "\uf000" <= sign[0] <= "\uf0ff"):
        plain = chr(ord(sign[0]) - 0xF000) if sign and sign[0] >= "\uf000" else sign
        return _SIGNS.get(plain, "•")
    return sign
