"""Which lessons a course takes, and how much of them."""

from collections.abc import Iterator
from dataclasses import replace

from builder.model.course import Course, LessonSession
from builder.model.lesson import Lesson, Module
from builder.model.timetable import core_of

ALL = "all"


def select(course: Course, modules: tuple[Module, ...], part: str) -> tuple[Module, ...]:
    """Return the lessons of a part (a module's id, or ``all``) that the course takes, in the course's order.

    A lesson of which only the core is taken has its core steps and their minutes; one without any is left out. A
    lesson that is taken twice stands once, whole if any session takes it whole.
    """
    by_id = {module.id: module for module in modules}
    wanted = [name for name in parts_of(course) if part in (ALL, name) and name in by_id]
    selected = (replace(by_id[name], lessons=tuple(_lessons(course, by_id[name]))) for name in wanted)
    return tuple(module for module in selected if module.lessons)


def parts_of(course: Course) -> tuple[str, ...]:
    """Return the ids of the modules that a course takes lessons of, in the order of their first appearance."""
    return tuple(dict.fromkeys(session.module for session in _sessions(course)))


def _lessons(course: Course, module: Module) -> Iterator[Lesson]:
    by_id = {lesson.id: lesson for lesson in reversed(module.lessons)}
    core: dict[str, bool] = {}
    for session in _sessions(course):
        if session.module == module.id and session.lesson in by_id:
            core[session.lesson] = core.get(session.lesson, True) and session.core
    for name, core_only in core.items():
        lesson = core_of(by_id[name]) if core_only else by_id[name]
        if lesson.steps:
            yield lesson


def _sessions(course: Course) -> Iterator[LessonSession]:
    for day in course.days:
        for session in day.sessions:
            if isinstance(session, LessonSession):
                yield session
