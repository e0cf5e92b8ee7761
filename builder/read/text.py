"""Raw inline Markdown → a phrase: parsed, placed, with what its comments say."""

from builder.content.inlines import Gap, Inlines, Text
from builder.content.phrase import Kind, Phrase
from builder.content.walk import walk
from builder.diagnostics import Code
from builder.markdown.inlines import parse_raw
from builder.markdown.raw import RawText, read_raw
from builder.read.directives import directed, read_directive
from builder.read.scope import Scope


def read_phrase(text: str, line: int, kind: Kind, scope: Scope, *, place: str | None = None) -> Phrase:
    """Return the phrase of a raw text that begins on ``line``."""
    return raw_phrase(read_raw(text, line=line), kind, scope, place=place)


def raw_phrase(raw: RawText, kind: Kind, scope: Scope, *, place: str | None = None) -> Phrase:
    """Return the phrase of a message."""
    inlines, findings = parse_raw(raw, path=scope.path)
    scope.findings.extend(findings)
    if not scope.gaps and "[[" in raw.message:
        _refuse_gaps(inlines, scope)
    return _phrase(raw, inlines, kind, scope, place)


def plain_phrase(raw: RawText, kind: Kind, scope: Scope, *, place: str | None = None) -> Phrase:
    """Return a phrase of plain text, in which no markup is read."""
    span = scope.span(raw.line, raw.end_line)
    inlines = (Text(span=span, value=raw.message),) if raw.message else ()
    return _phrase(raw, inlines, kind, scope, place)


def _phrase(raw: RawText, inlines: Inlines, kind: Kind, scope: Scope, place: str | None) -> Phrase:
    phrase = Phrase(
        span=scope.span(raw.line, raw.end_line),
        message=raw.message,
        inlines=inlines,
        kind=kind,
        place=scope.place if place is None else place,
        translatable=any(_has_letter(text.value) for text in walk(inlines, Text)),
        language=scope.language,
    )
    return directed(phrase, read_directive(raw.comments)) if raw.comments else phrase


def _has_letter(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _refuse_gaps(inlines: Inlines, scope: Scope) -> None:
    for gap in walk(inlines, Gap):
        hint = "gaps stand in the prompt of ::: question {type=cloze}"
        scope.report(Code.GAP_UNDEFINED, f"[[{gap.id}]] is no gap here", gap.span.line, hint=hint)
