"""Charts in a deck file: PowerPoint's own, with their numbers in a workbook that can be edited."""

import xml.etree.ElementTree as ElementTree
from io import BytesIO
from zipfile import ZipFile

from pptx import Presentation

from builder.write.pptx import write_pptx
from builder.write.workbook import column_name, write_workbook
from tests.plan.decks import RESOURCES, deck_of

TABLE = (
    "### People\n\n| Place | Women | Men |\n|---|--:|--:|\n| A & B | 52.5 | 256 |\n| =1+1 | – | 1,049 |\n{chart=bar}\n"
)
LINES = "### Years\n\n| Year | Share |\n|---|--:|\n| 2019 | 12 % |\n| 2020 | 25 % |\n{chart=line}\n"
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def charts(data):
    presentation = Presentation(BytesIO(data))
    return [shape for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def test_a_chart_is_native_and_stands_in_its_placeholder():
    bars, lines = charts(write_pptx(deck_of(TABLE + "\n" + LINES), RESOURCES))
    assert bars.is_placeholder
    assert lines.is_placeholder
    plot = bars.chart.plots[0]
    assert list(plot.categories) == ["A & B", "=1+1"]
    assert [(series.name, tuple(series.values)) for series in plot.series] == [
        ("Women", (52.5, None)), ("Men", (256.0, 1049.0)),
    ]  # fmt: skip
    assert bars._element.nvGraphicFramePr.cNvPr.get("descr").startswith("Bar chart. A & B: Women 52.5")
    assert [tuple(series.values) for series in lines.chart.plots[0].series] == [(12.0, 25.0)]
    assert bars.chart.has_legend
    assert not lines.chart.has_legend


def test_the_numbers_lie_beside_the_chart_and_a_label_is_never_a_formula():
    with ZipFile(BytesIO(write_pptx(deck_of(TABLE), RESOURCES))) as package:
        book = package.read("ppt/embeddings/chart1.xlsx")
    rows = cells(book)
    assert rows == [["", "Women", "Men"], ["A & B", 52.5, 256.0], ["=1+1", 1049.0]]


def cells(book):
    with ZipFile(BytesIO(book)) as package:
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    assert sheet.find(f".//{CELL}f") is None
    return [
        [cell.findtext(f"{CELL}is/{CELL}t") if cell.get("t") else float(cell.findtext(f"{CELL}v")) for cell in row]
        for row in sheet.iter(f"{CELL}row")
    ]


def test_columns_have_the_names_of_spreadsheets():
    assert [column_name(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_workbook_is_the_same_every_time_and_holds_hostile_text():
    rows = [["<&>\x00\"'", None], ["", "=cmd"]]
    assert write_workbook(rows) == write_workbook(rows)
    assert cells(write_workbook(rows)) == [["<&>\"'"], ["", "=cmd"]]
