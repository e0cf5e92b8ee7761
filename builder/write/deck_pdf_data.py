"""A deck → plain data for Typst: every box with its colours, in points; nothing is left for it to look up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, assert_never

from builder.languages.numbers import decimal_text
from builder.languages.table import Language, find_language
from builder.output.deck import (
    Box,
    ChartShape,
    Colour,
    Deck,
    Element,
    Insets,
    Look,
    Ornament,
    Paragraph,
    PictureShape,
    Row,
    Slide,
    TableShape,
    TextShape,
)
from builder.output.image import PNG, Image
from builder.output.text import Runs, plain_text
from builder.write.deck_pdf_template import Template
from builder.write.deck_pdf_text import Texts, runs_data
from builder.write.rasterize import rasterize
from builder.write.vectors import as_svg, has_joined_letters

_TITLES, _FEET = ("title", "ctrTitle"), ("ftr", "sldNum")
_LINE: Colour = "line"
_LINE_WIDTH = 1.5
_SERIES: tuple[Colour, ...] = ("teal", "sea", "grey", "brick")
"""The colours of a chart's series, as in the deck."""
_PIXELS = 2000


class DeckData:
    """Turns a deck into plain data, and gathers its pictures and grounds, each once."""

    def __init__(self, deck: Deck, template: Template, fonts: str) -> None:
        self._deck = deck
        self._template = template
        self._fonts = fonts
        self._images: dict[str, str] = {}
        self._grounds: dict[str, dict[str, Any]] = {}
        self._record = find_language(deck.language)

    def whole(self) -> dict[str, Any]:
        """Return the whole deck; pictures and grounds stand beside the slides under their names."""
        deck = self._deck
        first = set(_first_slides(deck))
        slides = [self._slide(slide, 1 if place in first else 2) for place, slide in enumerate(deck.slides)]
        band = next((one for slide in deck.slides for one in slide.elements if _is_band(one)), None)
        return {
            "title": deck.title, "subject": deck.subject, "author": deck.author, "language": deck.language,
            "width": self._template.width, "height": self._template.height, "slides": slides,
            "images": self._images, "grounds": self._grounds, "table": self._template.table._asdict(),
            "band": self._element(band, deck.slides[0], 0) if band else None,
            "ink": self._template.colours["ink"], "grey": self._template.colours["grey"],
            "strip": self._strip(deck.slides[0]),
        }  # fmt: skip

    def _strip(self, slide: Slide) -> dict[str, Any]:
        """Return what stands at the foot of every slide on the left."""
        shapes = (one for one in slide.elements if isinstance(one, TextShape) and one.placeholder)
        paragraphs = next((one.paragraphs for one in shapes if one.placeholder and one.placeholder.kind == "ftr"), ())
        texts = Texts.of_one_colour(self._deck.language, self._template.colours["grey"])
        return texts.paragraph(paragraphs[0] if paragraphs else Paragraph(runs=(), look=Look(size=0.0)))

    def _slide(self, slide: Slide, level: int) -> dict[str, Any]:
        if slide.layout not in self._grounds:
            self._grounds[slide.layout] = self._template.ground(slide.layout, self._deck.language)
        elements = [self._element(element, slide, level) for element in slide.elements]
        return {"ground": slide.layout, "elements": elements}

    def _element(self, element: Element, slide: Slide, level: int) -> dict[str, Any]:
        data: dict[str, Any] = {"is": element.__class__.__name__, "box": _box(element.box)}
        match element:
            case TextShape():
                return data | self._text(element, slide.layout, level)
            case TableShape():
                return data | self._table(element)
            case PictureShape():
                return data | self._picture(element)
            case ChartShape():
                return data | self._chart(element)
            case Ornament():
                return data | {"points": _outline(element), "fill": self._template.colours[element.fill]}
            case _:
                assert_never(element)

    def _text(self, shape: TextShape, layout: str, level: int) -> dict[str, Any]:
        place, holder = self._template.place(layout, shape.placeholder), shape.placeholder
        texts = Texts(
            self._deck.language,
            lambda look, depth: self._template.letters(layout, holder, look, depth),
            lambda paragraph: self._template.bullet(layout, holder, paragraph),
        )
        given = place.fill if shape.fill is None else None
        own = self._template.colours[shape.fill] if shape.fill and shape.fill != "none" else given
        bare = holder is None or holder.box is None
        line = (self._template.colours[_LINE], _LINE_WIDTH) if bare and shape.outline else place.line
        return {
            "role": _role(shape), "level": level, "inset": _insets(shape.insets), "anchor": shape.anchor,
            "fill": own, "line": line, "nodes": texts.nodes(shape.paragraphs), "group": _group(shape),
            "turned": shape.turned,
        }  # fmt: skip

    def _table(self, shape: TableShape) -> dict[str, Any]:
        return {
            "columns": shape.columns, "inset": _insets(shape.insets),
            "heights": [row.height for row in shape.rows],
            "rows": [self._row(row, shape, head=place == 0) for place, row in enumerate(shape.rows)],
        }  # fmt: skip

    def _row(self, row: Row, shape: TableShape, *, head: bool) -> list[dict[str, Any]]:
        style, ink = self._template.table, self._template.colours["ink"]
        texts = Texts.of_one_colour(self._deck.language, style.letters if head else ink)
        look = Look(size=shape.size, bold=head and style.bold)
        return [texts.paragraph(Paragraph(runs=one.runs, look=replace(look, align=one.align))) for one in row.cells]

    def _picture(self, shape: PictureShape) -> dict[str, Any]:
        if shape.image.digest not in self._images:
            self._images[shape.image.digest] = as_svg(self._drawn(shape.image))
        return {"image": shape.image.digest, "decorative": shape.decorative, **_told(shape.alternative)}

    def _drawn(self, image: Image) -> Image:
        """Return a drawing whose joined letters Typst could not name as pixels: PDF/UA asks which they are."""
        if not has_joined_letters(image):
            return image
        return replace(image, media_type=PNG, data=rasterize(image.data, _PIXELS, self._fonts or None))

    def _chart(self, shape: ChartShape) -> dict[str, Any]:
        language, colours = self._deck.language, self._template.colours
        return {
            "kind": shape.kind, "size": shape.size, "plot": _box(shape.plot), "ink": colours["ink"],
            "axis": colours["grey"], **_told(shape.alternative),
            "categories": [runs_data(runs, language) for runs in shape.categories],
            "series": [
                {
                    "name": runs_data(series.name, language), "colour": colours[_SERIES[place % len(_SERIES)]],
                    "values": [None if value is None else float(value) for value in series.values],
                    "labels": list(_labels(shape, series.values, self._record)),
                }
                for place, series in enumerate(shape.series)
            ],
        }  # fmt: skip


def _first_slides(deck: Deck) -> Iterator[int]:
    """Yield the place of each section's first slide, under which its others stand in the bookmarks."""
    place = 0
    for section in deck.sections:
        yield place
        place += section.slides
    if not deck.sections:
        yield 0


def _is_band(element: Element) -> bool:
    return isinstance(element, TextShape) and element.placeholder is None


def _role(shape: TextShape) -> str:
    if shape.placeholder is None:
        return "band"
    if shape.placeholder.kind in _TITLES:
        return "title"
    return "foot" if shape.placeholder.kind in _FEET else "text"


def _group(shape: TextShape) -> str:
    """Return what boxes of one slide have in common that are set in one size, whichever of them needs it smaller."""
    return f"{_role(shape)} {shape.paragraphs[0].look.size:g}" if shape.paragraphs else ""


def _outline(shape: Ornament) -> list[tuple[float, float]] | None:
    """Return the corners of a form; None for an ellipse."""
    width, height, tip = shape.box.width, shape.box.height, shape.tip
    match shape.form:
        case "ellipse":
            return None
        case "rectangle":
            return [(0, 0), (width, 0), (width, height), (0, height)]
        case "start" | "chevron":
            ends = [(0.0, 0.0), (width - tip, 0.0), (width, height / 2), (width - tip, height), (0.0, height)]
            return [*ends, (tip, height / 2)] if shape.form == "chevron" else ends
        case _:
            assert_never(shape.form)


def _box(box: Box) -> list[float]:
    return [box.left, box.top, box.width, box.height]


def _insets(insets: Insets) -> list[float]:
    return [insets.left, insets.top, insets.right, insets.bottom]


def _told(alternative: Runs) -> dict[str, str]:
    return {"alternative": plain_text(alternative), "language": alternative[0].language if alternative else ""}


def _labels(shape: ChartShape, values: Sequence[Decimal | None], language: Language | None) -> Iterator[str]:
    """Yield the numbers of a series as the language writes them; an empty text where there is none."""
    known = [value for series in shape.series for value in series.values if value is not None]
    decimals = max((max(0, -int(value.as_tuple().exponent)) for value in known), default=0)
    for value in values:
        if value is None:
            yield ""
        else:
            text = decimal_text(value, decimals, language) if language else f"{value:.{decimals}f}"
            yield f"{text}\u00a0%" if shape.percent else text
