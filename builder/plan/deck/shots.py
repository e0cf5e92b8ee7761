"""A page of a scene → its slide: every box filled, and what does not fit told."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.output.deck import Element, Paragraph, Slide, element_runs
from builder.output.text import Runs, halves, plain_text
from builder.plan.deck.brand import brand_shapes
from builder.plan.deck.divide import divide
from builder.plan.deck.draw import draw_page, page_layout
from builder.plan.deck.fitting import size_at
from builder.plan.deck.frame import (
    fixed_shapes,
    note_shapes,
    strip_shapes,
    title_shape,
)
from builder.plan.deck.pages import Fit, fit_page, laid_down, whole_pages
from builder.plan.deck.scenes import Division, Page, Scene
from builder.plan.deck.setting import Setting, spoken
from builder.plan.deck.slots import Slots
from builder.plan.deck.titles import TitleFit, fit_title, unique_titles
from builder.plan.names import first_marks
from builder.plan.runs import plain_runs
from builder.plan.second import first_text

_BODY_SIZE, _LABEL_SIZE = 28.0, 12.0


class Shot(NamedTuple):
    """One slide to be: a page of a scene, under its title and id."""

    scene: Scene
    page: Page
    first: bool
    """Whether it is the scene's first."""
    alone: Scene | None = None
    """The scene in its first language only, should there be two that do not fit."""
    title: Runs = ()
    id: str = ""


def shots_of(scenes: Sequence[Scene], divisions: Mapping[str, Division], setting: Setting) -> list[Shot]:
    """Return the slides of scenes, each with a title of its own and ``<anchor>-<n>``, counted through the deck."""
    shots: list[Shot] = []
    for scene in scenes:
        division = divisions.get(scene.key) or divide([(scene, setting)])
        chosen = scene.otherwise or scene if division.otherwise else scene
        form = laid_down(chosen, division.down)
        pages = whole_pages(form, division.pages)
        alone = form.alone and replace(laid_down(form.alone, division.down), notes=form.notes, timing=form.timing)
        shots.extend(Shot(form, page, number == 0, alone) for number, page in enumerate(pages))
    return _named(shots, setting)


def _named(shots: Sequence[Shot], setting: Setting) -> list[Shot]:
    titles = unique_titles([_title(shot.scene, setting) for shot in shots], setting)
    counts: Counter[str] = Counter()
    named = []
    for shot, title in zip(shots, titles, strict=True):
        anchor = shot.scene.anchor
        counts[anchor] += 1
        named.append(shot._replace(title=title, id=f"{anchor}-{counts[anchor]}"))
    return named


def _title(scene: Scene, setting: Setting) -> Runs:
    """Return a scene's title; one whose words all come to nothing is called by its anchor."""
    return scene.title if plain_text(scene.title).strip() else plain_runs(scene.anchor, setting.voice)


def draw_slide(
    shot: Shot, strip: Runs, otherwise: tuple[Paragraph, ...], setting: Setting
) -> tuple[Slide, Diagnostics]:
    """Return a slide and what does not fit on it; where there is nothing to say, its notes hold what is given.

    Where two languages do not fit, the title stands in the first only, or else the whole slide does, and that is told.
    """
    slide, faults = _drawn(shot, strip, otherwise, setting)
    told: Diagnostics = ()
    for poorer, speaking, what in _poorer(shot, setting) if faults else ():
        slide, faults = _drawn(poorer, strip, otherwise, speaking)
        told = (_left_out(what, slide, shot.scene, setting),)
        setting = speaking
        if not faults:
            break
    return slide, (*told, *(_overflow(shot.scene, slide, fault, setting) for fault in faults))


def _poorer(shot: Shot, setting: Setting) -> Iterator[tuple[Shot, Setting, str]]:
    """Yield a slide of two languages with less and less of the second, and what then stands in the first only."""
    if setting.second is not None and shot.alone is not None:
        first = shot._replace(title=halves(shot.title)[0] or shot.title)
        yield first, setting, "the title of slide"
        yield first._replace(scene=shot.alone), replace(setting, second=None), "slide"


def _left_out(what: str, slide: Slide, scene: Scene, setting: Setting) -> Diagnostic:
    first, second = (one.edition.language.english for one in (setting, setting.second) if one)
    return diagnose(
        Code.BLOCK_NOT_CARRIED,
        f"{what} {slide.id} “{first_text(scene.title)}” has no room for {second} below {first}: only {first} is there",
        scene.span,
        hint="shorten it, or begin a slide with `---` or `###`",
        language=setting.edition.language.tag,
    )


def _drawn(
    shot: Shot, strip: Runs, otherwise: tuple[Paragraph, ...], setting: Setting
) -> tuple[Slide, tuple[str, ...]]:
    scene, page = shot.scene, shot.page
    layout = page_layout(scene, page)
    slots = Slots(layout, setting.theme)
    heading = fit_title(shot.title, layout, setting)
    fixed = [*fixed_shapes(scene, setting, slots), *brand_shapes(scene.layout, setting, slots)]
    fit = fit_page(scene, page, setting)
    shown: list[Element] = [title_shape(shot.title, layout, heading.size, setting, slots)]
    shown.extend(one.shape for one in fixed)
    shown.extend(draw_page(scene, page, fit.step, setting, slots))
    shown.extend(note_shapes([element_runs(element) for element in shown], setting, slots))
    elements = (*first_marks(shown, setting.voice), *strip_shapes(strip, shot.id, setting, slots))
    notes = first_marks((*scene.timing, *(scene.notes if shot.first else ())), setting.voice)
    own = setting.theme.stand_in(layout).name
    slide = Slide(id=shot.id, layout=own, elements=elements, notes=notes or otherwise)
    return slide, tuple(_faults(heading, fit, [one.over for one in fixed], setting))


def _faults(heading: TitleFit, fit: Fit, fixed: Sequence[float], setting: Setting) -> Iterator[str]:
    """Yield what does not fit its box, by how many lines."""
    if heading.over > 0:
        yield f"the title is {_lines(heading.over)} too long"
    if fit.over > 0:
        line = size_at(_BODY_SIZE, fit.step) * setting.metrics.line
        yield f"the text is {_lines(ceil(fit.over / line))} too long"
    elif fit.overlong or heading.overlong:
        yield "a word is wider than its box"
    for over in fixed:
        if over > 0:
            yield f"a label is {_lines(ceil(over / (_LABEL_SIZE * setting.metrics.line)))} too long"


def _overflow(scene: Scene, slide: Slide, what: str, setting: Setting) -> Diagnostic:
    language = setting.edition.language
    return diagnose(
        Code.SLIDE_OVERFLOW,
        f"slide {slide.id} “{first_text(scene.title)}” in {spoken(setting)}: {what} even at the smallest size",
        scene.span,
        hint="shorten the text, or move some of it to a slide of its own",
        language=language.tag,
    )


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"
