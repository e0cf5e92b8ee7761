"""The figure of a hotspot with its areas over it: to press on, and to see which place of the list is meant."""

from decimal import Decimal
from typing import assert_never

from markupsafe import Markup

from builder.content.interactions import Circle, Rectangle
from builder.output.quiz import Hotspot
from builder.output.text import plain_text
from builder.records import dataclass
from builder.write.quiz_markup import Setting
from builder.write.quiz_words import letter, runs_markup

_WIDTH = Decimal(100)
"""Of the drawing: its units are per cent of the figure's width."""
_BADGE = Decimal("3.2")
"""Radius of the circle that holds an area's letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One area: its outline, and where its letter stands."""

    id: str
    letter: str
    outline: Markup
    x: str
    y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A figure and what lies on it."""

    address: str
    alternative: str
    caption: Markup
    height: str
    """Where the width is 100."""
    badge: str
    shapes: tuple[Shape, ...]


def view_spot(hotspot: Hotspot, setting: Setting) -> Spot:
    """Return the figure of a hotspot, its areas in units of its width."""
    figure = hotspot.figure
    height = _WIDTH * Decimal(figure.image.height) / Decimal(figure.image.width)
    return Spot(
        address=setting.image(figure),
        alternative=plain_text(figure.alternative),
        caption=runs_markup(figure.caption, setting),
        height=_number(height),
        badge=_number(_BADGE),
        shapes=tuple(
            _shape(area.option.id, letter(place), area.shape, height) for place, area in enumerate(hotspot.areas)
        ),
    )


def _shape(id: str, name: str, shape: Rectangle | Circle, height: Decimal) -> Shape:
    down = height / 100
    match shape:
        case Rectangle(x=x, y=y, width=width, height=high):
            values = {"x": x, "y": y * down, "width": width, "height": high * down}
            corner = (x, y * down)
        case Circle(x=x, y=y, radius=radius):
            values = {"cx": x, "cy": y * down, "r": radius}
            corner = (x, y * down - radius)
        case _:
            assert_never(shape)
    tag = "rect" if isinstance(shape, Rectangle) else "circle"
    written = " ".join(f'{name}="{_number(value)}"' for name, value in values.items())
    across, from_top = _within(corner[0], _WIDTH), _within(corner[1], height)
    return Shape(id=id, letter=name, outline=Markup(f"<{tag} {written}/>"), x=_number(across), y=_number(from_top))


def _within(place: Decimal, size: Decimal) -> Decimal:
    """Return where a badge is wholly on the figure."""
    return max(_BADGE, min(place, size - _BADGE))


def _number(value: Decimal) -> str:
    return f"{float(value):.3f}".rstrip("0").rstrip(".")
