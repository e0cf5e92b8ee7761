"""A paper → PDF/UA-1, set by Typst: a fixed template is fed the paper as JSON, so nothing needs escaping."""

import json
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from builder.content.walk import walk
from builder.languages.table import find_language
from builder.output.document import (
    Answer,
    Box,
    Callout,
    Document,
    Figure,
    Grid,
    Lettered,
    Lines,
    List,
    Logo,
    Pair,
    Question,
    Scale,
    Sideways,
    Table,
    leads,
    with_next,
)
from builder.output.image import PNG, Image
from builder.output.resources import Resources
from builder.output.text import Run, Runs, plain_text
from builder.typeset.columns import SIDEWAYS, UPRIGHT, Columns, letters_at, soften, soften_cell
from builder.write.columns import columns_of
from builder.write.rasterize import rasterize
from builder.write.typesetting import typeset_pdf
from builder.write.vectors import as_svg, has_joined_letters

_TEMPLATE = "handout.typ"
_LOOKS = (("strong", "s"), ("emphasis", "e"), ("code", "c"), ("mark", "m"), ("second", "2"))
_POINTS_PER_PIXEL = 0.75
_PIXELS = 2000
_LINE, _OPTION, _FIGURE, _STATEMENT = 60, 50, 1000, 100
"""What a line, an option's box, a picture and a row of boxes weigh, in letters; a page of text holds some 3,500."""
_LONGEST_WORD = 30
"""Letters that half a page's width surely holds."""
_SHORT, _SHORT_LIST, _SHORT_QUESTION = 1800, 900, 2600
"""Weights up to which a block stays whole; all options of a question should be seen at once."""
_LIMITS: dict[type, int] = {List: _SHORT_LIST, Question: _SHORT_QUESTION}
_WEIGHED: Any = (Run, Lettered, Lines, Scale, Image)
_SHORT_GRID, _SHORT_TABLE = 100, 90
"""Millimetres of a table, to fill in or to read, that stays whole."""
_ROW_LINE, _ROW_GAP = 4.4, 4.4
"""Millimetres of a line in a table, and of the room above and below a row's lines."""


def write_pdf(document: Document, resources: Resources) -> bytes:
    """Return the paper as a tagged PDF with its fonts; a picture without alternative text is refused by Typst."""
    data = _Plain(document.language, document.size, resources.fonts).paper(document)
    paper = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return typeset_pdf(resources.files[_TEMPLATE], {"paper": paper}, resources.fonts)


class _Plain:
    """Turns the tree into plain data under the names it has, and gathers the pictures, each once."""

    def __init__(self, language: str, size: float, fonts: str) -> None:
        self._language = language
        self._fonts = fonts
        self._scale = size / 11
        self._images: dict[str, str] = {}
        self._letters = letters_at(UPRIGHT, size)

    def paper(self, document: Document) -> dict[str, Any]:
        """Return the whole paper; pictures stand beside it under their digests."""
        data: dict[str, Any] = self._value(document)
        language = find_language(document.language)
        hyphenated = language is not None and language.hyphenation is not None  # Typst knows poor patterns too
        return {**data, "name": plain_text(document.name), "images": self._images, "hyphenated": hyphenated}

    def _value(self, value: Any) -> Any:
        match value:
            case tuple():
                return [self._item(*pair) for pair in with_next(value)]
            case Run():
                return self._run(soften(value, _LONGEST_WORD))
            case Image():
                return self._image(value)
            case Figure(alternative=alternative) | Logo(alternative=alternative):
                return {**self._node(value), "alternative": plain_text(alternative)}
            case Table():
                return self._table(value)
            case Sideways():
                return self._sideways(value)
            case Grid(rows=rows, height=height):
                return {**self._node(value), "short": len(rows) * height < _SHORT_GRID}
            case List() | Callout() | Box() | Question() | Answer() | Pair():
                return {**self._node(value), "short": self._is_short(value)}
            case _:
                return self._node(value) if is_dataclass(value) else value

    def _item(self, item: Any, following: Any) -> Any:
        """Return one of several values; a paragraph says whether the page may end behind it."""
        value = self._value(item)
        return {**value, "leads": True} if leads(item, following) else value

    def _node(self, node: Any) -> dict[str, Any]:
        kind = node.__class__
        return {"is": kind.__name__, **{name: self._value(getattr(node, name)) for name in _names(kind)}}

    def _table(self, table: Table) -> dict[str, Any]:
        """Return a table with the shares of its columns; in a full one, long words may be divided.

        A short one stays whole, and a row stays whole unless a cell of it is a text of its own.
        """
        columns = columns_of(table, self._letters)
        whole = all(len(plain_text(cell)) < _SHORT for row in table.rows for cell in row)
        about = {"whole": whole, "short": _height(table, columns) * self._scale < _SHORT_TABLE}
        if not columns.full:
            return {**self._node(table), "shares": None, **about}
        rows = tuple(_softened(row, columns) for row in table.rows)
        divided = replace(table, header=_softened(table.header, columns), rows=rows)
        return {**self._node(divided), "shares": columns.widths, **about}

    def _sideways(self, blocks: Sideways) -> dict[str, Any]:
        """Return blocks on a page laid on its side, where rows hold more."""
        upright, self._letters = self._letters, letters_at(SIDEWAYS, self._scale * 11)
        data = self._node(blocks)
        self._letters = upright
        return data

    def _is_short(self, block: List | Callout | Box | Question | Answer | Pair) -> bool:
        """Return whether a block surely takes no more than a part of a page, so that it may be kept whole.

        In large print a line is higher, and letters take more lines as well.
        """
        limit = _LIMITS.get(block.__class__, _SHORT)
        weight, line, letter = 0.0, self._scale, self._scale**2
        for node in walk(block, _WEIGHED):
            if isinstance(node, Run):
                weight += _LINE * line + len(node.text) * letter
            elif isinstance(node, Lettered):
                weight += _OPTION * line
            elif isinstance(node, Lines):
                weight += _LINE * line * node.count
            elif isinstance(node, Scale):
                weight += _STATEMENT * line * len(node.statements)
            else:
                weight += _FIGURE
            if weight >= limit:
                return False
        return True

    def _run(self, run: Run) -> Any:
        """Return a bare string for text of the paper's own language and plain look, which is nearly all."""
        looks = "".join(sign for name, sign in _LOOKS if getattr(run, name))
        language = run.language if run.language != self._language else ""
        return [run.text, looks, language, run.link or ""] if looks or language or run.link else run.text

    def _image(self, image: Image) -> dict[str, Any]:
        """Return the shape of a picture; one of pixels is never drawn so large that they show."""
        if image.digest not in self._images:
            self._images[image.digest] = as_svg(self._drawn(image) if has_joined_letters(image) else image)
        bound = image.width * _POINTS_PER_PIXEL if image.media_type == PNG else None
        return {"digest": image.digest, "ratio": image.width / image.height, "bound": bound}

    def _drawn(self, image: Image) -> Image:
        """Return a drawing as pixels: Typst cannot say which letters its joined ones are, which PDF/UA asks for."""
        return replace(image, media_type=PNG, data=rasterize(image.data, _PIXELS, self._fonts or None))


def _height(table: Table, columns: Columns) -> float:
    """Return about how many millimetres a table takes, told by its letters."""
    return sum(_ROW_GAP + _ROW_LINE * _lines(row, columns) for row in (table.header, *table.rows))


def _lines(row: tuple[Runs, ...], columns: Columns) -> int:
    lengths = zip(map(plain_text, row), columns.widths, strict=False)
    return max((-(-len(text) // max(1, width)) for text, width in lengths), default=1)


def _softened(row: tuple[Runs, ...], columns: Columns) -> tuple[Runs, ...]:
    cells = zip(row, columns.widths, strict=False)
    return tuple(soften_cell(cell, width, tight=columns.tight) for cell, width in cells)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
