"""The test before and after: enough questions to draw from."""

from collections.abc import Iterator, Mapping

from builder.check.taken import steps_taken
from builder.content.index import Index
from builder.content.interactions import Likert
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Question
from builder.model.course import Course, LessonSession
from builder.model.workspace import Workspace


def check_tests(course: Course, workspace: Workspace, _contents: Mapping[str, Index]) -> Iterator[Diagnostic]:
    """Yield a finding where the course's lessons hold fewer test questions than its test asks for.

    Nothing is said while some of its lessons were not read: they may hold the others.
    """
    taken = list(steps_taken(course, workspace))
    if course.tests is None or len(taken) < len(list(walk(course.days, LessonSession))):
        return
    ids = {
        question.id
        for _, _, steps in taken
        for question in walk(steps, Question)
        if question.use == "test" and question.id and not isinstance(question.interaction, Likert)
    }
    if len(ids) < course.tests.items:
        message = f"the test asks for {course.tests.items} questions; the lessons of the course hold {len(ids)}"
        hint = "mark more questions with `use=test`, or lower `items:`"
        yield diagnose(Code.TEST_TOO_SHORT, message, course.tests.span, hint=hint)
