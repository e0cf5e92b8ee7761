"""The columns of a paper's table: as the planner wants them, or as the text in them asks for."""

from builder.output.document import Table
from builder.output.text import plain_text
from builder.typeset.columns import UPRIGHT, Columns, share_columns


def columns_of(table: Table, page: int = UPRIGHT) -> Columns:
    """Return the columns of a table on a page that holds so many letters."""
    if not table.shares:
        return share_columns([[plain_text(cell) for cell in row] for row in (table.header, *table.rows)], page)
    return Columns(tuple(page * share // sum(table.shares) for share in table.shares), full=True)
