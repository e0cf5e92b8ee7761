"""Prose → units of text, tables and figures, in source order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from builder.content import prose
from builder.content.phrase import Phrase
from builder.output.deck import Look
from builder.output.text import Run, Runs
from builder.plan.deck.charts import chart_part
from builder.plan.deck.scenes import (
    CellText,
    FigurePart,
    Part,
    TablePart,
    TextPart,
    Unit,
    number_look,
    plain_look,
    point_look,
)
from builder.plan.deck.setting import Setting, cell, glue, slide_text, unit
from builder.plan.desk import Desk
from builder.plan.pictures import image_of
from builder.records import dataclass

Piece = Unit | Part
"""What a stream of prose consists of before neighbouring units become one part."""
_INDENT = 21.6
_SMALLEST_CODE = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """How prose is set: the looks of its levels, in one language."""

    looks: tuple[Look, ...]
    setting: Setting
    desk: Desk
    """Knows the gaps of the question at hand."""

    def look(self, depth: int) -> Look:
        """Return how text at a depth looks."""
        return self.looks[min(depth, len(self.looks) - 1)]


def pen_for(layout: str, setting: Setting, desk: Desk | None = None) -> Pen:
    """Return the pen that writes into the body of a layout."""
    return Pen(looks=setting.looks(layout), setting=setting, desk=desk or setting.desk)


def prose_pieces(blocks: Iterable[prose.Prose], pen: Pen) -> Iterator[Piece]:
    """Yield what prose shows, in source order."""
    for block in blocks:
        yield from block_pieces(block, pen)


def block_pieces(block: prose.Prose, pen: Pen, depth: int = 0, margin: float = 0.0) -> Iterator[Piece]:  # noqa: C901
    """Yield what one block shows, at a depth of nested lists."""
    match block:
        case prose.Paragraph(text=text):
            yield _unit(
                slide_text(text, pen.setting, desk=pen.desk), plain_look(pen.look(depth), margin=margin), depth, pen
            )
        case prose.Heading(text=text):
            look = replace(plain_look(pen.look(depth), margin=margin), bold=True, colour="teal")
            yield replace(_unit(slide_text(text, pen.setting, desk=pen.desk), look, depth, pen), keeps=True)
        case prose.List():
            yield from _list(block, pen, depth)
        case prose.Table():
            yield chart_part(block, pen.setting) or table_part(block, pen)
        case prose.Figure():
            figure = figure_part(block, pen.setting)
            yield from (figure,) if figure else ()
        case prose.Quotation(children=children):
            for child in children:
                yield from block_pieces(child, pen, depth, margin + _INDENT)
        case prose.DefinitionList(items=items):
            for item in items:
                yield from _definition(item, pen, depth)
        case prose.CodeBlock(text=text):
            yield from _code(text, pen, depth, margin)
        case _:
            assert_never(block)


def joined(pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """Return pieces as parts, neighbouring units as one."""
    parts: list[Part] = []
    units: list[Unit] = []
    for piece in pieces:
        if isinstance(piece, Unit):
            held = bool(units) and units[-1].keeps
            units.append(replace(piece, glued=True) if held else piece)
            continue
        if units:
            parts.append(TextPart(units=tuple(units)))
            units = []
        parts.append(piece)
    return (*parts, TextPart(units=tuple(units))) if units else tuple(parts)


def figure_part(figure: prose.Figure, setting: Setting) -> FigurePart | None:
    """Return a figure, or None where the picture is not there."""
    image = image_of(figure, setting.voice)
    if image is None:
        return None
    return FigurePart(
        image=image,
        alternative=slide_text(figure.alternative, setting),
        caption=slide_text(figure.caption, setting),
        decorative=figure.decorative,
    )


def table_part(table: prose.Table, pen: Pen) -> TablePart:
    """Return a table."""

    def written(text: Phrase, *, bold: bool = False) -> CellText:
        return cell(slide_text(text, pen.setting, desk=pen.desk), pen.setting, bold=bold)

    return TablePart(
        header=tuple(written(text, bold=True) for text in table.header),
        rows=tuple(tuple(written(text) for text in row) for row in table.rows),
        alignments=table.alignments,
    )


def labelled(label: Runs, pieces: Sequence[Piece], pen: Pen) -> Iterator[Piece]:
    """Yield a label in bold over what it names."""
    look = replace(plain_look(pen.look(0)), bold=True, colour="teal")
    yield replace(_unit(label, look, 0, pen), keeps=True)
    yield from pieces


def _list(block: prose.List, pen: Pen, depth: int) -> Iterator[Piece]:
    last = block.start + len(block.items) - 1
    for number, item in enumerate(block.items, start=block.start):
        base = pen.look(depth)
        look = number_look(base, last) if block.ordered else point_look(base)
        runs = slide_text(item.text, pen.setting, desk=pen.desk)
        own: list[Piece] = [_unit(runs, look, depth, pen, start=number)] if runs else []
        nested = [piece for child in item.children for piece in block_pieces(child, pen, depth + 1, look.margin)]
        yield from own + nested if depth else _held(own + nested)


def _definition(item: prose.Definition, pen: Pen, depth: int) -> Iterator[Piece]:
    term = slide_text(item.term, pen.setting, desk=pen.desk, strong=True)
    look = replace(plain_look(pen.look(depth)), colour="teal")
    pieces: list[Piece] = [_unit(term, look, depth, pen)]
    for meaning in item.meanings:
        for child in meaning:
            pieces.extend(_nearer(piece) for piece in block_pieces(child, pen, depth + 1))
    yield from _held(pieces)


def _nearer(piece: Piece) -> Piece:
    """Return a meaning close under its term."""
    if not isinstance(piece, Unit):
        return piece
    look = replace(piece.paragraph.look, before=2.0)
    return replace(piece, paragraph=replace(piece.paragraph, look=look))


def _code(text: str, pen: Pen, depth: int, margin: float) -> Iterator[Piece]:
    base = plain_look(pen.look(depth), margin=margin)
    look = replace(base, size=max(_SMALLEST_CODE, base.size - 6), before=0.0)
    first = replace(look, before=base.before)
    language = pen.setting.edition.source_language
    lines = text.rstrip("\n").split("\n")
    yield from glue(
        _unit((Run(text=line or " ", language=language, code=True),), look if position else first, depth, pen)
        for position, line in enumerate(lines)
    )


def _unit(runs: Runs, look: Look, depth: int, pen: Pen, *, start: int = 1) -> Unit:
    return unit(runs, look, pen.setting, level=depth, start=start)


def _held(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield an item with what is nested in it, held together as far as it is text."""
    group: list[Unit] = []
    for piece in pieces:
        if isinstance(piece, Unit):
            group.append(piece)
        else:
            yield from glue(group)
            yield piece
            group = []
    yield from glue(group)
