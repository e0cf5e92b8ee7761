"""A chart as PowerPoint draws and edits it: the drawing, and beside it the workbook that holds its numbers."""

from collections.abc import Sequence
from decimal import Decimal

from builder.output.deck import ChartShape, Colour, Series
from builder.output.text import Runs, plain_text
from builder.write.pptx.text import COLOURS, office_tag
from builder.write.pptx.xml import HEAD, OFFICE, text
from builder.write.workbook import Value, column_name, write_workbook

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SPACES = f'xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}"'
_COLOURS: tuple[Colour, ...] = ("teal", "sea", "grey", "brick")
_MARKERS = ("circle", "square", "triangle", "diamond")
"""Beside its colour each line has a mark of its own."""
_SHEET = "Sheet1"
_CATEGORY_AXIS, _VALUE_AXIS = 1001, 1002
_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def chart_workbook(shape: ChartShape) -> bytes:
    """Return the numbers of a chart as a workbook: labels in the first column, a series in each further one."""
    rows: list[Sequence[Value]] = [["", *(plain_text(series.name) for series in shape.series)]]
    for number, label in enumerate(shape.categories):
        rows.append([plain_text(label), *(series.values[number] for series in shape.series)])
    return write_workbook(rows, sheet=_SHEET)


def chart_xml(shape: ChartShape, language: str) -> str:
    """Return the chart part of a shape; its workbook has the relationship ``rId1``."""
    plot = _bars(shape) if shape.kind == "bar" else _lines(shape)
    legend = (
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(shape.series) > 1 else ""
    )  # fmt: skip
    return (
        f'{HEAD}<c:chartSpace {_SPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{_layout(shape)}{plot}{_axes(shape)}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>{_text(shape.size, language)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(shape: ChartShape) -> str:
    """Return where the bars or lines stand, as parts of the whole: the labels beside them keep their room."""
    box, plot = shape.box, shape.plot
    places = {
        "x": (plot.left - box.left) / box.width, "y": (plot.top - box.top) / box.height,
        "w": plot.width / box.width, "h": plot.height / box.height,
    }  # fmt: skip
    written = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in places.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{written}</c:manualLayout></c:layout>"
    )


def _bars(shape: ChartShape) -> str:
    series = "".join(_series(shape, number) for number in range(len(shape.series)))
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="45"/>{_axis_ids()}</c:barChart>'
    )


def _lines(shape: ChartShape) -> str:
    series = "".join(_series(shape, number) for number in range(len(shape.series)))
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/>{_axis_ids()}</c:lineChart>'
    )


def _axis_ids() -> str:
    return f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'


def _series(shape: ChartShape, number: int) -> str:
    series, column = shape.series[number], column_name(number + 1)
    last = len(shape.categories) + 1
    name = _strings(f"{_SHEET}!${column}$1", [series.name])
    labels = _strings(f"{_SHEET}!$A$2:$A${last}", shape.categories)
    values = _numbers(f"{_SHEET}!${column}$2:${column}${last}", series, _format(shape))
    look = _bar_look(number) if shape.kind == "bar" else _line_look(number)
    end = '<c:smooth val="0"/>' if shape.kind == "line" else ""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{name}</c:tx>{look}{_labels(shape)}'
        f"<c:cat>{labels}</c:cat><c:val>{values}</c:val>{end}</c:ser>"
    )


def _bar_look(number: int) -> str:
    return f'<c:spPr>{_fill(number)}</c:spPr><c:invertIfNegative val="0"/>'


def _line_look(number: int) -> str:
    return (
        f'<c:spPr><a:ln w="38100" cap="rnd">{_fill(number)}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{_MARKERS[number % len(_MARKERS)]}"/><c:size val="9"/>'
        f"<c:spPr>{_fill(number)}{_NO_LINE}</c:spPr></c:marker>"
    )


def _fill(number: int) -> str:
    return f"<a:solidFill>{COLOURS[_COLOURS[number % len(_COLOURS)]]}</a:solidFill>"


def _labels(shape: ChartShape) -> str:
    """Return the rule that each number stands at its bar or point."""
    place = "outEnd" if shape.kind == "bar" else "t"
    shown = "".join(
        f'<c:{name} val="{int(name == "showVal")}"/>'
        for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    )
    return (
        f'<c:dLbls><c:numFmt formatCode="{text(_format(shape))}" sourceLinked="0"/>'
        f'<c:spPr><a:noFill/>{_NO_LINE}</c:spPr><c:dLblPos val="{place}"/>{shown}</c:dLbls>'
    )


def _axes(shape: ChartShape) -> str:
    """Return the axes: labels in the order of the table, the first on top; the numbers stand at the bars."""
    bars = shape.kind == "bar"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if bars else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if bars else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="12700"><a:solidFill>{COLOURS["grey"]}</a:solidFill></a:ln></c:spPr>'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="60"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{_lowest(shape)}</c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"t" if bars else "l"}"/>'
        f'<c:numFmt formatCode="{text(_format(shape))}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{_CATEGORY_AXIS}"/>'
        '<c:crosses val="autoZero"/></c:valAx>'
    )


def _lowest(shape: ChartShape) -> str:
    """Return that the axis begins at nought, so that lengths can be compared; negative numbers need what they need."""
    return '<c:min val="0"/>' if all(value >= 0 for value in _values(shape)) else ""


def _format(shape: ChartShape) -> str:
    """Return how Office writes the numbers: with as many decimals as the most precise one has."""
    decimals = max(max(0, -int(value.as_tuple().exponent)) for value in _values(shape))
    shown = "#,##0" + ("." + "0" * decimals if decimals else "")
    return shown + ('"\u00a0%"' if shape.percent else "")


def _values(shape: ChartShape) -> list[Decimal]:
    return [value for series in shape.series for value in series.values if value is not None]


def _strings(place: str, texts: Sequence[Runs]) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{text(plain_text(runs))}</c:v></c:pt>' for number, runs in enumerate(texts)
    )
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def _numbers(place: str, series: Series, shown: str) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{value}</c:v></c:pt>'
        for number, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>{text(shown)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef>'
    )


def _text(size: float, language: str) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{office_tag(language)}" sz="{round(size * 100)}">'
        f"<a:solidFill>{COLOURS['ink']}</a:solidFill></a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{office_tag(language)}"/></a:p></c:txPr>'
    )
