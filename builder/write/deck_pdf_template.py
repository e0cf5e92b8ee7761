"""What a template gives to the slides on it: grounds, the look of its places and tables, what our colours are in it."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from builder.output.deck import Colour, Look, Paragraph, Placeholder
from builder.output.resources import Resources
from builder.typeset.template import Area, Theme, read_theme
from builder.typeset.template_master import Layout, target
from builder.typeset.template_scheme import Scheme
from builder.typeset.template_xml import A, P, parse
from builder.write.deck_pdf_art import Art, colour_of, ground_svg, line_of, read_media
from builder.write.deck_pdf_words import template_words
from builder.write.pptx.package import styled_tables
from builder.write.pptx.text import COLOURS

TEMPLATE, HOUSE = "deck.pptx", "house.pptx"
Line = tuple[str, float]
"""A colour and points."""
_STYLES = "ppt/tableStyles.xml"
_SPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


class Place(NamedTuple):
    """How a layout paints one of its places."""

    fill: str | None
    line: Line | None


class TableLook(NamedTuple):
    """How tables look: their header, their other rows, and every second of these."""

    head: str | None
    letters: str
    """Of the header."""
    bold: bool
    rows: str | None
    banded: str | None
    line: Line | None


NOTHING = Place(None, None)


class Template:
    """A template, read once for a deck; it lives as long as the deck is drawn."""

    def __init__(self, theme: Theme, data: bytes) -> None:
        self._theme = theme
        self._data = data
        self._places: dict[tuple[str, str, int], Place] = {}
        self.width, self.height = theme.width, theme.height
        self.colours = _colours(theme)

    def ground(self, layout: str, language: str) -> dict[str, Any]:
        """Return what lies behind the text of a slide on a layout: an SVG drawing of all of it, and its own words."""
        found, parts = self._layout(layout), self._theme.parts
        part = self._theme.names[found.name]
        arts = [
            Art(tree, found.master.scheme, read_media(name, parts, self._read))
            for name, tree in ((target(part, "slideMaster", parts), found.master.tree), (part, found.tree))
        ]
        words = list(template_words(found, language))
        return {"drawing": ground_svg(found, arts, self.width, self.height), "words": words}

    def place(self, layout: str, holder: Placeholder | None) -> Place:
        """Return how a layout paints a place; nothing for one that it does not have."""
        if holder is None or holder.box is None:
            return NOTHING
        key = (layout, holder.kind, holder.index)
        if key not in self._places:
            self._places[key] = self._place(self._layout(layout), holder)
        return self._places[key]

    def letters(self, layout: str, holder: Placeholder | None, look: Look, level: int) -> str:
        """Return the colour of a text: its own where it says one, else what the layout gives that level."""
        given = holder.looks[min(level, len(holder.looks) - 1)] if holder and holder.looks else None
        area = self._area(self._layout(layout), holder) if holder and given else None
        if area is not None and given is not None and look.colour == given.colour and area.tones:
            tone = area.tones[min(level, len(area.tones) - 1)]
            if tone is not None:
                return f"#{tone.value}"
        return self.colours[look.colour or "ink"]

    def bullet(self, layout: str, holder: Placeholder | None, paragraph: Paragraph) -> str:
        """Return the colour of the sign before an item: the layout's, where the sign is the layout's as well."""
        look, level = paragraph.look, paragraph.level
        given = holder.looks[min(level, len(holder.looks) - 1)] if holder and holder.looks else None
        same = given and (look.marker, look.bullet) == (given.marker, given.bullet)
        if holder is None or not same or paragraph.mark:
            return self.colours["sea"]
        found = self._layout(layout)
        for styles in _styles(_shape(found, holder), found, holder.kind):
            colour = styles.find(f"{A}lvl{level + 1}pPr/{A}buClr") if styles is not None else None
            tone = found.master.scheme.tone(colour[0]) if colour is not None and len(colour) else None
            if tone is not None:
                return f"#{tone.value}"
        return self.letters(layout, holder, look, level)

    @cached_property
    def table(self) -> TableLook:
        """Return how the tables of the template look."""
        scheme = self._theme.layout(next(iter(self._theme.names))).master.scheme
        style = _table_style(styled_tables(self._theme.parts[_STYLES], self._theme.shades))
        if style is None:
            band = self.colours["mist"]
            return TableLook(self.colours["teal"], self.colours["white"], True, None, band, (self.colours["line"], 1.0))
        first = style.find(f"{A}firstRow/{A}tcTxStyle")
        letters = _letters(first, scheme) if first is not None else None
        return TableLook(
            head=_cell_fill(style, "firstRow", scheme),
            letters=letters or self.colours["ink"],
            bold=first is not None and first.get("b") == "on",
            rows=_cell_fill(style, "wholeTbl", scheme),
            banded=_cell_fill(style, "band1H", scheme),
            line=_row_line(style, scheme),
        )

    def _layout(self, name: str) -> Layout:
        """Return the template's layout of a name, or the one that stands in for ours of that name."""
        return self._theme.layout(name) if name in self._theme.names else self._theme.stand_in(name)

    def _place(self, layout: Layout, holder: Placeholder) -> Place:
        area = self._area(layout, holder)
        shape = _shape(layout, holder)
        properties = shape.find(f"{P}spPr") if shape is not None else None
        line = line_of(properties, layout.master.scheme) if properties is not None else None
        return Place(f"#{area.ground.value}" if area and area.ground else None, line)

    def _area(self, layout: Layout, holder: Placeholder) -> Area | None:
        wanted = (holder.kind, holder.index)
        return next((one for one in layout.areas if (one.placeholder.kind, one.placeholder.index) == wanted), None)

    def _read(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self._data)) as package:
            return package.read(name)


def template_of(resources: Resources) -> Template:
    """Return the template of a build; it has passed its own checks before."""
    return _template(resources.files[TEMPLATE], resources.files.get(HOUSE))


@lru_cache(maxsize=4)
def _template(data: bytes, house: bytes | None) -> Template:
    return Template(read_theme(data, house), data)


def _colours(theme: Theme) -> Mapping[Colour, str]:
    """Return what our colours are in a template, each as ``#RRGGBB``."""
    scheme = theme.layout(next(iter(theme.names))).master.scheme
    elements = {name: parse(f"<x {_SPACE}>{written}</x>".encode())[0] for name, written in COLOURS.items()}
    own = {name: f"#{tone.value}" for name, element in elements.items() if (tone := scheme.tone(element))}
    return own | {name: f"#{shade.value}" for name, shade in theme.shades}


def _shape(layout: Layout, holder: Placeholder) -> Element | None:
    wanted = (holder.kind, holder.index)
    return next((one for one in layout.tree.iter(f"{P}sp") if _index(one) == wanted), None)


def _index(shape: Element) -> tuple[str, int] | None:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return (holder.get("type", "obj"), int(holder.get("idx", "0"))) if holder is not None else None


def _styles(shape: Element | None, layout: Layout, kind: str) -> Iterator[Element | None]:
    """Yield where a placeholder's levels are told of: its own styles, its master's place, its master's texts."""
    master = layout.master.tree
    places = [shape, *(one for one in master.iter(f"{P}sp") if (_index(one) or ("", 0))[0] == kind)]
    yield from (one.find(f"{P}txBody/{A}lstStyle") for one in places if one is not None)
    yield master.find(f"{P}txStyles/{P}bodyStyle")


def _table_style(data: bytes) -> Element | None:
    """Return the style that tables have by default, where the template holds it."""
    styles = parse(data)
    return next((style for style in styles if style.get("styleId") == styles.get("def")), None)


def _cell_fill(style: Element, part: str, scheme: Scheme) -> str | None:
    fill = style.find(f"{A}{part}/{A}tcStyle/{A}fill/{A}solidFill")
    colour = colour_of(fill, scheme) if fill is not None else None
    return colour[0] if colour else None


def _letters(text: Element, scheme: Scheme) -> str | None:
    tones = (scheme.tone(one) for one in text if one.tag != f"{A}fontRef")
    return next((f"#{tone.value}" for tone in tones if tone), None)


def _row_line(style: Element, scheme: Scheme) -> Line | None:
    borders = style.find(f"{A}wholeTbl/{A}tcStyle/{A}tcBdr/{A}insideH")
    return line_of(borders, scheme) if borders is not None else None
