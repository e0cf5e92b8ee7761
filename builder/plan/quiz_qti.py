"""A bank as packages of QTI can hold it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    Item,
    Match,
    Numeric,
    Quiz,
    TextEntry,
    TrueFalse,
    items,
)
from builder.output.resources import Resources
from builder.output.text import is_draft
from builder.plan.quiz import plan_bank
from builder.plan.quiz_carry import Reason, carry_where, kind_reason
from builder.plan.runs import Voice, word_runs

QTI_12, QTI_21, QTI_3 = "quiz.qti12", "quiz.qti21", "quiz.qti3"
_FULL = 100
_CANVAS = (Choice, TrueFalse, Numeric, TextEntry, Match, Cloze, ExtendedText)
Losses = Callable[[Item], Iterator[str]]
"""Says what of a question a format leaves out or changes."""


def plan_qti12(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as QTI 1.2 can hold it the way Canvas does: all or nothing, a gap's words of one kind."""
    return _suited(edition, resources, decided, _against_12, QTI_12, _losses_12)


def plan_qti21(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as QTI 2.1 can hold it: all but hints."""
    return _suited(edition, resources, decided, _against, QTI_21, _losses)


def plan_qti3(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as QTI 3.0 can hold it: all but hints."""
    return _suited(edition, resources, decided, _against, QTI_3, _losses)


def _suited(
    edition: Edition, resources: Resources, decided: Any, reason: Reason, format: str, losses: Losses
) -> tuple[Quiz, Diagnostics]:
    bank, found = plan_bank(edition, resources, decided)
    quiz, lost = carry_where(bank, reason, format)
    changed = (_changed(item, what, format) for item in items(quiz) for what in losses(item))
    return _worded(quiz, edition), (*found, *lost, *changed)


def _worded(quiz: Quiz, edition: Edition) -> Quiz:
    """Return the bank with our words for a statement that is true or false, where it asks for one."""
    if not any(isinstance(item.interaction, TrueFalse) for item in items(quiz)):
        return quiz
    voice = Voice(edition=edition, trainer=True)
    labels = {word: word_runs(word, voice)[0] for word in (Word.TRUE, Word.FALSE)}
    draft = quiz.draft or is_draft(labels.values())
    label = word_runs(Word.DRAFT, voice) if draft else ()
    return replace(quiz, labels=labels, draft=draft, draft_label=label)


def _against(item: Item) -> str | None:
    if not isinstance(item.interaction, Cloze):
        return None
    several = any(isinstance(gap.interaction, Choice) and gap.interaction.multiple for gap in item.interaction.gaps)
    return "one of its gaps takes several answers" if several else None


def _against_12(item: Item) -> str | None:
    if why := kind_reason(item, _CANVAS) or _against(item):
        return why
    if isinstance(item.interaction, Choice) and not item.interaction.multiple:
        right = sum(option.correct for option in item.interaction.options)
        return None if right == 1 else f"it asks for one option, and {right} are right"
    if not isinstance(item.interaction, Cloze):
        return None
    kinds = {type(gap.interaction) for gap in item.interaction.gaps}
    if Numeric in kinds:
        return "one of its gaps is a number"
    return "it has gaps to type in and gaps to choose for" if len(kinds) > 1 else None


def _losses_12(item: Item) -> Iterator[str]:
    yield from _losses(item)
    match item.interaction:
        case Choice(multiple=True):
            yield "the parts of its points are left to the platform"
        case Choice(options=options) if any(0 != option.fraction != _FULL for option in options):
            yield "an option is right or wrong, never in part"
        case ExtendedText(guidance=guidance) if guidance:
            yield "what a good answer holds is left out"
        case Cloze(gaps=gaps):
            options = tuple(
                option for gap in gaps if isinstance(gap.interaction, Choice) for option in gap.interaction.options
            )
            if any(option.feedback for option in options):
                yield "the feedback of its gaps is left out"


def _losses(item: Item) -> Iterator[str]:
    if item.hint:
        yield "its hint is left out"


def _changed(item: Item, what: str, format: str) -> Diagnostic:
    return diagnose(
        Code.SCORING_NOT_CARRIED,
        f"{format}: of the question {item.id}, {what}",
        item.span,
        hint="quiz.moodle and quiz.html hold it",
    )
