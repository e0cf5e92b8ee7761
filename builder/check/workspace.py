"""All rules, in order: a resolved workspace and its pictures → what is wrong in it."""

from collections.abc import Callable, Iterator, Mapping

from builder.check.areas import check_areas
from builder.check.charts import check_charts
from builder.check.content import check_lesson
from builder.check.courses import check_course
from builder.check.figures import check_figures
from builder.check.ids import check_ids
from builder.check.lectures import check_lectures
from builder.check.minutes import check_minutes
from builder.check.notes import check_notes
from builder.check.outcomes import check_outcomes
from builder.check.questions import check_questions
from builder.check.references import check_references
from builder.check.slides import check_slides
from builder.check.tables import check_tables
from builder.check.tests import check_tests
from builder.check.ticking import check_ticking
from builder.check.timetable import check_timetable
from builder.check.weights import check_weights
from builder.content.index import Index, index
from builder.diagnostics import Diagnostic, Diagnostics
from builder.model.course import Course
from builder.model.edition import Picture
from builder.model.lesson import Lesson
from builder.model.lock import Memory
from builder.model.workspace import Workspace

LESSON_RULES: tuple[Callable[[Lesson, Index], Iterator[Diagnostic]], ...] = (
    check_lesson,
    check_minutes,
    check_lectures,
    check_outcomes,
    check_slides,
    check_figures,
    check_charts,
    check_tables,
    check_questions,
    check_weights,
    check_ticking,
)
COURSE_RULES: tuple[Callable[[Course, Workspace, Mapping[str, Index]], Iterator[Diagnostic]], ...] = (
    check_course,
    check_timetable,
    check_tests,
    check_notes,
)


def check_workspace(
    workspace: Workspace, pictures: Mapping[str, Picture], *, memory: Memory | None = None
) -> Diagnostics:  # fmt: skip
    """Return every finding of every rule once, lesson by lesson, then course by course.

    ``pictures`` holds those that were found and are safe; what is wrong with the others has been said by who read them.
    ``memory`` is of the questions that went out.
    """
    return tuple(dict.fromkeys(_findings(workspace, pictures, memory or Memory())))


def _findings(workspace: Workspace, pictures: Mapping[str, Picture], memory: Memory) -> Iterator[Diagnostic]:
    contents = {lesson.path: index(lesson) for module in workspace.modules for lesson in module.lessons}
    for module in workspace.modules:
        for lesson in module.lessons:
            content = contents[lesson.path]
            for rule in LESSON_RULES:
                yield from rule(lesson, content)
            yield from check_areas(content, pictures)
    yield from check_ids(memory, contents)
    yield from check_references(workspace.references)
    for course in workspace.courses:
        for course_rule in COURSE_RULES:
            yield from course_rule(course, workspace, contents)
