"""A prompt with gaps: each ``[[id]]`` once in the prompt and once as a field."""

import re

from builder.content.inlines import Gap
from builder.content.interactions import Choice, Cloze, GapField
from builder.content.prose import Blocks
from builder.content.walk import walk
from builder.diagnostics import Code
from builder.read.answers import parse_accepted, parse_number
from builder.read.attributes import IDENTIFIER
from builder.read.choices import check_number, read_boxed, read_option
from builder.read.directives import direct
from builder.read.parts import field_text, part_blocks
from builder.read.question_source import QuestionSource
from builder.read.structure import FieldRun, TextRun

_BOX = re.compile(r"[-*+][ \t]+\[[ xX]\]")


def read_cloze(source: QuestionSource) -> tuple[Blocks, Cloze]:
    """Return the prompt and what fills its gaps."""
    prompt = source.prompt()
    fields = {field.name: field for field in source.fields.gaps}
    _check_gaps(source, list(walk(prompt, Gap)), fields)
    gaps = tuple(direct(_gap(source, field), source.scope.directives.get(field.line)) for field in fields.values())
    return prompt, Cloze(span=source.span, gaps=gaps)


def _check_gaps(source: QuestionSource, gaps: list[Gap], fields: dict[str, FieldRun]) -> None:
    scope, seen = source.scope, dict[str, int]()
    for gap in gaps:
        if gap.id in seen:
            message = f"[[{gap.id}]] stands twice in the prompt (first in line {seen[gap.id]})"
            scope.report(Code.GAP_REPEATED, message, gap.span.line, hint="give each gap an id of its own")
        elif gap.id not in fields:
            hint = f"write a field under the prompt: [[{gap.id}]]: the right words"
            scope.report(Code.GAP_UNDEFINED, f"[[{gap.id}]] has no field", gap.span.line, hint=hint)
        seen.setdefault(gap.id, gap.span.line)
    for name, field in fields.items():
        if IDENTIFIER.fullmatch(name) is None:
            hint = "a gap's id has lower-case letters, digits and -, and begins with a letter"
            scope.report(Code.GAP_UNDEFINED, f"[[{name}]] is no gap", field.line, hint=hint)
        elif name not in seen:
            hint = f"write [[{name}]] where the gap is, or take the field out"
            scope.report(Code.GAP_UNDEFINED, f"[[{name}]] is not in the prompt", field.line, hint=hint)
    if not gaps:
        source.incomplete("this cloze has no gaps", source.line, "write [[id]] into the prompt and [[id]]: under it")


def _gap(source: QuestionSource, field: FieldRun) -> GapField:
    scope = source.scope
    if any(isinstance(part, TextRun) and _BOX.match(part.lines[0]) for part in field.children):
        choice = _choice(source, field)
        return GapField(span=choice.span, id=field.name, interaction=choice)
    raw = field_text(field, scope)
    if not raw.message:
        hint = f"write [[{field.name}]]: the right words | others, a number, or a list with boxes"
        scope.report(Code.ANSWER_MALFORMED, f"nothing fills [[{field.name}]]", field.line, hint=hint)
    filled = parse_number(raw, scope) or parse_accepted(raw, scope, source.place(None, field.name))
    return GapField(span=scope.span(field.line, raw.end_line), id=field.name, interaction=filled)


def _choice(source: QuestionSource, field: FieldRun) -> Choice:
    blocks = part_blocks(field.children, source.scope, owner="a gap")
    others, entries = read_boxed(source, blocks, keys=("weight",))
    for block in others:
        if entries and block.line < entries[0].line:
            message = f"this stands before the options of [[{field.name}]]"
            source.scope.report(Code.BLOCK_MISPLACED, message, block.line, hint="put it into the prompt")
    options = tuple(read_option(source, entry, gap=field.name) for entry in entries)
    check_number(source, len(options), field.line)
    end_line = entries[-1].end_line if entries else field.line
    return Choice(span=source.scope.span(field.line, end_line), multiple=False, options=options)
