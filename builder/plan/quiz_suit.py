"""The bank cut to what one format holds: what it cannot carry taken out, what else it loses said, our words added."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.document import Figure
from builder.output.quiz import Draw, ExtendedText, Item, Quiz, Scenario, TrueFalse, items, pool
from builder.output.resources import Resources
from builder.output.text import is_draft
from builder.plan.quiz import plan_bank
from builder.plan.quiz_carry import Reason, carry_where
from builder.plan.runs import Voice, word_runs
from builder.records import dataclass

Losses = Callable[[Item], Iterator[str]]
"""Says what of a question a format leaves out or changes."""
Words = tuple[tuple[type[Any], tuple[Word, ...]], ...]
"""Our own words that a type of question needs."""
STATEMENT: Words = ((TrueFalse, (Word.TRUE, Word.FALSE)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suit:
    """What one format holds."""

    format: str
    against: Reason
    losses: Losses
    hint: str
    """Which formats hold more."""
    tells_cases: bool = True
    """Whether it has room for the text of a case before its questions."""
    words: Words = STATEMENT


def suited(edition: Edition, resources: Resources, decided: Any, suit: Suit) -> tuple[Quiz, Diagnostics]:
    """Return the bank as a format can hold it, with our words where it asks for them, and what is lost."""
    bank, found = plan_bank(edition, resources, decided)
    carried, lost = carry_where(bank, suit.against, suit.format)
    quiz = replace(carried, draw=_draw(carried))
    less = tuple(changed(item, what, suit) for item in items(quiz) for what in suit.losses(item))
    untold = () if suit.tells_cases else tuple(_untold(quiz, suit))
    return _worded(quiz, edition, suit), (*found, *lost, *less, *untold)


def _draw(quiz: Quiz) -> Draw | None:
    """Return how the test is drawn from what is left of its pool."""
    left = len(pool(quiz))
    return replace(quiz.draw, items=min(quiz.draw.items, left)) if quiz.draw is not None and left else None


def picture_reason(item: Item) -> str | None:
    """Return that a question shows a picture, for formats of text alone."""
    return "it shows a picture" if any(True for _ in walk((item.prompt, item.interaction), Figure)) else None


def guidance_lost(item: Item) -> Iterator[str]:
    """Yield that what a good answer holds is left out: learners could read it there."""
    if isinstance(item.interaction, ExtendedText) and item.interaction.guidance:
        yield "what a good answer holds is left out"


def _untold(quiz: Quiz, suit: Suit) -> Iterator[Diagnostic]:
    """Yield a finding for each question of a case that is asked without the text before it."""
    for scenario in walk(quiz.sections, Scenario):
        told = False
        for turn in scenario.turns:
            told = told or bool(turn.blocks)
            for item in turn.items if told else ():
                yield changed(item, "the text of its case is left out", suit)


def with_words(quiz: Quiz, edition: Edition, words: Iterable[Word]) -> Quiz:
    """Return the quiz with words of ours added; one that is not reviewed makes it a draft."""
    voice = Voice(edition=edition, trainer=True)
    labels = {word: word_runs(word, voice)[0] for word in words}
    draft = quiz.draft or is_draft(labels.values())
    label = word_runs(Word.DRAFT, voice) if draft else ()
    return replace(quiz, labels={**quiz.labels, **labels}, draft=draft, draft_label=label)


def changed(item: Item, what: str, suit: Suit) -> Diagnostic:
    """Return a finding that says what a format leaves out of a question or changes."""
    message = f"{suit.format}: of the question {item.id}, {what}"
    together = f"{suit.format}: of {{count}} questions, {what}"
    return diagnose(Code.SCORING_NOT_CARRIED, message, item.span, hint=suit.hint, together=together)


def _worded(quiz: Quiz, edition: Edition, suit: Suit) -> Quiz:
    asked = {type(item.interaction) for item in items(quiz)}
    needed = [word for kind, words in suit.words if kind in asked for word in words]
    return with_words(quiz, edition, needed) if needed else quiz
