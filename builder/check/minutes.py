"""Time: the steps fill the lesson, the activities of a step fit into it."""

from collections.abc import Iterator

from builder.content.index import Index
from builder.content.phrase import plain
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Activity
from builder.model.keys import key_span
from builder.model.lesson import Lesson, Step


def check_minutes(lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding where minutes do not add up."""
    if all(step.minutes > 0 for step in lesson.steps) and lesson.minutes > 0 and lesson.steps:
        yield from _check_sum(lesson)
    for step in lesson.steps if content.of(Activity) else ():
        yield from _check_activities(step)


def _check_sum(lesson: Lesson) -> Iterator[Diagnostic]:
    total = sum(step.minutes for step in lesson.steps)
    if total == lesson.minutes:
        return
    parts = " + ".join(str(step.minutes) for step in lesson.steps)
    message = f"the lesson says {lesson.minutes} minutes, its steps take {parts} = {total}"
    hint = f"write `minutes: {total}`, or change the `minutes=` of a step"
    yield diagnose(Code.MINUTES_SUM, message, key_span(lesson, "minutes"), hint=hint)


def _check_activities(step: Step) -> Iterator[Diagnostic]:
    left = step.minutes
    for activity in walk(step.slides, Activity):
        left -= activity.minutes or 0
        if step.minutes > 0 and left < 0 and activity.minutes:
            message = f"with this activity, the activities of the step “{plain(step.title)}” take "
            message += f"{step.minutes - left} minutes; the step has {step.minutes}"
            hint = "give the step more minutes or the activity fewer"
            yield diagnose(Code.MINUTES_SUM, message, activity.span, hint=hint)
            return
