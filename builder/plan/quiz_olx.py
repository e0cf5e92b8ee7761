"""A bank as a course of Open edX can hold it."""

from collections.abc import Iterator
from typing import Any

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.quiz import Choice, Cloze, ExtendedText, Hotspot, Item, Quiz
from builder.output.resources import Resources
from builder.plan.quiz_qti import gap_losses, several_in_a_gap
from builder.plan.quiz_suit import STATEMENT, Suit, Words, guidance_lost, suited

OLX = "quiz.olx"
_FULL = 100


def plan_olx(edition: Edition, resources: Resources, decided: Any) -> tuple[Quiz, Diagnostics]:
    """Return the bank as Open edX can hold it: every type, a choice of several right as a whole or not at all."""
    words: Words = (*STATEMENT, (ExtendedText, (Word.POINTS_HEAD,)))
    suit = Suit(
        format=OLX, against=_against, losses=_losses, hint="quiz.moodle, quiz.qti21 and quiz.qti3 hold it", words=words
    )
    return suited(edition, resources, decided, suit)


def _against(item: Item) -> str | None:
    if isinstance(item.interaction, Hotspot) and item.interaction.multiple:
        return "several places are to be found"
    if not isinstance(item.interaction, Cloze):
        return None
    lists = (gap.interaction.options for gap in item.interaction.gaps if isinstance(gap.interaction, Choice))
    if any(sum(option.correct for option in options) > 1 for options in lists):
        return "several options are right in one of its gaps"
    return several_in_a_gap(item)


def _losses(item: Item) -> Iterator[str]:
    yield from guidance_lost(item)
    match item.interaction:
        case Choice(multiple=True):
            yield "what is chosen is right as a whole or not at all"
        case Choice(options=options) if any(0 != option.fraction != _FULL for option in options):
            yield "an option is right or wrong, never in part"
        case Hotspot(areas=areas):
            yield "the place cannot be found by keyboard"
            if any(area.option.feedback for area in areas):
                yield "the feedback on its places is left out"
        case Cloze():
            yield from gap_losses(item.interaction)
        case ExtendedText():
            if item.hint:
                yield "the hint is left out"
            if item.explanation:
                yield "the explanation is left out"
