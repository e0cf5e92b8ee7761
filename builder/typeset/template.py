"""A template as a planner sees it: our layouts with all their places, whoever drew the template."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from builder.output.deck import Colour
from builder.output.palette import Shade
from builder.records import dataclass
from builder.typeset.template_areas import Stand, adopted, body_of
from builder.typeset.template_colours import tones_of
from builder.typeset.template_layouts import POINTS, WANTED, find_layout
from builder.typeset.template_master import (
    Area,
    Layout,
    Master,
    layouts_in_order,
    read_layout,
    read_master,
    target,
)
from builder.typeset.template_roles import BODY, SLIDE, STRIP
from builder.typeset.template_xml import P, child, parse, points

__all__ = ["Area", "Theme", "read_theme"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A template as a planner sees it."""

    width: float
    height: float
    parts: Mapping[str, bytes] = field(repr=False)
    names: Mapping[str, str]
    """Layout name → its part, read when first asked for."""
    chosen: Mapping[str, str]
    """Our layout → the one that the publisher names for it."""
    house: "Theme | None" = field(repr=False)
    """Our own theme, which lends what a publisher's template does not have; None for our own."""
    memory: dict[str, Layout | Master | Mapping[int, Area]] = field(repr=False, compare=False)
    """What was read so far: a memory only, it changes no result."""

    @property
    def is_ours(self) -> bool:
        """Return whether the template is ours or made from ours: its places bear our numbers."""
        return POINTS in self.names and {STRIP, SLIDE} <= {area.placeholder.index for area in self.layout(POINTS).areas}

    def area(self, layout: str, role: int) -> Area:
        """Return a place of one of our layouts, or the body of ``Points`` that stands in for it."""
        return self.areas(layout).get(role) or self.areas(POINTS)[BODY]

    def areas(self, layout: str) -> Mapping[int, Area]:
        """Return the places of one of our layouts by what they are for; where there is none, those of ``Points``."""
        key = f"areas of {layout}"
        if key not in self.memory:
            self.memory[key] = self._areas(layout)
        return self.memory[key]  # type: ignore[return-value]

    def stand_in(self, layout: str) -> Layout:
        """Return the template's own layout on which one of ours is drawn."""
        found = self.found(layout)
        if found is not None:
            return found
        wanted = WANTED.get(layout)
        return self.stand_in(wanted.otherwise if wanted and layout != POINTS else POINTS)

    def has(self, layout: str) -> bool:
        """Return whether the template has a layout of its own for one of ours."""
        return self.found(layout) is not None

    def found(self, layout: str) -> Layout | None:
        """Return the template's own layout for one of ours; None where another has to stand in."""
        if self.is_ours:
            called = self.chosen.get(layout, layout)
            return self.layout(called) if called in self.names else None
        return find_layout(layout, self.layouts, self.chosen)

    @property
    def shades(self) -> tuple[tuple[Colour, Shade], ...]:
        """Return what our colours are in a publisher's template; nothing for ours, which has them all."""
        if self.is_ours:
            return ()
        stand = self.stand
        return tuple(tones_of(stand.points, body_of(stand)).items())

    @property
    def fonts(self) -> frozenset[str]:
        """Return the typefaces in which a deck sets text on this template."""
        names = self.house.names if self.house else self.names
        looks = (look for name in names for area in self.areas(name).values() for look in area.looks)
        return frozenset(look.font for look in looks if look.font)

    @property
    def stand(self) -> Stand:
        """Return how our layouts are set into a publisher's template."""
        house = self.house.areas(POINTS) if self.house else {}
        return Stand(width=self.width, height=self.height, points=self.stand_in(POINTS), house=house)

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Return all layouts of the template, in its own order."""
        return tuple(self.layout(name) for name in self.names)

    def layout(self, name: str) -> Layout:
        """Return a layout of the template by its own name."""
        part = self.names[name]
        if part not in self.memory:
            self.memory[part] = read_layout(part, self.parts, self._master(target(part, "slideMaster", self.parts)))
        return self.memory[part]  # type: ignore[return-value]

    def _master(self, part: str) -> Master:
        if part not in self.memory:
            self.memory[part] = read_master(part, self.parts)
        return self.memory[part]  # type: ignore[return-value]

    def _areas(self, layout: str) -> Mapping[int, Area]:
        own = self.found(layout) or self.layout(POINTS) if self.is_ours else None
        numbered = {area.placeholder.index: area for area in own.areas} if own else {}
        if self.house is None:
            return numbered
        areas = adopted(layout, self.stand_in(layout), self.house.areas(layout), self.stand)
        if self.found(layout) is None or not self.is_ours:
            return areas
        return {role: area for role, area in areas.items() if area.placeholder.box is None} | numbered


@lru_cache(maxsize=8)
def read_theme(template: bytes, house: bytes | None = None, chosen: tuple[tuple[str, str], ...] = ()) -> Theme:
    """Return what a template says; it has passed its own checks before.

    Our own theme (``house``) lends what a publisher's template does not have.
    """
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}
    size = child(parse(parts["ppt/presentation.xml"]), f"{P}sldSz")
    return Theme(
        width=points(size.get("cx")),
        height=points(size.get("cy")),
        parts=parts,
        names=layouts_in_order(parts),
        chosen=dict(chosen),
        house=read_theme(house) if house is not None else None,
        memory={},
    )
