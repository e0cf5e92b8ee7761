"""What of a lesson participants may read: the one place that keeps a trainer's secrets."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from builder.content.prose import (
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    List,
    Paragraph,
    Quotation,
    Table,
)
from builder.model.blocks import (
    Activity,
    Callout,
    Card,
    Case,
    Column,
    Columns,
    Diagram,
    Inject,
    Only,
    Question,
    TeachingBlock,
    TeachingBlocks,
)
from builder.model.lesson import Lesson, Slide, Step


def participant_view(lesson: Lesson) -> Lesson:
    """Return the lesson as reading for participants.

    Gone are notes, what is for the trainer or for the slide alone, role cards, questions of tests and the model answers
    of cases; what is for the handout stands where it stood. Guidance for an essay stays: who practises alone marks it
    by that.
    """
    return replace(lesson, steps=tuple(_step(step) for step in lesson.steps))


def participant_blocks(blocks: Iterable[TeachingBlock]) -> TeachingBlocks:
    """Return blocks of a lesson as participants may read them."""
    return _visible(blocks)


def _step(step: Step) -> Step:
    return replace(step, slides=tuple(_slide(slide) for slide in step.slides))


def _slide(slide: Slide) -> Slide:
    return replace(slide, children=_visible(slide.children))


def _visible(blocks: Iterable[TeachingBlock]) -> TeachingBlocks:
    return tuple(shown for block in blocks for shown in _block(block))


def _block(block: TeachingBlock) -> TeachingBlocks:
    match block:
        case Paragraph() | Heading() | List() | Table() | Figure() | Quotation() | DefinitionList() | CodeBlock():
            return (block,)
        case Diagram():
            return (block,)
        case Only(place=place, children=children):
            return _visible(children) if place == "handout" else ()
        case Card():
            return ()
        case Question(use=use):
            return (block,) if use == "practice" else ()
        case Case(children=children):
            return (replace(block, children=_visible(children), answer=()),)
        case Callout(children=children) | Activity(children=children) | Inject(children=children):
            return (replace(block, children=_visible(children)),)
        case Columns(columns=columns):
            return _columns(block, columns)
        case _:
            assert_never(block)


def _columns(block: Columns, columns: Iterable[Column]) -> TeachingBlocks:
    shown = tuple(replace(column, children=_visible(column.children)) for column in columns)
    filled = tuple(column for column in shown if column.children)
    return (replace(block, columns=filled),) if filled else ()
