"""One translation as it stands in a catalogue → inline nodes, or what keeps it from being used."""

from dataclasses import replace
from typing import Any

from builder.content.inlines import Inlines, LessonReference, Text
from builder.content.phrase import Kind, Phrase
from builder.content.walk import rewrite, walk
from builder.diagnostics import Code, Diagnostics, Severity, diagnose
from builder.localize.catalogue import Message
from builder.localize.markup import compare_markup, fits_in_place
from builder.localize.scoring_marks import scoring_marks
from builder.markdown.inlines import parse_inlines
from builder.source import Span

SPELLINGS = frozenset({Kind.ANSWER, Kind.UNIT})
"""Kinds of messages ``a | b``."""
PLAIN = frozenset({Kind.ALTERNATIVE, Kind.LABEL, *SPELLINGS})
"""Kinds of texts that are shown as typed."""


def target_inlines(
    phrase: Phrase, message: Message, *, path: str, language: str, read: tuple[Inlines, Diagnostics] | None = None
) -> tuple[Inlines | None, Diagnostics]:
    """Return the translation of a phrase, parsed; None where it lost or broke markup, with the reasons.

    ``read`` is what `parse_inlines` made of the translation, where that is known already. A stale translation is not
    held against the source's markup of today: its translator is told once it is revised.
    """
    span = Span.at(path, message.line or 1)
    if marks := tuple(scoring_marks(phrase, message.msgstr[0], span, language)):
        return None, () if message.fuzzy else marks
    if phrase.kind in PLAIN:
        return _plain(phrase, message, span, language)
    parsed, found = read or parse_inlines(message.msgstr[0], path=path, line=span.line)
    if not parsed:
        return None, _empty(message, span, language)
    broken = tuple(
        diagnose(Code.TRANSLATION_MARKUP, finding.message, span, hint=finding.hint, language=language)
        for finding in found
        if finding.severity is Severity.ERROR
    )
    if not broken and _is_plain(phrase.inlines) and _is_plain(parsed):
        return parsed, ()
    source = _as_written(phrase)
    if message.fuzzy:
        fits = not broken and fits_in_place(source, parsed)
        return (_bound(parsed, source, phrase.inlines) if fits else None), ()
    compared = compare_markup(source, parsed, span=span, language=language)
    diagnostics = (*broken, *compared)
    if any(finding.severity is Severity.ERROR for finding in diagnostics):
        return None, diagnostics
    return _bound(parsed, source, phrase.inlines), diagnostics


def _plain(phrase: Phrase, message: Message, span: Span, language: str) -> tuple[Inlines | None, Diagnostics]:
    text = " ".join(message.msgstr[0].split())
    if not text:
        return None, _empty(message, span, language)
    if phrase.kind in SPELLINGS and not text.replace("|", "").strip():
        if message.fuzzy:
            return None, ()
        problem = "the translation accepts no answer at all"
        hint = "write the accepted answers with | between them, as in the source text"
        return None, (diagnose(Code.TRANSLATION_MARKUP, problem, span, hint=hint, language=language),)
    return (Text(value=text, span=span),), ()


def _empty(message: Message, span: Span, language: str) -> Diagnostics:
    """Return a finding for an entry of which nothing would be shown, unless it waits to be revised anyway."""
    hint = "write the text into msgstr (msgstr[0] of a counted entry); comments <!-- … --> are not shown"
    fault = diagnose(Code.TRANSLATION_MARKUP, "the translation says nothing", span, hint=hint, language=language)
    return () if message.fuzzy else (fault,)


def _is_plain(inlines: Inlines) -> bool:
    """Return whether there is no markup to compare, as in most texts."""
    return all(isinstance(inline, Text) for inline in inlines)


def _as_written(phrase: Phrase) -> Inlines:
    """Return the source's inlines before its references were bound: translators see and copy those."""
    if not any(walk(phrase.inlines, LessonReference)):
        return phrase.inlines
    return parse_inlines(phrase.message, path=phrase.span.path, line=phrase.span.line)[0]


def _bound(parsed: Inlines, written: Inlines, bound: Inlines) -> Inlines:
    """Return the translation with its references bound as those of the source are."""
    targets = {
        before.target: after.target
        for before, after in zip(walk(written, LessonReference), walk(bound, LessonReference), strict=False)
    }

    def bind(reference: Any) -> LessonReference:
        inside = rewrite(reference.children, LessonReference, bind)
        target: str = targets.get(reference.target, reference.target)
        result: LessonReference = replace(reference, target=target, children=inside)
        return result

    return rewrite(parsed, LessonReference, bind) if targets else parsed
