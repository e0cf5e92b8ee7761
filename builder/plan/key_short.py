"""A right answer in a few signs, to lay beside a marked test."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from builder.content import interactions
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.output import document
from builder.output.text import Runs
from builder.plan.answers import answer_block
from builder.plan.desk import Desk
from builder.plan.questions import letter, shown_items, shown_targets
from builder.plan.runs import join_runs, plain_runs, word_runs


def short_answer(question: Question, desk: Desk) -> Runs:
    """Return the letters to mark, the letters or numbers to write line by line, or the words that fit."""
    match question.interaction:
        case interactions.Choice(options=options):
            return _letters((place for place, option in enumerate(options) if option.correct), desk)
        case interactions.Hotspot(areas=areas):
            return _letters((place for place, area in enumerate(areas) if area.option.correct), desk)
        case interactions.TrueFalse(answer=answer):
            word = word_runs(Word.TRUE if answer else Word.FALSE, desk.voice)
            return join_runs([plain_runs(letter(int(not answer)), desk.voice, strong=True), word], " ", desk.voice)
        case interactions.Match() as match:
            shown = [phrase.message for phrase in shown_targets(question, match, desk.order_of(question.id))]
            rights = (pair.right.message for pair in match.pairs if pair.left is not None)
            return _letters((shown.index(right) for right in rights), desk)
        case interactions.Order(items=items) as order:
            lines = shown_items(question, order, desk.order_of(question.id))
            numbers = (f"{items.index(item) + 1}" for item in lines)
            return plain_runs(", ".join(numbers), desk.voice, strong=True)
        case interactions.Numeric() | interactions.TextEntry() | interactions.Cloze():
            return _words(question, desk)
        case interactions.ExtendedText() | interactions.Likert():
            return word_runs(Word.MARKED_BY_HAND, desk.voice)
        case _:
            assert_never(question.interaction)


def _letters(places: Iterable[int], desk: Desk) -> Runs:
    return plain_runs(", ".join(letter(place) for place in places), desk.voice, strong=True)


def _words(question: Question, desk: Desk) -> Runs:
    answer = answer_block(replace(question, explanation=()), 1, desk)
    blocks = answer.blocks if answer else ()
    return join_runs([block.text for block in blocks if isinstance(block, document.Paragraph)], "; ", desk.voice)
