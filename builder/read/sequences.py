"""Lists without boxes: pairs to match, steps to order, statements to rate."""

import re

from builder.content.interactions import Likert, LikertScale, Match, Order, OrderItem, Pair
from builder.content.phrase import Kind
from builder.content.prose import Blocks
from builder.diagnostics import Code
from builder.markdown.blocks import Block
from builder.read.directives import direct
from builder.read.question_source import Entry, QuestionSource, split_list
from builder.read.text import raw_phrase
from builder.read.values import SCALES, one_of

_ARROW = re.compile(r"(?:^|(?<=\s))=>(?=\s|$)")
_BOX = re.compile(r"\[[ xX]\]\s")


def read_match(source: QuestionSource) -> tuple[Blocks, Match]:
    """Return the prompt and the pairs of a question: ``- left => right {#id}``."""
    prompt, entries = split_list(source, source.body, _is_list, owner="a pair")
    pairs = tuple(_pair(source, entry) for entry in entries)
    if len(pairs) < 2 or all(pair.left is None for pair in pairs):
        hint = "write a pair, and another pair or a distractor: - left => right, - => right"
        source.incomplete("there is too little to match", source.line, hint)
    return source.prompt(prompt), Match(span=source.span, pairs=pairs)


def read_order(source: QuestionSource) -> tuple[Blocks, Order]:
    """Return the prompt and the steps of a question, in the right order: ``1. text {#id}``."""
    prompt, entries = split_list(source, source.body, _is_numbered, owner="a step")
    if len(entries) < 2:
        hint = "write two or more in the right order: 1. first, 2. second"
        source.incomplete("there are fewer than two steps to put in order", source.line, hint)
    return source.prompt(prompt), Order(span=source.span, items=tuple(_item(source, entry) for entry in entries))


def read_likert(source: QuestionSource) -> tuple[Blocks, Likert]:
    """Return the prompt, the scale, and the statements where there are several."""
    prompt, entries = split_list(source, source.body, _is_list, owner="a statement")
    scale: LikertScale = one_of(source.attributes.choice("scale", SCALES), SCALES) or SCALES[0]
    if source.attributes.text("scale") is None:
        hint = f"write one: {{scale={' | '.join(SCALES)}}}"
        source.scope.report(Code.ATTRIBUTE_MISSING, "this likert question has no scale", source.line, hint=hint)
    statements = tuple(_item(source, entry) for entry in entries)
    return source.prompt(prompt), Likert(span=source.span, scale=scale, statements=statements)


def _is_list(block: Block) -> bool:
    return block.kind == "list"


def _is_numbered(block: Block) -> bool:
    return block.kind == "list" and block.ordered


def _item(source: QuestionSource, entry: Entry) -> OrderItem:
    if not entry.raw.message:
        source.incomplete("this item is empty", entry.line, "write its text behind the mark")
    _warn_of_box(source, entry)
    item = OrderItem(
        span=source.scope.span(entry.line, entry.end_line),
        id=entry.attributes.id or "",
        text=raw_phrase(entry.raw, Kind.OPTION, source.scope, place=source.place(entry.attributes.id)),
    )
    return direct(item, source.scope.directives.get(entry.line))


def _pair(source: QuestionSource, entry: Entry) -> Pair:
    raw, scope = entry.raw, source.scope
    arrows = list(_ARROW.finditer(raw.message))
    _warn_of_box(source, entry)
    if len(arrows) != 1:
        what = "no =>" if not arrows else "more than one =>"
        source.incomplete(f"this pair has {what}", entry.line, "write - left => right, or - => right for a distractor")
    start, end = arrows[0].span() if arrows else (0, 0)
    left, right = raw.part(0, start), raw.part(end, len(raw.message))
    if not right.message:
        source.incomplete("this pair has no right side", entry.line, "write it behind the =>")
    place = source.place(entry.attributes.id)
    pair = Pair(
        span=scope.span(entry.line, entry.end_line),
        id=entry.attributes.id or "",
        left=raw_phrase(left, Kind.LEFT, scope, place=place) if left.message else None,
        right=raw_phrase(right, Kind.RIGHT, scope, place=place),
    )
    return direct(pair, scope.directives.get(entry.line))


def _warn_of_box(source: QuestionSource, entry: Entry) -> None:
    if _BOX.match(entry.raw.message) is not None:
        hint = "boxes belong to type=single, multiple and hotspot"
        source.scope.report(Code.LOOKS_LIKE, "this looks like an option with a box", entry.line, hint=hint)
