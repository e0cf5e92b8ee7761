"""A bank as Moodle can hold it: its question types, and worth in the per cents that its list has."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from builder.content.walk import rewrite
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    Hotspot,
    Item,
    Match,
    Numeric,
    Option,
    Order,
    Quiz,
    TextEntry,
    TrueFalse,
    items,
)
from builder.plan.quiz_carry import carry
from builder.plan.quiz_scoring import FULL

MOODLE = "quiz.moodle"
_KINDS = (Choice, TrueFalse, Numeric, TextEntry, Match, Order, Cloze, Hotspot, ExtendedText)
"""All but opinions, which its bank of questions does not know."""
_POSITIVE = tuple(
    Decimal(grade)
    for grade in (
        "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20",
        "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0",
    )
)  # fmt: skip
GRADES = (*_POSITIVE, *(-grade for grade in _POSITIVE if grade))
"""Moodle refuses a question whose options are worth anything else."""
_ROUNDED = Decimal("0.01")
_UNEVEN = Decimal("0.5")


def suit_moodle(bank: Quiz) -> tuple[Quiz, Diagnostics]:
    """Return what Moodle can hold of a bank, each option's worth on its list, and what that changes or drops."""
    quiz, lost = carry(bank, _KINDS, MOODLE)
    changed, found = graded_by_list(quiz)
    return changed, (*lost, *found)


def graded_by_list(quiz: Quiz) -> tuple[Quiz, Diagnostics]:
    """Return a quiz whose options are worth what Moodle's list has, and what that changes."""
    return rewrite(quiz, Item, _item), tuple(finding for item in items(quiz) for finding in _found(item))


@cache
def nearest_grade(fraction: Decimal) -> Decimal:
    """Return the nearest per cent on Moodle's list, of two equally near the one farther from nothing."""
    return min(GRADES, key=lambda grade: (abs(grade - fraction), -abs(grade)))


def _item(item: Item) -> Item:
    return replace(item, interaction=_graded(item.interaction)) if isinstance(item.interaction, Choice) else item


def _graded(choice: Choice) -> Choice:
    return replace(choice, options=tuple(_grade(option) for option in choice.options))


def _grade(option: Option) -> Option:
    return replace(option, fraction=nearest_grade(option.fraction))


def _found(item: Item) -> Iterator[Diagnostic]:
    if isinstance(item.interaction, Cloze) and item.points % len(item.interaction.gaps):
        yield _uneven(item, len(item.interaction.gaps))
    if not isinstance(item.interaction, Choice):
        return
    for option in item.interaction.options:
        grade = nearest_grade(option.fraction)
        if abs(grade - option.fraction) > _ROUNDED:
            yield _finding(
                item,
                f"Moodle has no {option.fraction} %; option {option.id} is worth {grade} % there",
                f"Moodle has no {option.fraction} %; {{count}} options are worth {grade} % there",
            )
    best = _best(_graded(item.interaction))
    if abs(best - FULL) > _UNEVEN:
        yield _finding(
            item,
            f"in Moodle the best answer is worth {best} %, not 100 %",
            f"in Moodle the best answers of {{count}} questions are worth {best} %, not 100 %",
        )


def _uneven(item: Item, gaps: int) -> Diagnostic:
    counted = gaps * max(1, item.points // gaps)
    return diagnose(
        Code.SCORING_NOT_CARRIED,
        f"question {item.id}: in Moodle its {gaps} gaps count {counted} points, not {item.points}",
        item.span,
        hint=f"give it {gaps} points, or a multiple of that: a gap brings whole points there",
        together="in Moodle the gaps of {count} questions count more or fewer points than here",
    )


def _best(choice: Choice) -> Decimal:
    worth = [option.fraction for option in choice.options if option.fraction > 0]
    return sum(worth, Decimal(0)) if choice.multiple else max(worth, default=Decimal(0))


def _finding(item: Item, message: str, together: str) -> Diagnostic:
    return diagnose(
        Code.SCORING_NOT_CARRIED,
        f"question {item.id}: {message}",
        item.span,
        hint="give weights that Moodle has: " + ", ".join(str(grade) for grade in _POSITIVE),
        together=together,
    )
