"""`course timetable`."""

import json
from collections.abc import Iterator
from typing import Any

import click

from builder.build.targets import WrongUse
from builder.build.timetable import CourseTimes, Timetables, timetables
from builder.cli.report import Manner, document, exit_code, manner_options, tell, workspace_root
from builder.content.inlines import CodeSpan, NameMark, Text
from builder.content.phrase import Phrase
from builder.content.walk import walk
from builder.languages.words import Word
from builder.model.course import EventSession, LessonSession, PauseSession
from builder.model.timetable import DayTimes, Slot, StepTime, clock


@click.command("timetable")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option("--lang", metavar="LANGUAGE", help="In which language; by default the source's.")
@click.option("--steps", is_flag=True, help="Print the steps of the lessons as well.")
@manner_options
def timetable_command(
    courses: tuple[str, ...], *, lang: str | None, steps: bool, as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Print when everything of each COURSE happens (by default of all), and what is wrong with its days."""
    try:
        found = timetables(workspace_root(), courses, lang)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    if as_json:
        click.echo(json.dumps(_document(found), ensure_ascii=False, indent=1))
    else:
        for line in _lines(found, steps=steps):
            click.echo(line)
        tell(Manner(as_json=False, quiet=quiet, verbose=verbose), found.diagnostics)
    raise click.exceptions.Exit(exit_code(found.diagnostics))


def _lines(found: Timetables, *, steps: bool) -> Iterator[str]:
    for number, course in enumerate(found.courses):
        yield from [""] if number else []
        yield f"{_words(course.course.title)} ({course.course.id} {course.course.edition}, {course.language})"
        for day in course.days:
            yield from ("", f"{_words(day.day.title)}, {_span(day.start, day.end)}")
            for slot in day.slots:
                yield _row(slot.start, slot.end, "?" if slot.is_unread else str(slot.minutes), _what(slot, course))
                yield from _step_rows(slot) if steps else []
            yield f"  {_hours(day.work)} of work, {_hours(day.end - day.start - day.work)} of breaks"


def _row(start: int, end: int, minutes: str, what: str) -> str:
    return f"  {_span(start, end)}  {minutes:>4}  {what}"


def _step_rows(slot: Slot) -> Iterator[str]:
    for time in slot.steps:
        about = ", ".join(filter(None, (time.step.method, "" if time.step.core else "core=false")))
        title = _words(time.step.title) + (f" ({about})" if about else "")
        yield f"    T+{time.start - slot.start:<3} {clock(time.start)}  {time.step.minutes:>4}    {title}"


def _what(slot: Slot, course: CourseTimes) -> str:
    match slot.session:
        case EventSession(title=title):
            return _words(title)
        case PauseSession(kind=kind):
            return course.interface[Word.BREAK if kind == "break" else Word.LUNCH].text
        case LessonSession(module=module, lesson=lesson, core=core):
            name = f"{module}/{lesson}" + (", core" if core else "")
            return f"{_words(slot.lesson.title)} ({name})" if slot.lesson else f"({name})"


def _words(phrase: Phrase) -> str:
    """Return a title as it is read aloud, without its marks."""
    signs = [one for one in walk(phrase.inlines, object) if isinstance(one, Text | CodeSpan | NameMark)]
    return "".join("*" if isinstance(sign, NameMark) else sign.value for sign in signs)


def _span(start: int, end: int) -> str:
    return f"{clock(start)}–{clock(end)}"


def _hours(minutes: int) -> str:
    return f"{minutes // 60} h {minutes % 60:02} min"


def _document(found: Timetables) -> dict[str, Any]:
    """Return what ``--json`` prints; its schema is ``report.schema.json`` beside this file."""
    return {
        "schema": 1,
        "diagnostics": document(found.diagnostics, (), {})["diagnostics"],
        "courses": [
            {
                "course": course.course.id,
                "title": _words(course.course.title),
                "edition": course.course.edition,
                "lang": course.language,
                "days": [_day(day, course) for day in course.days],
            }
            for course in found.courses
        ],
    }


def _day(day: DayTimes, course: CourseTimes) -> dict[str, Any]:
    return {
        "title": _words(day.day.title),
        "start": clock(day.start),
        "end": clock(day.end),
        "minutes": day.end - day.start,
        "work": day.work,
        "sessions": [_session(slot, course) for slot in day.slots],
    }


def _session(slot: Slot, course: CourseTimes) -> dict[str, Any]:
    session = slot.session
    lesson = session if isinstance(session, LessonSession) else None
    return {
        "start": clock(slot.start),
        "end": clock(slot.end),
        "minutes": None if slot.is_unread else slot.minutes,
        "kind": session.kind if isinstance(session, PauseSession) else "lesson" if lesson else "event",
        "title": _words(slot.lesson.title) if slot.lesson else None if lesson else _what(slot, course),
        "lesson": f"{lesson.module}/{lesson.lesson}" if lesson else None,
        "core": lesson.core if lesson else None,
        "steps": [_step(time) for time in slot.steps],
    }


def _step(time: StepTime) -> dict[str, Any]:
    return {
        "start": clock(time.start),
        "minutes": time.step.minutes,
        "title": _words(time.step.title),
        "method": time.step.method,
        "core": time.step.core,
    }
