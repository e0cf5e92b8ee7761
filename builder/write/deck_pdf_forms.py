"""The outlines of PowerPoint's forms and free curves, as the paths of SVG."""

import math
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from builder.output.deck import Box
from builder.typeset.template_xml import A

DEGREE = 60000
"""DrawingML's angles in one degree."""
_OPEN = ("line", "straightConnector1")
"""Forms that enclose nothing."""
_LETTERS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "quadBezTo": "Q"}


def shape_paths(properties: Element, box: Box) -> Iterator[tuple[str, bool]]:
    """Yield the outlines of a shape and whether each is filled; nothing for a form that we do not draw."""
    own = properties.find(f"{A}custGeom")
    if own is not None:
        for curve in own.iter(f"{A}path"):
            yield _free(curve, box), curve.get("fill") != "none"
        return
    preset = properties.find(f"{A}prstGeom")
    name = preset.get("prst", "rect") if preset is not None else "rect"
    if preset is None and properties.find(f"{A}solidFill") is None:
        return
    path = preset_path(name, box, _adjusted(preset))
    if path:
        yield path, name not in _OPEN


def rectangle_path(box: Box) -> str:
    """Return the outline of a box."""
    return f"M{box.left:g} {box.top:g}H{box.right:g}V{box.bottom:g}H{box.left:g}Z"


def _adjusted(preset: Element | None) -> float | None:
    guide = next(preset.iter(f"{A}gd"), None) if preset is not None else None
    formula = guide.get("fmla", "").split() if guide is not None else []
    return int(formula[1]) / 100000 if len(formula) == 2 and formula[0] == "val" else None


def preset_path(name: str, box: Box, adjusted: float | None) -> str:
    """Return the outline of one of PowerPoint's forms; an empty text for one that we do not draw."""
    short = min(box.width, box.height)
    if name == "roundRect":
        return _rounded(box, short * min(0.16667 if adjusted is None else adjusted, 0.5))
    if name in ("ellipse", "flowChartConnector"):
        across, down = box.width / 2, box.height / 2
        return (
            f"M{box.left:g} {box.top + down:g}A{across:g} {down:g} 0 1 1 {box.right:g} {box.top + down:g}"
            f"A{across:g} {down:g} 0 1 1 {box.left:g} {box.top + down:g}Z"
        )
    reach = short * (0.5 if adjusted is None else adjusted)
    slant = short * (0.25 if adjusted is None else adjusted)
    corners: Mapping[str, Sequence[tuple[float, float]]] = {
        "rect": ((0, 0), (box.width, 0), (box.width, box.height), (0, box.height)),
        "flowChartProcess": ((0, 0), (box.width, 0), (box.width, box.height), (0, box.height)),
        "line": ((0, 0), (box.width, box.height)),
        "straightConnector1": ((0, 0), (box.width, box.height)),
        "triangle": ((box.width / 2, 0), (box.width, box.height), (0, box.height)),
        "rtTriangle": ((0, 0), (box.width, box.height), (0, box.height)),
        "diamond": ((box.width / 2, 0), (box.width, box.height / 2), (box.width / 2, box.height), (0, box.height / 2)),
        "parallelogram": ((slant, 0), (box.width, 0), (box.width - slant, box.height), (0, box.height)),
        "trapezoid": ((slant, 0), (box.width - slant, 0), (box.width, box.height), (0, box.height)),
        "homePlate": (
            (0, 0), (box.width - reach, 0), (box.width, box.height / 2), (box.width - reach, box.height),
            (0, box.height),
        ),
        "chevron": (
            (0, 0), (box.width - reach, 0), (box.width, box.height / 2), (box.width - reach, box.height),
            (0, box.height), (reach, box.height / 2),
        ),
    }  # fmt: skip
    placed = [f"{box.left + x:g} {box.top + y:g}" for x, y in corners.get(name, ())]
    end = "" if name in _OPEN else "Z"
    return f"M{'L'.join(placed)}{end}" if placed else ""


def _rounded(box: Box, radius: float) -> str:
    turns = f"a{radius:g} {radius:g} 0 0 1"
    across, down = box.width - 2 * radius, box.height - 2 * radius
    return (
        f"M{box.left + radius:g} {box.top:g}h{across:g}{turns} {radius:g} {radius:g}v{down:g}{turns} {-radius:g} "
        f"{radius:g}h{-across:g}{turns} {-radius:g} {-radius:g}v{-down:g}{turns} {radius:g} {-radius:g}Z"
    )


def _free(path: Element, box: Box) -> str:
    """Return a free curve, its own units stretched over its box."""
    wide, high = float(path.get("w", "0")), float(path.get("h", "0"))
    across, down = (box.width / wide if wide else 1 / 12700), (box.height / high if high else 1 / 12700)
    written: list[str] = []
    here = (0.0, 0.0)
    for command in path:
        kind = command.tag.rpartition("}")[2]
        spots = [
            (box.left + _number(spot, "x") * across, box.top + _number(spot, "y") * down)
            for spot in command.iter(f"{A}pt")
        ]
        if kind in _LETTERS and spots:
            written.append(_LETTERS[kind] + " ".join(f"{x:.3f} {y:.3f}" for x, y in spots))
            here = spots[-1]
        elif kind == "arcTo":
            arc, here = _arc(command, here, across, down)
            written.append(arc)
        elif kind == "close":
            written.append("Z")
    return "".join(written)


def _arc(command: Element, here: tuple[float, float], across: float, down: float) -> tuple[str, tuple[float, float]]:
    """Return a part of an ellipse that begins here, and where it ends."""
    wide, high = _number(command, "wR") * across, _number(command, "hR") * down
    start, sweep = (math.radians(_number(command, name) / DEGREE) for name in ("stAng", "swAng"))
    middle = (here[0] - wide * math.cos(start), here[1] - high * math.sin(start))
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2)))
    turns = (start + sweep * number / pieces for number in range(1, pieces + 1))
    spots = [(middle[0] + wide * math.cos(turn), middle[1] + high * math.sin(turn)) for turn in turns]
    side = int(sweep > 0)
    return "".join(f"A{wide:.3f} {high:.3f} 0 0 {side} {x:.3f} {y:.3f}" for x, y in spots), spots[-1]


def _number(element: Element, name: str) -> float:
    """Return a length or angle; one that a formula would give counts as nought."""
    try:
        return float(element.get(name, "0"))
    except ValueError:
        return 0.0
