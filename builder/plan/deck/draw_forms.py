"""Columns, comparisons, processes, timelines, charts and cards, drawn with native forms and text in placeholders."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.output.deck import Box, ChartShape, Element, Insets, Ornament, Series
from builder.plan.deck.charts import SIZE as CHART_SIZE
from builder.plan.deck.charts import plot_box
from builder.plan.deck.fitting import (
    CARD_GAP,
    CARD_INSETS,
    COLUMN_GAP,
    DOWN_GAP,
    DOWN_LABEL,
    TIP,
    TIP_GAP,
    across_width,
    cards_need,
    chevron_height,
    column_width,
    down_need,
    heads_height,
    label_need,
    label_room,
)
from builder.plan.deck.scenes import ChartPart, ColumnsPart, Slice, Stage, StagesPart, Unit
from builder.plan.deck.setting import Setting
from builder.plan.deck.slots import Slots
from builder.typeset.template_roles import BODY, CARD, CHART, DETAIL, HEAD, SECOND, THIRD

_MOST = 6
"""How many of a kind our layouts hold."""
_HEADS, _DETAILS, _CARDS = (range(first, first + _MOST) for first in (HEAD, DETAIL, CARD))
_DOT = 15.0
_ROOMY_CARD = 93.6
"""Points that a card is high where there is room."""


def draw_columns(part: ColumnsPart, step: int, box: Box, setting: Setting, slots: Slots) -> Iterator[Element]:
    """Yield texts side by side, each under its head."""
    width = column_width(len(part.columns), box.width)
    head = heads_height(part.heads, step, width, setting).height
    for number, units in enumerate(part.columns):
        left = box.left + number * (width + COLUMN_GAP)
        if part.heads:
            frame = Box(left=left, top=box.top, width=width, height=head - 8)
            insets = Insets(left=14.4, top=3.6, right=14.4, bottom=3.6)
            yield slots.text(
                part.heads[number : number + 1], frame, (HEAD + number,), step=step, anchor="middle", insets=insets
            )
        frame = Box(left=left, top=box.top + head, width=width, height=box.height - head)
        yield slots.text(units, frame, (DETAIL + number,) if part.heads else (BODY, SECOND, THIRD), step=step)


def draw_cards(cards: Sequence[Unit], step: int, box: Box, setting: Setting, slots: Slots) -> Iterator[Element]:
    """Yield each answer on a card with a bar at its edge."""
    _, columns, rows = cards_need(cards, step, box.width, setting)
    spare = max(0.0, box.height - sum(rows) - CARD_GAP * (len(rows) - 1)) / len(rows)
    rows = [row + min(spare, max(0.0, _ROOMY_CARD - row)) for row in rows]
    width = (box.width - (columns - 1) * CARD_GAP) / columns
    left, top, right, bottom = CARD_INSETS
    insets = Insets(left=left, top=top, right=right, bottom=bottom)
    bars = []
    for number, card in enumerate(cards):
        row, column = divmod(number, columns)
        frame = Box(
            left=box.left + column * (width + CARD_GAP), top=box.top + sum(rows[:row]) + row * CARD_GAP, width=width,
            height=rows[row],
        )  # fmt: skip
        yield replace(
            slots.text((card,), frame, _CARDS, step=step, anchor="middle", insets=insets, fill="white"), outline=True
        )
        bars.append(Ornament(name="Edge", box=replace(frame, width=6.5), form="rectangle", fill="sea"))
    yield from bars


def draw_chart(part: ChartPart, box: Box, setting: Setting, slots: Slots) -> ChartShape:
    """Return a chart that fills its box."""
    area = slots.take((CHART,))
    return ChartShape(
        name="Chart",
        box=box,
        placeholder=area.placeholder if area else None,
        kind=part.kind,
        categories=tuple(text.runs for text in part.categories),
        series=tuple(
            Series(name=name.runs, values=values) for name, values in zip(part.names, part.series, strict=True)
        ),
        percent=part.percent,
        plot=plot_box(part, box, setting),
        size=CHART_SIZE,
        alternative=part.alternative,
    )


def draw_stages(
    part: StagesPart, piece: Slice, step: int, box: Box, setting: Setting, slots: Slots
) -> Iterator[Element]:
    """Yield a process or a timeline."""
    if not part.across:
        yield from _down(part, piece, step, box, setting, slots)
    elif part.kind == "process":
        yield from _chevrons(part, step, box, setting, slots)
    else:
        yield from _moments(part, step, box, setting, slots)


def _chevrons(part: StagesPart, step: int, box: Box, setting: Setting, slots: Slots) -> Iterator[Element]:
    distance = across_width(part, box.width)
    high = chevron_height(label_need(part, step, box.width, setting).height)
    lefts = [box.left + number * distance for number in range(len(part.stages))]
    for number, left in enumerate(lefts):
        frame = Box(left=left, top=box.top, width=distance + TIP - TIP_GAP, height=high)
        yield Ornament(name="Chevron", box=frame, form="chevron" if number else "start", fill="teal", tip=TIP)
    room = label_room(part, box.width)
    for number, (stage, left) in enumerate(zip(part.stages, lefts, strict=True)):
        # The first form has no notch, so its middle lies further left.
        frame = Box(left=left + TIP + (5.0 if number else -5.0), top=box.top, width=room, height=high)
        yield slots.text((stage.label,), frame, _HEADS, step=step, anchor="middle", fill="none")
        if stage.details:
            below = Box(left=left, top=box.top + high + 14.0, width=distance - 14.0, height=box.height - high - 14.0)
            yield slots.text(stage.details, below, _DETAILS, step=step)


def _moments(part: StagesPart, step: int, box: Box, setting: Setting, slots: Slots) -> Iterator[Element]:
    distance = across_width(part, box.width)
    high = label_need(part, step, box.width, setting).height
    line = box.top + high + 16.0
    yield Ornament(
        name="Line", box=Box(left=box.left, top=line - 1.5, width=box.width, height=3.0), form="rectangle", fill="sea"
    )
    for number, stage in enumerate(part.stages):
        left = box.left + number * distance
        dot = Box(left=left, top=line - _DOT / 2, width=_DOT, height=_DOT)
        yield Ornament(name="Dot", box=dot, form="ellipse", fill="teal")
        above = Box(left=left, top=box.top, width=label_room(part, box.width), height=high)
        yield slots.text((stage.label,), above, _HEADS, step=step, anchor="bottom")
        if stage.details:
            below = Box(left=left, top=line + 24.0, width=distance - 14.0, height=box.bottom - line - 24.0)
            yield slots.text(stage.details, below, _DETAILS, step=step)


def _down(part: StagesPart, piece: Slice, step: int, box: Box, setting: Setting, slots: Slots) -> Iterator[Element]:
    """Yield stages one below the other: a label on the left, its details on the right."""
    top = box.top
    for number in range(piece.start, piece.end):
        stage = part.stages[number]
        high = down_need(part, number, step, box.width, setting).height
        bare = not any(one.details for one in part.stages)
        left = replace(box, top=top, width=box.width * (1.0 if bare else DOWN_LABEL) - 14.4, height=high)
        yield from _down_label(part, stage, step, left, slots)
        if stage.details:
            room = box.width * (1 - DOWN_LABEL) - 21.6
            right = Box(left=box.right - room, top=top, width=room, height=high)
            yield slots.text(stage.details, right, _DETAILS, step=step, anchor="middle")
        top += high + DOWN_GAP


def _down_label(part: StagesPart, stage: Stage, step: int, box: Box, slots: Slots) -> Iterator[Element]:
    if part.kind == "process":
        yield Ornament(name="Step", box=box, form="start", fill="teal", tip=14.4)
        look = replace(stage.label.paragraph.look, align="left")
        label = replace(stage.label, paragraph=replace(stage.label.paragraph, look=look))
        inside = replace(box, left=box.left + 14.4, width=box.width - 43.2)
    else:
        yield Ornament(
            name="Line",
            box=Box(left=box.left, top=box.top, width=3.0, height=box.height + DOWN_GAP),
            form="rectangle",
            fill="sea",
        )
        dot = Box(left=box.left - 6.0, top=box.top + box.height / 2 - _DOT / 2, width=_DOT, height=_DOT)
        yield Ornament(name="Dot", box=dot, form="ellipse", fill="teal")
        label, inside = stage.label, replace(box, left=box.left + 21.6, width=box.width - 43.2)
    yield slots.text((label,), inside, _HEADS, step=step, anchor="middle", fill="none")
