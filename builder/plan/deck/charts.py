"""Tables of numbers as charts: what they hold, what they take, where their bars and lines stand."""

from builder.content import prose
from builder.content.phrase import Phrase
from builder.languages.words import Word
from builder.output.deck import Box
from builder.output.text import Runs
from builder.plan.deck.scenes import CellText, ChartPart
from builder.plan.deck.setting import Setting, cell, slide_text
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.typeset.lines import count_lines, fits_unbroken, line_width

SIZE = 20.0
"""Points of every text in a chart."""
_WORDS = {"bar": Word.BAR_CHART, "line": Word.LINE_CHART}
_LABELS = 0.4
"""The part of the width that labels beside bars may take."""
_VALUE = 72.0
"""Room for the number at the end of the longest bar."""
_BAR, _BAR_GAP, _ROOMY = 24.0, 10.0, 92.0
_LEGEND = 38.0
_LEAST_LINES, _ROOMY_LINES, _ABOVE, _BESIDE = 190.0, 330.0, 28.0, 30.0
_SIDE = 8.0


def chart_part(table: prose.Table, setting: Setting) -> ChartPart | None:
    """Return a table that asks to be drawn, with what a person who cannot see it is told; None for one that cannot."""
    chart = table.chart
    if chart is None or not chart.series:
        return None

    def written(phrase: Phrase) -> CellText:
        return cell(slide_text(phrase, setting), setting)

    return ChartPart(
        kind=chart.kind,
        categories=tuple(written(row[0]) for row in table.rows),
        names=tuple(written(name) for name in table.header[1:]),
        series=chart.series,
        percent=chart.percent,
        alternative=_told(table, _WORDS[chart.kind], setting),
    )


def chart_extent(part: ChartPart, width: float, setting: Setting) -> tuple[float, float, bool]:
    """Return the height that a chart can do with, the height it would like, and whether a label is too wide."""
    legend = _legend(part)
    labels = [text.shaped for text in part.categories]
    if part.kind == "line":
        room = width / len(labels) - _SIDE
        return (
            _LEAST_LINES + _label_rows(part, width, setting) + legend,
            _ROOMY_LINES + legend,
            not fits_unbroken(labels, room / SIZE),
        )
    rows = _rows(part, width, setting)
    roomy = sum(max(row, _ROOMY) for row in rows)
    return sum(rows) + legend, roomy + legend, not fits_unbroken(labels, _label_width(part, width) / SIZE)


def plot_box(part: ChartPart, box: Box, setting: Setting) -> Box:
    """Return where in a chart's box its bars or lines stand, between the labels."""
    legend = _legend(part)
    if part.kind == "line":
        below = _label_rows(part, box.width, setting) + legend
        return Box(
            left=box.left + _BESIDE, top=box.top + _ABOVE, width=box.width - 2 * _BESIDE,
            height=box.height - _ABOVE - below,
        )  # fmt: skip
    labels = _label_width(part, box.width) + _SIDE
    return Box(
        left=box.left + labels, top=box.top, width=box.width - labels - _VALUE, height=box.height - legend
    )  # fmt: skip


def _legend(part: ChartPart) -> float:
    return _LEGEND if len(part.series) > 1 else 0.0


def _label_width(part: ChartPart, width: float) -> float:
    widest = max(line_width(text.shaped) for text in part.categories) * SIZE * 1.02 + 2.0
    return min(widest, width * _LABELS)


def _rows(part: ChartPart, width: float, setting: Setting) -> list[float]:
    """Return what the bars of each label take."""
    room = _label_width(part, width) / SIZE
    line = SIZE * setting.metrics.line
    bars = _BAR * len(part.series)
    return [max(count_lines(text.shaped, room) * line, bars) + _BAR_GAP for text in part.categories]


def _label_rows(part: ChartPart, width: float, setting: Setting) -> float:
    """Return what the labels below lines take."""
    room = (width / len(part.categories) - _SIDE) / SIZE
    lines = max(count_lines(text.shaped, room) for text in part.categories)
    return lines * SIZE * setting.metrics.line + _SIDE


def _told(table: prose.Table, word: Word, setting: Setting) -> Runs:
    """Return every number of a chart in words: its kind, then label by label."""
    voice = setting.voice
    several = len(table.header) > 2
    rows = []
    for label, *values in table.rows:
        numbers = [
            join_runs(([slide_text(name, setting)] if several else []) + [slide_text(value, setting)], " ", voice)
            for name, value in zip(table.header[1:], values, strict=True)
        ]
        rows.append(join_runs([slide_text(label, setting), join_runs(numbers, ", ", voice)], ": ", voice))
    kind = word_runs(word, voice)
    return join_runs([kind, join_runs(rows, "; ", voice)], ". ", voice) + plain_runs(".", voice)
