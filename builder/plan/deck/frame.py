"""What stands around a slide's body: title, fixed texts, the note on a name, strip, progress, the band of a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from builder.languages.words import Word
from builder.output.deck import Box, Element, Look, Ornament, Paragraph, TextShape
from builder.output.text import Runs, merge_runs, plain_text
from builder.plan.deck.fitting import text_need
from builder.plan.deck.scenes import Scene, Unit
from builder.plan.deck.setting import NOTE, SLIDE, STRIP, TITLE, Setting, slide_text
from builder.plan.deck.slots import Slots, resized
from builder.plan.deck.titles import title_paragraph
from builder.plan.names import name_note_runs
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.typeset.lines import line_width
from builder.typeset.measure import shape_runs
from builder.typeset.template import Area

_BAR = 4.3
_SMALLEST_FIXED = 12.0
_BAND_SIZE, _BAND_HEIGHT = 12.0, 20.2


class Fixed(NamedTuple):
    """A text in its placeholder, and by how much it misses it."""

    shape: TextShape
    over: float


def title_shape(title: Runs, layout: str, size: float, setting: Setting, slots: Slots) -> TextShape:
    """Return the title of a slide."""
    area = slots.take((TITLE,)) or slots.borrow(setting.theme.area("Points", TITLE), TITLE)
    return _in_area(area, (title_paragraph(title, layout, size, setting),))


def fixed_shapes(scene: Scene, setting: Setting, slots: Slots) -> Iterator[Fixed]:
    """Yield the texts that stand in a certain place of each slide of a scene."""
    for index, paragraphs in scene.fixed:
        area = slots.take((index,))
        if area is not None and paragraphs:
            yield _fitted(area, paragraphs, setting)


def note_shapes(elements: Sequence[Runs], setting: Setting, slots: Slots) -> Iterator[TextShape]:
    """Yield the publisher's note where a name on the slide bears the mark."""
    runs = name_note_runs((run for runs in elements for run in runs), setting.voice)
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
    parts = [course, plain_runs(edition.course.edition, setting.voice), plain_runs(edition.language.tag, setting.voice)]
    area = setting.theme.area("Points", STRIP)
    runs = join_runs(parts, " · ", setting.voice)
    room = area.box.width / area.look(0).size
    while line_width(shape_runs(runs, setting.metrics)) > room * 0.98 and len(plain_text(course)) > 1:
        course = _shortened(course)
        runs = join_runs([course, *parts[1:]], " · ", setting.voice)
    return runs


def strip_shapes(strip: Runs, id: str, setting: Setting, slots: Slots) -> Iterator[TextShape]:
    """Yield course, edition and language on the left, the slide's id on the right."""
    for index, runs in ((STRIP, strip), (SLIDE, plain_runs(id, setting.voice))):
        area = slots.take((index,))
        if area is not None:
            yield _in_area(area, (Paragraph(runs=runs, look=area.look(0)),))


def progress_bar(number: int, total: int, setting: Setting) -> Ornament:
    """Return the line at the foot that grows with the deck."""
    theme = setting.theme
    box = Box(left=0.0, top=theme.height - _BAR, width=round(theme.width * number / total, 1), height=_BAR)
    return Ornament(name="Progress", box=box, form="rectangle", fill="sea")


def draft_band(setting: Setting) -> TextShape:
    """Return the band that says that not all has been reviewed."""
    runs = word_runs(Word.DRAFT, setting.voice)
    shaped = shape_runs(runs, setting.metrics, bold=True)
    width = line_width(shaped) * _BAND_SIZE * 1.03 + 28.8
    look = Look(size=_BAND_SIZE, bold=True, colour="white", align="center")
    return TextShape(
        name="Draft",
        box=Box(left=setting.theme.width - width, top=0.0, width=width, height=_BAND_HEIGHT),
        placeholder=None,
        paragraphs=(Paragraph(runs=runs, look=look),),
        anchor="middle",
        fill="brick",
    )


def first_marks(elements: Sequence[Element], setting: Setting) -> tuple[Element, ...]:
    """Return elements with the mark behind a name at its first mention only, where the publisher wants it so."""
    mark = setting.edition.publisher.mark
    if mark is None or mark.policy != "first":
        return tuple(elements)
    return tuple(_only_first(elements))


def _only_first(elements: Sequence[Element]) -> Iterator[Element]:
    from builder.content.walk import rewrite
    from builder.output.text import Run

    seen = False

    def keep(run: Run) -> Run:
        nonlocal seen
        if not run.mark or not seen:
            seen = seen or run.mark
            return run
        return replace(run, text="")

    for element in elements:
        yield rewrite(element, Run, keep)


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
        need = text_need([_unit(paragraph, setting) for paragraph in shown], 0, width, setting)
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
    return Unit(paragraph=paragraph, shaped=shape_runs(paragraph.runs, setting.metrics, bold=paragraph.look.bold))


def _in_area(area: Area, paragraphs: tuple[Paragraph, ...]) -> TextShape:
    holder = area.placeholder
    return TextShape(
        name=area.name,
        box=area.box,
        placeholder=holder,
        paragraphs=paragraphs,
        insets=holder.insets,
        anchor=holder.anchor,
    )
