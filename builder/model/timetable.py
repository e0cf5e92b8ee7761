"""When everything of a course happens: its days with clock times, computed from the minutes of their sessions."""

from collections.abc import Sequence
from dataclasses import replace

from builder.model.course import Course, Day, LessonSession, PauseSession, Session
from builder.model.lesson import Lesson, Module, Step
from builder.records import dataclass

MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime:
    """A step of a lesson at its time."""

    step: Step
    start: int
    """Minutes after midnight of the day's beginning; of a day that goes on after midnight, more than 1440."""

    @property
    def end(self) -> int:
        """Return when it ends."""
        return self.start + self.step.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A session at its time."""

    session: Session
    lesson: Lesson | None
    """What a lesson session takes of its lesson; None for other sessions, and for a lesson that was not read."""
    start: int
    """Minutes after midnight of the day's beginning."""
    minutes: int

    @property
    def end(self) -> int:
        """Return when it ends."""
        return self.start + self.minutes

    @property
    def steps(self) -> tuple[StepTime, ...]:
        """Return the steps of the lesson, each at its time."""
        steps, start = [], self.start
        for step in self.lesson.steps if self.lesson else ():
            steps.append(StepTime(step=step, start=start))
            start += step.minutes
        return tuple(steps)

    @property
    def is_pause(self) -> bool:
        """Return whether it is a break or lunch."""
        return isinstance(self.session, PauseSession)

    @property
    def is_unread(self) -> bool:
        """Return whether it is a lesson that was not read; its minutes are then none, and what follows is too early."""
        return isinstance(self.session, LessonSession) and self.lesson is None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTimes:
    """A day with the times of its sessions."""

    day: Day
    start: int
    """Minutes after midnight."""
    slots: tuple[Slot, ...]

    @property
    def end(self) -> int:
        """Return when its last session ends, pauses included."""
        return self.slots[-1].end if self.slots else self.start

    @property
    def work(self) -> int:
        """Return its minutes without pauses."""
        return sum(slot.minutes for slot in self.slots if not slot.is_pause)

    @property
    def is_whole(self) -> bool:
        """Return whether every lesson of it was read, so that all its times are right."""
        return not any(slot.is_unread for slot in self.slots)


def timetable(course: Course, modules: Sequence[Module]) -> tuple[DayTimes, ...]:
    """Return the days of a course with the times of their sessions; ``modules`` hold its lessons."""
    lessons = {(module.id, lesson.id): lesson for module in modules for lesson in module.lessons}
    return tuple(_day(day, lessons) for day in course.days)


def core_of(lesson: Lesson) -> Lesson:
    """Return a lesson with its core steps only, and their minutes."""
    steps = tuple(step for step in lesson.steps if step.core)
    if steps == lesson.steps:
        return lesson
    return replace(lesson, steps=steps, minutes=sum(step.minutes for step in steps))


def clock(minutes: int) -> str:
    """Return minutes after midnight as ``HH:MM``, as a clock shows them."""
    hours, rest = divmod(minutes % MIDNIGHT, 60)
    return f"{hours:02}:{rest:02}"


def minutes_of(time: str) -> int:
    """Return the minutes after midnight of ``HH:MM``."""
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


def _day(day: Day, lessons: dict[tuple[str, str], Lesson]) -> DayTimes:
    start = minutes_of(day.start)
    slots, now = [], start
    for session in day.sessions:
        slot = _slot(session, lessons, now)
        slots.append(slot)
        now = slot.end
    return DayTimes(day=day, start=start, slots=tuple(slots))


def _slot(session: Session, lessons: dict[tuple[str, str], Lesson], start: int) -> Slot:
    if not isinstance(session, LessonSession):
        return Slot(session=session, lesson=None, start=start, minutes=session.minutes)
    lesson = lessons.get((session.module, session.lesson))
    taken = core_of(lesson) if lesson and session.core else lesson
    # the steps, not the lesson's own minutes: they are what is taught, whether or not they add up
    minutes = sum(step.minutes for step in taken.steps) if taken else 0
    return Slot(session=session, lesson=taken, start=start, minutes=minutes)
