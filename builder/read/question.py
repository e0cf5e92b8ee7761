"""Questions: prompt, interaction, feedback, scoring; one reader for each type."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from builder.content.interactions import ExtendedText, Interaction
from builder.content.phrase import Kind
from builder.content.prose import Blocks
from builder.diagnostics import Code
from builder.markdown.blocks import Block
from builder.model.blocks import Question, QuestionType
from builder.read.answers import read_answer
from builder.read.attributes import Attributes
from builder.read.choices import read_choice
from builder.read.cloze import read_cloze
from builder.read.fields import read_fields
from builder.read.hotspot import read_hotspot
from builder.read.parts import part_blocks
from builder.read.question_source import QuestionSource, has_boxes
from builder.read.scope import Scope
from builder.read.sequences import read_likert, read_match, read_order
from builder.read.structure import Container
from builder.read.values import QUESTION_TYPES, USES, one_of

_EXAMPLES = {"true-false": "true", "numeric": "12 ± 0.5", "text": "one word | another"}
_ANSWERED = tuple(_EXAMPLES)


def read_question(container: Container, attributes: Attributes, scope: Scope) -> Question:
    """Return the question of a container; ``scope`` has its id as the place."""
    body = tuple(part_blocks(container.children, scope, owner="a question"))
    kind = _type(body, container, attributes, scope)
    scope = replace(scope, paragraph=Kind.PROMPT, item=Kind.PROMPT, gaps=kind == "cloze")
    source = QuestionSource(
        line=container.line,
        end_line=container.end_line,
        id=attributes.id,
        attributes=attributes,
        body=body,
        fields=read_fields(container, scope),
        scope=scope,
    )
    _check_fit(source, kind)
    prompt, interaction = _interaction(source, kind)
    if not prompt:
        hint = "write what is asked under the ::: question line"
        scope.report(Code.QUESTION_INCOMPLETE, "this question asks nothing", container.line, hint=hint)
    return Question(
        span=scope.span(container.line, container.end_line),
        id=attributes.id or "",
        type=kind,
        prompt=prompt,
        interaction=interaction,
        points=attributes.whole("points") or 1,
        outcome=attributes.text("outcome"),
        use=one_of(attributes.choice("use", USES), USES) or "practice",
        shuffle=attributes.truth("shuffle") is not False,
        hint=source.fields.prose("hint", Kind.HINT),
        explanation=source.fields.prose("explain", Kind.EXPLANATION),
        guidance=source.fields.prose("guidance", Kind.GUIDANCE),
    )


def _type(body: Iterable[Block], container: Container, attributes: Attributes, scope: Scope) -> QuestionType:
    """Return the type of a question; where it is missing, the one its lists and fields look like."""
    kind = one_of(attributes.choice("type", QUESTION_TYPES), QUESTION_TYPES)
    if kind is not None:
        return kind
    if attributes.text("type") is None:
        hint = f"write one: {{type={' | '.join(QUESTION_TYPES)}}}"
        scope.report(Code.ATTRIBUTE_MISSING, "this question has no type", container.line, hint=hint)
    if any(has_boxes(block) for block in body):
        return "single"
    return "cloze" if any(field.gap for field in container.fields) else "essay"


def _check_fit(source: QuestionSource, kind: QuestionType) -> None:
    """Report fields and attributes that belong to another type of question."""
    answer = source.fields.named.get("answer")
    if answer is not None and kind not in _ANSWERED:
        hint = f"`answer:` belongs to {', '.join(_ANSWERED)}"
        source.scope.report(Code.FIELD_MISPLACED, f"a {kind} question has no `answer:`", answer.line, hint=hint)
    if answer is None and kind in _ANSWERED:
        hint = f"write `answer: {_EXAMPLES[kind]}`"
        source.scope.report(Code.FIELD_MISSING, f"this {kind} question has no `answer:`", source.line, hint=hint)
    for gap in source.fields.gaps if kind != "cloze" else ():
        message = f"a {kind} question has no gaps: [[{gap.name}]]:"
        source.scope.report(Code.FIELD_MISPLACED, message, gap.line, hint="gaps belong to type=cloze")
    for key, owner in (("scale", "likert"), ("lines", "essay"), ("unit", "numeric")):
        if source.attributes.text(key) is not None and kind != owner:
            message = f"`{key}` is no attribute of a {kind} question"
            source.scope.report(Code.ATTRIBUTE_UNKNOWN, message, source.line, hint=f"it belongs to type={owner}")


def _interaction(source: QuestionSource, kind: QuestionType) -> tuple[Blocks, Interaction]:
    match kind:
        case "single" | "multiple":
            return read_choice(source, multiple=kind == "multiple")
        case "true-false" | "numeric" | "text":
            return source.prompt(), read_answer(source, kind)
        case "match":
            return read_match(source)
        case "order":
            return read_order(source)
        case "cloze":
            return read_cloze(source)
        case "essay":
            return source.prompt(), ExtendedText(span=source.span, lines=source.attributes.whole("lines"))
        case "likert":
            return read_likert(source)
        case "hotspot":
            return read_hotspot(source)
        case _:
            assert_never(kind)
