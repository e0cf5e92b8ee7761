"""A lesson holds something to teach."""

from collections.abc import Iterator

from builder.content.index import Index
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.lesson import Lesson


def check_lesson(lesson: Lesson, _content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for a lesson whose steps hold nothing; one without steps is told of when it is read."""
    if lesson.steps and not any(slide.children for step in lesson.steps for slide in step.slides):
        hint = "write points, a figure or a question below the step's heading"
        yield diagnose(Code.LESSON_EMPTY, "the lesson has no content", lesson.steps[0].span, hint=hint)
