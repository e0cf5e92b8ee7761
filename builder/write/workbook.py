"""Small spreadsheets (xlsx): one sheet of texts and numbers, the same bytes every time."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from builder.write.package import write_package

Value = str | Decimal | None
"""What a cell holds; a text is always text, never a formula."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIXED = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


def write_workbook(rows: Sequence[Sequence[Value]], *, sheet: str = "Sheet1") -> bytes:
    """Return a workbook whose one sheet holds these rows."""
    parts = _FIXED | {
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{_rows(rows)}</sheetData></worksheet>',
    }
    return write_package({name: (_HEAD + data).encode("utf-8") for name, data in parts.items()})


def column_name(number: int) -> str:
    """Return the letters of a column counted from nought: A, B … Z, AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rows(rows: Sequence[Sequence[Value]]) -> str:
    return "".join(
        f'<row r="{number}">{"".join(_cell(value, column, number) for column, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=1)
    )


def _cell(value: Value, column: int, row: int) -> str:
    place = f"{column_name(column)}{row}"
    match value:
        case None:
            return ""
        case Decimal():
            return f'<c r="{place}"><v>{value}</v></c>'
        case str():
            shown = "".join(character for character in value if character >= " " or character in "\t\n")
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(shown)}</t></is></c>'
