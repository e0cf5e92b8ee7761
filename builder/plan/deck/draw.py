"""A page of a scene → the elements of its slide, each in its box."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from builder.output.deck import (
    Box,
    Cell,
    Element,
    Insets,
    Look,
    Ornament,
    Paragraph,
    PictureShape,
    Row,
    TableShape,
    TextShape,
)
from builder.plan.deck.draw_forms import draw_cards, draw_chart, draw_columns, draw_stages
from builder.plan.deck.fitting import (
    CAPTION as CAPTION_SIZE,
)
from builder.plan.deck.fitting import (
    CELL_SIDE,
    CELL_TOP,
    COLUMN_GAP,
    GAP,
    caption_height,
    need_of,
    row_height,
    table_columns,
    table_size,
)
from builder.plan.deck.pages import figure_beside, page_need, room_of
from builder.plan.deck.scenes import (
    CardsPart,
    ChartPart,
    ColumnsPart,
    FigurePart,
    Page,
    Part,
    Scene,
    Slice,
    StagesPart,
    TablePart,
    TextPart,
)
from builder.plan.deck.setting import Setting
from builder.plan.deck.slots import Slots
from builder.typeset.template_roles import BODY, CAPTION, PICTURE, SECOND, TABLE, THIRD

_TEXTS = (BODY, SECOND, THIRD)
_ROOMIER = 14.0
"""Points by which a row of a table grows where there is room."""
_BAR = 36.0
"""How far text stands from the edge beside a bar."""


def page_layout(scene: Scene, page: Page) -> str:
    """Return the layout of a slide: that of its scene, or for points the one that its parts ask for."""
    parts = [scene.parts[piece.part] for piece in page.slices]
    if scene.layout != "Points" or not parts:
        return scene.layout
    if len(parts) == 1:
        return _single_layout(parts[0])
    kinds = {type(part) for part in parts}
    if len(parts) == 2 and TextPart in kinds and (TablePart in kinds or FigurePart in kinds):
        return "Points and table" if TablePart in kinds else "Picture and points"
    return "Mixed"


def draw_page(scene: Scene, page: Page, step: int, setting: Setting, slots: Slots) -> Iterator[Element]:
    """Yield what a page shows, from top to bottom."""
    room = room_of(scene, setting)
    if page.beside:
        yield from _draw_beside(scene, page, step, room, setting, slots)
        return
    spare = max(0.0, room.height - page_need(scene, page, step, room, setting).height)
    top = room.top + _lead(scene, page, spare)
    for piece in page.slices:
        part = scene.parts[piece.part]
        need = need_of(part, piece, step, room.width, setting)
        height = need.height
        if need.least is not None:
            height = min(need.height, need.least + spare)
            spare -= height - need.least
        alone = len(page.slices) == 1 and isinstance(part, TextPart | TablePart | CardsPart)
        box = replace(room, top=top, height=room.bottom - top if alone else height)
        yield from _draw(part, piece, step, box, setting, slots)
        top += height + GAP


def _single_layout(part: Part) -> str:
    match part:
        case TextPart(bar=bar):
            return "Quotation" if bar else "Points"
        case TablePart():
            return "Table"
        case ChartPart():
            return "Chart"
        case FigurePart():
            return "Picture"
        case ColumnsPart(heads=heads, columns=columns):
            return "Comparison" if heads else "Two columns" if len(columns) == 2 else "Three columns"
        case StagesPart(kind=kind):
            return "Process" if kind == "process" else "Timeline"
        case CardsPart():
            return "Question"
        case _:
            assert_never(part)


def _lead(scene: Scene, page: Page, spare: float) -> float:
    """Return how far below the title drawn forms begin: they stand freely, text does not."""
    parts = [scene.parts[piece.part] for piece in page.slices]
    if all(isinstance(part, CardsPart) for part in parts):
        return min(28.0, spare * 0.25)
    if len(parts) == 1 and isinstance(parts[0], StagesPart) and parts[0].across:
        return spare * 0.3
    return 0.0


def _draw(part: Part, piece: Slice, step: int, box: Box, setting: Setting, slots: Slots) -> Iterator[Element]:
    match part:
        case TextPart(units=units, bar=bar):
            shown = units[piece.start : piece.end]
            if bar:
                high = need_of(part, piece, step, box.width, setting).height
                box = replace(box, left=box.left + _BAR, width=box.width - _BAR)
                yield slots.text(shown, box, _TEXTS, step=step)
                yield Ornament(
                    name="Bar",
                    box=Box(left=box.left - _BAR, top=box.top + 6, width=7.2, height=high - 4),
                    form="rectangle",
                    fill="sea",
                )
            else:
                yield slots.text(shown, box, _TEXTS, step=step)
        case TablePart():
            yield _table(part, piece, step, box, setting, slots)
        case ChartPart():
            yield draw_chart(part, box, setting, slots)
        case FigurePart():
            yield from _figure(part, box, setting, slots, centred=True)
        case ColumnsPart():
            yield from draw_columns(part, step, box, setting, slots)
        case StagesPart():
            yield from draw_stages(part, piece, step, box, setting, slots)
        case CardsPart(cards=cards):
            yield from draw_cards(cards[piece.start : piece.end], step, box, setting, slots)
        case _:
            assert_never(part)


def _draw_beside(scene: Scene, page: Page, step: int, room: Box, setting: Setting, slots: Slots) -> Iterator[Element]:
    """Yield text on the left and its figure on the right, the text first."""
    figure = next(part for piece in page.slices if isinstance(part := scene.parts[piece.part], FigurePart))
    width = figure_beside(figure, room, setting)
    text = replace(room, width=room.width - width - COLUMN_GAP)
    for piece in page.slices:
        part = scene.parts[piece.part]
        if isinstance(part, TextPart):
            yield slots.text(part.units[piece.start : piece.end], text, _TEXTS, step=step)
    yield from _figure(figure, replace(room, left=room.right - width, width=width), setting, slots, centred=False)


def _figure(part: FigurePart, box: Box, setting: Setting, slots: Slots, *, centred: bool) -> Iterator[Element]:
    """Yield a picture as large as its box lets it be, then its caption."""
    caption = caption_height(part, box.width, setting)
    ratio = part.image.width / part.image.height if part.image.height else 1.0
    width = min(box.width, max(1.0, box.height - caption) * ratio)
    left = box.left + ((box.width - width) / 2 if centred and not part.decorative else 0.0)
    frame = Box(left=left, top=box.top, width=width, height=width / ratio)
    area = None if part.decorative else slots.take((PICTURE,))
    yield PictureShape(
        name="Picture", box=frame, placeholder=area.placeholder if area else None, image=part.image,
        alternative=() if part.decorative else part.alternative, decorative=part.decorative,
    )  # fmt: skip
    if part.caption:
        below = Box(left=box.left, top=frame.bottom + 4, width=box.width, height=caption - 4)
        look = Look(size=CAPTION_SIZE, colour="grey", align="center" if centred else "left")
        yield _caption(Paragraph(runs=part.caption, look=look), below, slots)


def _caption(paragraph: Paragraph, box: Box, slots: Slots) -> TextShape:
    shape = slots.text((), box, (CAPTION,))
    return replace(shape, paragraphs=(paragraph,))


def _table(part: TablePart, piece: Slice, step: int, box: Box, setting: Setting, slots: Slots) -> TableShape:
    size = table_size(step)
    columns = table_columns(part, size, box.width)
    aligns = [alignment or "left" for alignment in part.alignments]
    rows = tuple(
        Row(
            height=row_height(row, columns, size, setting).height,
            cells=tuple(Cell(runs=text.runs, align=align) for text, align in zip(row, aligns, strict=True)),
        )
        for row in (part.header, *part.rows[piece.start : piece.end])
    )
    rows = _roomier(rows, box.height - sum(row.height for row in rows))
    area = slots.take((TABLE,))
    return TableShape(
        name="Table",
        box=replace(box, height=sum(row.height for row in rows)),
        placeholder=area.placeholder if area else None,
        columns=columns,
        rows=rows,
        size=size,
        insets=Insets(left=CELL_SIDE, top=CELL_TOP, right=CELL_SIDE, bottom=CELL_TOP),
    )


def _roomier(rows: tuple[Row, ...], spare: float) -> tuple[Row, ...]:
    """Return rows with some of the room that is left on the slide, so that a short table does not look lost."""
    more = min(_ROOMIER, max(0.0, spare) / 2 / len(rows))
    return tuple(replace(row, height=row.height + more) for row in rows)
