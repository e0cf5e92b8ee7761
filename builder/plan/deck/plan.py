"""An edition → its deck, split as all languages of the course decided."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil
from typing import NamedTuple

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.edition import Edition
from builder.output.deck import Deck, Element, Section, Slide, all_runs, element_runs
from builder.output.resources import Resources
from builder.output.text import Runs, is_draft, plain_text
from builder.plan.deck.decide import decide_breaks
from builder.plan.deck.divide import divide
from builder.plan.deck.draw import draw_page, page_layout
from builder.plan.deck.fitting import size_at
from builder.plan.deck.frame import (
    draft_band,
    first_marks,
    fixed_shapes,
    note_shapes,
    progress_bar,
    strip_runs,
    strip_shapes,
    title_shape,
)
from builder.plan.deck.notes import note
from builder.plan.deck.pages import Fit, fit_page, laid_down, whole_pages
from builder.plan.deck.scenes import Breaks, Division, FigurePart, Page, Scene
from builder.plan.deck.script import write_script
from builder.plan.deck.setting import Setting, set_up, slide_text
from builder.plan.deck.slots import Slots
from builder.plan.deck.titles import TitleFit, fit_title, unique_titles
from builder.plan.runs import plain_runs

_BODY_SIZE, _LABEL_SIZE = 28.0, 12.0


def plan_deck(edition: Edition, resources: Resources, breaks: Breaks | None) -> tuple[Deck, Diagnostics]:
    """Return the deck of an edition and what does not fit; without breaks it is split as this language alone asks."""
    setting = set_up(edition, resources)
    if breaks is None:
        breaks, _ = decide_breaks((edition,), resources)
    shots = _named(_shots(write_script(setting), dict(breaks.divisions), setting), setting)
    strip = strip_runs(setting)
    slides: list[Slide] = []
    found: list[Diagnostic] = []
    for number, shot in enumerate(shots, start=1):
        slide, problems = _slide(shot, strip, setting)
        bar = progress_bar(number, len(shots), setting)
        slides.append(replace(slide, elements=(*slide.elements, bar)))
        found.extend(problems)
    return _deck(slides, [shot.scene for shot in shots], setting), (*found, *_left_out(shots, setting))


class Shot(NamedTuple):
    """One slide to be: a page of a scene, under its title and id."""

    scene: Scene
    page: Page
    first: bool
    """Whether it is the scene's first."""
    title: Runs = ()
    id: str = ""


def _shots(scenes: Sequence[Scene], divisions: Mapping[str, Division], setting: Setting) -> list[Shot]:
    shots: list[Shot] = []
    for scene in scenes:
        division = divisions.get(scene.key) or divide([(scene, setting)])
        chosen = scene.otherwise or scene if division.otherwise else scene
        form = laid_down(chosen, division.down)
        pages = whole_pages(form, division.pages)
        shots.extend(Shot(form, page, first=number == 0) for number, page in enumerate(pages))
    return shots


def _named(shots: Sequence[Shot], setting: Setting) -> list[Shot]:
    """Return the slides with a title that no other has and ``<anchor>-<n>``, counted through the deck."""
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


def _slide(shot: Shot, strip: Runs, setting: Setting) -> tuple[Slide, list[Diagnostic]]:
    scene, page = shot.scene, shot.page
    layout = page_layout(scene, page)
    slots = Slots(layout, setting.theme)
    heading = fit_title(shot.title, layout, setting)
    fixed = list(fixed_shapes(scene, setting, slots))
    fit = fit_page(scene, page, setting)
    shown: list[Element] = [title_shape(shot.title, layout, heading.size, setting, slots)]
    shown.extend(one.shape for one in fixed)
    shown.extend(draw_page(scene, page, fit.step, setting, slots))
    shown.extend(note_shapes([element_runs(element) for element in shown], setting, slots))
    elements = (*first_marks(shown, setting), *strip_shapes(strip, shot.id, setting, slots))
    notes = (*scene.timing, *(scene.notes if shot.first else ()))
    if not notes:
        notes = (note(strip),)
    slide = Slide(id=shot.id, layout=layout, elements=elements, notes=notes)
    faults = _faults(heading, fit, [one.over for one in fixed], setting)
    return slide, [_overflow(scene, slide, fault, setting) for fault in faults]


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
        f"slide {slide.id} “{plain_text(scene.title)}” in {language.english}: {what} even at the smallest size",
        scene.span,
        hint="shorten the text, or move some of it to a slide of its own",
        language=language.tag,
    )


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _left_out(shots: Sequence[Shot], setting: Setting) -> Iterator[Diagnostic]:
    """Yield what no slide had room for: a decorative figure only."""
    for _, pages in groupby(shots, key=lambda shot: shot.scene.key):
        of_scene = list(pages)
        scene = of_scene[0].scene
        drawn = {piece.part for shot in of_scene for piece in shot.page.slices}
        for number, part in enumerate(scene.parts):
            if number not in drawn and isinstance(part, FigurePart):
                yield diagnose(
                    Code.BLOCK_NOT_CARRIED,
                    f"slide “{plain_text(scene.title)}” has no room for a decorative figure",
                    scene.span,
                    hint="shorten the slide, or leave the figure to the handout with `::: handout`",
                    language=setting.edition.language.tag,
                )


def _deck(slides: Sequence[Slide], scenes: Sequence[Scene], setting: Setting) -> Deck:
    edition = setting.edition
    deck = Deck(
        title=_deck_title(setting),
        subject=plain_text(slide_text(edition.course.title, setting)),
        author=edition.publisher.name,
        language=edition.language.tag,
        edition=edition.course.edition,
        date=edition.course.date,
        slides=tuple(slides),
        sections=_sections(scenes, setting),
        draft=False,
    )
    band = draft_band(setting)
    if not is_draft((*all_runs(deck), *(run for line in band.paragraphs for run in line.runs))):
        return deck
    marked = tuple(replace(slide, elements=(*slide.elements, band)) for slide in deck.slides)
    return replace(deck, slides=marked, draft=True)


def _deck_title(setting: Setting) -> str:
    """Return what the file calls itself: module and course."""
    modules = setting.edition.modules
    names = [modules[0].title] if len(modules) == 1 else []
    return " – ".join(plain_text(slide_text(name, setting)) for name in (*names, setting.edition.course.title))


def _sections(scenes: Sequence[Scene], setting: Setting) -> tuple[Section, ...]:
    """Return the opening, the lessons and the end, each under its name."""
    lessons = [lesson for module in setting.edition.modules for lesson in module.lessons]
    sections = []
    for number, group in groupby(scenes, key=lambda scene: scene.section):
        slides = list(group)
        name = slide_text(lessons[number - 1].title, setting) if 0 < number <= len(lessons) else slides[0].title
        sections.append(Section(name=plain_text(name), slides=len(slides)))
    return tuple(sections)
