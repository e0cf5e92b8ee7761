"""The days of a course and their sessions."""

import re
from typing import Literal

from builder.content.phrase import Kind
from builder.diagnostics import Code
from builder.model.course import Day, EventSession, LessonSession, PauseSession, Session
from builder.read.record import Record, read_record, scalar_phrase
from builder.read.text import read_phrase
from builder.read.yaml import Tree

_KINDS = ("event", "lesson", "break", "lunch")
_KEYS = (*_KINDS, "minutes", "core")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_LESSON = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
_PLACE = "days"
_DAYS = 'a list: - {title: Morning, start: "09:00", sessions: [{lesson: module/lesson}]}'


def read_days(record: Record) -> tuple[Day, ...]:
    """Return the days of a course."""
    return tuple(_day(item, record) for item in record.items("days", _DAYS, required=True))


def _day(tree: Tree, course: Record) -> Day:
    record = read_record(tree, course.scope, owner="a day", keys=("title", "start", "end", "sessions"))
    title = record.scalar("title", "Morning", required=True)
    sessions = (_session(item, course) for item in record.items("sessions", "[{lesson: module/lesson}]", required=True))
    scope = course.scope
    return Day(
        span=scope.span(record.line),
        title=(
            scalar_phrase(title, Kind.TITLE, scope, _PLACE)
            if title is not None
            else read_phrase("", record.line, Kind.TITLE, scope, place=_PLACE)
        ),
        start=record.matching("start", _CLOCK, '"09:00"', required=True) or "09:00",
        end=record.matching("end", _CLOCK, '"16:30"'),
        sessions=tuple(session for session in sessions if session is not None),
    )


def _session(tree: Tree, course: Record) -> Session | None:
    record = read_record(tree, course.scope, owner="a session", keys=_KEYS)
    kinds = [kind for kind in _KINDS if kind in record.values]
    if len(kinds) != 1:
        message = "a session is one of: " + ", ".join(f"{kind}:" for kind in _KINDS)
        hint = "write - lesson: module/lesson, - event: …, - break: 15 or - lunch: 60"
        course.scope.report(Code.KEY_MISSING, message, record.line, hint=hint)
        return None
    match kinds[0]:
        case "event":
            return _event(record)
        case "lesson":
            return _lesson(record)
        case "break":
            return _pause(record, "break")
        case _:
            return _pause(record, "lunch")


def _event(record: Record) -> EventSession | None:
    _refuse(record, ("core",), "event")
    title = record.scalar("event", "Registration", required=True)
    minutes = record.whole("minutes", "30", required=True)
    if title is None or minutes is None:
        return None
    phrase = scalar_phrase(title, Kind.EVENT, record.scope, _PLACE)
    return EventSession(span=record.scope.span(record.line), title=phrase, minutes=minutes)


def _pause(record: Record, kind: Literal["break", "lunch"]) -> PauseSession | None:
    _refuse(record, ("minutes", "core"), kind)
    minutes = record.whole(kind, "15", required=True)
    return PauseSession(span=record.scope.span(record.line), kind=kind, minutes=minutes) if minutes else None


def _lesson(record: Record) -> LessonSession | None:
    _refuse(record, ("minutes",), "lesson")
    name = record.matching("lesson", _LESSON, "module/lesson", required=True)
    core = record.truth("core")
    if name is None:
        return None
    module, _, lesson = name.partition("/")
    return LessonSession(span=record.scope.span(record.line), module=module, lesson=lesson, core=core is True)


def _refuse(record: Record, keys: tuple[str, ...], kind: str) -> None:
    """Report keys that another kind of session has."""
    for key in keys:
        if key in record.values:
            message = f"`{key}` is no key of a session with {kind}:"
            record.scope.report(Code.KEY_UNKNOWN, message, record.line_of(key), hint="take it out")
