"""Tables that ask to be drawn as charts: labels first, then numbers."""

from collections.abc import Iterator

from builder.content.index import Index
from builder.content.phrase import Phrase
from builder.content.prose import Table
from builder.content.values import is_value
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.lesson import Lesson

_HINT = "write labels in the first column and numbers in the others (1,070 or 3.5 or 12 %), or leave {chart=…} out"


def check_charts(_lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each table that asks for a chart and cannot be one; it stays a table."""
    for table in content.of(Table):
        if table.chart is None or table.chart.series:
            continue
        wrong = _first_word(table)
        message = f"“{wrong.message}” is no number" if wrong else "a column without a number"
        yield diagnose(Code.CHART_VALUES, f"this table cannot be a chart: {message}", table.span, hint=_HINT)


def _first_word(table: Table) -> Phrase | None:
    return next((cell for row in table.rows for cell in row[1:] if not is_value(cell.message)), None)
