"""A bank as packages of QTI can hold it."""

from collections.abc import Iterator
from typing import Any

from builder.diagnostics import Diagnostics
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
    points_each,
    pool,
)
from builder.output.resources import Resources
from builder.plan.quiz_carry import kind_reason
from builder.plan.quiz_suit import Suit, changed, guidance_lost, suited, with_words

QTI_12, QTI_21, QTI_3 = "quiz.qti12", "quiz.qti21", "quiz.qti3"
_FULL = 100
_CANVAS = (Choice, TrueFalse, Numeric, TextEntry, Match, Cloze, ExtendedText)
_HINT = "quiz.moodle and quiz.html hold it"


def plan_qti12(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as QTI 1.2 can hold it the way Canvas does: all or nothing, a gap's words of one kind."""
    suit = Suit(format=QTI_12, against=_against_12, losses=_losses_12, hint=_HINT)
    quiz, found = suited(edition, resources, decided, suit)
    return (quiz, found) if quiz.draw is None else _drawn(quiz, edition, suit, found)


def _drawn(quiz: Quiz, edition: Edition, suit: Suit, found: Diagnostics) -> tuple[Quiz, Diagnostics]:
    """Return the bank with a name for its test, whose questions all count the same there."""
    tested = pool(quiz)
    each = points_each(tested)
    uneven = (
        changed(item, f"the drawn test counts {each} instead of {item.points} points", suit)
        for item in tested
        if item.points != each
    )
    return with_words(quiz, edition, (Word.TEST,)), (*found, *uneven)


def plan_qti21(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as QTI 2.1 can hold it: all but hints."""
    return suited(
        edition, resources, decided, Suit(format=QTI_21, against=several_in_a_gap, losses=_losses, hint=_HINT)
    )


def plan_qti3(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as QTI 3.0 can hold it: all but hints."""
    suit = Suit(format=QTI_3, against=several_in_a_gap, losses=_losses, hint=_HINT)
    return suited(edition, resources, decided, suit)


def several_in_a_gap(item: Item) -> str | None:
    """Return that a gap takes several answers, which a list to choose from in running text does not."""
    if not isinstance(item.interaction, Cloze):
        return None
    several = any(isinstance(gap.interaction, Choice) and gap.interaction.multiple for gap in item.interaction.gaps)
    return "one of its gaps takes several answers" if several else None


def _against_12(item: Item) -> str | None:
    if why := kind_reason(item, _CANVAS) or several_in_a_gap(item):
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
    yield from guidance_lost(item)
    match item.interaction:
        case Choice(multiple=True):
            yield "the share that each option brings is left to the platform"
        case Choice(options=options) if any(0 != option.fraction != _FULL for option in options):
            yield "an option is right or wrong, never in part"
        case Cloze():
            yield from gap_losses(item.interaction)


def gap_losses(cloze: Cloze) -> Iterator[str]:
    """Yield what a gap that is right or wrong, without a word on it, leaves out."""
    options = tuple(
        option for gap in cloze.gaps if isinstance(gap.interaction, Choice) for option in gap.interaction.options
    )
    if any(option.feedback for option in options):
        yield "the feedback on its gaps is left out"
    if any(0 != option.fraction != _FULL for option in options):
        yield "a gap is right or wrong, never in part"


def _losses(item: Item) -> Iterator[str]:
    if item.hint:
        yield "the hint is left out"
