"""The slides that we add: title, lesson, outcomes, key messages, sources, closing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder.content.phrase import Phrase
from builder.languages.words import Word
from builder.model.course import LessonSession
from builder.model.lesson import Lesson, Module
from builder.output.deck import Paragraph
from builder.output.text import Runs, merge_runs
from builder.plan.brand import disclaimer
from builder.plan.deck.notes import note
from builder.plan.deck.scenes import Scene, TextPart, plain_look, point_look
from builder.plan.deck.setting import Setting, slide_text, unit
from builder.plan.deck.sources import source_entries
from builder.plan.measures import minutes_runs
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.source import Span
from builder.typeset.template_roles import BODY, IMPRINT, NUMBER


def title_scene(setting: Setting) -> Scene:
    """Return the first slide: what this is, in which edition and language, under which licence."""
    edition = setting.edition
    modules = edition.modules
    alone = modules[0] if len(modules) == 1 else None
    title = slide_text(edition.course.title, setting)
    lines = [(0, _module_line(alone, setting)), (1, slide_text(alone.summary, setting))] if alone else []
    minutes = sum(lesson.minutes for module in modules for lesson in module.lessons)
    agenda = [note(minutes_runs(minutes, setting.voice))] if minutes else []
    agenda += [_agenda_line(lesson, setting) for module in modules for lesson in module.lessons]
    return Scene(
        key="", anchor=edition.part, layout="Title", title=title, span=_span(setting), section=0,
        fixed=(
            (BODY, _fixed("Title", BODY, lines, setting)),
            (IMPRINT, _fixed("Title", IMPRINT, [(0, _edition_line(setting))], setting)),
        ),
        notes=tuple(agenda),
    )  # fmt: skip


def _module_line(module: Module, setting: Setting) -> Runs:
    """Return ``Module 1 · Concepts``, counted in the course's order."""
    days = setting.edition.course.days
    order = dict.fromkeys(one.module for day in days for one in day.sessions if isinstance(one, LessonSession))
    number = [*order].index(module.id) + 1 if module.id in order else None
    label = (*word_runs(Word.MODULE, setting.voice), *plain_runs(f" {number}" if number else "", setting.voice))
    return join_runs([merge_runs(label), slide_text(module.title, setting)], " · ", setting.voice)


def lesson_scenes(lesson: Lesson, section: int, timing: Sequence[Paragraph], setting: Setting) -> Iterator[Scene]:
    """Yield the slides that open a lesson: its number, title and aim; what participants will be able to do."""
    number, title = plain_runs(str(section), setting.voice), slide_text(lesson.title, setting)
    if NUMBER not in setting.theme.areas("Section"):
        title = join_runs([number, title], " · ", setting.voice)
    yield Scene(
        key="", anchor=lesson.id, layout="Section", title=title, span=lesson.span, section=section,
        fixed=(
            (NUMBER, _fixed("Section", NUMBER, [(0, number)], setting)),
            (BODY, _fixed("Section", BODY, [(0, slide_text(lesson.aim, setting))], setting)),
        ),
        notes=tuple(timing),
    )  # fmt: skip
    outcomes = [outcome.text for outcome in lesson.outcomes]
    if outcomes:
        yield _list_scene(Word.OUTCOMES, outcomes, lesson, section, "Points", setting)


def key_message_scenes(lesson: Lesson, section: int, setting: Setting) -> Iterator[Scene]:
    """Yield the slide that closes a lesson."""
    if lesson.key_messages:
        yield _list_scene(Word.KEY_MESSAGES, lesson.key_messages, lesson, section, "Key messages", setting)


def closing_scenes(keys: Iterable[str], section: int, setting: Setting) -> Iterator[Scene]:
    """Yield the sources, a next step, and last what the publisher has to say, if it has: who paid, who is not bound."""
    entries = source_entries(keys, setting)
    base = Scene(
        key="", anchor=setting.edition.part, layout="Sources", title=word_runs(Word.SOURCES, setting.voice),
        span=_span(setting), section=section,
    )  # fmt: skip
    if entries:
        look = setting.looks("Sources")[0]
        units = tuple(unit(entry, look, setting) for entry in entries)
        yield replace(base, parts=(TextPart(units=units),), listed=True)
    task = word_runs(Word.NEXT_STEP_TASK, setting.voice)
    yield replace(
        base, layout="Closing", title=word_runs(Word.NEXT_STEP, setting.voice),
        fixed=(
            (BODY, _fixed("Closing", BODY, [(0, task)], setting)),
            (IMPRINT, _fixed("Closing", IMPRINT, [(0, _publisher_line(setting))], setting)),
        ),
    )  # fmt: skip
    yield from _imprint_scenes(base, setting)


def _list_scene(
    word: Word, phrases: Sequence[Phrase], lesson: Lesson, section: int, layout: str, setting: Setting
) -> Scene:
    look = point_look(setting.looks(layout)[0])
    units = tuple(unit(slide_text(phrase, setting), look, setting) for phrase in phrases)
    return Scene(
        key="", anchor=lesson.id, layout=layout, title=_of_lesson(word, section, setting), span=lesson.span,
        section=section, parts=(TextPart(units=units),),
    )  # fmt: skip


def _of_lesson(word: Word, section: int, setting: Setting) -> Runs:
    """Return a title that every lesson has, behind the lesson's number where the deck has several."""
    title = word_runs(word, setting.voice)
    lessons = sum(len(module.lessons) for module in setting.edition.modules)
    return join_runs([plain_runs(str(section), setting.voice), title], " · ", setting.voice) if lessons > 1 else title


def _fixed(layout: str, index: int, lines: Sequence[tuple[int, Runs]], setting: Setting) -> tuple[Paragraph, ...]:
    looks = setting.looks(layout, index)
    return tuple(Paragraph(runs=runs, level=level, look=looks[level]) for level, runs in lines if runs)


def _agenda_line(lesson: Lesson, setting: Setting) -> Paragraph:
    return note(
        join_runs(
            [slide_text(lesson.title, setting), minutes_runs(lesson.minutes, setting.voice)], " · ", setting.voice
        )
    )


def _edition_line(setting: Setting) -> Runs:
    edition = setting.edition
    number = merge_runs(
        (*word_runs(Word.EDITION, setting.voice), *plain_runs(f" {edition.course.edition}", setting.voice))
    )
    return join_runs(
        [number, _language_names(setting), plain_runs(edition.licence, setting.voice)],
        " · ",
        setting.voice,
    )


def _language_names(setting: Setting) -> Runs:
    """Return what the slides' languages call themselves."""
    both = (one for one in (setting, setting.second) if one)
    return join_runs([plain_runs(one.edition.language.name, one.voice) for one in both], " + ", setting.voice)


def _publisher_line(setting: Setting) -> Runs:
    """Return who publishes this, in which edition."""
    name = plain_runs(setting.edition.publisher.name, setting.voice)
    return join_runs([name, _edition_line(setting)], " · ", setting.voice)


def _imprint_scenes(base: Scene, setting: Setting) -> Iterator[Scene]:
    """Yield the last slide: the statement of who paid beside its emblem, then the disclaimer.

    It stands in every language alike, whatever the publisher has not said yet in one.
    """
    publisher = setting.edition.publisher
    if publisher.funding is None and not publisher.disclaimers:
        return
    layout = "Imprint" if publisher.funding is not None else "Sources"
    look = plain_look(setting.looks(layout)[0])
    lines = [disclaimer(setting.voice)] if publisher.disclaimers else []
    units = tuple(unit(line, look, setting) for line in (*lines, _publisher_line(setting)))
    yield replace(
        base, layout=layout, title=word_runs(Word.IMPRINT, setting.voice), parts=(TextPart(units=units),),
    )  # fmt: skip


def _span(setting: Setting) -> Span:
    modules = setting.edition.modules
    return modules[0].span if modules else setting.edition.course.span
