"""Blocks of a lesson, as participants see them → blocks of a handout."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from builder.content.phrase import Phrase
from builder.content.prose import (
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Table,
)
from builder.languages.words import Word
from builder.model import blocks as model
from builder.output import document
from builder.output.text import Runs
from builder.plan.callouts import CALLOUTS
from builder.plan.desk import Desk, text_runs
from builder.plan.measures import grouping_runs, minutes_runs
from builder.plan.prose import item_blocks, prose_block, prose_blocks
from builder.plan.questions import question_block
from builder.plan.runs import join_runs, word_runs


def handout_blocks(blocks: Iterable[model.TeachingBlock], desk: Desk) -> document.Blocks:
    """Return what a handout shows of blocks that `participant_view` has cleared, in source order.

    Questions on their own stand at the end of their lesson; those of a case stand in the case.
    """
    return tuple(shown for block in blocks for shown in _block(block, desk))


def _block(block: model.TeachingBlock, desk: Desk) -> document.Blocks:
    match block:
        case Paragraph() | Heading() | List() | Table() | Figure() | Quotation() | DefinitionList() | CodeBlock():
            return prose_block(block, desk)
        case model.Callout():
            return (_callout(block, desk),)
        case model.Columns(columns=columns):
            return (document.Columns(columns=tuple(handout_blocks(column.children, desk) for column in columns)),)
        case model.Diagram():
            return _diagram(block, desk)
        case model.Activity():
            return (_activity(block, desk),)
        case model.Case():
            return (_case(block, desk),)
        case model.Inject():
            return (_inject(block, desk),)
        case model.Question():
            return (question_block(block, desk),) if desk.asking else ()
        case model.Only() | model.Card():
            return ()
        case _:
            assert_never(block)


def _callout(callout: model.Callout, desk: Desk) -> document.Callout:
    return document.Callout(
        kind=callout.kind,
        id=desk.anchor(callout.id),
        label=word_runs(CALLOUTS[callout.kind], desk.voice),
        title=text_runs(callout.title, desk),
        blocks=handout_blocks(callout.children, desk),
    )


def _activity(activity: model.Activity, desk: Desk) -> document.Box:
    heading, inner = _box_heading(activity.title, desk)
    grouping = grouping_runs(activity.grouping, activity.size, desk.voice)
    fact = document.Fact(label=word_runs(Word.WORK_IN, desk.voice), value=grouping)
    return document.Box(
        kind="activity",
        id=desk.anchor(activity.id),
        label=_timed(Word.ACTIVITY, activity.minutes, desk),
        heading=heading,
        facts=(fact,) if grouping else (),
        blocks=(
            *handout_blocks(activity.children, inner),
            *_labelled(Word.OUTPUT, prose_blocks(activity.output, inner), inner),
            *_labelled(Word.DEBRIEF, prose_blocks(activity.debrief, inner), inner),
        ),
    )


def _case(case: model.Case, desk: Desk) -> document.Box:
    heading, inner = _box_heading(case.title, desk)
    return document.Box(
        kind="case",
        id=desk.anchor(case.id),
        label=word_runs(Word.CASE, desk.voice),
        heading=heading,
        facts=(),
        blocks=handout_blocks(case.children, replace(inner, asking=True)),
    )


def _inject(inject: model.Inject, desk: Desk) -> document.Box:
    heading, inner = _box_heading(inject.title, desk)
    return document.Box(
        kind="inject",
        id="",
        label=_timed(Word.INJECT, inject.minutes, desk),
        heading=heading,
        facts=(),
        blocks=handout_blocks(inject.children, replace(inner, asking=True)),
    )


def _diagram(diagram: model.Diagram, desk: Desk) -> document.Blocks:
    """Return numbered steps for a process, columns for sides with points, the rest as written."""
    title = text_runs(diagram.title, desk)
    label: document.Blocks = (document.Paragraph(text=title, tone="label"),) if title else ()
    return (*label, *_diagram_body(diagram, desk), *prose_blocks(diagram.children, desk))


def _diagram_body(diagram: model.Diagram, desk: Desk) -> document.Blocks:
    body = diagram.body
    if isinstance(body, Table):
        return prose_block(body, desk)
    items = tuple(item_blocks(item, desk) for item in body.items)
    if diagram.kind == "compare" and all(item.text and item.children for item in body.items):
        return (document.Columns(columns=tuple(_side(item, desk) for item in body.items)),)
    ordered = body.ordered or diagram.kind == "process"
    return (document.List(ordered=ordered, items=items, start=body.start if body.ordered else 1),)


def _side(item: ListItem, desk: Desk) -> document.Blocks:
    return (document.Paragraph(text=text_runs(item.text, desk), tone="label"), *prose_blocks(item.children, desk))


def _box_heading(title: Phrase | None, desk: Desk) -> tuple[document.Heading | None, Desk]:
    """Return the heading of a box, if it has a title, and the desk inside the box."""
    text = text_runs(title, desk)
    if not text:
        return None, desk
    level = min(desk.level + 1, 6)
    return document.Heading(level=level, id="", text=text, listed=False), desk.below(level)


def _labelled(word: Word, blocks: document.Blocks, desk: Desk) -> document.Blocks:
    return (document.Paragraph(text=word_runs(word, desk.voice), tone="label"), *blocks) if blocks else ()


def _timed(word: Word, minutes: int | None, desk: Desk) -> Runs:
    time = minutes_runs(minutes, desk.voice) if minutes is not None else ()
    return join_runs([word_runs(word, desk.voice), time], " · ", desk.voice)
