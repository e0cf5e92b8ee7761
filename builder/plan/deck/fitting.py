"""What the pieces of a part take at each step of smaller sizes, in one language; never below the floor."""

from collections.abc import Sequence
from typing import assert_never

from builder.output.deck import second_size
from builder.plan.deck.charts import chart_extent
from builder.plan.deck.scenes import (
    CardsPart,
    CellText,
    ChartPart,
    ColumnsPart,
    FigurePart,
    Part,
    Slice,
    StagesPart,
    TablePart,
    TextPart,
    Unit,
)
from builder.plan.deck.setting import Setting
from builder.records import dataclass
from builder.typeset.lines import Shaped, count_lines, fits_unbroken, line_width
from builder.typeset.measure import shape_runs
from builder.typeset.metrics import FALLBACK_LINE

FLOOR = 18.0
"""Points; no text of a slide's body is ever smaller."""
STEP = 2.0
STEPS = 6
"""How many sizes there are: 28, 26, 24, 22, 20, 18."""
GAP = 16.0
"""Between the parts of a slide."""
COLUMN_GAP = 32.0
TABLE_SIZES = (24.0, 22.0, 20.0, 18.0)
CELL_SIDE, CELL_TOP = 10.8, 6.5
"""Insets of a cell."""
CAPTION = 14.0
LEAST_FIGURE = 150.0
"""Points that a figure needs in height to be worth looking at."""
CARD_INSETS = (21.6, 9.0, 14.4, 9.0)
CARD_GAP = 14.4
LEAST_CARD = 64.8
TIP, TIP_GAP = 22.0, 6.0
"""How far a chevron's tip reaches, and the gap to the next one."""


@dataclass(frozen=True, slots=True)
class Need:
    """What something takes in height, and whether a word in it is wider than its line."""

    height: float
    overlong: bool = False
    least: float | None = None
    """The height it can do with, for a figure."""


def size_at(size: float, step: int) -> float:
    """Return a size some steps down, not below the floor."""
    return max(min(size, FLOOR), size - STEP * step)


def need_of(part: Part, piece: Slice, step: int, width: float, setting: Setting) -> Need:
    """Return what some pieces of a part take in a width."""
    match part:
        case TextPart(units=units, bar=bar):
            return text_need(units[piece.start : piece.end], step, width - (36.0 if bar else 0.0), setting)
        case TablePart():
            return _table_need(part, piece, step, width, setting)
        case ChartPart():
            least, wish, overlong = chart_extent(part, width, setting)
            return Need(wish, overlong, least)
        case FigurePart():
            return _figure_need(part, width, setting)
        case ColumnsPart():
            return _columns_need(part, step, width, setting)
        case StagesPart():
            return stages_need(part, piece, step, width, setting)
        case CardsPart(cards=cards):
            return cards_need(cards[piece.start : piece.end], step, width, setting)[0]
        case _:
            assert_never(part)


def text_need(units: Sequence[Unit], step: int, width: float, setting: Setting) -> Need:
    """Return what paragraphs take in a width."""
    height, overlong = 0.0, False
    for unit in units:
        look = unit.paragraph.look
        size = size_at(look.size, step)
        need = lines_need(unit.shaped, size, max(width - look.margin, 1.0), setting, line=look.line)
        height += look.before * size / look.size + need.height
        overlong = overlong or need.overlong
    return Need(height, overlong)


def lines_need(shaped: Shaped, size: float, width: float, setting: Setting, *, line: float = 1.0) -> Need:
    """Return what the lines of a text take at a size in points, those of a second language at theirs."""
    room = width / size
    height = count_lines(shaped, room) * size * line * line_ems(shaped.listed, setting)
    need = Need(height, not fits_unbroken((shaped,), room))
    if shaped.below is None:
        return need
    below = lines_need(shaped.below, second_size(size), width, setting, line=line)
    return Need(height + below.height, need.overlong or below.overlong)


def line_ems(listed: bool, setting: Setting) -> float:
    """Return the height of a line in ems."""
    return setting.metrics.line if listed else FALLBACK_LINE


def table_size(step: int) -> float:
    """Return the size of a table's text some steps down."""
    return TABLE_SIZES[min(step, len(TABLE_SIZES) - 1)]


def table_columns(part: TablePart, size: float, width: float) -> tuple[float, ...]:
    """Return the widths of columns: no word broken if that can be, the rest shared by how much there is to say."""
    texts = [[row[column] for row in (part.header, *part.rows)] for column in range(len(part.header))]
    side = 2 * CELL_SIDE + 1.0
    least = [max(_widths(text, size)[0] for text in column) * 1.01 + side for column in texts]
    wish = [max(_widths(text, size)[1] for text in column) * 1.01 + side for column in texts]
    if sum(wish) <= width:
        spare = width - sum(wish)
        return tuple(wanted + spare * wanted / sum(wish) for wanted in wish)
    if sum(least) >= width:
        return tuple(width * share / sum(least) for share in least)
    spare, wanted = width - sum(least), sum(wish) - sum(least)
    return tuple(small + spare * (large - small) / wanted for small, large in zip(least, wish, strict=True))


def _widths(text: CellText, size: float) -> tuple[float, float]:
    """Return the points of a cell's widest word and of its longest line, in either language."""
    widths = [(one.widest * points, line_width(one) * points) for one, points in _halves(text.shaped, size)]
    return max(word for word, _ in widths), max(line for _, line in widths)


def _halves(shaped: Shaped, size: float) -> list[tuple[Shaped, float]]:
    return [(shaped, size)] + ([(shaped.below, second_size(size))] if shaped.below else [])


def row_height(cells: Sequence[CellText], widths: Sequence[float], size: float, setting: Setting) -> Need:
    """Return what a row takes."""
    height, overlong = 0.0, False
    for text, width in zip(cells, widths, strict=True):
        need = lines_need(text.shaped, size, max(width - 2 * CELL_SIDE, 1.0), setting)
        overlong = overlong or need.overlong
        height = max(height, need.height)
    return Need(height + 2 * CELL_TOP, overlong)


def _table_need(part: TablePart, piece: Slice, step: int, width: float, setting: Setting) -> Need:
    size = table_size(step)
    widths = table_columns(part, size, width)
    needs = [row_height(row, widths, size, setting) for row in (part.header, *part.rows[piece.start : piece.end])]
    return Need(sum(need.height for need in needs), any(need.overlong for need in needs))


def caption_height(part: FigurePart, width: float, setting: Setting) -> float:
    """Return what a figure's caption takes below it."""
    if not part.caption:
        return 0.0
    shaped = shape_runs(part.caption, setting.metrics)
    return 6.0 + lines_need(shaped, CAPTION, width, setting).height


def _figure_need(part: FigurePart, width: float, setting: Setting) -> Need:
    ratio = part.image.width / part.image.height if part.image.height else 1.0
    natural = width / ratio
    caption = caption_height(part, width, setting)
    return Need(natural + caption, least=min(natural, LEAST_FIGURE) + caption)


def column_width(count: int, width: float) -> float:
    """Return the width of one of some columns side by side."""
    return (width - (count - 1) * COLUMN_GAP) / count


def _columns_need(part: ColumnsPart, step: int, width: float, setting: Setting) -> Need:
    room = column_width(len(part.columns), width)
    head = heads_height(part.heads, step, room, setting)
    needs = [text_need(column, step, room, setting) for column in part.columns]
    return Need(head.height + max(need.height for need in needs), head.overlong or any(need.overlong for need in needs))


def heads_height(heads: Sequence[Unit], step: int, room: float, setting: Setting) -> Need:
    """Return what the heads of columns take, the room below them included; nothing for none."""
    if not heads:
        return Need(0.0)
    needs = [text_need((head,), step, room - 28.8, setting) for head in heads]
    return Need(max(need.height for need in needs) + 18.0, any(need.overlong for need in needs))


def stages_need(part: StagesPart, piece: Slice, step: int, width: float, setting: Setting) -> Need:
    """Return what steps or moments take, across or down."""
    return _across_need(part, step, width, setting) if part.across else _down_need(part, piece, step, width, setting)


def across_width(part: StagesPart, width: float) -> float:
    """Return how far one stage is from the next in a row; the last chevron's tip needs a little more."""
    return (width - (TIP - TIP_GAP if part.kind == "process" else 0.0)) / len(part.stages)


def label_room(part: StagesPart, width: float) -> float:
    """Return the width of a label in a row: a chevron's ends take theirs."""
    return across_width(part, width) - (TIP + TIP_GAP + 10.0 if part.kind == "process" else 14.0)


def label_need(part: StagesPart, step: int, width: float, setting: Setting) -> Need:
    """Return what the highest label of a row takes."""
    needs = [text_need((stage.label,), step, label_room(part, width), setting) for stage in part.stages]
    return Need(max(need.height for need in needs), any(need.overlong for need in needs))


def _across_need(part: StagesPart, step: int, width: float, setting: Setting) -> Need:
    label = label_need(part, step, width, setting)
    room = across_width(part, width) - 14.0
    details = [text_need(stage.details, step, room, setting) for stage in part.stages]
    form = chevron_height(label.height) if part.kind == "process" else label.height + 34.0
    overlong = label.overlong or any(need.overlong for need in details)
    return Need(form + 14.0 + max(need.height for need in details), overlong)


def chevron_height(label: float) -> float:
    """Return the height of a chevron around its label."""
    return max(86.4, label + 21.6)


DOWN_LABEL, DOWN_GAP = 0.3, 9.0
"""Where stages stand one below the other: the part of the width that labels take, and the gap between two."""


def _down_need(part: StagesPart, piece: Slice, step: int, width: float, setting: Setting) -> Need:
    needs = [down_need(part, number, step, width, setting) for number in range(piece.start, piece.end)]
    height = sum(need.height for need in needs) + DOWN_GAP * max(0, len(needs) - 1)
    return Need(height, any(need.overlong for need in needs))


def down_need(part: StagesPart, number: int, step: int, width: float, setting: Setting) -> Need:
    """Return what one stage takes where they stand one below the other."""
    stage = part.stages[number]
    bare = not any(one.details for one in part.stages)
    label = text_need((stage.label,), step, width * (1.0 if bare else DOWN_LABEL) - 57.6, setting)
    details = text_need(stage.details, step, width * (1 - DOWN_LABEL) - 21.6, setting)
    return Need(max(label.height + 14.4, details.height + 7.2), label.overlong or details.overlong)


def cards_need(cards: Sequence[Unit], step: int, width: float, setting: Setting) -> tuple[Need, int, list[float]]:
    """Return what cards take, in how many columns they stand, and the height of each row.

    Two columns where that is shorter and no card runs over three lines; one card a row otherwise.
    """
    one = _cards_in(cards, 1, step, width, setting)
    if len(cards) < 2:
        return one[0], 1, one[1]
    two = _cards_in(cards, 2, step, width, setting)
    if two[0].overlong and not one[0].overlong:
        return one[0], 1, one[1]
    return (two[0], 2, two[1]) if two[0].height <= one[0].height else (one[0], 1, one[1])


def _cards_in(
    cards: Sequence[Unit], columns: int, step: int, width: float, setting: Setting
) -> tuple[Need, list[float]]:
    left, top, right, bottom = CARD_INSETS
    room = (width - (columns - 1) * CARD_GAP) / columns - left - right
    needs = [text_need((card,), step, room, setting) for card in cards]
    rows = [
        max(LEAST_CARD, max(need.height for need in needs[start : start + columns]) + top + bottom)
        for start in range(0, len(needs), columns)
    ]
    height = sum(rows) + CARD_GAP * max(0, len(rows) - 1)
    return Need(height, any(need.overlong for need in needs)), rows
