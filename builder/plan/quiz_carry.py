"""What a format cannot carry of a quiz: taken out, and said."""

from collections.abc import Callable, Collection
from dataclasses import replace

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.output.quiz import (
    Choice,
    Cloze,
    Entry,
    ExtendedText,
    Hotspot,
    Interaction,
    Item,
    Likert,
    Match,
    Numeric,
    Order,
    Quiz,
    TextEntry,
    TrueFalse,
    Turn,
    items,
)

Kinds = tuple[type[Interaction], ...]
_NAMES: dict[type[Interaction], str] = {
    Choice: "choice",
    TrueFalse: "true-false",
    Numeric: "numeric",
    TextEntry: "text",
    Match: "match",
    Order: "order",
    Cloze: "cloze",
    Hotspot: "hotspot",
    ExtendedText: "essay",
    Likert: "likert",
}


Reason = Callable[[Item], str | None]
"""Says why a format cannot carry a question, in words that end a sentence; None where it can."""


def carry(quiz: Quiz, kinds: Kinds, format: str) -> tuple[Quiz, Diagnostics]:
    """Return the quiz with only the kinds of questions that a format carries, and a warning for each other one."""
    return carry_where(quiz, lambda item: kind_reason(item, kinds), format)


def carry_where(quiz: Quiz, reason: Reason, format: str) -> tuple[Quiz, Diagnostics]:
    """Return the quiz with only the questions against which there is no reason, and a warning for each other one."""
    reasons = {item.id: why for item in items(quiz) if (why := reason(item)) is not None}
    if not reasons:
        return quiz, ()
    sections = tuple(
        replace(section, entries=tuple(kept for entry in section.entries for kept in _entry(entry, reasons.keys())))
        for section in quiz.sections
    )
    lost = tuple(_lost(item, reasons[item.id], format) for item in items(quiz) if item.id in reasons)
    return replace(quiz, sections=tuple(section for section in sections if section.entries)), lost


def kind_reason(item: Item, kinds: Kinds) -> str | None:
    """Return that a question's type is none of some kinds."""
    return None if isinstance(item.interaction, kinds) else f"its type is {_NAMES[type(item.interaction)]}"


def _lost(item: Item, why: str, format: str) -> Diagnostic:
    return diagnose(
        Code.QUESTION_NOT_CARRIED,
        f"{format} cannot carry the question {item.id}: {why}",
        item.span,
        hint="leave it for the formats that can, or ask it in another way; `course formats` lists what each carries",
        together=f"{format} cannot carry {{count}} questions, each for this reason: {why}",
    )


def _entry(entry: Entry, lost: Collection[str]) -> tuple[Entry, ...]:
    if isinstance(entry, Item):
        return () if entry.id in lost else (entry,)
    turns = [_turn(turn, lost) for turn in entry.turns]
    while turns and not turns[-1].items:
        turns.pop()
    return (replace(entry, turns=tuple(turns)),) if turns else ()


def _turn(turn: Turn, lost: Collection[str]) -> Turn:
    return replace(turn, items=tuple(item for item in turn.items if item.id not in lost))
