"""What a template draws behind its slides → SVG: grounds, forms, free curves, pictures."""

import math
import posixpath
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from builder.output.deck import Box
from builder.typeset.template_master import Layout, frame_box
from builder.typeset.template_scheme import Scheme
from builder.typeset.template_xml import A, P, parse, points
from builder.write.deck_pdf_forms import DEGREE, rectangle_path, shape_paths

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MEDIA = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}
_LINE = 0.75
"""Points of a line that does not say how wide it is."""


class Art(NamedTuple):
    """Where a drawing comes from: a layout or its master, their colours, the files that they lead to."""

    tree: Element
    scheme: Scheme
    media: Mapping[str, str]
    """Relationship id → picture, as a data address."""


def ground_svg(layout: Layout, arts: Sequence[Art], width: float, height: float) -> str:
    """Return a slide's ground with all that stands on it before any text, as wide and high as the slide in points.

    ``arts`` are those of the layout's master and of the layout itself.
    """
    pen = _Pen(width, height)
    bearers = [art for art in arts if art.tree.find(f"{P}cSld/{P}bg") is not None]
    pen.ground(bearers[-1] if bearers else arts[0])
    shown = behind(layout)
    for art in arts:
        tree = art.tree.find(f"{P}cSld/{P}spTree")
        if tree is not None and any(art.tree is one for one in shown):
            pen.shapes(tree, art)
    return pen.svg()


def behind(layout: Layout) -> list[Element]:
    """Return the trees whose shapes stand behind the slides of a layout, from the back."""
    return [layout.tree] if layout.tree.get("showMasterSp") == "0" else [layout.master.tree, layout.tree]


def read_media(part: str, parts: Mapping[str, bytes], read: Callable[[str], bytes]) -> Mapping[str, str]:
    """Return the pictures that a part leads to; what is no picture of the web is left out."""
    folder, _, file = part.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{file}.rels", b"")
    found = {}
    for row in parse(relations) if b"/image" in relations else ():
        name = posixpath.normpath(posixpath.join(f"/{folder}", row.get("Target", ""))).lstrip("/")
        media = _MEDIA.get(name.rpartition(".")[2].lower())
        if row.get("Type", "").endswith("/image") and media and row.get("TargetMode") != "External":
            found[row.get("Id", "")] = f"data:{media};base64,{b64encode(read(name)).decode()}"
    return found


def colour_of(fill: Element, scheme: Scheme) -> tuple[str, float] | None:
    """Return the colour of a fill or line that has one only, as ``#RRGGBB`` and how much it covers."""
    tone = scheme.tone(fill[0]) if len(fill) else None
    if tone is None:
        return None
    alpha = fill[0].find(f"{A}alpha")
    return f"#{tone.value}", int(alpha.get("val", "100000")) / 100000 if alpha is not None else 1.0


def line_of(properties: Element, scheme: Scheme) -> tuple[str, float] | None:
    """Return the colour and width, in points, of the line around a shape; None for no line."""
    line = properties.find(f"{A}ln")
    fill = line.find(f"{A}solidFill") if line is not None else None
    colour = colour_of(fill, scheme) if fill is not None else None
    return (colour[0], points(line.get("w"), _LINE)) if colour and line is not None else None


class _Pen:
    """Draws one ground; it lives as long as that takes."""

    def __init__(self, width: float, height: float) -> None:
        self._page = Box(left=0.0, top=0.0, width=width, height=height)
        self._defined: list[str] = []
        self._drawn: list[str] = []

    def svg(self) -> str:
        """Return the whole drawing."""
        size = f"{self._page.width:g} {self._page.height:g}"
        defined = f"<defs>{''.join(self._defined)}</defs>" if self._defined else ""
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{defined}{"".join(self._drawn)}</svg>'

    def ground(self, art: Art) -> None:
        """Fill the page."""
        reference = art.tree.find(f"{P}cSld/{P}bg/{P}bgRef")
        properties = art.tree.find(f"{P}cSld/{P}bg/{P}bgPr")
        white = art.scheme.colours.get("bg1", "FFFFFF")
        self._drawn.append(f'<path d="{rectangle_path(self._page)}" fill="#{white}"/>')
        if reference is not None:
            tone = art.scheme.tone(reference[0]) if len(reference) else None
            self._draw(rectangle_path(self._page), f'fill="#{tone.value}"' if tone else "")
        elif properties is not None:
            picture = properties.find(f"{A}blipFill")
            if picture is not None:
                self._picture(picture, self._page, art)
            self._draw(rectangle_path(self._page), self._fill(properties, art, self._page))

    def shapes(self, shapes: Iterable[Element], art: Art) -> None:
        """Draw what is no placeholder, from the back."""
        for shape in shapes:
            if shape.tag == f"{P}grpSp":
                self._group(shape, art)
            elif shape.tag in (f"{P}sp", f"{P}pic", f"{P}cxnSp") and not _is_place(shape):
                self._shape(shape, art)

    def _group(self, group: Element, art: Art) -> None:
        frame = group.find(f"{P}grpSpPr/{A}xfrm")
        offset, extent = (frame.find(f"{A}{name}") if frame is not None else None for name in ("chOff", "chExt"))
        if frame is None or offset is None or extent is None:
            self.shapes(group, art)
            return
        box = frame_box(frame)
        inner = (points(offset.get("x")), points(offset.get("y")), points(extent.get("cx")), points(extent.get("cy")))
        across, down = (box.width / inner[2] if inner[2] else 1.0), (box.height / inner[3] if inner[3] else 1.0)
        origin = f"translate({0 - inner[0]:g} {0 - inner[1]:g})"
        move = f"translate({box.left:g} {box.top:g}) scale({across:g} {down:g}) {origin}"
        self._drawn.append(f'<g transform="{_turned(frame, box)}{move}">')
        self.shapes(group, art)
        self._drawn.append("</g>")

    def _shape(self, shape: Element, art: Art) -> None:
        properties = shape.find(f"{P}spPr")
        frame = properties.find(f"{A}xfrm") if properties is not None else None
        if properties is None or frame is None:
            return
        box = frame_box(frame)
        turned = _turned(frame, box)
        self._drawn.append(f'<g transform="{turned}">' if turned else "<g>")
        blip = shape.find(f"{P}blipFill") if shape.tag == f"{P}pic" else properties.find(f"{A}blipFill")
        if blip is not None:
            self._picture(blip, box, art)
        line = line_of(properties, art.scheme)
        stroke = f' stroke="{line[0]}" stroke-width="{line[1]:g}"' if line else ""
        for path, filled in shape_paths(properties, box):
            fill = self._fill(properties, art, box, shape) if filled else ""
            self._draw(path, (fill or 'fill="none"') + stroke if fill or stroke else "")
        self._drawn.append("</g>")

    def _draw(self, path: str, look: str) -> None:
        if path and look:
            self._drawn.append(f'<path d="{path}" {look}/>')

    def _fill(self, properties: Element, art: Art, box: Box, shape: Element | None = None) -> str:
        """Return the attributes of a fill; an empty text for none."""
        solid, blend = properties.find(f"{A}solidFill"), properties.find(f"{A}gradFill")
        if solid is not None:
            colour = colour_of(solid, art.scheme)
            return _filled(*colour) if colour else ""
        if blend is not None:
            return self._blend(blend, art, box)
        styled = shape.find(f"{P}style/{A}fillRef") if shape is not None else None
        if styled is None or styled.get("idx") == "0" or properties.find(f"{A}noFill") is not None:
            return ""
        colour = colour_of(styled, art.scheme)
        return _filled(*colour) if colour else ""

    def _blend(self, blend: Element, art: Art, box: Box) -> str:
        stops = []
        for stop in blend.iter(f"{A}gs"):
            colour = colour_of(stop, art.scheme)
            if colour:
                place = int(stop.get("pos", "0")) / 1000
                stops.append(f'<stop offset="{place:g}%" stop-color="{colour[0]}" stop-opacity="{colour[1]:g}"/>')
        if not stops:
            return ""
        id, line = f"blend{len(self._defined)}", blend.find(f"{A}lin")
        if line is None:
            self._defined.append(f'<radialGradient id="{id}">{"".join(stops)}</radialGradient>')
        else:
            ends = _ends(math.radians(int(line.get("ang", "0")) / DEGREE), box)
            self._defined.append(f'<linearGradient id="{id}" {ends}>{"".join(stops)}</linearGradient>')
        return f'fill="url(#{id})"'

    def _picture(self, fill: Element, box: Box, art: Art) -> None:
        """Draw a picture into a box, without what is cut off at its sides."""
        blip = fill.find(f"{A}blip")
        data = art.media.get(blip.get(f"{OFFICE}embed", "")) if blip is not None else None
        if not data:
            return
        cut = fill.find(f"{A}srcRect")
        left, top, right, bottom = ((int(cut.get(side, "0")) if cut is not None else 0) / 100000 for side in "ltrb")
        width, height = box.width / max(1 - left - right, 0.01), box.height / max(1 - top - bottom, 0.01)
        id = f"cut{len(self._defined)}"
        self._defined.append(f'<clipPath id="{id}"><path d="{rectangle_path(box)}"/></clipPath>')
        self._drawn.append(
            f'<g clip-path="url(#{id})"><image x="{box.left - left * width:g}" y="{box.top - top * height:g}" '
            f'width="{width:g}" height="{height:g}" preserveAspectRatio="none" href="{data}"/></g>'
        )


def _ends(turn: float, box: Box) -> str:
    """Return where a blend that runs in a direction begins and ends, so that its ends touch the corners of a box."""
    across, down = math.cos(turn), math.sin(turn)
    reach = (abs(box.width * across) + abs(box.height * down)) / 2
    x, y = box.left + box.width / 2, box.top + box.height / 2
    ends = (x - across * reach, y - down * reach, x + across * reach, y + down * reach)
    written = " ".join(f'{name}="{value:.2f}"' for name, value in zip(("x1", "y1", "x2", "y2"), ends, strict=True))
    return f'gradientUnits="userSpaceOnUse" {written}'


def _is_place(shape: Element) -> bool:
    return shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None or shape.find(f"{P}nvPicPr/{P}nvPr/{P}ph") is not None


def _filled(colour: str, share: float) -> str:
    return f'fill="{colour}"' if share >= 1 else f'fill="{colour}" fill-opacity="{share:g}"'


def _turned(frame: Element, box: Box) -> str:
    """Return how a shape is turned and mirrored about its middle."""
    middle = (box.left + box.width / 2, box.top + box.height / 2)
    turn = int(frame.get("rot", "0")) / DEGREE
    across, down = (-1 if frame.get(name) in ("1", "true") else 1 for name in ("flipH", "flipV"))
    rotated = f"rotate({turn:g} {middle[0]:g} {middle[1]:g}) " if turn else ""
    if (across, down) == (1, 1):
        return rotated
    x, y = middle
    return f"{rotated}translate({x:g} {y:g}) scale({across} {down}) translate({-x:g} {-y:g}) "
