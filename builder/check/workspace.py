"""All rules, in order: a resolved workspace and its pictures → what is wrong in it."""

from collections.abc import Callable, Iterator, Mapping

from builder.check.areas import check_areas
from builder.check.content import check_lesson
from builder.check.courses import check_course
from builder.check.figures import check_figures
from builder.check.minutes import check_minutes
from builder.check.notes import check_notes
from builder.check.questions import check_questions
from builder.check.slides import check_slides
from builder.check.tests import check_tests
from builder.check.weights import check_weights
from builder.content.index import Index, index
from builder.diagnostics import Diagnostic, Diagnostics
from builder.model.course import Course
from builder.model.edition import Picture
from builder.model.lesson import Lesson
from builder.model.workspace import Workspace

LESSON_RULES: tuple[Callable[[Lesson, Index], Iterator[Diagnostic]], ...] = (
    check_lesson,
    check_minutes,
    check_slides,
    check_figures,
    check_questions,
    check_weights,
)
COURSE_RULES: tuple[Callable[[Course, Workspace, Mapping[str, Index]], Iterator[Diagnostic]], ...] = (
    check_course,
    check_tests,
    check_notes,
)


def check_workspace(workspace: Workspace, pictures: Mapping[str, Picture]) -> Diagnostics:
    """Return every finding of every rule once, lesson by lesson, then course by course.

    ``pictures`` holds those that were found and are safe; what is wrong with the others has been said by who read them.
    """
    return tuple(dict.fromkeys(_findings(workspace, pictures)))


def _findings(workspace: Workspace, pictures: Mapping[str, Picture]) -> Iterator[Diagnostic]:
    contents = {lesson.path: index(lesson) for module in workspace.modules for lesson in module.lessons}
    for module in workspace.modules:
        for lesson in module.lessons:
            content = contents[lesson.path]
            for rule in LESSON_RULES:
                yield from rule(lesson, content)
            yield from check_areas(content, pictures)
    for course in workspace.courses:
        for course_rule in COURSE_RULES:
            yield from course_rule(course, workspace, contents)
