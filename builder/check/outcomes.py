"""Outcomes: each is worked towards in a step, and assessed by something that can show it at its level."""

from collections.abc import Iterator, Mapping
from typing import assert_never, get_args

from builder.content.index import Index
from builder.content.interactions import (
    Choice,
    Cloze,
    ExtendedText,
    Hotspot,
    Interaction,
    Likert,
    Match,
    Numeric,
    Order,
    TextEntry,
    TrueFalse,
)
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Activity, Case, Question
from builder.model.lesson import BloomLevel, Lesson, Outcome, Step

_LEVELS: tuple[BloomLevel, ...] = get_args(BloomLevel)
"""From the lowest to the highest."""
_Assessments = Mapping[str, Mapping[str, BloomLevel]]
"""Of each outcome's id: the kinds that assess it, each with the highest level that it can show."""


def check_outcomes(lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each outcome that nothing assesses, that no step teaches, or that is assessed too low."""
    outcomes = [outcome for outcome in lesson.outcomes if outcome.id]
    if not outcomes:
        return
    assessments = _assessments(content)
    taught = _taught(lesson)
    for outcome in outcomes:
        kinds = assessments.get(outcome.id, {})
        if not kinds:
            message = f"no question and no activity assesses the outcome `{outcome.id}`"
            hint = f"write `outcome={outcome.id}` on the question or the activity that shows it"
            yield diagnose(Code.OUTCOME_UNASSESSED, message, outcome.span, hint=hint)
        else:
            yield from _check_level(outcome, kinds)
        if taught is not None and outcome.id not in taught:
            message = f"no step works towards the outcome `{outcome.id}`"
            hint = f"write `outcome={outcome.id}` behind the heading of the step that teaches it"
            yield diagnose(Code.OUTCOME_UNTAUGHT, message, outcome.span, hint=hint)


def _check_level(outcome: Outcome, kinds: Mapping[str, BloomLevel]) -> Iterator[Diagnostic]:
    reached = max(kinds.values(), key=_LEVELS.index)
    if _LEVELS.index(reached) < _LEVELS.index(outcome.level):
        message = f"the outcome `{outcome.id}` is of the level {outcome.level}, but what assesses it "
        message += f"({', '.join(sorted(kinds))}) shows {reached} at most"
        hint = f"add {_enough(outcome.level)} with `outcome={outcome.id}`, or lower the level of the outcome"
        yield diagnose(Code.OUTCOME_LEVEL, message, outcome.span, hint=hint)


def _assessments(content: Index) -> _Assessments:
    """Return what assesses each outcome; a question inside a case may ask for anything."""
    found: dict[str, dict[str, BloomLevel]] = {}
    in_cases = {id(question) for case in content.of(Case) for question in walk(case, Question)}
    for question in content.of(Question):
        reached = _reached(question.interaction)
        if question.outcome and reached is not None:
            level = _LEVELS[-1] if id(question) in in_cases else reached
            kinds = found.setdefault(question.outcome, {})
            kinds[question.type] = max(level, kinds.get(question.type, level), key=_LEVELS.index)
    for activity in content.of(Activity):
        for name in activity.outcomes:
            found.setdefault(name, {})["activity"] = _LEVELS[-1]
    return found


def _reached(interaction: Interaction) -> BloomLevel | None:
    """Return the highest level that a kind of question can show, None where it shows no learning."""
    match interaction:
        case TrueFalse() | TextEntry():
            return "understand"
        case Numeric():
            return "apply"
        case Choice() | Match() | Order() | Cloze() | Hotspot():
            return "evaluate"
        case ExtendedText():
            return "create"
        case Likert():
            return None
        case _:
            assert_never(interaction)


def _enough(level: BloomLevel) -> str:
    return "an essay or an activity" if level == "create" else "a question with options, an essay or an activity"


def _taught(lesson: Lesson) -> frozenset[str] | None:
    """Return the outcomes that steps work towards, or None for a lesson that does not say so on any step."""
    if not any(step.outcomes for step in lesson.steps):
        return None
    return frozenset(name for step in lesson.steps for name in _worked_towards(step))


def _worked_towards(step: Step) -> Iterator[str]:
    """Yield what a step names itself, and what its activities and questions do; those of a test are not in the room."""
    yield from step.outcomes
    for activity in walk(step.slides, Activity):
        yield from activity.outcomes
    for question in walk(step.slides, Question):
        if question.outcome and question.use == "practice":
            yield question.outcome
