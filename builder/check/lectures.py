"""Lectures: nobody is talked to for too long at a stretch."""

from collections.abc import Iterator, Sequence

from builder.content.index import Index
from builder.content.phrase import plain
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Activity, Question
from builder.model.lesson import Lesson, Step

LONGEST_LECTURE = 20
"""Minutes."""


def check_lectures(lesson: Lesson, _content: Index) -> Iterator[Diagnostic]:
    """Yield a finding where steps that are lectures come to too many minutes, in the whole lesson or in its core."""
    core = [step for step in lesson.steps if step.core]
    said = set()
    for run in (*_runs(lesson.steps), *_runs(core)):
        minutes = sum(_listening(step) for step in run)
        if minutes > LONGEST_LECTURE and run[0].span not in said:
            said.add(run[0].span)
            what = f"the lecture “{plain(run[0].title)}” takes" if len(run) == 1 else _together(run)
            message = f"{what} {minutes} minutes; after {LONGEST_LECTURE} people stop listening"
            hint = "let them do something between: a question, an activity, or a step with another `method=`"
            yield diagnose(Code.LECTURE_TOO_LONG, message, run[0].span, hint=hint)


def _runs(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Yield lectures that follow one another; one in which people do something stands alone."""
    run: list[Step] = []
    for step in steps:
        if step.method != "lecture" or _is_interrupted(step):
            yield from [run] if run else []
            run = []
            if step.method == "lecture":
                yield [step]
        else:
            run.append(step)
    yield from [run] if run else []


def _is_interrupted(step: Step) -> bool:
    return next(walk(step.slides, Activity), None) is not None or any(
        question.use == "practice" for question in walk(step.slides, Question)
    )


def _listening(step: Step) -> int:
    return step.minutes - sum(activity.minutes or 0 for activity in walk(step.slides, Activity))


def _together(run: list[Step]) -> str:
    return f"from “{plain(run[0].title)}” to “{plain(run[-1].title)}” one lecture follows another, together"
