"""The timetable: days that end in time, with breaks, a lunch, a review, and time for the test."""

from collections.abc import Iterator, Mapping

from builder.content.index import Index
from builder.content.phrase import plain
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.course import Course, EventSession, PauseSession
from builder.model.timetable import MIDNIGHT, DayTimes, Slot, clock, minutes_of, timetable
from builder.model.workspace import Workspace

LONGEST_STRETCH = 90
"""Minutes without a break."""
SHORTEST_BREAK = 10
"""Minutes of a pause in which people really get up."""
LONGEST_DAY = 7 * 60
"""Minutes of work."""
FULL_DAY = 4 * 60
"""Minutes of work from which on a day wants a review at its end."""
SHORTEST_LUNCH = 45
NOON = 12 * 60
AFTERNOON = 14 * 60
"""Who works before noon and after this hour has worked through lunch, unless there was one."""


def check_timetable(course: Course, workspace: Workspace, _contents: Mapping[str, Index]) -> Iterator[Diagnostic]:
    """Yield a finding for each day that people cannot keep, or cannot stand.

    Nothing is said about a day while one of its lessons was not read: its times are not known.
    """
    for day in timetable(course, workspace.modules):
        if day.is_whole and day.slots:
            yield from _check_end(day)
            yield from _check_work(day)
            yield from _check_stretches(day)
            yield from _check_lunch(day)
            yield from _check_after_lunch(day)
            yield from _check_review(day)
    yield from _check_test(course)


def _check_end(day: DayTimes) -> Iterator[Diagnostic]:
    if day.day.end is None:
        last, limit = MIDNIGHT, "midnight"
    else:
        last, limit = minutes_of(day.day.end), day.day.end
        last += MIDNIGHT if last <= day.start else 0
    if day.end > last:
        message = f"{_name(day)} goes on until {clock(day.end)}, {day.end - last} minutes after {limit}"
        hint = "take a lesson out, take only its core (`core: true`), shorten a break, or start earlier"
        yield diagnose(Code.DAY_OVERRUN, message, day.day.span, hint=hint)


def _check_work(day: DayTimes) -> Iterator[Diagnostic]:
    if day.work > LONGEST_DAY:
        message = f"{_name(day)} has {_hours(day.work)} of work; nobody follows more than {_hours(LONGEST_DAY)}"
        hint = "move a session to another day, or take only the core of a lesson (`core: true`)"
        yield diagnose(Code.DAY_TOO_LONG, message, day.day.span, hint=hint)


def _check_stretches(day: DayTimes) -> Iterator[Diagnostic]:
    for stretch in _stretches(day):
        minutes = sum(slot.minutes for slot in stretch)
        if minutes <= LONGEST_STRETCH:
            continue
        at = next(slot for slot in stretch if slot.end - stretch[0].start > LONGEST_STRETCH)
        if at is stretch[0]:
            hint = "split it in two with a break between, or take only its core"
        else:
            hint = f"put `- break: 15` before the session at {clock(at.start)}"
        message = (
            f"from {clock(stretch[0].start)} to {clock(stretch[-1].end)} there are {minutes} minutes without a break"
        )
        yield diagnose(Code.BREAK_MISSING, message, at.session.span, hint=hint)


def _stretches(day: DayTimes) -> Iterator[list[Slot]]:
    """Yield the sessions between breaks; a pause that is too short for one is left out, and ends nothing."""
    stretch: list[Slot] = []
    for slot in day.slots:
        if slot.is_pause and slot.minutes >= SHORTEST_BREAK:
            yield stretch
            stretch = []
        elif not slot.is_pause:
            stretch.append(slot)
    yield stretch


def _check_lunch(day: DayTimes) -> Iterator[Diagnostic]:
    lunches = [slot for slot in day.slots if isinstance(slot.session, PauseSession) and slot.session.kind == "lunch"]
    work = [slot for slot in day.slots if not slot.is_pause]
    if not lunches and work and work[0].start < NOON and work[-1].end > AFTERNOON:
        message = f"{_name(day)} goes from {clock(work[0].start)} to {clock(work[-1].end)} without lunch"
        yield diagnose(Code.LUNCH_MISSING, message, day.day.span, hint="put `- lunch: 60` between two sessions")
    for slot in lunches:
        if slot.minutes < SHORTEST_LUNCH:
            message = f"lunch takes {slot.minutes} minutes; people need at least {SHORTEST_LUNCH}"
            yield diagnose(Code.LUNCH_MISSING, message, slot.session.span, hint="write `- lunch: 60`")


def _check_after_lunch(day: DayTimes) -> Iterator[Diagnostic]:
    for before, after in zip(day.slots, day.slots[1:], strict=False):
        lunch = isinstance(before.session, PauseSession) and before.session.kind == "lunch"
        if lunch and after.lesson and after.lesson.steps and after.lesson.steps[0].method == "lecture":
            message = f"after lunch, at {clock(after.start)}, comes a lecture: “{plain(after.lesson.steps[0].title)}”"
            hint = "begin with something people do: another lesson, or `- event: Energiser` with `minutes: 10`"
            yield diagnose(Code.LECTURE_AFTER_LUNCH, message, after.session.span, hint=hint)


def _check_review(day: DayTimes) -> Iterator[Diagnostic]:
    work = [slot for slot in day.slots if not slot.is_pause]
    if day.work >= FULL_DAY and not isinstance(work[-1].session, EventSession):
        message = f"{_name(day)} ends with a lesson: there is no time to look back on the day"
        hint = "end it with `- event: Review of the day` and `minutes: 20`"
        yield diagnose(Code.REVIEW_MISSING, message, work[-1].session.span, hint=hint)


def _check_test(course: Course) -> Iterator[Diagnostic]:
    if course.tests and course.days and next(walk(course.days, EventSession), None) is None:
        message = "the course has a test, but no time for it: its days hold lessons and breaks only"
        hint = "begin with `- event: Welcome and first test` and `minutes: 30`"
        yield diagnose(Code.TEST_WITHOUT_TIME, message, course.tests.span, hint=hint)


def _name(day: DayTimes) -> str:
    return f"the day “{plain(day.day.title)}”"


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h" + (f" {rest} min" if rest else "")
