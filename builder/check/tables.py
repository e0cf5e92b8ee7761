"""Tables whose words and numbers need more room than a page of paper has."""

from collections.abc import Iterator

from builder.content.index import Index
from builder.content.prose import Table
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Diagram
from builder.model.lesson import Lesson
from builder.typeset.columns import SIDEWAYS, UPRIGHT, least_width

_HINT = "give it fewer columns, make two tables of it, or write the long words and numbers shorter"


def check_tables(lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each table that papers can only show with its words cut.

    A table on its own may have a page laid on its side; one in a box, a list or a column may not.
    """
    free = {id(table) for table in _on_their_own(lesson)}
    for table in content.of(Table):
        sideways = id(table) in free
        rows = [[cell.message for cell in row] for row in (table.header, *table.rows)]
        width, room = least_width(rows), SIDEWAYS if sideways else UPRIGHT
        if width > room:
            page = "a page laid on its side" if sideways else "the page, and it cannot turn inside another block"
            message = f"this table is wider than {page}: its longest words take {width} letters, {room} have room"
            yield diagnose(Code.TABLE_TOO_WIDE, message, table.span, hint=_HINT)


def _on_their_own(lesson: Lesson) -> Iterator[Table]:
    for step in lesson.steps:
        for slide in step.slides:
            for block in slide.children:
                body = block.body if isinstance(block, Diagram) else block
                if isinstance(body, Table):
                    yield body
