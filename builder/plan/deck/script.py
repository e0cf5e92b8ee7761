"""An edition → its scenes, in order: the same number of them, under the same keys, in every language."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.model.lesson import Lesson, Slide, Step
from builder.output.deck import Paragraph
from builder.output.text import Runs, plain_text
from builder.plan.deck.gather import Place, gather, phrase_title
from builder.plan.deck.notes import note
from builder.plan.deck.openers import closing_scenes, key_message_scenes, lesson_scenes, title_scene
from builder.plan.deck.pages import marked
from builder.plan.deck.scenes import Scene
from builder.plan.deck.setting import Setting, slide_text
from builder.plan.deck.sources import cited_keys, source_note
from builder.plan.deck.text import joined
from builder.plan.measures import minutes_runs
from builder.plan.runs import join_runs, plain_runs


def write_script(setting: Setting) -> tuple[Scene, ...]:
    """Return the scenes of a deck."""
    return tuple(_keyed(_scenes(setting)))


def _keyed(scenes: Iterable[Scene]) -> Iterator[Scene]:
    for number, scene in enumerate(scenes, start=1):
        key = f"{number}:{scene.anchor}"
        otherwise = replace(scene.otherwise, key=key) if scene.otherwise else None
        yield marked(replace(scene, key=key, otherwise=otherwise))


def _scenes(setting: Setting) -> Iterator[Scene]:
    modules = setting.edition.modules
    yield title_scene(setting)
    lessons = [lesson for module in modules for lesson in module.lessons]
    keys: list[str] = [key for lesson in lessons for key in lesson.sources]
    for section, lesson in enumerate(lessons, start=1):
        timings = _timings(lesson, setting)
        agenda = [
            note(join_runs([*(line.runs for line in timing), slide_text(step.title, setting)], " · ", setting.voice))
            for step, timing in zip(lesson.steps, timings, strict=True)
        ]
        yield from lesson_scenes(lesson, section, agenda, setting)
        for step, timing in zip(lesson.steps, timings, strict=True):
            for scene in _step_scenes(lesson, step, section, timing, setting):
                keys.extend(scene.sources)
                yield scene
        yield from key_message_scenes(lesson, section, setting)
    yield from closing_scenes(keys, len(lessons) + 1, setting)


def _timings(lesson: Lesson, setting: Setting) -> list[tuple[Paragraph, ...]]:
    """Return, for each step, when in the lesson it is and how long it takes."""
    timings: list[tuple[Paragraph, ...]] = []
    clock = 0
    for step in lesson.steps:
        span = plain_runs(f"{_clock(clock)}–{_clock(clock + step.minutes)}", setting.voice, strong=True)
        clock += step.minutes
        timings.append((note(join_runs([span, minutes_runs(step.minutes, setting.voice)], " · ", setting.voice)),))
    return timings


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _step_scenes(
    lesson: Lesson, step: Step, section: int, timing: tuple[Paragraph, ...], setting: Setting
) -> Iterator[Scene]:
    title = slide_text(step.title, setting)
    for slide in step.slides:
        title = phrase_title(slide.title, title, setting)
        place = Place(
            setting=setting, anchor=slide.id or step.id or lesson.id, section=section, title=title, timing=timing
        )
        yield from _slide_scenes(slide, place, title)


def _slide_scenes(slide: Slide, place: Place, title: Runs) -> Iterator[Scene]:
    """Yield the slide itself, then those of its activities, questions, cases and key messages.

    Where only these are there, they take its notes, and its title stands there if no slide bears it.
    """
    found = gather(slide.children, place)
    parts = joined(found.pieces)
    cited = cited_keys(slide.children)
    notes = (*found.notes(place), *source_note(cited, place.setting))
    if parts or not found.scenes:
        yield Scene(
            key="", anchor=place.anchor, layout="Points" if parts else "Title only", title=title, span=slide.span,
            section=place.section, parts=parts, notes=notes, timing=place.timing, sources=cited,
        )  # fmt: skip
        yield from found.scenes
        return
    first, *others = found.scenes
    named = any(plain_text(scene.title) == plain_text(title) for scene in found.scenes)
    heading = () if named else (note(tuple(replace(run, strong=True) for run in title)),)
    yield replace(_with_notes(first, (*heading, *notes)), sources=cited)
    yield from others


def _with_notes(scene: Scene, notes: tuple[Paragraph, ...]) -> Scene:
    otherwise = _with_notes(scene.otherwise, notes) if scene.otherwise else None
    return replace(scene, notes=(*notes, *scene.notes), otherwise=otherwise)
