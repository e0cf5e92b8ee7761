"""What of the lessons a course takes; only for rules, which look at every session on its own."""

from collections.abc import Iterator

from builder.content.walk import walk
from builder.model.course import Course, LessonSession
from builder.model.lesson import Lesson, Step
from builder.model.workspace import Workspace


def steps_taken(course: Course, workspace: Workspace) -> Iterator[tuple[LessonSession, Lesson, tuple[Step, ...]]]:
    """Yield each session with its lesson and the steps it takes; sessions whose lesson was not read are left out."""
    lessons = {(module.id, lesson.id): lesson for module in workspace.modules for lesson in module.lessons}
    for session in walk(course.days, LessonSession):
        lesson = lessons.get((session.module, session.lesson))
        if lesson is not None:
            yield session, lesson, tuple(step for step in lesson.steps if step.core or not session.core)
