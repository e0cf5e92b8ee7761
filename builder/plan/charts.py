"""A table of numbers → a drawing of them, which stands above the table and says nothing that the table does not."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from hashlib import sha256
from html import escape
from itertools import pairwise
from math import ceil, floor

from builder.content import prose
from builder.content.values import Values
from builder.languages.numbers import decimal_text
from builder.output import document
from builder.output.image import SVG, Image
from builder.output.palette import Palette
from builder.output.text import plain_text
from builder.plan.brand import brand_palette
from builder.plan.desk import Desk, text_runs
from builder.records import dataclass
from builder.typeset.letters import fill_lines, text_room

_WIDTH = 640
"""Units of a drawing's width; on A4 one is three quarters of a point."""
_SIZE, _LINE, _GAP = 14, 18, 10
_LABELS = 0.4
"""The part of the width that labels beside bars may take."""
_BAR, _THIN = 22, 15
_PLOT, _MOST_STEPS = 220, 5
_SAMPLE = 36
"""The room of a series' colour before its name."""
_SLANTED = 12.0
"""Ems of a line of a label that stands aslant."""
_DASHES = ("", "9 5", "3 4", "12 4 3 4")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chart:
    """What is drawn, in the words of the edition."""

    labels: tuple[str, ...]
    names: tuple[str, ...]
    series: tuple[Values, ...]
    cells: tuple[tuple[str, ...], ...]
    """The numbers as the table writes them, a tuple a series."""
    palette: Palette
    desk: Desk

    @property
    def colours(self) -> tuple[str, ...]:
        """Return the colours of the series, which differ in how dark they are as well."""
        palette = self.palette
        return (palette.teal, palette.amber, palette.sea, palette.grey)


def chart_blocks(table: prose.Table, desk: Desk) -> document.Blocks:
    """Return the drawing of a table that asks for one, as decoration; nothing for a table that cannot be drawn."""
    if table.chart is None or not table.chart.series:
        return ()
    rows = [tuple(plain_text(text_runs(cell, desk)) for cell in row) for row in table.rows]
    names = tuple(plain_text(text_runs(cell, desk)) for cell in table.header)
    labels, *columns = zip(*rows, strict=True)
    chart = _Chart(
        labels=labels, names=names[1:], series=table.chart.series, cells=tuple(columns),
        palette=brand_palette(desk.voice), desk=desk,
    )  # fmt: skip
    drawing, height = _bars(chart) if table.chart.kind == "bar" else _lines(chart)
    image = _image(drawing + _legend(chart, height, table.chart.kind), height + _legend_height(chart))
    return (document.Figure(id="", image=image, alternative=(), caption=()),)


def _image(drawing: str, height: int) -> Image:
    data = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-size="{_SIZE}"'
        f' font-family="FiraGO, Carlito, Calibri, sans-serif">{drawing}</svg>'
    ).encode()
    return Image(media_type=SVG, width=_WIDTH, height=height, data=data, digest=sha256(data).hexdigest())


def _bars(chart: _Chart) -> tuple[str, int]:
    """Return bars that lie, a group for each label, each with its number at the end; and how high that is."""
    widest = max(map(text_room, chart.labels)) * _SIZE + _GAP
    left = min(widest, _WIDTH * _LABELS)
    number = max(text_room(cell) for column in chart.cells for cell in column) * _SIZE + _GAP
    low, high = _range(chart.series)
    zero_room = number if low < 0 else 0
    plot = _WIDTH - left - number - zero_room
    unit = plot / float(high - low)
    zero = left + zero_room + float(-low) * unit
    thickness = _BAR if len(chart.series) == 1 else _THIN
    parts, top = [], 0
    for row, label in enumerate(chart.labels):
        lines = fill_lines(label, (left - _GAP) / _SIZE)
        height = max(len(lines) * _LINE, thickness * len(chart.series)) + _GAP
        middle = top + height / 2
        parts.append(_text(lines, left - _GAP, middle, chart, anchor="end"))
        first = middle - thickness * len(chart.series) / 2
        for index, values in enumerate(chart.series):
            place = first + index * thickness
            parts.append(_bar(values[row], chart.cells[index][row], zero, place, unit, thickness, index, chart))
        top += height
    axis = f'<path d="M{zero:.1f} 0V{top}" stroke="#{chart.palette.grey}"/>'
    return "".join(parts) + axis, top


def _bar(
    value: Decimal | None, cell: str, zero: float, top: float, unit: float, thickness: int, index: int, chart: _Chart
) -> str:
    if value is None:
        return ""
    width = abs(float(value)) * unit
    left = zero - width if value < 0 else zero
    colour = chart.colours[index % len(chart.colours)]
    end, anchor = (left - 5, "end") if value < 0 else (left + width + 5, "start")
    bar = (
        f'<rect x="{left:.1f}" y="{top + 1:.1f}" width="{width:.1f}" height="{thickness - 2}" fill="#{colour}"'
        f' stroke="#{chart.palette.ink}" stroke-width="0.5"/>'
    )
    return bar + _text([cell], end, top + thickness / 2, chart, anchor=anchor)


def _lines(chart: _Chart) -> tuple[str, int]:
    """Return points joined by lines over a scale, the labels below; and how high that is."""
    ticks = _scale(chart.series)
    low, extent = ticks[0], ticks[-1] - ticks[0]
    written = [_number(tick, ticks[1] - ticks[0], chart) for tick in ticks]
    left = max(map(text_room, written)) * _SIZE + _GAP
    step = (_WIDTH - left) / len(chart.labels)
    places = [left + step * (number + 0.5) for number in range(len(chart.labels))]
    above = _LINE + _GAP

    def height(value: Decimal) -> float:
        return above + _PLOT * (1 - float((value - low) / extent))

    parts = [_tick(text, height(tick), left, chart) for text, tick in zip(written, ticks, strict=True)]
    for index, values in enumerate(chart.series):
        points = [
            None if value is None else (place, height(value)) for place, value in zip(places, values, strict=True)
        ]
        parts.append(_line(points, index, chart))
    if len(chart.series) == 1 and max(map(text_room, chart.cells[0])) * _SIZE < step:
        told = zip(places, chart.series[0], chart.cells[0], strict=True)
        parts += [_text([cell], x, height(value) - 14, chart) for x, value, cell in told if value is not None]
    below, room = _labels_below(chart, places, step, above + _PLOT + _GAP)
    return "".join(parts) + below, room


def _labels_below(chart: _Chart, places: Sequence[float], step: float, top: int) -> tuple[str, int]:
    """Return the labels under their points, aslant where a word is wider than its place; and where they end."""
    if all(text_room(word) * _SIZE <= step - 4 for label in chart.labels for word in label.split()):
        labels = [fill_lines(label, (step - 4) / _SIZE) for label in chart.labels]
        parts = [_text(lines, x, top + len(lines) * _LINE / 2, chart) for lines, x in zip(labels, places, strict=True)]
        return "".join(parts), top + max(map(len, labels)) * _LINE + 4
    labels = [fill_lines(label, _SLANTED) for label in chart.labels]
    parts = [
        f'<g transform="translate({x:.1f} {top + 6}) rotate(-45)">{_text(lines, 0, 0, chart, anchor="end")}</g>'
        for lines, x in zip(labels, places, strict=True)
    ]
    longest = max(text_room(line) for lines in labels for line in lines) * _SIZE + max(map(len, labels)) * _LINE
    return "".join(parts), top + ceil(longest * 0.71) + _GAP


def _line(points: Sequence[tuple[float, float] | None], index: int, chart: _Chart) -> str:
    colour = chart.colours[index % len(chart.colours)]
    dash = _DASHES[index % len(_DASHES)]
    style = f'fill="none" stroke="#{colour}" stroke-width="3"' + (f' stroke-dasharray="{dash}"' if dash else "")
    strokes = "".join(
        f"M{one[0]:.1f} {one[1]:.1f}L{two[0]:.1f} {two[1]:.1f}" for one, two in pairwise(points) if one and two
    )
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="#{colour}"/>' for x, y in filter(None, points))
    return (f'<path d="{strokes}" {style}/>' if strokes else "") + dots


def _tick(text: str, height: float, left: float, chart: _Chart) -> str:
    rule = (
        f'<path d="M{left:.1f} {height:.1f}H{_WIDTH}" stroke="#{chart.palette.grey}" stroke-width="0.5" opacity="0.5"/>'
    )
    return rule + _text([text], left - _GAP, height, chart, anchor="end")


def _legend(chart: _Chart, top: int, kind: str) -> str:
    """Return what each series is called, where there are several: in the order of the table."""
    parts, height = [], float(top + _GAP)
    for row in _legend_rows(chart):
        deep = max(len(lines) for _, lines in row) * _LINE
        left = 0.0
        for index, lines in row:
            parts.append(_sample(index, left, height + deep / 2, kind, chart))
            parts.append(_text(lines, left + _SAMPLE, height + deep / 2, chart, anchor="start"))
            left += _entry_width(lines)
        height += deep
    return "".join(parts)


def _sample(index: int, left: float, middle: float, kind: str, chart: _Chart) -> str:
    if kind == "line":
        return _line([(left + 3, middle), (left + 29, middle)], index, chart)
    colour = chart.colours[index % len(chart.colours)]
    return (
        f'<rect x="{left + 14:.1f}" y="{middle - 7:.1f}" width="14" height="14" fill="#{colour}"'
        f' stroke="#{chart.palette.ink}" stroke-width="0.5"/>'
    )


def _legend_rows(chart: _Chart) -> list[list[tuple[int, list[str]]]]:
    """Return the rows of the legend: series with the lines of their names, as many in each as there is room for."""
    rows: list[list[tuple[int, list[str]]]] = []
    taken = float(_WIDTH)
    for index, name in enumerate(chart.names if len(chart.series) > 1 else ()):
        lines = fill_lines(name, (_WIDTH - _SAMPLE) / _SIZE)
        width = _entry_width(lines)
        if taken + width - 2 * _GAP > _WIDTH:
            rows.append([])
            taken = 0.0
        rows[-1].append((index, lines))
        taken += width
    return rows


def _entry_width(lines: Sequence[str]) -> float:
    return max(map(text_room, lines)) * _SIZE + _SAMPLE + 2 * _GAP


def _legend_height(chart: _Chart) -> int:
    rows = _legend_rows(chart)
    return _GAP + _LINE * sum(max(len(lines) for _, lines in row) for row in rows) if rows else 0


def _text(lines: Sequence[str], x: float, middle: float, chart: _Chart, *, anchor: str = "middle") -> str:
    """Return lines of text around a height."""
    first = middle - (len(lines) - 1) * _LINE / 2 + _SIZE * 0.35
    language = chart.desk.voice.edition.language
    way = f' direction="rtl" xml:lang="{language.tag}"' if language.direction == "rtl" else ""
    return "".join(
        f'<text x="{x:.1f}" y="{first + number * _LINE:.1f}" text-anchor="{anchor}" fill="#{chart.palette.ink}"{way}>'
        f"{escape(line, quote=False)}</text>"
        for number, line in enumerate(lines)
    )


def _range(series: Sequence[Values]) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number with nought among them; never the same."""
    numbers = [Decimal(0), *(value for values in series for value in values if value is not None)]
    low, high = min(numbers), max(numbers)
    return low, high if high > low else low + 1


def _scale(series: Sequence[Values]) -> tuple[Decimal, ...]:
    """Return the marks of a scale in round steps that has every number on it."""
    low, high = _range(series)
    for step in _round_steps(high - low):
        first, last = floor(low / step), ceil(high / step)
        if last - first <= _MOST_STEPS:
            break
    return tuple(step * mark for mark in range(first, last + 1))


def _round_steps(extent: Decimal) -> Iterator[Decimal]:
    """Yield 1, 2, 5, 10 … times a power of ten, from a tenth of an extent up."""
    power = Decimal(10) ** (extent.adjusted() - 1)
    while True:
        yield from (power, power * 2, power * 5)
        power *= 10


def _number(value: Decimal, step: Decimal, chart: _Chart) -> str:
    decimals = max(0, -step.normalize().as_tuple().exponent)  # type: ignore[operator]  # a step is finite
    return decimal_text(value, decimals, chart.desk.voice.edition.language)
