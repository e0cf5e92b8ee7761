"""Blocks of Markdown → prose of the content model."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from builder.content.phrase import Kind, Phrase
from builder.content.prose import (
    Alignment,
    Blocks,
    Chart,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    List,
    ListItem,
    Paragraph,
    Prose,
    Quotation,
    Table,
)
from builder.content.values import is_percent, series_of
from builder.diagnostics import Code
from builder.markdown.blocks import Block
from builder.markdown.raw import read_raw
from builder.read.attributes import read_attributes, split_attributes
from builder.read.directives import direct
from builder.read.figures import read_figures
from builder.read.scope import Scope
from builder.read.text import raw_phrase, read_phrase
from builder.read.values import CHARTS, one_of
from builder.read.warnings import warn_of_lazy_lines, warn_of_lookalikes

_ALIGNMENTS: dict[str | None, Alignment] = {"left": "left", "center": "center", "right": "right"}


def read_prose(blocks: Iterable[Block], scope: Scope) -> Blocks:
    """Return the prose of blocks."""
    return read_in_turn(blocks, scope)[0]


def read_in_turn(blocks: Iterable[Block], scope: Scope) -> tuple[Blocks, Scope]:
    """Return the prose of blocks, and the scope of what follows: a heading's id is the place of what is under it."""
    prose: list[Prose] = []
    here = scope
    for block in blocks:
        if block.kind == "heading":
            here = scope
        nodes = read_block(block, here)
        if block.kind == "heading" and isinstance(nodes[0], Heading):
            here = replace(scope, place=nodes[0].id or scope.place)
        prose.extend(nodes)
    return tuple(prose), here


def read_block(block: Block, scope: Scope) -> Blocks:
    """Return the prose of one block; none where it is refused, several where figures stand side by side."""
    prose = _block(block, scope)
    directive = scope.directives.get(block.line)
    return prose if directive is None else direct(prose, directive)


def _block(block: Block, scope: Scope) -> Blocks:
    span = scope.span(block.line, block.end_line)
    match block.kind:
        case "paragraph":
            return _paragraph(block, scope)
        case "list":
            items = tuple(_item(item, scope) for item in block.children)
            return (List(span=span, ordered=block.ordered, start=block.start, items=items),)
        case "quote":
            inner = replace(scope, paragraph=scope.paragraph if _has_kind(scope) else Kind.QUOTATION)
            return (Quotation(span=span, children=read_prose(block.children, inner)),)
        case "table":
            return (_table(block, scope),)
        case "definitions":
            return (DefinitionList(span=span, items=_definitions(block, scope)),)
        case "code":
            _check_fence(block, scope)
            return (CodeBlock(span=span, info=block.info, text=block.text),)
        case "heading":
            return (_heading(block, scope),)
        case "rule":
            hint = "a new slide begins with --- at the left margin"
            scope.report(Code.THEMATIC_BREAK, "a rule across the page is no part of a lesson", block.line, hint=hint)
            return ()
        case "row" | "cell" | "item" | "term" | "meaning":
            raise AssertionError(f"{block.kind} stands within another block")
        case _:
            assert_never(block.kind)


def _has_kind(scope: Scope) -> bool:
    """Return whether paragraphs here have a kind that a quotation does not change, such as feedback."""
    return scope.paragraph not in (Kind.PARAGRAPH, Kind.DEFINITION)


def _paragraph(block: Block, scope: Scope) -> Blocks:
    if block.text.startswith("!["):
        figures = read_figures(block, scope)
        if figures is not None:
            return figures
    warn_of_lazy_lines(block, scope)
    warn_of_lookalikes(block, scope)
    phrase = read_phrase(block.text, block.line, scope.paragraph, scope)
    return (Paragraph(span=phrase.span, text=phrase),) if phrase.message else ()


def _heading(block: Block, scope: Scope) -> Heading:
    """Return a heading of level four or deeper."""
    if block.level < 4:
        where = "at the left margin" if block.level == 0 else "with ## (a step), ### (a slide) or #### (a heading)"
        scope.report(Code.HEADING_LEVEL, "this heading stands where none can", block.line, hint=f"begin it {where}")
    raw, attributes = split_attributes(read_raw(block.text, line=block.line), scope, owner="a heading", keys=())
    phrase = raw_phrase(raw, Kind.HEADING, scope, place=attributes.id or scope.place)
    if not phrase.message:
        scope.report(Code.HEADING_LEVEL, "this heading has no text", block.line, hint="write it behind the # marks")
    span = scope.span(block.line, block.end_line)
    return Heading(span=span, level=max(block.level, 4), id=attributes.id, text=phrase)


def _item(item: Block, scope: Scope) -> ListItem:
    text: Phrase | None = None
    children = item.children
    if children and children[0].kind == "paragraph" and not children[0].text.startswith("!["):
        block, children = children[0], children[1:]
        warn_of_lazy_lines(block, scope)
        warn_of_lookalikes(block, scope, in_list=True)
        text = read_phrase(block.text, block.line, scope.item, scope)
    elif not children:
        scope.report(Code.LOOKS_LIKE, "this item is empty", item.line, hint="write its text behind the mark")
    node = ListItem(span=scope.span(item.line, item.end_line), text=text, children=read_prose(children, scope))
    return direct(node, scope.directives.get(item.line))


def _table(block: Block, scope: Scope) -> Table:
    rows = []
    for row in block.children:
        if row.extra:
            message = f"this row has more cells than the header: “{' | '.join(row.extra)}”"
            scope.report(Code.TABLE_CELLS, message, row.line, hint="add a column to the header, or write \\| for a bar")
        if row.lazy:
            hint = "put an empty line before it, or bars around its cells"
            scope.report(Code.LAZY_LINE, "this line became a row of the table above", row.line, hint=hint)
        rows.append(tuple(read_phrase(cell.text, cell.line, Kind.CELL, scope) for cell in row.children))
    alignments = tuple(_ALIGNMENTS.get(cell.alignment) for cell in block.children[0].children)
    return Table(
        span=scope.span(block.line, block.end_line),
        header=rows[0],
        rows=tuple(rows[1:]),
        alignments=alignments,
        chart=_chart(block, rows[1:], scope) if block.info else None,
    )


def _chart(block: Block, rows: list[tuple[Phrase, ...]], scope: Scope) -> Chart | None:
    attributes = read_attributes(block.info, block.end_line, scope, owner="a table", keys=("chart",))
    if attributes.id is not None:
        scope.report(Code.ATTRIBUTE_UNKNOWN, "a table has no id", block.end_line, hint="write {chart=bar}")
    kind = one_of(attributes.choice("chart", CHARTS), CHARTS)
    columns = [[cell.message for cell in column] for column in list(zip(*rows, strict=False))[1:]]
    percent = any(is_percent(text) for column in columns for text in column)
    return Chart(kind=kind, series=series_of(columns), percent=percent) if kind else None


def _definitions(block: Block, scope: Scope) -> tuple[Definition, ...]:
    inner = replace(scope, paragraph=scope.paragraph if _has_kind(scope) else Kind.DEFINITION)
    starts = [index for index, child in enumerate(block.children) if child.kind == "term"]
    return tuple(
        _definition(block.children[start:end], scope, inner) for start, end in pairwise([*starts, len(block.children)])
    )


def _definition(children: Sequence[Block], scope: Scope, inner: Scope) -> Definition:
    term = children[0]
    return Definition(
        span=scope.span(term.line, children[-1].end_line),
        term=read_phrase(term.text, term.line, Kind.TERM, scope),
        meanings=tuple(read_prose(meaning.children, inner) for meaning in children[1:]),
    )


def _check_fence(block: Block, scope: Scope) -> None:
    if not block.closed:
        hint = "write the same marks on a line of their own at its end"
        scope.report(Code.CONTAINER_UNCLOSED, "this code block is never closed", block.line, hint=hint)
