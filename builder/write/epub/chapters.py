"""A paper's blocks, divided into the files of a book: what stands before the first lesson, then lesson by lesson."""

from collections.abc import Iterator
from dataclasses import replace

from builder.content.walk import rewrite
from builder.output import document as d
from builder.records import dataclass

_CHAPTER = 2
"""The level of the headings that begin a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One file of a book."""

    file: str
    heading: d.Heading | None
    """The one that it begins with, as the whole paper has it; None for what stands before all of them."""
    blocks: d.Blocks
    """Its headings begin at level 1, as those of every file do."""


def divide(blocks: d.Blocks) -> tuple[Chapter, ...]:
    """Return the files in order, the title's first; breaks of pages and the list of contents are the book's own."""
    return tuple(_chapters(blocks))


def _chapters(blocks: d.Blocks) -> Iterator[Chapter]:
    heading: d.Heading | None = None
    held: list[d.Block] = []
    number = 0
    for block in blocks:
        if isinstance(block, d.Heading) and block.level == _CHAPTER:
            yield _chapter(number, heading, held)
            number, heading, held = number + 1, block, []
        if not isinstance(block, d.PageBreak | d.Contents):
            held.append(block)
    yield _chapter(number, heading, held)


def _chapter(number: int, heading: d.Heading | None, blocks: list[d.Block]) -> Chapter:
    raised = tuple(blocks)
    if heading is not None:
        raised = rewrite(raised, d.Heading, lambda one: replace(one, level=one.level - 1))
    file = f"chapter-{number:02}.xhtml" if number else "title.xhtml"
    return Chapter(file=file, heading=heading, blocks=raised)
