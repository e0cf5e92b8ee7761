"""Blocks of a lesson as they stand in the text of a trainer's guide: tasks, cases, answers, roles."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from builder.content import prose
from builder.content.inlines import Emphasis, Strong, Text
from builder.content.interactions import Option
from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.languages.words import Word
from builder.model import blocks as model
from builder.output import document
from builder.output.text import Run, Runs, merge_runs
from builder.plan.answers import answer_block
from builder.plan.callouts import CALLOUTS
from builder.plan.desk import Desk, label_runs, text_runs
from builder.plan.guide_margin import Margin
from builder.plan.guide_materials import seats_runs
from builder.plan.measures import minutes_runs
from builder.plan.prose import item_blocks, led_blocks, prose_block, prose_blocks
from builder.plan.questions import question_desk
from builder.plan.runs import join_runs, plain_runs, word_runs

CUES: Mapping[prose.Cue, Word] = {"say": Word.SAY, "do": Word.DO, "ask": Word.ASK}
_LONGEST_CUE = 24
"""Letters before the colon, in any language."""


def told_blocks(blocks: Iterable[model.TeachingBlock], margin: Margin, desk: Desk) -> document.Blocks:
    """Return blocks in source order, with what the notes among them say, and the answers to questions."""
    return tuple(shown for block in blocks for shown in _block(block, margin, desk))


def said_runs(paragraph: prose.Paragraph, desk: Desk) -> Runs:
    """Return what stands behind a paragraph's cue and its colon; of what is asked, the question itself strong."""
    text = text_runs(_without_cue(paragraph.text), desk)
    return _question_first(text) if paragraph.cue == "ask" else text


def _without_cue(phrase: Phrase) -> Phrase:
    """Return a phrase without its first word and the colon behind it, be they bold or not."""
    first, *rest = phrase.inlines
    if isinstance(first, Strong | Emphasis):
        words, *more = first.children
        if more or not isinstance(words, Text):
            return phrase
        after = rest[0].value if rest and isinstance(rest[0], Text) else ""
        if not words.value.rstrip().endswith(":") and not after.startswith(":"):
            return phrase
        rest = [Text(value=after.lstrip(": "), span=phrase.span), *rest[1:]]
        return replace(phrase, inlines=tuple(rest))
    word, colon, after = first.value.partition(":") if isinstance(first, Text) else ("", "", "")
    if not colon or len(word) > _LONGEST_CUE:
        return phrase
    opening = (Text(value=after.lstrip(), span=phrase.span),) if after.strip() else ()
    return replace(phrase, inlines=(*opening, *rest))


def _question_first(text: Runs) -> Runs:
    """Return text strong up to the end of its question; the answers that are expected follow."""
    asked: list[Run] = []
    for number, run in enumerate(text):
        question, mark, answers = run.text.partition("? ")
        if mark:
            asked.append(replace(run, text=f"{question}?", strong=True))
            return merge_runs((*asked, replace(run, text=f" {answers}"), *text[number + 1 :]))
        asked.append(replace(run, strong=True))
    return merge_runs(asked) if any(run.text.rstrip().endswith("?") for run in text[-1:]) else text


def _block(block: model.TeachingBlock, margin: Margin, desk: Desk) -> document.Blocks:
    match block:
        case prose.Paragraph(cue=cue) if cue:
            label = label_runs(CUES[cue], desk)
            return (document.Paragraph(text=merge_runs((*label, *said_runs(block, desk)))),)
        case model.Card() | model.Question() | model.Activity() | model.Case() | model.Inject():
            return _task(block, margin, desk)
        case model.Only() | model.Callout() | model.Columns() | model.Diagram():
            return _container(block, margin, desk)
        case _:
            return prose_block(block, desk)


def _container(
    block: model.Only | model.Callout | model.Columns | model.Diagram, margin: Margin, desk: Desk
) -> document.Blocks:
    match block:
        case model.Only(children=children):
            return told_blocks(children, margin, desk)
        case model.Columns(columns=columns):
            return (document.Columns(columns=tuple(told_blocks(one.children, margin, desk) for one in columns)),)
        case model.Diagram():
            return _diagram(block, desk)
        case model.Callout(kind=kind, title=title, children=children):
            inside = told_blocks(children, margin, desk)
            label = word_runs(CALLOUTS[kind], desk.voice)
            return (document.Callout(kind=kind, id="", label=label, title=text_runs(title, desk), blocks=inside),)
        case _:
            assert_never(block)


def _task(
    block: model.Card | model.Question | model.Activity | model.Case | model.Inject, margin: Margin, desk: Desk
) -> document.Blocks:
    match block:
        case model.Card():
            return _card(block, margin, desk)
        case model.Question(use=use):
            return question_blocks(block, margin, desk) if use == "practice" else ()
        case model.Activity():
            return (_activity(block, margin, desk),)
        case model.Case():
            return (_case(block, margin, desk),)
        case model.Inject():
            return (_inject(block, margin, desk),)
        case _:
            assert_never(block)


def _activity(activity: model.Activity, margin: Margin, desk: Desk) -> document.Box:
    heading, inner = _heading(activity.title, desk)
    time = minutes_runs(activity.minutes, desk.voice) if activity.minutes is not None else ()
    seats = seats_runs(activity, desk)
    facts = (document.Fact(label=word_runs(Word.WORK_IN, desk.voice), value=seats),) if seats else ()
    return document.Box(
        kind="activity", id="", heading=heading, facts=facts,
        label=join_runs([word_runs(Word.ACTIVITY, desk.voice), time], " · ", desk.voice),
        blocks=(
            *told_blocks(activity.children, margin, inner),
            *_labelled(Word.OUTPUT, prose_blocks(activity.output, inner), inner),
            *_labelled(Word.DEBRIEF, prose_blocks(activity.debrief, inner), inner),
        ),
    )  # fmt: skip


def question_blocks(question: model.Question, margin: Margin, desk: Desk) -> document.Blocks:
    """Return a question with its right answer; what each option deserves to hear only in full."""
    told = question if margin.in_full else rewrite(question, Option, lambda option: replace(option, feedback=()))
    at = question_desk(question, desk)
    answer = answer_block(told, 1, desk)
    return (
        *(_strong(block) for block in prose_blocks(question.prompt, at)),
        *(led_blocks(label_runs(Word.ANSWER, desk), answer.blocks) if answer else ()),
        *_led(Word.GUIDANCE, prose_blocks(question.guidance, desk), desk),
    )


def _strong(block: document.Block) -> document.Block:
    if not isinstance(block, document.Paragraph):
        return block
    return replace(block, text=tuple(replace(run, strong=True) for run in block.text))


def _case(case: model.Case, margin: Margin, desk: Desk) -> document.Box:
    heading, inner = _heading(case.title, desk)
    answer = prose_blocks(case.answer, inner)
    return document.Box(
        kind="case", id="", label=word_runs(Word.CASE, desk.voice), heading=heading, facts=(),
        blocks=(*told_blocks(case.children, margin, inner), *_labelled(Word.MODEL_ANSWER, answer, inner)),
    )  # fmt: skip


def _inject(inject: model.Inject, margin: Margin, desk: Desk) -> document.Box:
    heading, inner = _heading(inject.title, desk)
    time = minutes_runs(inject.minutes, desk.voice) if inject.minutes is not None else ()
    label = join_runs([word_runs(Word.INJECT, desk.voice), time], " · ", desk.voice)
    return document.Box(
        kind="inject", id="", label=label, heading=heading, facts=(), blocks=told_blocks(inject.children, margin, inner)
    )


def _card(card: model.Card, margin: Margin, desk: Desk) -> document.Blocks:
    """Return a role; what only its player may know stands in the cards, and here in full."""
    name = text_runs(card.role or card.title, desk) or plain_runs(card.id or "", desk.voice)
    label = merge_runs((*label_runs(Word.ROLE, desk), *name))
    if not margin.in_full:
        return (document.Paragraph(text=label),)
    blocks = told_blocks(card.children, margin, desk)
    return (document.Box(kind="card", id="", label=label, heading=None, facts=(), blocks=blocks),)


def _diagram(diagram: model.Diagram, desk: Desk) -> document.Blocks:
    title = text_runs(diagram.title, desk)
    label: document.Blocks = (document.Paragraph(text=title, tone="label"),) if title else ()
    if isinstance(diagram.body, prose.Table):
        return (*label, *prose_block(diagram.body, desk), *prose_blocks(diagram.children, desk))
    items = tuple(item_blocks(item, desk) for item in diagram.body.items)
    points = document.List(ordered=diagram.body.ordered or diagram.kind == "process", items=items)
    return (*label, points, *prose_blocks(diagram.children, desk))


def _heading(title: Phrase | None, desk: Desk) -> tuple[document.Heading | None, Desk]:
    text = text_runs(title, desk)
    if not text:
        return None, desk
    level = min(desk.level + 1, 6)
    return document.Heading(level=level, id="", text=text, listed=False), desk.below(level)


def _labelled(word: Word, blocks: document.Blocks, desk: Desk) -> document.Blocks:
    return (document.Paragraph(text=word_runs(word, desk.voice), tone="label"), *blocks) if blocks else ()


def _led(word: Word, blocks: document.Blocks, desk: Desk) -> document.Blocks:
    return led_blocks(label_runs(word, desk), blocks) if blocks else ()
