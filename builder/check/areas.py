"""Areas of a hotspot lie on its figure."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from builder.content.index import Index
from builder.content.interactions import Circle, Hotspot, Rectangle
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.edition import Picture

_SLACK = 0.01


def check_areas(content: Index, pictures: Mapping[str, Picture]) -> Iterator[Diagnostic]:
    """Yield a finding for each area that reaches out of its figure; a circle's height depends on the figure's shape."""
    for hotspot in content.of(Hotspot):
        picture = pictures.get(hotspot.figure.path)
        ratio = picture.width / picture.height if picture else None
        for area in hotspot.areas:
            if _leaves(area.shape, ratio):
                message = "the area reaches out of the figure"
                hint = "x, y, width, height and radius are per cent; the radius is per cent of the figure's width"
                yield diagnose(Code.AREA_MALFORMED, message, area.option.span, hint=hint)


def _leaves(shape: Rectangle | Circle, ratio: float | None) -> bool:
    match shape:
        case Rectangle():
            left, top = float(shape.x), float(shape.y)
            right, bottom = left + float(shape.width), top + float(shape.height)
        case Circle():
            across = float(shape.radius)
            down = across * ratio if ratio is not None else 0.0
            left, right = float(shape.x) - across, float(shape.x) + across
            top, bottom = float(shape.y) - down, float(shape.y) + down
        case _:
            assert_never(shape)
    return min(left, top) < -_SLACK or max(right, bottom) > 100 + _SLACK
