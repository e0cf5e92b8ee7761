"""What a format cannot carry of a quiz: taken out, and said."""

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
SIX: Kinds = (Choice, TrueFalse, Numeric, TextEntry, Match)
"""Single, multiple, true-false, numeric, text and match."""
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


def carry(quiz: Quiz, kinds: Kinds, format: str) -> tuple[Quiz, Diagnostics]:
    """Return the quiz with only the kinds of questions that a format carries, and a warning for each other one."""
    lost = tuple(_lost(item, format) for item in items(quiz) if not isinstance(item.interaction, kinds))
    if not lost:
        return quiz, ()
    sections = tuple(
        replace(section, entries=tuple(kept for entry in section.entries for kept in _entry(entry, kinds)))
        for section in quiz.sections
    )
    return replace(quiz, sections=tuple(section for section in sections if section.entries)), lost


def _lost(item: Item, format: str) -> Diagnostic:
    return diagnose(
        Code.QUESTION_NOT_CARRIED,
        f"{format} cannot carry the question {item.id}: its type is {_NAMES[type(item.interaction)]}",
        item.span,
        hint="leave it for the formats that can, or ask it in another way; `course formats` lists what each carries",
    )


def _entry(entry: Entry, kinds: Kinds) -> tuple[Entry, ...]:
    if isinstance(entry, Item):
        return (entry,) if isinstance(entry.interaction, kinds) else ()
    turns = [_turn(turn, kinds) for turn in entry.turns]
    while turns and not turns[-1].items:
        turns.pop()
    return (replace(entry, turns=tuple(turns)),) if turns else ()


def _turn(turn: Turn, kinds: Kinds) -> Turn:
    return replace(turn, items=tuple(item for item in turn.items if isinstance(item.interaction, kinds)))
