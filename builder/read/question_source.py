"""What a question is read from, and the list in it that holds its options, pairs or steps."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from builder.content.phrase import Kind
from builder.content.prose import Blocks
from builder.diagnostics import Code
from builder.markdown.blocks import Block
from builder.markdown.raw import RawText, read_raw
from builder.read.attributes import Attributes, split_attributes
from builder.read.fields import Fields
from builder.read.prose import read_prose
from builder.read.scope import Scope
from builder.read.warnings import warn_of_lazy_lines
from builder.records import dataclass
from builder.source import Span

_BOX = re.compile(r"\[[ xX]?\](?=\s|$)")


@dataclass(frozen=True, slots=True)
class QuestionSource:
    """The attributes, blocks and fields of one question."""

    line: int
    end_line: int
    id: str | None
    attributes: Attributes
    body: tuple[Block, ...]
    fields: Fields
    scope: Scope

    @property
    def span(self) -> Span:
        """The lines of the whole question."""
        return self.scope.span(self.line, self.end_line)

    def place(self, identifier: str | None, gap: str | None = None) -> str:
        """Return the place of an option, pair or step: ``question.option``, ``question.gap.option``."""
        if self.id is None:
            return self.scope.place
        return ".".join(part for part in (self.id, gap, identifier) if part)

    def prompt(self, blocks: Sequence[Block] | None = None) -> Blocks:
        """Return the prose of blocks, or of the whole body."""
        return read_prose(self.body if blocks is None else blocks, self.scope)

    def incomplete(self, message: str, line: int, hint: str) -> None:
        """Report that the question lacks something."""
        self.scope.report(Code.QUESTION_INCOMPLETE, message, line, hint=hint)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a question's list."""

    line: int
    end_line: int
    raw: RawText
    """Its text without attributes."""
    attributes: Attributes
    quotes: tuple[Block, ...]
    """Feedback: quotations in the item or directly under the list."""

    def feedback(self, scope: Scope, place: str) -> Blocks:
        """Return the prose of the quotations."""
        inner = replace(scope, paragraph=Kind.FEEDBACK, item=Kind.FEEDBACK, place=place, gaps=False)
        return tuple(block for quote in self.quotes for block in read_prose(quote.children, inner))


def has_boxes(block: Block) -> bool:
    """Return whether a block is a list with a box on any item."""
    return block.kind == "list" and any(_BOX.match(_text(item)) is not None for item in block.children)


def split_list(
    source: QuestionSource,
    blocks: Sequence[Block],
    is_list: Callable[[Block], bool],
    *,
    owner: str,
    keys: Sequence[str] = (),
    quotes: bool = False,
) -> tuple[tuple[Block, ...], tuple[Entry, ...]]:
    """Return the blocks of the prompt, and the items of the first list that fits.

    In a question a quotation belongs to the option above it, so a list that quotations cut is still one list.
    What else stands behind the list is reported, and kept in the prompt.
    """
    first = next((index for index, block in enumerate(blocks) if is_list(block)), len(blocks))
    prompt, items, stray = list(blocks[:first]), list[tuple[Block, list[Block]]](), list[Block]()
    for block in blocks[first:]:
        if is_list(block) and (not items or quotes):
            items.extend((item, []) for item in block.children)
        elif quotes and block.kind == "quote" and not stray:
            items[-1][1].append(block)
        else:
            stray.append(block)
    entries = [_entry(source, item, under, stray, owner=owner, keys=keys, quotes=quotes) for item, under in items]
    for block in stray:
        hint = "put it before the list, or into a field such as explain:"
        source.scope.report(Code.BLOCK_MISPLACED, f"this stands behind {owner}", block.line, hint=hint)
    return (*prompt, *stray), tuple(entries)


def _entry(
    source: QuestionSource,
    item: Block,
    under: Sequence[Block],
    stray: list[Block],
    *,
    owner: str,
    keys: Sequence[str],
    quotes: bool,
) -> Entry:
    text, children = read_raw("", line=item.line), item.children
    if children and children[0].kind == "paragraph":
        warn_of_lazy_lines(children[0], source.scope)
        text, children = read_raw(children[0].text, line=children[0].line), children[1:]
    feedback = [child for child in children if quotes and child.kind == "quote"]
    stray.extend(child for child in children if child not in feedback)
    raw, attributes = split_attributes(text, source.scope, owner=owner, keys=keys)
    quotations = (*feedback, *under)
    end_line = max((quotation.end_line for quotation in under), default=item.end_line)
    return Entry(item.line, end_line, raw, attributes, quotations)


def _text(item: Block) -> str:
    return item.children[0].text if item.children and item.children[0].kind == "paragraph" else ""
