"""Practice questions → scenes that ask and never tell; what is right goes into the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from builder.content import interactions, prose
from builder.languages.words import Word
from builder.model.blocks import Question
from builder.output.deck import Look, Paragraph
from builder.output.text import Runs, merge_runs
from builder.plan.deck.diagrams import columns_part
from builder.plan.deck.notes import answer_blocks, note_paragraphs
from builder.plan.deck.scenes import CardsPart, Part, Scene, TextPart, Unit, plain_look
from builder.plan.deck.setting import Setting, outward, slide_text, unit
from builder.plan.deck.text import Pen, figure_part, joined, pen_for, prose_pieces
from builder.plan.deck.titles import title_fits
from builder.plan.desk import BLANK, text_runs
from builder.plan.questions import letter, question_desk, shown_items, shown_targets
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.plan.scales import SCALES
from builder.typeset.template_roles import CARD


def question_scenes(
    question: Question, section: int, anchor: str, within: Runs, timing: tuple[Paragraph, ...], setting: Setting
) -> Iterator[Scene]:
    """Yield the slide of a practice question within what bears a title; questions of tests are never shown."""
    if question.use == "test":
        return
    pen = pen_for("Question", setting, question_desk(question, setting.desk))
    response = tuple(_response(question, pen))
    told = Scene(
        key="", anchor=question.id or anchor, layout=_layout(question), title=word_runs(Word.QUESTION, setting.voice),
        span=question.span, section=section, parts=(*joined(prose_pieces(question.prompt, pen)), *response),
        notes=note_paragraphs(answer_blocks(question, setting), setting), timing=timing, mixing=4,
    )  # fmt: skip
    named = replace(told, title=join_runs([told.title, within], " · ", setting.voice))
    told = named if title_fits(named, setting) else told
    first = question.prompt[0] if len(question.prompt) == 1 else None
    if not response or not isinstance(first, prose.Paragraph) or isinstance(question.interaction, interactions.Cloze):
        yield told
        return
    yield replace(told, title=slide_text(first.text, setting), parts=response, otherwise=told)


def _layout(question: Question) -> str:
    return "Question with pairs" if isinstance(question.interaction, interactions.Match) else "Question"


def _response(question: Question, pen: Pen) -> Iterator[Part]:
    """Yield what there is to choose from, to bring together or to look at."""
    setting = pen.setting
    match question.interaction:
        case interactions.Choice(options=options):
            yield _lettered([slide_text(option.text, setting) for option in options], setting)
        case interactions.TrueFalse():
            yield _lettered([word_runs(word, setting.voice) for word in (Word.TRUE, Word.FALSE)], setting)
        case interactions.Order() as order:
            yield _lettered([slide_text(item.text, setting) for item in shown_items(question, order)], setting)
        case interactions.Match() as match:
            yield _pairs(question, match, setting)
        case interactions.Numeric() | interactions.TextEntry():
            blank = join_runs(
                [word_runs(Word.YOUR_ANSWER, setting.voice), plain_runs(BLANK, setting.voice)], ": ", setting.voice
            )
            yield CardsPart(cards=(unit(blank, _card_look(setting, plain=True), setting),))
        case interactions.Cloze(gaps=gaps):
            yield from _gaps(gaps, pen)
        case interactions.Hotspot(figure=figure):
            part = figure_part(figure, setting)
            yield from (part,) if part else ()
        case interactions.Likert(scale=scale, statements=statements):
            yield from _scale(scale, statements, pen)
        case interactions.ExtendedText():
            return
        case _:
            assert_never(question.interaction)


def _lettered(texts: Sequence[Runs], setting: Setting) -> CardsPart:
    look = _card_look(setting)
    cards = (unit(text, look, setting, mark=letter(position)) for position, text in enumerate(texts))
    return CardsPart(cards=tuple(cards))


def _card_look(setting: Setting, *, plain: bool = False) -> Look:
    look = setting.looks("Question", CARD)[0]
    return plain_look(look) if plain else look


def _pairs(question: Question, match: interactions.Match, setting: Setting) -> Part:
    look = setting.looks("Question with pairs")[0]
    lefts = [pair.left for pair in match.pairs if pair.left is not None]
    left = [(f"{number}.", text) for number, text in enumerate(lefts, start=1)]
    right = [(f"{letter(place)}.", text) for place, text in enumerate(shown_targets(question, match))]
    sides = (
        [unit(slide_text(text, setting), look, setting, mark=mark) for mark, text in side] for side in (left, right)
    )
    return columns_part((), list(sides))


def _gaps(gaps: tuple[interactions.GapField, ...], pen: Pen) -> Iterator[Part]:
    """Yield what may fill each gap that has a choice, under the gap's number."""
    units: list[Unit] = []
    for number, gap in enumerate(gaps, start=1):
        if isinstance(gap.interaction, interactions.Choice):
            texts = [outward(text_runs(option.text, pen.desk)) for option in gap.interaction.options]
            choices = join_runs(texts, " · ", pen.setting.voice)
            runs = merge_runs((*plain_runs(f"({number}) ", pen.setting.voice, strong=True), *choices))
            units.append(unit(runs, plain_look(pen.look(0)), pen.setting))
    if units:
        yield TextPart(units=tuple(units))


def _scale(scale: interactions.LikertScale, statements: Sequence[interactions.OrderItem], pen: Pen) -> Iterator[Part]:
    setting = pen.setting
    if statements:
        look = plain_look(pen.look(0))
        yield TextPart(units=tuple(unit(slide_text(one.text, setting), look, setting) for one in statements))
    words = enumerate(SCALES[scale], start=1)
    look = _card_look(setting)
    points = (unit(word_runs(word, setting.voice), look, setting, mark=str(number)) for number, word in words)
    yield CardsPart(cards=tuple(points))
