"""A bank as the small exchange formats can hold it: GIFT, Aiken, and a spreadsheet for live quizzes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.document import Figure
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
from builder.output.text import is_draft, plain_text
from builder.plan.quiz import plan_bank
from builder.plan.quiz_carry import Reason, carry_where, kind_reason
from builder.plan.quiz_moodle import graded_by_list
from builder.plan.runs import Voice, word_runs

GIFT, AIKEN, SPREADSHEET = "quiz.gift", "quiz.aiken", "quiz.xlsx"
_GIFT_KINDS = (Choice, TrueFalse, Numeric, TextEntry, Match, Cloze, ExtendedText)
_MOST_LETTERS = 26
_MOST_ANSWERS, _FEWEST_ANSWERS = 4, 2
LONGEST_QUESTION, LONGEST_ANSWER = 120, 75
"""Characters that the template of live quizzes takes."""
Losses = Callable[[Item], Iterator[str]]
"""Says what of a question a format leaves out or changes."""
_HINT = "the formats for platforms hold it: quiz.moodle, quiz.qti21, quiz.qti3"


def plan_gift(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as GIFT can hold it: one gap a question, no pictures, no hints."""
    quiz, found = _suited(edition, resources, decided, _against_gift, GIFT, _gift_losses)
    graded, changed = graded_by_list(quiz)
    return graded, (*found, *changed)


def plan_aiken(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as Aiken can hold it: one right option of several, nothing beside it."""
    quiz, found = _suited(edition, resources, decided, _against_aiken, AIKEN, _aiken_losses)
    return _worded(quiz, edition), found


def plan_spreadsheet(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as a live quiz can hold it: short questions with two to four short answers."""
    quiz, found = _suited(edition, resources, decided, _against_spreadsheet, SPREADSHEET, _aiken_losses)
    return _worded(quiz, edition), found


def _worded(quiz: Quiz, edition: Edition) -> Quiz:
    """Return the bank with our words for a statement that is true or false, where it asks for one."""
    if not any(isinstance(item.interaction, TrueFalse) for item in items(quiz)):
        return quiz
    voice = Voice(edition=edition, trainer=True)
    labels = {word: word_runs(word, voice)[0] for word in (Word.TRUE, Word.FALSE)}
    draft = quiz.draft or is_draft(labels.values())
    label = word_runs(Word.DRAFT, voice) if draft else ()
    return replace(quiz, labels=labels, draft=draft, draft_label=label)


def _suited(
    edition: Edition, resources: Resources, decided: Any, reason: Reason, format: str, losses: Losses
) -> tuple[Quiz, Diagnostics]:
    bank, found = plan_bank(edition, resources, decided)
    quiz, lost = carry_where(bank, reason, format)
    changed = (_changed(item, what, format) for item in items(quiz) for what in losses(item))
    return quiz, (*found, *lost, *changed)


def _against_gift(item: Item) -> str | None:
    if why := kind_reason(item, _GIFT_KINDS) or _picture_reason(item):
        return why
    if isinstance(item.interaction, Cloze) and len(item.interaction.gaps) > 1:
        return "it has more than one gap"
    return None


def _against_aiken(item: Item) -> str | None:
    if why := kind_reason(item, (Choice, TrueFalse)) or _picture_reason(item):
        return why
    if not isinstance(item.interaction, Choice):
        return None
    if item.interaction.multiple:
        return "several options are right"
    return "it has more than 26 options" if len(item.interaction.options) > _MOST_LETTERS else None


def _against_spreadsheet(item: Item) -> str | None:
    if why := kind_reason(item, (Choice, TrueFalse)) or _picture_reason(item):
        return why
    if sum(len(plain_text(getattr(block, "text", ()))) for block in item.prompt) > LONGEST_QUESTION:
        return f"its text has more than {LONGEST_QUESTION} characters"
    if not isinstance(item.interaction, Choice):
        return None
    options = item.interaction.options
    if not _FEWEST_ANSWERS <= len(options) <= _MOST_ANSWERS:
        return f"it has {len(options)} options, and there is room for {_MOST_ANSWERS}"
    long = any(len(plain_text(option.text)) > LONGEST_ANSWER for option in options)
    return f"an option has more than {LONGEST_ANSWER} characters" if long else None


def _picture_reason(item: Item) -> str | None:
    return "it shows a picture" if any(True for _ in walk((item.prompt, item.interaction), Figure)) else None


def _gift_losses(item: Item) -> Iterator[str]:
    if item.hint:
        yield "the hint is left out"
    if item.points > 1:
        yield f"it counts one point instead of {item.points}"
    if isinstance(item.interaction, ExtendedText) and item.interaction.guidance:
        yield "the guidance on a good answer is left out"


def _aiken_losses(item: Item) -> Iterator[str]:
    feedback = isinstance(item.interaction, Choice) and any(option.feedback for option in item.interaction.options)
    lost = [
        name
        for name, there in (("hint", item.hint), ("explanation", item.explanation), ("feedback", feedback))
        if there
    ]
    if lost:
        yield f"its {' and '.join(lost)} {'is' if len(lost) == 1 else 'are'} left out"
    if item.points != 1:
        yield f"it counts one point instead of {item.points}"
    if isinstance(item.interaction, Choice) and any(0 != option.fraction != 100 for option in item.interaction.options):
        yield "an option is right or wrong, never in part"


def _changed(item: Item, what: str, format: str) -> Diagnostic:
    return diagnose(Code.SCORING_NOT_CARRIED, f"{format}: of the question {item.id}, {what}", item.span, hint=_HINT)
