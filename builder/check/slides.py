"""What a slide shows: points are for the wall, prose is for reading."""

from collections.abc import Iterator
from typing import assert_never

from builder.content.index import Index
from builder.content.phrase import plain
from builder.content.prose import CodeBlock, DefinitionList, Figure, Heading, List, Paragraph, Quotation, Table
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import (
    Activity,
    Callout,
    Card,
    Case,
    Columns,
    Diagram,
    Inject,
    Only,
    Question,
    TeachingBlock,
)
from builder.model.lesson import Lesson, Slide, Step


def check_slides(lesson: Lesson, _content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each slide that would show its title and nothing else."""
    slides = [(slide, step) for step in lesson.steps for slide in step.slides]
    if not any(slide.children for slide, _ in slides):
        return
    for slide, step in slides:
        if not _opens_only(slide, step) and not any(is_for_wall(block) for block in slide.children):
            message = f"nothing of “{plain(slide.title or step.title)}” goes on the slide but its title"
            hint = "add a point (`- …`), a figure or a table; put text for the slide into `::: slide`"
            yield diagnose(Code.SLIDE_WITHOUT_POINT, message, slide.span, hint=hint)


def is_for_wall(block: TeachingBlock) -> bool:
    """Return whether a block gives the wall anything (DESIGN section 3); the rest is for reading, saying or doing.

    A question of a test is never shown; what only holds other blocks shows what they do.
    """
    match block:
        case List() | Table() | Figure() | Quotation() | DefinitionList() | CodeBlock() | Diagram():
            return True
        case Activity() | Case() | Inject():
            return True
        case Question(use=use):
            return use == "practice"
        case Only(place=place, children=children):
            return place == "slide" and bool(children)
        case Callout(kind=kind, children=children):
            return kind == "key" or any(map(is_for_wall, children))
        case Columns(columns=columns):
            return any(is_for_wall(child) for column in columns for child in column.children)
        case Paragraph() | Heading() | Card():
            return False
        case _:
            assert_never(block)


def _opens_only(slide: Slide, step: Step) -> bool:
    """Return whether a step's heading has nothing of its own before the next slide: it announces what follows."""
    return slide.opening and not slide.children and len(step.slides) > 1
