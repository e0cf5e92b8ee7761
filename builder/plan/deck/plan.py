"""An edition → its deck, split as all languages of the course decided."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.edition import Edition
from builder.model.options import DeckOptions
from builder.output.deck import Deck, Section, Slide, all_runs
from builder.output.resources import Resources
from builder.output.text import is_draft, plain_text
from builder.plan.deck.decide import PLAIN_DECK, decide_breaks
from builder.plan.deck.frame import (
    draft_band,
    progress_bars,
    strip_runs,
)
from builder.plan.deck.languages import set_up_for_two, write_scenes
from builder.plan.deck.notes import note
from builder.plan.deck.scenes import Breaks, FigurePart, Scene
from builder.plan.deck.setting import Setting, set_up, slide_text
from builder.plan.deck.shots import Shot, draw_slide, shots_of
from builder.plan.second import first_text

_BODY_SIZE, _LABEL_SIZE = 28.0, 12.0


def plan_deck(
    edition: Edition, resources: Resources, breaks: Breaks | None, options: DeckOptions = PLAIN_DECK
) -> tuple[Deck, Diagnostics]:
    """Return the deck of an edition and what does not fit; without breaks it is split as this language alone asks."""
    setting = set_up_for_two(edition, edition.speaking(options.second_language), resources)
    notes = edition.speaking(options.notes_language)
    told = set_up(notes, resources) if notes else None
    if breaks is None:
        breaks, _ = decide_breaks((edition, *edition.further), resources, options)
    shots = shots_of(write_scenes(setting, told), dict(breaks.divisions), setting)
    strip = strip_runs(setting)
    otherwise = (note(strip_runs(told or setting)),)
    slides: list[Slide] = []
    found: list[Diagnostic] = []
    for number, shot in enumerate(shots, start=1):
        slide, problems = draw_slide(shot, strip, otherwise, setting)
        bars = progress_bars(number, len(shots), setting)
        slides.append(replace(slide, elements=(*slide.elements, *bars)))
        found.extend(problems)
    return _deck(slides, [shot.scene for shot in shots], setting), (*found, *_left_out(shots, setting))


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
                    f"slide “{first_text(scene.title)}” has no room for a decorative figure",
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
        shades=setting.theme.shades,
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
        sections.append(Section(name=first_text(name), slides=len(slides)))
    return tuple(sections)
