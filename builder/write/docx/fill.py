"""What is filled in by hand, in WordprocessingML: lines, labels with a line, tables with room in their cells."""

from builder.output import document as d
from builder.output.text import Runs
from builder.write.docx.book import Book
from builder.write.docx.tables import WIDTH, cell_xml, grid_xml
from builder.write.docx.text import paragraph, runs_xml, word_xml

_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


def lines_xml(count: int, book: Book) -> str:
    """Return lines to write on: a leader up to the margin, so that no sign has to be typed."""
    return paragraph("WritingLine", word_xml("\t", book)) * count


def field_line_xml(field: d.Field, book: Book) -> str:
    """Return a label with a line behind it."""
    style = "FieldLarge" if field.large else "Field"
    return paragraph(style, runs_xml(field.label, book, strong=True) + word_xml("  \t", book))


def fill_xml(grid: d.Grid, book: Book) -> str:
    """Return a table whose cells have frames, and rows of a height to write in."""
    widths = [WIDTH * share // sum(grid.shares) for share in grid.shares]
    rows = [[_cell(runs, width, book) for runs, width in zip(row, widths, strict=True)] for row in _rows(grid)]
    return grid_xml("FillTable", widths, rows, height=round(grid.height * _TWIPS))


def _rows(grid: d.Grid) -> list[tuple[Runs, ...]]:
    return [grid.header, *grid.rows]


def _cell(runs: Runs, width: int, book: Book) -> str:
    return cell_xml(paragraph("CellText", runs_xml(runs, book)), width)
