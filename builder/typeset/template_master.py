"""A template's masters and layouts: where each placeholder stands and how it looks, everything it inherits resolved."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from html import unescape
from xml.etree.ElementTree import Element

from builder.output.deck import Anchor, Box, Colour, Insets, Look, Placeholder, PlaceholderKind
from builder.output.palette import Shade
from builder.records import dataclass
from builder.typeset.template_looks import COLOURS, Styled, styled
from builder.typeset.template_scheme import Scheme, colour_map, read_scheme
from builder.typeset.template_xml import A, P, child, parse, points

LAYOUT_PART = re.compile(r"ppt/slideLayouts/[^/]+\.xml")
_LAYOUT_NAME = re.compile(rb'<p:cSld[^>]*\bname="([^"]*)"')
_LAYOUT_KIND = re.compile(rb'<p:sldLayout\b[^>]*\btype="([^"]*)"')
_TARGET = re.compile(r'<Relationship\b(?=[^>]*\bType="[^"]*/(\w+)")(?=[^>]*\bTarget="([^"]*)")[^>]*>')
_ANCHORS: Mapping[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_USUAL = Insets(left=7.2, top=3.6, right=7.2, bottom=3.6)
_NOWHERE = Box(left=0.0, top=0.0, width=0.0, height=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A placeholder of a layout, everything it inherits resolved."""

    name: str
    placeholder: Placeholder
    box: Box
    """The room that it offers."""
    looks: tuple[Look, ...]
    """How its levels are set in a deck; what the layout gives them is in the placeholder."""
    fill: Colour | None = None
    """What a place that the template lacks is filled with; None for nothing."""
    ground: Shade | None = field(default=None, compare=False)
    """What the layout fills it with, where that can be told."""
    tones: tuple[Shade | None, ...] = field(default=(), compare=False)
    """The colours of its letters by level, where they can be told."""

    @property
    def insets(self) -> Insets:
        """Return the room between its box and its text."""
        return self.placeholder.insets

    def look(self, level: int) -> Look:
        """Return how a level looks; a deeper one than the layout knows looks as its deepest."""
        return self.looks[min(level, len(self.looks) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """What the layouts of one master share."""

    tree: Element = field(repr=False)
    scheme: Scheme = field(repr=False)
    areas: Mapping[str, Area]
    """By kind of placeholder; ``other`` for kinds that it does not show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One layout, its placeholders in the order in which it draws them."""

    name: str
    kind: str
    """PowerPoint's word for what it is for; empty for none."""
    tree: Element = field(repr=False)
    master: Master = field(repr=False)
    areas: tuple[Area, ...]


def layout_name(layout: bytes) -> str:
    """Return the name of a layout from its XML."""
    found = _LAYOUT_NAME.search(layout)
    return unescape(found[1].decode("utf-8")) if found else ""


def layout_kind(layout: bytes) -> str:
    """Return PowerPoint's word for what a layout is for; empty for none."""
    found = _LAYOUT_KIND.search(layout)
    return found[1].decode("utf-8") if found else ""


def targets(part: str, parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the kind and the part of each relationship of a part, in their order."""
    folder, _, file = part.rpartition("/")
    written = parts.get(f"{folder}/_rels/{file}.rels", b"").decode("utf-8")
    for kind, target in _TARGET.findall(written):
        yield kind, posixpath.normpath(posixpath.join(f"/{folder}", unescape(target))).lstrip("/")


def target(part: str, kind: str, parts: Mapping[str, bytes]) -> str:
    """Return the first part of a kind that a part leads to; an empty name for none."""
    return next((found for name, found in targets(part, parts) if name == kind), "")


def layouts_in_order(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the part of each layout by its name, master by master; of two with one name the first."""
    found: dict[str, str] = {}
    masters = [name for kind, name in targets("ppt/presentation.xml", parts) if kind == "slideMaster"]
    for master in masters:
        for kind, name in targets(master, parts):
            if kind == "slideLayout" and name in parts:
                found.setdefault(layout_name(parts[name]), name)
    return found


def read_master(part: str, parts: Mapping[str, bytes]) -> Master:
    """Return what a master gives to its layouts."""
    tree = parse(parts[part])
    scheme = read_scheme(parse(parts[target(part, "theme", parts)]), colour_map(tree))
    styles = tree.find(f"{P}txStyles")
    base = {
        name: styled(styles.find(f"{P}{name}Style") if styles is not None else None, None, scheme)
        for name in ("title", "body", "other")
    }
    areas = {name: _bare(name, style) for name, style in base.items()}
    for shape in tree.iter(f"{P}sp"):
        kind = _kind(shape)
        if kind and kind not in areas:
            areas[kind] = _area(shape, areas[_style(kind)], scheme)
        elif kind:
            areas[kind] = _area(shape, areas[kind], scheme)
    return Master(tree=tree, scheme=scheme, areas=areas)


def read_layout(part: str, parts: Mapping[str, bytes], master: Master) -> Layout:
    """Return a layout under its master."""
    data = parts[part]
    tree = parse(data)
    areas = []
    for shape in tree.iter(f"{P}sp"):
        kind = _kind(shape)
        if kind:
            general = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}.get(kind, kind)
            areas.append(_area(shape, master.areas.get(general) or master.areas[_style(kind)], master.scheme))
    return Layout(name=layout_name(data), kind=layout_kind(data), tree=tree, master=master, areas=tuple(areas))


def _bare(name: str, style: Styled) -> Area:
    holder = Placeholder(kind="body", looks=style.looks, insets=_USUAL)
    return Area(name=name, placeholder=holder, box=_NOWHERE, looks=style.looks, tones=style.tones)


def _style(kind: str) -> str:
    if kind in ("title", "ctrTitle"):
        return "title"
    return "other" if kind in ("ftr", "sldNum", "dt") else "body"


def _kind(shape: Element) -> PlaceholderKind | None:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if holder is None or holder.get("orient") == "vert":
        return None
    return holder.get("type", "obj")  # type: ignore[return-value]


def _area(shape: Element, inherited: Area, scheme: Scheme) -> Area:
    holder = child(shape, f"{P}nvSpPr/{P}nvPr/{P}ph")
    text = shape.find(f"{P}txBody")
    properties = text.find(f"{A}bodyPr") if text is not None else None
    styles = text.find(f"{A}lstStyle") if text is not None else None
    style = styled(styles, Styled(inherited.placeholder.looks, inherited.tones), scheme)
    box = _box(shape) or inherited.box
    filled = shape.find(f"{P}spPr/{A}solidFill")
    colour = shape.find(f"{P}spPr/{A}solidFill/{A}schemeClr")
    return Area(
        name=str(child(shape, f"{P}nvSpPr/{P}cNvPr").get("name")),
        placeholder=Placeholder(
            kind=_kind(shape) or "obj",
            index=int(holder.get("idx", "0")),
            looks=style.looks,
            insets=_insets(properties, inherited.insets),
            anchor=_anchor(properties, inherited.placeholder.anchor),
            box=box,
        ),
        box=box,
        looks=style.looks,
        fill=COLOURS.get(str(colour.get("val"))) if colour is not None else inherited.fill,
        ground=scheme.tone(filled[0]) if filled is not None and len(filled) else inherited.ground,
        tones=style.tones,
    )


def _box(shape: Element) -> Box | None:
    frame = shape.find(f"{P}spPr/{A}xfrm")
    return frame_box(frame) if frame is not None else None


def frame_box(frame: Element) -> Box:
    """Return the rectangle of a shape's frame."""
    offset, size = child(frame, f"{A}off"), child(frame, f"{A}ext")
    return Box(
        left=points(offset.get("x")), top=points(offset.get("y")),
        width=points(size.get("cx")), height=points(size.get("cy")),
    )  # fmt: skip


def _anchor(properties: Element | None, inherited: Anchor) -> Anchor:
    own = properties.get("anchor") if properties is not None else None
    return _ANCHORS.get(own or "", inherited)


def _insets(properties: Element | None, inherited: Insets) -> Insets:
    if properties is None:
        return inherited
    return replace(
        inherited,
        left=points(properties.get("lIns"), inherited.left),
        top=points(properties.get("tIns"), inherited.top),
        right=points(properties.get("rIns"), inherited.right),
        bottom=points(properties.get("bIns"), inherited.bottom),
    )
