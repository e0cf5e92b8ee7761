"""Tables and frames in WordprocessingML; the first row of each is its header and repeats on the next page."""

from collections.abc import Sequence
from dataclasses import replace

from builder.output import document as d
from builder.output.text import Runs
from builder.write.columns import columns_of
from builder.write.docx.book import Book
from builder.write.docx.text import kept, paragraph, runs_xml

WIDTH = 9638
"""The text area of A4 with margins of 20 mm, in twentieths of a point."""
SPACER = paragraph("Spacer", "")
"""Keeps two tables apart, which Word would else make one."""
_FIRST_ROW = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="0" w:noVBand="1"/>'
)


def table_xml(table: d.Table, book: Book) -> str:
    """Return a table of text, its columns as wide as what they hold asks for."""
    widths = _widths(columns_of(table, book.letters).widths)
    names = [_unnoted(cell) for cell in table.header]
    rows = [
        [_cell(*column, book, keep=kept(position, 1 + len(table.rows))) for column in _columns(row, widths, table)]
        for position, row in enumerate((names, *table.rows))
    ]
    caption = paragraph("Caption", runs_xml(table.caption, book)) if table.caption else ""
    return caption + grid_xml("CourseTable", widths, rows)


def frame_xml(style: str, label: str, content: str) -> str:
    """Return a frame: its label is the header of the one cell that holds the content."""
    head = cell_xml(label, WIDTH)
    body = cell_xml(_closed(content), WIDTH)
    return grid_xml(style, [WIDTH], [[head], [body]], split=True)


def sides_xml(rows: Sequence[tuple[str, str]]) -> str:
    """Return two sides that are already written, pair under pair, without lines or a header: they are text."""
    half = WIDTH // 2
    lines = "".join(f"<w:tr>{''.join(cell_xml(_closed(side), half) for side in row)}</w:tr>" for row in rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Sides"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="0400"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>{lines}</w:tbl>{SPACER}'
    )


def grid_xml(
    style: str, widths: Sequence[int], rows: Sequence[Sequence[str]], *, split: bool = False, height: int = 0
) -> str:
    """Return a table of cells that are already written; a row stays whole on a page unless it may split.

    Rows below the header are at least so high, in twentieths of a point.
    """
    whole = "" if split else "<w:cantSplit/>"
    whole += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        f"<w:tr><w:trPr>{'<w:cantSplit/><w:tblHeader/>' if position == 0 else whole}</w:trPr>{''.join(cells)}</w:tr>"
        for position, cells in enumerate(rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>{_FIRST_ROW}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>{SPACER}"
    )


def cell_xml(content: str, width: int) -> str:
    """Return a cell around paragraphs that are already written."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _closed(content: str) -> str:
    """Return what a cell holds with a paragraph at its end, which Word wants there."""
    return content + ("" if content.endswith("</w:p>") else SPACER)


def _unnoted(runs: Runs) -> Runs:
    """Return runs without footnotes: a row that repeats would say them on each page."""
    return tuple(replace(run, link=None) if run.mark else run for run in runs)


def _columns(row: Sequence[Runs], widths: Sequence[int], table: d.Table) -> list[tuple[Runs, int, str]]:
    alignments = [alignment or "" for alignment in table.alignments]
    return list(zip(row, widths, alignments, strict=False))


def _cell(runs: Runs, width: int, alignment: str, book: Book, *, keep: bool) -> str:
    return cell_xml(paragraph("CellText", runs_xml(runs, book), align=alignment, keep_next=keep), width)


def _widths(shares: Sequence[int]) -> list[int]:
    """Return widths that fill the page, in twentieths of a point."""
    widths = [WIDTH * share // sum(shares) for share in shares]
    return [*widths[:-1], WIDTH - sum(widths[:-1])]
