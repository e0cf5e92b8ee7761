# ruff: noqa: E501
"""The drawn marks of the deck theme as shapes: rectangles, and the arches that stand for the course. In points."""

from math import acos, cos, pi, sin

EMU = 12700
Box = tuple[float, float, float, float]


def rectangle(name: str, box: Box, colour: str) -> str:
    """Return a filled rectangle that says nothing."""
    return _shape(
        name, box, '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', f"{_solid(colour)}<a:ln><a:noFill/></a:ln>"
    )


def arch(
    name: str, *, centre: float, ground: float, radius: float, bounds: tuple[float, float], stroke: tuple[str, float]
) -> str:
    """Return half a circle standing on the ground, cut where it leaves the bounds."""
    start = pi + acos(min(1.0, (centre - bounds[0]) / radius)) if centre - radius < bounds[0] else pi
    end = 2 * pi - acos(min(1.0, (bounds[1] - centre) / radius)) if centre + radius > bounds[1] else 2 * pi
    box = (centre - radius, ground - radius, 2 * radius, radius)
    first = (radius + radius * cos(start), radius + radius * sin(start))
    path = (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(2 * radius)}" h="{emu(radius)}" fill="none"><a:moveTo><a:pt x="{emu(first[0])}" y="{emu(first[1])}"/></a:moveTo>'
        f'<a:arcTo wR="{emu(radius)}" hR="{emu(radius)}" stAng="{_angle(start)}" swAng="{_angle(end - start)}"/></a:path></a:pathLst></a:custGeom>'
    )
    colour, width = stroke
    return _shape(name, box, path, f'<a:noFill/><a:ln w="{emu(width)}" cap="flat">{_solid(colour)}</a:ln>')


def arches(
    left: float, width: float, ground: float, radius: float, stroke: float, *, dark: str = "accent1"
) -> tuple[str, ...]:
    """Return the mark of the course: three bridges that meet on one ground."""
    bounds = (left, left + width + stroke)
    middle = left + width * 0.42
    step = radius / 3
    return (
        arch("Arch 1", centre=middle, ground=ground, radius=radius, bounds=bounds, stroke=("accent2", stroke)),
        arch("Arch 2", centre=middle + step, ground=ground, radius=radius, bounds=bounds, stroke=("accent3", stroke)),
        arch("Arch 3", centre=middle - step, ground=ground, radius=radius, bounds=bounds, stroke=(dark, stroke)),
        rectangle("Ground", (left, ground, width, stroke), "tx1"),
    )


def emu(points: float) -> int:
    """Return points as English metric units."""
    return round(points * EMU)


def _angle(radians: float) -> int:
    return round(radians * 180 / pi * 60000)


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def _shape(name: str, box: Box, geometry: str, look: str) -> str:
    left, top, width, height = (emu(value) for value in box)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{{id}}" name="{name}"><a:extLst><a:ext uri="{{{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f"{geometry}{look}</p:spPr></p:sp>"
    )
