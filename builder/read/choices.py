"""Options to choose from: ``- [x] text {#id}``, with feedback quoted under them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.content.interactions import Choice, Option
from builder.content.phrase import Kind
from builder.content.prose import Blocks
from builder.markdown.blocks import Block
from builder.read.directives import direct
from builder.read.question_source import Entry, QuestionSource, has_boxes, split_list
from builder.read.text import raw_phrase

_BOX = re.compile(r"\[([ xX])\](?:\s+|$)")


def read_choice(source: QuestionSource, *, multiple: bool) -> tuple[Blocks, Choice]:
    """Return the prompt and the options of a question."""
    prompt, entries = read_boxed(source, source.body, keys=("weight",))
    options = tuple(read_option(source, entry) for entry in entries)
    check_number(source, len(options), source.line)
    return source.prompt(prompt), Choice(span=source.span, multiple=multiple, options=options)


def read_boxed(
    source: QuestionSource, blocks: Sequence[Block], *, keys: Sequence[str]
) -> tuple[tuple[Block, ...], tuple[Entry, ...]]:
    """Return the blocks before a list with boxes, and its items."""
    return split_list(source, blocks, has_boxes, owner="an option", keys=keys, quotes=True)


def read_option(source: QuestionSource, entry: Entry, *, gap: str | None = None) -> Option:
    """Return one option."""
    scope = replace(source.scope, gaps=False)
    box = _BOX.match(entry.raw.message)
    if box is None:
        hint = "every option begins with - [ ] or, where it is right, with - [x]"
        source.incomplete("this option has no box", entry.line, hint)
    raw = entry.raw if box is None else entry.raw.part(box.end(), len(entry.raw.message))
    if not raw.message:
        source.incomplete("this option is empty", entry.line, "write its text behind the box")
    place = source.place(entry.attributes.id, gap)
    option = Option(
        span=scope.span(entry.line, entry.end_line),
        id=entry.attributes.id or "",
        text=raw_phrase(raw, Kind.OPTION, scope, place=place),
        correct=box is not None and box[1] != " ",
        weight=entry.attributes.percent("weight"),
        feedback=entry.feedback(scope, place),
    )
    return direct(option, scope.directives.get(entry.line))


def check_number(source: QuestionSource, count: int, line: int) -> None:
    """Report a choice between fewer than two options."""
    if count < 2:
        what = "no options" if count == 0 else "one option only"
        source.incomplete(
            f"there is {what} to choose from", line, "write two or more: - [ ] text, right ones - [x] text"
        )
