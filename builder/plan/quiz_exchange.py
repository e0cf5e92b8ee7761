"""A bank as the small exchange formats can hold it: GIFT, Aiken, and a spreadsheet for live quizzes."""

from collections.abc import Iterator
from typing import Any

from builder.diagnostics import Diagnostics
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
)
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.plan.quiz_carry import kind_reason
from builder.plan.quiz_moodle import graded_by_list
from builder.plan.quiz_suit import Suit, guidance_lost, picture_reason, suited

GIFT, AIKEN, SPREADSHEET = "quiz.gift", "quiz.aiken", "quiz.xlsx"
_GIFT_KINDS = (Choice, TrueFalse, Numeric, TextEntry, Match, Cloze, ExtendedText)
_FULL = 100
_MOST_LETTERS = 26
_MOST_ANSWERS, _FEWEST_ANSWERS = 4, 2
LONGEST_QUESTION, LONGEST_ANSWER = 120, 75
"""Characters that the template of live quizzes takes."""
_HINT = "the formats for platforms hold it: quiz.moodle, quiz.qti21, quiz.qti3"


def plan_gift(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as GIFT can hold it: one gap a question, no pictures, no hints."""
    suit = Suit(format=GIFT, against=_against_gift, losses=_gift_losses, hint=_HINT, words=())
    quiz, found = suited(edition, resources, decided, suit)
    graded, changed = graded_by_list(quiz)
    return graded, (*found, *changed)


def plan_aiken(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as Aiken can hold it: one right option of several, nothing beside it."""
    suit = Suit(format=AIKEN, against=_against_aiken, losses=_aiken_losses, hint=_HINT, tells_cases=False)
    return suited(edition, resources, decided, suit)


def plan_spreadsheet(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as a live quiz can hold it: short questions with two to four short answers."""
    suit = Suit(format=SPREADSHEET, against=_against_spreadsheet, losses=_aiken_losses, hint=_HINT, tells_cases=False)
    return suited(edition, resources, decided, suit)


def _against_gift(item: Item) -> str | None:
    if why := kind_reason(item, _GIFT_KINDS) or picture_reason(item):
        return why
    if isinstance(item.interaction, Cloze) and len(item.interaction.gaps) > 1:
        return "it has more than one gap"
    return None


def _against_aiken(item: Item) -> str | None:
    if why := kind_reason(item, (Choice, TrueFalse)) or picture_reason(item):
        return why
    if not isinstance(item.interaction, Choice):
        return None
    if item.interaction.multiple:
        return "several options are right"
    return "it has more than 26 options" if len(item.interaction.options) > _MOST_LETTERS else None


def _against_spreadsheet(item: Item) -> str | None:
    if why := kind_reason(item, (Choice, TrueFalse)) or picture_reason(item):
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


def _gift_losses(item: Item) -> Iterator[str]:
    if item.hint:
        yield "the hint is left out"
    if item.points > 1:
        yield f"one point is counted instead of {item.points}"
    if isinstance(item.interaction, ExtendedText) and item.explanation:
        yield "the explanation is left out"
    yield from guidance_lost(item)


def _aiken_losses(item: Item) -> Iterator[str]:
    options = item.interaction.options if isinstance(item.interaction, Choice) else ()
    if item.hint:
        yield "the hint is left out"
    if item.explanation:
        yield "the explanation is left out"
    if any(option.feedback for option in options):
        yield "the feedback on its options is left out"
    if item.points != 1:
        yield f"one point is counted instead of {item.points}"
    if any(0 != option.fraction != _FULL for option in options):
        yield "an option is right or wrong, never in part"
