"""A template's layouts: where each placeholder stands and how each of its levels looks, resolved and in points."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache
from html import unescape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from builder.output.deck import Align, Anchor, Box, Colour, Insets, Look, Marker, Placeholder, PlaceholderKind
from builder.records import dataclass

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_LAYOUT_PART = re.compile(r"ppt/slideLayouts/[^/]+\.xml")
_LAYOUT_NAME = re.compile(rb'<p:cSld[^>]*\bname="([^"]*)"')
_LEVELS = 5
_ALIGNS: Mapping[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
_ANCHORS: Mapping[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
COLOURS: Mapping[str, Colour] = {
    "tx1": "ink", "bg1": "white", "tx2": "teal", "bg2": "sand", "accent1": "teal", "accent2": "sea", "accent3": "amber",
    "accent4": "brick", "accent5": "grey", "accent6": "mist",
}  # fmt: skip
"""What the scheme colours of a template stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A placeholder of a layout, everything it inherits resolved."""

    name: str
    placeholder: Placeholder
    box: Box

    @property
    def insets(self) -> Insets:
        """Return the room between its box and its text."""
        return self.placeholder.insets

    def look(self, level: int) -> Look:
        """Return how a level looks; a deeper one than the layout knows looks as its deepest."""
        return self.placeholder.looks[min(level, len(self.placeholder.looks) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A template as a planner sees it."""

    width: float
    height: float
    sources: Mapping[str, bytes] = field(repr=False)
    """Layout name → its XML, read when first asked for."""
    inherited: Mapping[str, Area] = field(repr=False)
    """What the master gives each kind of placeholder."""
    resolved: dict[str, Mapping[int, Area]] = field(repr=False, compare=False)
    """The layouts read so far: a memory only, it changes no result."""

    def area(self, layout: str, index: int) -> Area:
        """Return a placeholder of a layout (the title has index 0), or the body of ``Points`` that stands in for it."""
        return self.areas(layout).get(index) or self.areas("Points")[1]

    def areas(self, layout: str) -> Mapping[int, Area]:
        """Return the placeholders of a layout by index; those of ``Points`` for a layout that is not there."""
        name = layout if layout in self.sources else "Points"
        if name not in self.resolved:
            self.resolved[name] = _areas(_parse(self.sources[name]), self.inherited)
        return self.resolved[name]


@lru_cache(maxsize=4)
def read_theme(template: bytes) -> Theme:
    """Return what a template says; it has passed its own checks before."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        presentation = _parse(package.read("ppt/presentation.xml"))
        master = _parse(package.read("ppt/slideMasters/slideMaster1.xml"))
        layouts = [package.read(name) for name in sorted(package.namelist()) if _LAYOUT_PART.fullmatch(name)]
    size = _child(presentation, f"{_P}sldSz")
    return Theme(
        width=_points(size.get("cx")),
        height=_points(size.get("cy")),
        sources={layout_name(layout): layout for layout in layouts},
        inherited=_master_areas(master),
        resolved={},
    )


def layout_name(layout: bytes) -> str:
    """Return the name of a layout from its XML."""
    found = _LAYOUT_NAME.search(layout)
    return unescape(found[1].decode("utf-8")) if found else ""


def _parse(data: bytes) -> Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("a template's XML declares entities")
    return ElementTree.fromstring(data)


def _master_areas(master: Element) -> Mapping[str, Area]:
    styles = _child(master, f"{_P}txStyles")
    looks = {name: _looks(_child(styles, f"{_P}{name}Style"), ()) for name in ("title", "body", "other")}
    areas: dict[str, Area] = {name: _bare(name, look) for name, look in looks.items()}
    for shape in master.iter(f"{_P}sp"):
        kind = _kind(shape)
        if kind:
            areas[kind] = _area(shape, areas[_style(kind)])
    return areas


def _bare(name: str, looks: tuple[Look, ...]) -> Area:
    return Area(
        name=name,
        placeholder=Placeholder(kind="body", looks=looks, insets=Insets(left=7.2, top=3.6, right=7.2, bottom=3.6)),
        box=Box(left=0.0, top=0.0, width=1.0, height=1.0),
    )


def _areas(layout: Element, inherited: Mapping[str, Area]) -> Mapping[int, Area]:
    areas: dict[int, Area] = {}
    for shape in layout.iter(f"{_P}sp"):
        kind = _kind(shape)
        if kind:
            general = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}.get(kind, kind)
            area = _area(shape, inherited.get(general) or inherited[_style(kind)])
            areas[area.placeholder.index] = area
    return areas


def _style(kind: str) -> str:
    if kind in ("title", "ctrTitle"):
        return "title"
    return "other" if kind in ("ftr", "sldNum", "dt") else "body"


def _kind(shape: Element) -> PlaceholderKind | None:
    holder = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    return holder.get("type", "obj") if holder is not None else None  # type: ignore[return-value]


def _area(shape: Element, inherited: Area) -> Area:
    holder = _child(shape, f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    text = shape.find(f"{_P}txBody")
    properties = text.find(f"{_A}bodyPr") if text is not None else None
    styles = text.find(f"{_A}lstStyle") if text is not None else None
    box = _box(shape) or inherited.box
    return Area(
        name=str(_child(shape, f"{_P}nvSpPr/{_P}cNvPr").get("name")),
        placeholder=Placeholder(
            kind=_kind(shape) or "obj",
            index=int(holder.get("idx", "0")),
            looks=_looks(styles, inherited.placeholder.looks),
            insets=_insets(properties, inherited.insets),
            anchor=_anchor(properties, inherited.placeholder.anchor),
            box=box,
        ),
        box=box,
    )


def _box(shape: Element) -> Box | None:
    frame = shape.find(f"{_P}spPr/{_A}xfrm")
    if frame is None:
        return None
    offset, size = _child(frame, f"{_A}off"), _child(frame, f"{_A}ext")
    return Box(
        left=_points(offset.get("x")), top=_points(offset.get("y")),
        width=_points(size.get("cx")), height=_points(size.get("cy")),
    )  # fmt: skip


def _anchor(properties: Element | None, inherited: Anchor) -> Anchor:
    own = properties.get("anchor") if properties is not None else None
    return _ANCHORS.get(own or "", inherited)


def _insets(properties: Element | None, inherited: Insets) -> Insets:
    if properties is None:
        return inherited
    return Insets(
        left=_points(properties.get("lIns"), inherited.left),
        top=_points(properties.get("tIns"), inherited.top),
        right=_points(properties.get("rIns"), inherited.right),
        bottom=_points(properties.get("bIns"), inherited.bottom),
    )


def _looks(styles: Element | None, inherited: tuple[Look, ...]) -> tuple[Look, ...]:
    found: list[Look] = []
    for level in range(_LEVELS):
        base = inherited[level] if level < len(inherited) else Look(size=18.0)
        own = styles.find(f"{_A}lvl{level + 1}pPr") if styles is not None else None
        found.append(_look(own, base) if own is not None else base)
    return tuple(found)


def _look(style: Element, base: Look) -> Look:
    run = style.find(f"{_A}defRPr")
    if run is not None:
        colour = run.find(f"{_A}solidFill/{_A}schemeClr")
        base = replace(
            base,
            size=float(run.get("sz", base.size * 100)) / 100,
            bold=run.get("b", str(int(base.bold))) in ("1", "true"),
            colour=COLOURS.get(str(colour.get("val")), base.colour) if colour is not None else base.colour,
        )
    marker, bullet = _marker(style, base)
    return replace(
        base,
        margin=_points(style.get("marL"), base.margin),
        hanging=abs(_points(style.get("indent"), base.hanging)),
        before=_before(style, base),
        line=_percentage(style.find(f"{_A}lnSpc/{_A}spcPct"), base.line),
        align=_ALIGNS.get(style.get("algn") or "", base.align),
        marker=marker,
        bullet=bullet,
    )


def _before(style: Element, base: Look) -> float:
    points = style.find(f"{_A}spcBef/{_A}spcPts")
    if points is not None:
        return float(points.get("val", "0")) / 100
    share = style.find(f"{_A}spcBef/{_A}spcPct")
    return base.before if share is None else base.size * 1.2 * _percentage(share, 0.0)


def _percentage(element: Element | None, otherwise: float) -> float:
    value = element.get("val") if element is not None else None
    if value is None:
        return otherwise
    return float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100000


def _marker(style: Element, base: Look) -> tuple[Marker, str]:
    bullet = style.find(f"{_A}buChar")
    if bullet is not None:
        return "bullet", bullet.get("char", "•")
    if style.find(f"{_A}buAutoNum") is not None:
        return "number", ""
    return ("none", "") if style.find(f"{_A}buNone") is not None else (base.marker, base.bullet)


def _points(value: str | None, otherwise: float = 0.0) -> float:
    return int(value) / 12700 if value is not None else otherwise


def _child(element: Element, path: str) -> Element:
    found = element.find(path)
    if found is None:
        raise ValueError(f"a template lacks {path.rpartition('}')[2]}")
    return found
