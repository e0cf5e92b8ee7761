"""Prose of a lesson → blocks of a paper."""

from collections.abc import Iterable
from typing import assert_never

from builder.content import prose
from builder.languages.words import Word
from builder.output import document
from builder.output.text import Runs, merge_runs
from builder.plan.charts import chart_blocks
from builder.plan.desk import Desk, numbered_runs, text_runs
from builder.plan.pictures import image_of
from builder.plan.runs import plain_runs

_FIRST_INNER_LEVEL = 4
"""The level that a lesson gives to its first heading inside a slide."""


def prose_blocks(blocks: Iterable[prose.Prose], desk: Desk) -> document.Blocks:
    """Return prose as a paper shows it, in source order."""
    return tuple(block for source in blocks for block in prose_block(source, desk))


def led_blocks(label: Runs, blocks: document.Blocks) -> document.Blocks:
    """Return blocks behind a label, which opens their first paragraph if they begin with one."""
    first, *rest = blocks
    if isinstance(first, document.Paragraph):
        return (document.Paragraph(text=merge_runs((*label, *first.text))), *rest)
    return (document.Paragraph(text=label), *blocks)


def prose_block(block: prose.Prose, desk: Desk) -> document.Blocks:
    """Return what one block of prose becomes; nothing only for a figure that is not there."""
    match block:
        case prose.Paragraph(text=text):
            return (document.Paragraph(text=text_runs(text, desk)),)
        case prose.Heading():
            return (_heading(block, desk),)
        case prose.List():
            return (_list(block, desk),)
        case prose.Table():
            return (*chart_blocks(block, desk), _table(block, desk))
        case prose.Figure():
            return figure_blocks(block, desk)
        case prose.Quotation(children=children):
            return (document.Quotation(blocks=prose_blocks(children, desk)),)
        case prose.DefinitionList():
            return (_definitions(block, desk),)
        case prose.CodeBlock(text=text):
            return (document.Code(text=text),)
        case _:
            assert_never(block)


def figure_blocks(figure: prose.Figure, desk: Desk) -> document.Blocks:
    """Return a figure, numbered if it has a caption; its words alone where the picture is not there."""
    alternative = () if figure.decorative else text_runs(figure.alternative, desk)
    caption = _caption(figure, desk)
    image = image_of(figure, desk.voice)
    if image is None:
        return tuple(document.Paragraph(text=text) for text in (alternative, caption) if text)
    anchor = desk.anchor(figure.id)
    return (document.Figure(id=anchor, image=image, alternative=alternative, caption=caption),)


def _caption(figure: prose.Figure, desk: Desk) -> Runs:
    text = text_runs(figure.caption, desk)
    if not text:
        return ()
    desk.tally.figures += 1
    number = numbered_runs(Word.FIGURE, desk.tally.figures, desk)
    return merge_runs((*number, *plain_runs(". ", desk.voice, strong=True), *text))


def _heading(heading: prose.Heading, desk: Desk) -> document.Heading:
    level = desk.level + max(1, heading.level - _FIRST_INNER_LEVEL + 1)
    return document.Heading(
        level=min(level, 6), id=desk.anchor(heading.id), text=text_runs(heading.text, desk), listed=False
    )


def _list(block: prose.List, desk: Desk) -> document.List:
    items = tuple(item_blocks(item, desk) for item in block.items)
    return document.List(ordered=block.ordered, items=items, start=block.start)


def item_blocks(item: prose.ListItem, desk: Desk) -> document.Blocks:
    """Return one point: its text, then what is nested under it."""
    text = text_runs(item.text, desk)
    own: document.Blocks = (document.Paragraph(text=text),) if text else ()
    return own + prose_blocks(item.children, desk)


def _table(table: prose.Table, desk: Desk) -> document.Table:
    return document.Table(
        header=tuple(text_runs(cell, desk) for cell in table.header),
        rows=tuple(tuple(text_runs(cell, desk) for cell in row) for row in table.rows),
        alignments=table.alignments,
    )


def _definitions(block: prose.DefinitionList, desk: Desk) -> document.Definitions:
    return document.Definitions(
        items=tuple(
            document.Definition(
                id="",
                term=text_runs(item.term, desk),
                meanings=tuple(prose_blocks(meaning, desk) for meaning in item.meanings),
            )
            for item in block.items
        )
    )
