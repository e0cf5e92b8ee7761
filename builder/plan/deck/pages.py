"""Whether what a page shows fits its slide in one language, and at which step of sizes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never

from builder.output.deck import Box
from builder.output.text import Runs
from builder.plan.deck.fitting import (
    COLUMN_GAP,
    GAP,
    STEPS,
    Need,
    caption_height,
    lines_need,
    need_of,
    text_need,
)
from builder.plan.deck.pairs import name_notes
from builder.plan.deck.scenes import (
    CardsPart,
    ChartPart,
    ColumnsPart,
    FigurePart,
    Page,
    Part,
    Scene,
    StagesPart,
    TablePart,
    TextPart,
    part_runs,
)
from builder.plan.deck.setting import Setting
from builder.typeset.measure import shape_runs
from builder.typeset.template_roles import NOTE

_OWN_BODY = frozenset({"Activity", "Case", "Key messages", "Sources", "Imprint"})
"""Layouts whose body is not where that of ``Points`` is."""
WIDEST_BESIDE = 0.46
"""The part of the width that a figure may take beside text."""


class Fit(NamedTuple):
    """At which step a page is drawn, and by how much it misses."""

    step: int
    over: float
    """Points that the text is higher than its room; nought or less where it fits."""
    overlong: bool


def room_of(scene: Scene, setting: Setting) -> Box:
    """Return the room for the parts of a scene; a long note on a name takes some of it."""
    box = setting.theme.area(scene.layout if scene.layout in _OWN_BODY else "Points", 1).box
    excess = note_height(scene, setting) - setting.theme.area("Points", NOTE).box.height
    return replace(box, height=box.height - excess) if excess > 0 else box


def note_height(scene: Scene, setting: Setting) -> float:
    """Return what the note on a name takes, where a name of the scene bears the mark."""
    if not scene.marked:
        return 0.0
    area = setting.theme.area("Points", NOTE)
    shaped = shape_runs(name_notes(scene_runs(scene), setting), setting.metrics)
    return lines_need(shaped, area.look(0).size, area.box.width, setting).height


def scene_runs(scene: Scene) -> Runs:
    """Return the runs that a scene shows on the wall."""
    fixed = (run for _, paragraphs in scene.fixed for paragraph in paragraphs for run in paragraph.runs)
    return (*scene.title, *fixed, *(run for part in scene.parts for run in part_runs(part)))


def marked(scene: Scene) -> Scene:
    """Return the scene with it noted whether a name in it bears the mark."""
    if not any(run.mark for run in scene_runs(scene)):
        return scene
    otherwise = replace(scene.otherwise, marked=True) if scene.otherwise else None
    return replace(scene, marked=True, otherwise=otherwise)


def laid_down(scene: Scene, down: tuple[int, ...]) -> Scene:
    """Return the scene with some of its stages one below the other."""
    if not down:
        return scene
    parts = tuple(
        replace(part, across=False) if number in down and isinstance(part, StagesPart) else part
        for number, part in enumerate(scene.parts)
    )
    return replace(scene, parts=parts)


def part_length(part: Part) -> int:
    """Return how many pieces a part could be split into."""
    match part:
        case TextPart(units=pieces) | TablePart(rows=pieces) | StagesPart(stages=pieces) | CardsPart(cards=pieces):
            return len(pieces)
        case FigurePart() | ChartPart() | ColumnsPart():
            return 1
        case _:
            assert_never(part)


def whole_pages(scene: Scene, pages: Sequence[Page]) -> list[Page]:
    """Return pages that show each part to its end, should this language have more pieces of it than another."""
    last = {piece.part: (number, piece) for number, page in enumerate(pages) for piece in page.slices}
    whole = list(pages)
    for part, (number, piece) in last.items():
        length = part_length(scene.parts[part])
        if piece.end < length:
            slices = tuple(replace(one, end=length) if one is piece else one for one in whole[number].slices)
            whole[number] = replace(whole[number], slices=slices)
    return whole


def fit_page(scene: Scene, page: Page, setting: Setting, *, last: int = STEPS - 1) -> Fit:
    """Return the first step at which a page fits whole; else the first at which its height does; else the last."""
    room = room_of(scene, setting)
    found: Fit | None = None
    for step in range(last + 1):
        need = page_need(scene, page, step, room, setting)
        fit = Fit(step, need.height - room.height, need.overlong)
        if fit.over <= 0 and not fit.overlong:
            return fit
        if found is None or found.over > 0:
            found = fit
    return found or Fit(0, 0.0, False)


def page_need(scene: Scene, page: Page, step: int, room: Box, setting: Setting) -> Need:
    """Return what a page takes; a figure that it can do with the least."""
    if page.beside:
        return _beside_need(scene, page, step, room, setting)
    height, overlong = GAP * (len(page.slices) - 1), False
    for piece in page.slices:
        need = need_of(scene.parts[piece.part], piece, step, room.width, setting)
        height += need.height if need.least is None else need.least
        overlong = overlong or need.overlong
    return Need(height, overlong)


def figure_beside(part: FigurePart, room: Box, setting: Setting) -> float:
    """Return how wide a figure is that stands beside text."""
    widest = room.width * WIDEST_BESIDE
    ratio = part.image.width / part.image.height if part.image.height else 1.0
    return min(widest, (room.height - caption_height(part, widest, setting)) * ratio)


def _beside_need(scene: Scene, page: Page, step: int, room: Box, setting: Setting) -> Need:
    figure = next(part for part in _parts(scene, page) if isinstance(part, FigurePart))
    width = room.width - figure_beside(figure, room, setting) - COLUMN_GAP
    height, overlong = 0.0, False
    for piece in page.slices:
        part = scene.parts[piece.part]
        if isinstance(part, TextPart):
            need = text_need(part.units[piece.start : piece.end], step, width, setting)
            height, overlong = height + need.height, overlong or need.overlong
    return Need(height, overlong)


def _parts(scene: Scene, page: Page) -> tuple[Part, ...]:
    return tuple(scene.parts[piece.part] for piece in page.slices)
