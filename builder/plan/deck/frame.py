"""What stands around a slide's body: title, fixed texts, the note on a name, strip, progress, the band of a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.languages.words import Word
from builder.output.deck import Box, Look, Ornament, Paragraph, TextShape
from builder.output.text import Runs, merge_runs, plain_text
from builder.plan.deck.brand import shows_logos
from builder.plan.deck.fitting import text_need
from builder.plan.deck.pairs import name_notes, side_by_side
from builder.plan.deck.scenes import Scene, Unit
from builder.plan.deck.setting import Setting, slide_text
from builder.plan.deck.slots import Fixed, Slots, resized
from builder.plan.deck.titles import title_paragraph
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.typeset.lines import line_width
from builder.typeset.measure import shape_runs
from builder.typeset.template import Area
from builder.typeset.template_areas import OPENERS
from builder.typeset.template_roles import BODY, IMPRINT, LOGOS, NOTE, SLIDE, STRIP, TITLE

_BAR = 4.3
_SMALLEST_FIXED = 12.0
_BAND_SIZE, _BAND_HEIGHT = 12.0, 20.2
_SECONDARY = 0.8
_STRIPS = ("Points", "Title", "Section", "Title only")
"""Layouts whose strips may differ."""
_LAYOUTS, _TEXTS = ("Title", "Section", "Points", "Title only"), (TITLE, BODY)
"""What the band of a draft may not hide."""


def title_shape(title: Runs, layout: str, size: float, setting: Setting, slots: Slots) -> TextShape:
    """Return the title of a slide."""
    area = slots.take((TITLE,)) or slots.borrow(setting.theme.area("Points", TITLE), TITLE)
    return _in_area(area, (title_paragraph(title, layout, size, setting),))


def fixed_shapes(scene: Scene, setting: Setting, slots: Slots) -> Iterator[Fixed]:
    """Yield the texts that stand in a certain place of each slide of a scene."""
    logos = setting.theme.areas(scene.layout).get(LOGOS) if shows_logos(scene.layout, setting) else None
    for index, paragraphs in _joined(scene, setting):
        area = slots.take((index,))
        if area is not None and paragraphs:
            yield _fitted(_above(area, logos), paragraphs, setting)


def _joined(scene: Scene, setting: Setting) -> Iterator[tuple[int, tuple[Paragraph, ...]]]:
    """Yield the fixed texts; the imprint of a layout without a place for one stands at the end of the text above it."""
    fixed = dict(scene.fixed)
    theme = setting.theme
    areas = theme.areas(scene.layout)
    if IMPRINT in fixed and IMPRINT not in areas and BODY in areas:
        look = areas[BODY].look(1)
        fixed[BODY] = (*fixed.get(BODY, ()), *(replace(line, level=1, look=look) for line in fixed.pop(IMPRINT)))
    for index, paragraphs in fixed.items():
        plain = scene.layout in OPENERS and not theme.is_ours and index in areas
        yield index, tuple(_flat(line, areas[index]) for line in paragraphs) if plain else paragraphs


def _flat(paragraph: Paragraph, area: Area) -> Paragraph:
    """Return a line below a title in the look of the first, smaller: few templates give such places a second level."""
    if not paragraph.level:
        return paragraph
    first = area.look(0)
    size = min(paragraph.look.size, float(round(first.size * _SECONDARY)))
    return replace(paragraph, level=0, look=resized(first, size))


def _above(area: Area, logos: Area | None) -> Area:
    """Return a place that ends above the logos, should they stand in its lower half."""
    box = area.box
    if logos is None or logos.box.left >= box.right or not box.top + box.height / 3 < logos.box.top < box.bottom:
        return area
    return replace(area, box=replace(box, height=logos.box.top - 4.0 - box.top))


def note_shapes(elements: Sequence[Runs], setting: Setting, slots: Slots) -> Iterator[TextShape]:
    """Yield the publisher's note where a name on the slide bears the mark."""
    runs = name_notes(tuple(run for runs in elements for run in runs), setting)
    area = slots.take((NOTE,)) or slots.borrow(setting.theme.area("Points", NOTE), NOTE)
    if runs:
        units = (_unit(Paragraph(runs=runs, look=area.look(0)), setting),)
        high = max(area.box.height, text_need(units, 0, area.box.width, setting).height)
        shape = _in_area(area, (units[0].paragraph,))
        yield replace(shape, box=replace(area.box, top=area.box.bottom - high, height=high))


def strip_runs(setting: Setting) -> Runs:
    """Return course, edition and language, the course's title cut where they would not fit the strip."""
    edition = setting.edition
    course = merge_runs(replace(run, link=None, strong=False) for run in slide_text(edition.course.title, setting))
    tags = " + ".join(one.edition.language.tag for one in (setting, setting.second) if one)
    parts = [course, plain_runs(edition.course.edition, setting.voice), plain_runs(tags, setting.voice)]
    narrowest = min((setting.theme.area(name, STRIP) for name in _STRIPS), key=_room)
    runs = join_runs(parts, " · ", setting.voice)
    while _width(runs, narrowest, setting) > _room(narrowest) * 0.98 and len(plain_text(course)) > 1:
        course = _shortened(course)
        runs = join_runs([course, *parts[1:]], " · ", setting.voice)
    return runs


def strip_shapes(strip: Runs, id: str, setting: Setting, slots: Slots) -> Iterator[TextShape]:
    """Yield course, edition and language on the left, the slide's id on the right."""
    beside: Area | None = None
    for index, runs in ((STRIP, _in_two(strip)), (SLIDE, plain_runs(id, setting.voice))):
        area = slots.take((index,))
        if area is not None:
            wide = _widened(area, beside, runs, setting) if index == SLIDE and runs else area
            beside = area
            yield _in_area(wide, (Paragraph(runs=runs, look=area.look(0)),))


def _in_two(runs: Runs) -> Runs:
    """Return a footer in two runs at least: LibreOffice draws one of a single run in a typeface of its own."""
    first, *others = runs
    if others or len(first.text) < 2:
        return runs
    middle = max(first.text.rfind(" · "), 1)
    return (replace(first, text=first.text[:middle]), replace(first, text=first.text[middle:]))


def _widened(area: Area, strip: Area | None, runs: Runs, setting: Setting) -> Area:
    """Return the place of a slide's id, wider to the left by what the id needs, or to the right where no room is left.

    What stands on its right, often a logo, is the template's own.
    """
    excess = _width(runs, area, setting) / 0.97 - _room(area)
    if excess <= 0:
        return area
    taken = strip.box.right if strip is not None and strip.box.right <= area.box.left else 0.0
    left = max(area.box.left - excess, 0.0)
    if left < taken and area.look(0).align == "left":
        left = area.box.left
    return replace(area, box=replace(area.box, left=left, width=area.box.width + excess))


def _width(runs: Runs, area: Area, setting: Setting) -> float:
    return line_width(setting.measured(runs, area.look(0))) * area.look(0).size


def _room(area: Area) -> float:
    return area.box.width - area.insets.left - area.insets.right


def progress_bars(number: int, total: int, setting: Setting) -> Iterator[Ornament]:
    """Yield the line at the foot that grows with the deck; none in a publisher's template, whose foot is its own."""
    theme = setting.theme
    if theme.is_ours:
        box = Box(left=0.0, top=theme.height - _BAR, width=round(theme.width * number / total, 1), height=_BAR)
        yield Ornament(name="Progress", box=box, form="rectangle", fill="sea")


def draft_band(setting: Setting) -> TextShape:
    """Return the band that says that not all has been reviewed: at the top on the right, where no title stands.

    In a template whose titles reach up there it runs along the right edge, so that a title has the same room in a
    draft as in an edition, and the same slides come of it.
    """
    second = word_runs(Word.DRAFT, setting.second.voice) if setting.second else ()
    runs = side_by_side(word_runs(Word.DRAFT, setting.voice), second, " · ", setting)
    shaped = shape_runs(runs, setting.metrics, bold=True)
    width = line_width(shaped) * _BAND_SIZE * 1.03 + 28.8
    look = Look(size=_BAND_SIZE, bold=True, colour="white", align="center")
    across = Box(left=setting.theme.width - width, top=0.0, width=width, height=_BAND_HEIGHT)
    along = Box(left=setting.theme.width - _BAND_HEIGHT, top=0.0, width=_BAND_HEIGHT, height=width)
    turned = _covers_text(across, setting) and not _covers_text(along, setting)
    return TextShape(
        name="Draft",
        box=along if turned else across,
        placeholder=None,
        paragraphs=(Paragraph(runs=runs, look=look),),
        anchor="middle",
        fill="brick",
        turned=turned,
    )


def _covers_text(band: Box, setting: Setting) -> bool:
    """Return whether a band would hide what stands in a place for text, its insets left out."""
    areas = (area for layout in _LAYOUTS for role, area in setting.theme.areas(layout).items() if role in _TEXTS)
    return any(
        area.box.left + area.insets.left < band.right
        and band.left < area.box.right - area.insets.right
        and area.box.top + area.insets.top < band.bottom
        and band.top < area.box.bottom - area.insets.bottom
        for area in areas
    )


def _shortened(runs: Runs) -> Runs:
    """Return a text with its last word gone and an ellipsis in its place."""
    *before, last = runs
    text = last.text.removesuffix("…").rstrip()
    cut = text.rpartition(" ")[0].rstrip() if " " in text else text[: len(text) // 2]
    return merge_runs((*before, replace(last, text=f"{cut}…"))) if cut else tuple(before)


def _fitted(area: Area, paragraphs: tuple[Paragraph, ...], setting: Setting) -> Fixed:
    """Return a text in its place, all its sizes smaller by one share until it fits."""
    width = area.box.width - area.insets.left - area.insets.right
    room = area.box.height - area.insets.top - area.insets.bottom
    over = 0.0
    shown = paragraphs
    for share in (1.0, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55):
        shown = tuple(_shrunk(paragraph, share) for paragraph in paragraphs)
        need = text_need([_unit(paragraph, setting) for paragraph in shown], 0, width, setting.set_in(area.look(0)))
        over = need.height - room
        if over <= 0 and not need.overlong:
            break
    return Fixed(_in_area(area, shown), over)


def _shrunk(paragraph: Paragraph, share: float) -> Paragraph:
    if share == 1.0:
        return paragraph
    size = max(min(_SMALLEST_FIXED, paragraph.look.size), float(round(paragraph.look.size * share)))
    return replace(paragraph, look=resized(paragraph.look, size))


def _unit(paragraph: Paragraph, setting: Setting) -> Unit:
    return Unit(paragraph=paragraph, shaped=setting.measured(paragraph.runs, paragraph.look))


def _in_area(area: Area, paragraphs: tuple[Paragraph, ...]) -> TextShape:
    holder = area.placeholder
    return TextShape(
        name=area.name,
        box=area.box,
        placeholder=holder,
        paragraphs=paragraphs,
        insets=holder.insets,
        anchor=holder.anchor,
        fill=area.fill if holder.box is None else None,
    )
