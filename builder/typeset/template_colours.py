"""What a template's colours come to: the ground under a place, and which of its colours stand for ours."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from builder.output.deck import Box, Colour
from builder.output.palette import HOUSE, Shade
from builder.typeset.colours import TEXT, WHITE, contrast, mix, readable
from builder.typeset.template_master import Area, Layout, Master, frame_box
from builder.typeset.template_scheme import Scheme
from builder.typeset.template_xml import A, P

_COVERING = 0.7
"""The part of a place that a shape must cover to be its ground."""
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")
_PLAIN: tuple[Colour, ...] = ("ink", "white")
_ACCENTS = ("accent1", "tx2", "accent2", "accent3", "accent4", "accent5", "accent6")


class Grounds(NamedTuple):
    """The colours that a text stands on; several for a blend, none where a picture hides them."""

    tones: tuple[Shade, ...]


def ground_of(layout: Layout, area: Area) -> Grounds:
    """Return what lies under a place of a layout: its own fill, a shape behind it, or the slide's ground."""
    if area.ground is not None:
        return Grounds((area.ground,))
    found = _background(layout)
    for shape, master in _shapes(layout):
        frame = shape.find(f"{P}spPr/{A}xfrm")
        if frame is not None and _covers(frame_box(frame), area.box):
            filled = _shape_fill(shape, master)
            found = filled if filled is not None else found
    return found


def tones_of(layout: Layout, body: Area) -> Mapping[Colour, Shade]:
    """Return what our colours are in a template, such that text in each stands out from where points stand."""
    scheme = layout.master.scheme
    grounds = ground_of(layout, body).tones
    page = grounds[0] if grounds else scheme.named("bg1") or Shade(WHITE)
    ink = (body.tones[0] if body.tones else None) or scheme.named("tx1") or Shade(readable(HOUSE.ink, page.value))
    if not grounds:  # a picture: the letters on it tell how dark it is
        page = _farthest([scheme.named("bg1"), scheme.named("tx1")], ink, page)
    teal, sea = _accents(scheme, page)
    return {
        "ink": ink,
        "white": page,
        "teal": teal,
        "sea": sea,
        "amber": scheme.named("accent3") or teal,
        "brick": Shade(readable(HOUSE.brick, page.value)),
        "grey": Shade(readable(mix(ink.value, page.value, 0.35), page.value)),
        "sand": Shade(mix(page.value, ink.value, 0.04)),
        "mist": Shade(mix(page.value, teal.value, 0.1)),
        "line": Shade(mix(page.value, ink.value, 0.2)),
    }


def _farthest(shades: Sequence[Shade | None], from_: Shade, otherwise: Shade) -> Shade:
    found = [shade for shade in shades if shade]
    return max(found, key=lambda shade: contrast(shade.value, from_.value), default=otherwise)


def _accents(scheme: Scheme, page: Shade) -> tuple[Shade, Shade]:
    """Return two accents in which text can be read; one that cannot is made darker or lighter."""
    accents = [shade for name in _ACCENTS if (shade := scheme.named(name))] or [Shade(HOUSE.teal)]
    clear = [shade for shade in accents if contrast(shade.value, page.value) >= TEXT]
    first = clear[0] if clear else Shade(readable(accents[0].value, page.value))
    others = [shade for shade in clear if shade.value != first.value]
    return first, others[0] if others else Shade(readable(mix(first.value, page.value, 0.25), page.value))


def plain_on(layout: Layout, area: Area, tones: Mapping[Colour, Shade]) -> Colour:
    """Return which of our colours a text of ours has that stands in a place of a layout."""
    grounds = ground_of(layout, area).tones
    if not grounds:  # a picture: what the title is written in can be read on it
        titles = (one.tones[0] for one in layout.areas if one.tones and one.placeholder.kind in ("title", "ctrTitle"))
        title = next(titles, None) or tones["ink"]
        return min(_PLAIN, key=lambda name: contrast(tones[name].value, title.value))
    return max(_PLAIN, key=lambda name: min(contrast(tones[name].value, ground.value) for ground in grounds))


def _background(layout: Layout) -> Grounds:
    for tree in (layout.tree, layout.master.tree):
        ground = tree.find(f"{P}cSld/{P}bg")
        if ground is None:
            continue
        reference = ground.find(f"{P}bgRef")
        if reference is not None:
            tone = layout.master.scheme.tone(reference[0]) if len(reference) else None
            return Grounds((tone,) if tone else ())
        properties = ground.find(f"{P}bgPr")
        filled = _fill(properties, layout.master) if properties is not None else None
        if filled is not None:
            return filled
    white = layout.master.scheme.named("bg1")
    return Grounds((white,) if white else ())


def _shapes(layout: Layout) -> Iterator[tuple[Element, Master]]:
    """Yield what is drawn behind a slide's own text, from the back."""
    trees = [layout.tree] if layout.tree.get("showMasterSp") == "0" else [layout.master.tree, layout.tree]
    for tree in trees:
        shapes = tree.find(f"{P}cSld/{P}spTree")
        for shape in shapes if shapes is not None else ():
            held = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if held is None and shape.tag in (f"{P}sp", f"{P}pic"):
                yield shape, layout.master


def _shape_fill(shape: Element, master: Master) -> Grounds | None:
    if shape.tag == f"{P}pic":
        return Grounds(())
    properties = shape.find(f"{P}spPr")
    filled = _fill(properties, master) if properties is not None else None
    if filled is None and properties is not None and properties.find(f"{A}noFill") is None:
        reference = shape.find(f"{P}style/{A}fillRef")
        drawn = reference is not None and len(reference) and reference.get("idx") != "0"
        tone = master.scheme.tone(reference[0]) if reference is not None and drawn else None
        return Grounds((tone,)) if tone else None
    return filled


def _fill(properties: Element, master: Master) -> Grounds | None:
    fill = next((found for kind in _FILLS if (found := properties.find(f"{A}{kind}")) is not None), None)
    if fill is None:
        return None
    if fill.tag == f"{A}solidFill":
        tone = master.scheme.tone(fill[0]) if len(fill) else None
        return Grounds((tone,) if tone else ())
    stops = [master.scheme.tone(stop[0]) for stop in fill.iter(f"{A}gs") if len(stop)]
    return Grounds(tuple(tone for tone in stops if tone))


def _covers(shape: Box, place: Box) -> bool:
    width = min(shape.right, place.right) - max(shape.left, place.left)
    height = min(shape.bottom, place.bottom) - max(shape.top, place.top)
    return width > 0 and height > 0 and width * height >= _COVERING * place.width * place.height
