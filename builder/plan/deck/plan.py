"""An edition → its deck, split as all languages of the course decided."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.deck import Deck, Element, Paragraph, Section, Slide, all_runs, element_runs
from builder.output.resources import Resources
from builder.output.text import Runs, is_draft, plain_text
from builder.plan.deck.decide import decide_breaks
from builder.plan.deck.draw import draw_page, page_layout
from builder.plan.deck.fitting import size_at
from builder.plan.deck.frame import (
    draft_band,
    first_marks,
    fixed_shapes,
    note_shapes,
    progress_bar,
    strip_shapes,
    title_shape,
)
from builder.plan.deck.notes import note
from builder.plan.deck.pages import fit_page, laid_down
from builder.plan.deck.scenes import Breaks, Division, FigurePart, Page, Scene
from builder.plan.deck.script import write_script
from builder.plan.deck.setting import Setting, set_up, slide_text
from builder.plan.deck.slots import Slots
from builder.plan.deck.titles import fit_title, unique_titles
from builder.plan.runs import word_runs


def plan_deck(edition: Edition, resources: Resources, breaks: Breaks | None) -> tuple[Deck, Diagnostics]:
    """Return the deck of an edition and what does not fit; without breaks it is split as this language alone asks."""
    setting = set_up(edition, resources)
    if breaks is None:
        breaks, _ = decide_breaks((edition,), resources)
    shots = _shots(write_script(setting), dict(breaks.divisions))
    titles = unique_titles([scene.title for scene, _, _ in shots], setting)
    ids = _ids([scene for scene, _, _ in shots])
    slides, found = [], []
    for number, ((scene, page, first), title, id) in enumerate(zip(shots, titles, ids, strict=True), start=1):
        slide, problems = _slide(scene, page, first, title, id, setting)
        bar = progress_bar(number, len(shots), setting)
        slides.append(replace(slide, elements=(*slide.elements, bar)))
        found.extend(problems)
    return _deck(slides, [scene for scene, _, _ in shots], setting), (*found, *_left_out(shots, setting))


Shot = tuple[Scene, Page, bool]
"""A scene, one of its pages, and whether that is its first."""


def _shots(scenes: Sequence[Scene], divisions: dict[str, Division]) -> list[Shot]:
    shots: list[Shot] = []
    for scene in scenes:
        division = divisions[scene.key]
        chosen = scene.otherwise or scene if division.otherwise else scene
        form = laid_down(chosen, division.down)
        shots.extend((form, page, number == 0) for number, page in enumerate(division.pages))
    return shots


def _ids(scenes: Sequence[Scene]) -> list[str]:
    """Return ``<anchor>-<n>`` for each slide, counted through the deck."""
    counts: dict[str, int] = {}
    ids = []
    for scene in scenes:
        counts[scene.anchor] = counts.get(scene.anchor, 0) + 1
        ids.append(f"{scene.anchor}-{counts[scene.anchor]}")
    return ids


def _slide(
    scene: Scene, page: Page, first: bool, title: Runs, id: str, setting: Setting
) -> tuple[Slide, list[Diagnostic]]:
    layout = page_layout(scene, page)
    slots = Slots(layout, setting.theme)
    head = title_shape(title, layout, setting, slots)
    fixed = list(fixed_shapes(scene, setting, slots))
    fit = fit_page(scene, page, setting)
    body = list(draw_page(scene, page, fit.step, setting, slots))
    shown: list[Element] = [head, *(one.shape for one in fixed), *body]
    shown.extend(note_shapes([element_runs(element) for element in shown], setting, slots))
    elements = (*first_marks(shown, setting), *strip_shapes(id, setting, slots))
    notes = (*scene.timing, *(scene.notes if first else ()))
    slide = Slide(id=id, layout=layout, elements=elements, notes=notes or _bare_notes(setting))
    return slide, list(_overflows(scene, page, title, layout, [one.over for one in fixed], slide, setting))


def _bare_notes(setting: Setting) -> tuple[Paragraph, ...]:
    return (note(slide_text(setting.edition.course.title, setting)),)


def _overflows(
    scene: Scene, page: Page, title: Runs, layout: str, fixed: Sequence[float], slide: Slide, setting: Setting
) -> Iterator[Diagnostic]:
    """Yield what does not fit its box, by how many lines, in which language."""
    heading = fit_title(title, layout, setting)
    if heading.over > 0:
        yield _overflow(scene, slide, f"the title is {_lines(heading.over)} too long", setting)
    fit = fit_page(scene, page, setting)
    if fit.over > 0:
        line = size_at(28.0, fit.step) * setting.metrics.line
        yield _overflow(scene, slide, f"the text is {_lines(ceil(fit.over / line))} too long", setting)
    elif fit.overlong or heading.overlong:
        yield _overflow(scene, slide, "a word is wider than its box", setting)
    for over in fixed:
        if over > 0:
            yield _overflow(scene, slide, f"a label is {_lines(ceil(over / 14.6))} too long", setting)


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
    for scene, pages in groupby(shots, key=lambda shot: shot[0]):
        drawn = {piece.part for _, page, _ in pages for piece in page.slices}
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
    names = [plain_text(slide_text(setting.edition.course.title, setting))]
    names += [plain_text(slide_text(lesson.title, setting)) for lesson in lessons]
    names.append(plain_text(word_runs(Word.SOURCES, setting.voice)))
    return tuple(
        Section(name=names[section], slides=len(list(group)))
        for section, group in groupby(scenes, key=lambda scene: scene.section)
    )
