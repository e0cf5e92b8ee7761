"""Answers that are written: true or false, a number, accepted words."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal, assert_never

from builder.content.interactions import ExtendedText, Numeric, TextEntry, TrueFalse
from builder.content.phrase import Kind, Phrase
from builder.diagnostics import Code
from builder.markdown.raw import RawText, read_raw
from builder.read.directives import direct
from builder.read.parts import field_text
from builder.read.question_source import QuestionSource
from builder.read.scope import Scope
from builder.read.text import plain_phrase

_NUMBER = re.compile(r"([-−+]?[0-9]{1,15}(?:[.,][0-9]{1,15})?)(?:\s*±\s*([0-9]{1,15}(?:[.,][0-9]{1,15})?))?")
_AMBIGUOUS = re.compile(r"[-−+]?[1-9][0-9]{0,2},[0-9]{3}")


def read_answer(
    source: QuestionSource, kind: Literal["true-false", "numeric", "text"]
) -> TrueFalse | Numeric | TextEntry | ExtendedText:
    """Return what is right; an open answer where the field is missing or cannot be read, which is reported."""
    field = source.fields.named.get("answer")
    if field is None:
        return ExtendedText(span=source.span)
    raw = field_text(field, source.scope)
    match kind:
        case "true-false":
            return _truth(raw, source.scope)
        case "numeric":
            return _number(raw, source) or ExtendedText(span=source.span)
        case "text":
            accepted = parse_accepted(raw, source.scope, source.place(None))
            return direct(accepted, source.scope.directives.get(field.line))
        case _:
            assert_never(kind)


def _truth(raw: RawText, scope: Scope) -> TrueFalse:
    if raw.message not in ("true", "false"):
        _malformed(scope, raw, "is neither true nor false", "write `answer: true` or `answer: false`")
    return TrueFalse(span=scope.span(raw.line), answer=raw.message == "true")


def _number(raw: RawText, source: QuestionSource) -> Numeric | None:
    number = parse_number(raw, source.scope)
    if number is None:
        hint = 'write `12` or `12 ± 0.5`; a unit is an attribute of the question: {unit="minutes"}'
        _malformed(source.scope, raw, "is no number", hint)
        return None
    return replace(number, unit=_unit(source))


def _unit(source: QuestionSource) -> Phrase | None:
    written = source.attributes.text("unit")
    if written is None:
        return None
    raw = _accepted(read_raw(written, line=source.attributes.line), source.scope, "unit")
    return plain_phrase(raw, Kind.UNIT, source.scope)


def parse_number(raw: RawText, scope: Scope) -> Numeric | None:
    """Return a number, or None where the text is none."""
    found = _NUMBER.fullmatch(raw.message)
    if found is None:
        return None
    for written in found.groups():
        if written is not None and _AMBIGUOUS.fullmatch(written):
            whole, point = written.replace(",", ""), written.replace(",", ".")
            _malformed(scope, raw, "can be read in two ways", f"write {whole} or {point}")
    return Numeric(
        span=scope.span(raw.line, raw.end_line), value=_decimal(found[1]), tolerance=_decimal(found[2] or "0")
    )


def parse_accepted(raw: RawText, scope: Scope, place: str) -> TextEntry:
    """Return accepted words: one message ``a | b``."""
    text = _accepted(raw, scope, "answer")
    return TextEntry(
        span=scope.span(raw.line, raw.end_line), accepted=plain_phrase(text, Kind.ANSWER, scope, place=place)
    )


def _accepted(raw: RawText, scope: Scope, what: str) -> RawText:
    words = [word.strip() for word in raw.message.replace("\\|", "|").split("|")]
    if not all(words):
        _malformed(scope, raw, "holds an empty word", "write `one word | another`", what=what)
    return replace(raw, message=" | ".join(word for word in words if word))


def _malformed(scope: Scope, raw: RawText, why: str, hint: str, *, what: str = "answer") -> None:
    scope.report(Code.ANSWER_MALFORMED, f"the {what} “{raw.message[:60]}” {why}", raw.line, hint=hint)


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", ".").replace("−", "-"))
