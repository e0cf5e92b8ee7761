"""The answers behind a paper's questions: what is right, what each option deserves to hear, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from builder.content import interactions
from builder.content.inlines import Text
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.output import document
from builder.output.text import Runs, merge_runs
from builder.plan.desk import Desk, text_runs
from builder.plan.prose import led_blocks, prose_blocks
from builder.plan.questions import (
    letter,
    question_anchor,
    question_desk,
    shown_items,
    shown_targets,
    unit_runs,
)
from builder.plan.runs import join_runs, plain_runs, word_runs


def answer_block(question: Question, number: int, desk: Desk) -> document.Answer | None:
    """Return what is right and why; None where there is nothing to say."""
    desk = question_desk(question, desk)
    blocks = (*_right(question, desk), *_feedback(question, desk), *prose_blocks(question.explanation, desk))
    if not blocks:
        return None
    return document.Answer(
        id=f"_answer-{number}",
        question=question_anchor(question, number, desk),
        number=plain_runs(f"{number}", desk.voice, strong=True),
        blocks=blocks,
    )


def _right(question: Question, desk: Desk) -> document.Blocks:
    match question.interaction:
        case interactions.Choice(options=options):
            return _right_options(options, desk)
        case interactions.TrueFalse(answer=answer):
            return _paragraphs(
                [_named(int(not answer), word_runs(Word.TRUE if answer else Word.FALSE, desk.voice), desk)]
            )
        case interactions.Numeric() | interactions.TextEntry() as entry:
            return _paragraphs([_field(entry, desk)])
        case interactions.Match() as match:
            return _pairs(question, match, desk)
        case interactions.Order() as order:
            return _sequence(question, order, desk)
        case interactions.Cloze(gaps=gaps):
            return _paragraphs([_gap(number, gap, desk) for number, gap in enumerate(gaps, start=1)])
        case interactions.Hotspot(areas=areas):
            return _right_options([area.option for area in areas], desk)
        case interactions.ExtendedText() | interactions.Likert():
            return ()
        case _:
            assert_never(question.interaction)


def _right_options(options: Sequence[interactions.Option], desk: Desk) -> document.Blocks:
    return _paragraphs(
        _named(position, text_runs(option.text, desk), desk)
        for position, option in enumerate(options)
        if option.correct
    )


def _pairs(question: Question, match: interactions.Match, desk: Desk) -> document.Blocks:
    shown = [phrase.message for phrase in shown_targets(question, match, desk.order_of(question.id))]
    lines = []
    for pair in match.pairs:
        if pair.left is not None:
            right = _named(shown.index(pair.right.message), text_runs(pair.right, desk), desk)
            lines.append(join_runs([text_runs(pair.left, desk), right], " → ", desk.voice))
    return (document.List(ordered=False, items=tuple(_paragraphs([line]) for line in lines)),)


def _sequence(question: Question, order: interactions.Order, desk: Desk) -> document.Blocks:
    shown = shown_items(question, order, desk.order_of(question.id))
    lines = [_named(shown.index(item), text_runs(item.text, desk), desk) for item in order.items]
    return (document.List(ordered=True, items=tuple(_paragraphs([line]) for line in lines)),)


def _gap(number: int, gap: interactions.GapField, desk: Desk) -> Runs:
    return merge_runs((*plain_runs(f"({number}) ", desk.voice, strong=True), *_field(gap.interaction, desk)))


def _field(entry: interactions.Numeric | interactions.TextEntry | interactions.Choice, desk: Desk) -> Runs:
    match entry:
        case interactions.Numeric(value=value, tolerance=tolerance, unit=unit):
            spread = f" ± {_number(tolerance, desk)}" if tolerance else ""
            number = plain_runs(_number(value, desk) + spread, desk.voice)
            return join_runs([number, unit_runs(unit, desk)], "\u00a0", desk.voice)
        case interactions.TextEntry(accepted=accepted):
            words = Text(value=" / ".join(interactions.accepted_answers(entry)), span=accepted.span)
            return text_runs(replace(accepted, inlines=(words,)), desk)
        case interactions.Choice(options=options):
            texts = [text_runs(option.text, desk) for option in options if option.correct]
            return join_runs(texts, " / ", desk.voice)
        case _:
            assert_never(entry)


def _number(value: Decimal, desk: Desk) -> str:
    """Return a number as typed, with the language's decimal mark and a real minus."""
    return f"{value:f}".replace("-", "−").replace(".", desk.voice.edition.language.decimal)


def _feedback(question: Question, desk: Desk) -> document.Blocks:
    """Return what is said to each option, under its letter."""
    items = tuple(
        led_blocks(plain_runs(f"{letter(position)}. ", desk.voice, strong=True), prose_blocks(option.feedback, desk))
        for position, option in enumerate(_options(question.interaction))
        if option.feedback
    )
    return (document.List(ordered=False, items=items, bare=True),) if items else ()


def _options(interaction: interactions.Interaction) -> tuple[interactions.Option, ...]:
    match interaction:
        case interactions.Choice(options=options):
            return options
        case interactions.Hotspot(areas=areas):
            return tuple(area.option for area in areas)
        case _:
            return ()


def _named(position: int, text: Runs, desk: Desk) -> Runs:
    return merge_runs((*plain_runs(f"{letter(position)}. ", desk.voice, strong=True), *text))


def _paragraphs(texts: Iterable[Runs]) -> document.Blocks:
    return tuple(document.Paragraph(text=text) for text in texts)
