"""Parts where only prose can stand: fields, prompts, diagrams; containers there are refused and read as text."""

from collections.abc import Iterable
from dataclasses import replace

from builder.content.prose import Blocks
from builder.diagnostics import Code
from builder.markdown.blocks import Block, parse_blocks
from builder.markdown.raw import RawText, read_raw
from builder.read.prose import read_prose
from builder.read.scope import Scope
from builder.read.structure import AttributeLine, BreakLine, Container, FieldRun, HeadingLine, Part, TextRun


def read_prose_parts(parts: Iterable[Part], scope: Scope, *, owner: str) -> Blocks:
    """Return the prose of parts; ``owner`` is what they stand in, for messages."""
    return read_prose(part_blocks(parts, scope, owner=owner), scope)


def part_blocks(parts: Iterable[Part], scope: Scope, *, owner: str) -> list[Block]:
    """Return the Markdown blocks of parts."""
    blocks: list[Block] = []
    for part in parts:
        match part:
            case TextRun():
                blocks.extend(parse_blocks("\n".join(part.lines), line=part.line))
            case HeadingLine():
                line = part.line
                blocks.append(Block(kind="heading", line=line, end_line=line, text=part.text, level=part.level))
            case AttributeLine():
                _attach(part, blocks, scope)
            case Container():
                message = f"::: {part.name} stands in {owner}"
                scope.report(
                    Code.CONTAINER_MISPLACED, message, part.line, hint="close it first; only text can stand there"
                )
                blocks.extend(part_blocks(part.children, scope, owner=owner))
                for field in part.fields:
                    blocks.extend(part_blocks(field.children, scope, owner=owner))
            case BreakLine():
                raise AssertionError("slide breaks divide slides and stand in nothing")
    return blocks


def field_text(field: FieldRun, scope: Scope) -> RawText:
    """Return the one text of a field that holds no blocks, such as an answer; more than that is reported."""
    runs = [part for part in field.children if isinstance(part, TextRun)]
    lines = "\n".join(runs[0].lines).strip("\n").split("\n") if runs else [""]
    text = lines[: lines.index("")] if "" in lines else lines
    for part in field.children:
        if part is not (runs[0] if runs else None) or len(text) < len(lines):
            message = f"`{field.name}` holds more than one line of text"
            scope.report(Code.ANSWER_MALFORMED, message, part.line, hint="an answer is one short text")
            break
    return read_raw("\n".join(text), line=runs[0].line if runs else field.line)


def _attach(part: AttributeLine, blocks: list[Block], scope: Scope) -> None:
    if blocks and blocks[-1].kind == "table" and not blocks[-1].info:
        blocks[-1] = replace(blocks[-1], info=part.inside, end_line=part.line)
        return
    message = f"these attributes belong to nothing: {{{part.inside}}}"
    hint = "on a line of their own they belong to the table above: {chart=bar}"
    scope.report(Code.ATTRIBUTES_MALFORMED, message, part.line, hint=hint)
