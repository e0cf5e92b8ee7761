"""What a rule looks at: one English message, its translation, and the words of both without markup."""

import re
from collections.abc import Iterable

from builder.content.inlines import (
    Citation,
    Emphasis,
    Inlines,
    LessonReference,
    LineBreak,
    Link,
    NameMark,
    Strong,
    TermReference,
    Text,
)
from builder.content.phrase import Kind, Phrase
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.table import Language
from builder.localize.catalogue import Message
from builder.localize.scoring_marks import MARKED
from builder.localize.target_text import PLAIN, target_inlines
from builder.markdown.inlines import is_plain, parse_inlines
from builder.records import dataclass
from builder.source import Span

HOLE = "\ufffc"
"""Stands for what is no word of the text: code, a variable, a gap, words in a third language."""
_KINDS = {kind.value: kind for kind in Kind}
_NO_TERMS: frozenset[str] = frozenset()
_LOOSE = re.compile(r"[ \t]+(?=[.,;:!?…)]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One translated message of a catalogue."""

    message: Message
    kind: Kind
    english: str
    """The words of the English text."""
    text: str
    """The words of the translation."""
    terms: frozenset[str]
    """The glossary's ids that the English text links to."""
    markup: Diagnostics
    """What the translation lost or added besides words."""
    language: Language
    span: Span

    def finding(self, code: Code, problem: str, hint: str) -> Diagnostic:
        """Return a finding about the translation."""
        return diagnose(code, problem, self.span, hint=hint, language=self.language.tag)


def subject_of(message: Message, *, path: str, language: Language, kind: Kind | None = None) -> Subject:
    """Return what rules need to know of a translated message; its kind by default from its comment."""
    kind = kind or kind_of(message)
    span = Span.at(path, message.line or 1)
    text = message.msgstr[0]
    if kind in PLAIN or (kind not in MARKED and is_plain(message.msgid) and is_plain(text)):
        markup = _markup(message, kind, span, (Text(value=message.msgid, span=span),), None, language)
        english, terms = message.msgid, _NO_TERMS
    else:
        written, _ = parse_inlines(message.msgid, path=path, line=span.line)
        read = parse_inlines(text, path=path, line=span.line)
        markup = _markup(message, kind, span, written, read, language)
        english, text = words_of(written), words_of(read[0])
        terms = frozenset(reference.term for reference in walk(written, TermReference))
    return Subject(
        message=message, kind=kind, english=english, text=text, terms=terms, markup=markup, language=language,
        span=span,
    )  # fmt: skip


def _markup(
    message: Message,
    kind: Kind,
    span: Span,
    written: Inlines,
    read: tuple[Inlines, Diagnostics] | None,
    language: Language,
) -> Diagnostics:
    """Return what the translation lost or added; a counted text has forms, and is one of ours, without markup."""
    if message.msgid_plural is not None or (read is None and kind not in MARKED):
        return ()
    phrase = Phrase(message=message.msgid, inlines=written, kind=kind, place="", span=span)
    return target_inlines(phrase, message, path=span.path, language=language.tag, read=read)[1]


def kind_of(message: Message) -> Kind:
    """Return the first kind that the extracted comment names; a paragraph where it names none."""
    named = message.extracted[0].split(", ") if message.extracted else ()
    return next((_KINDS[name] for name in named if name in _KINDS), Kind.PARAGRAPH)


def words_of(inlines: Inlines) -> str:
    """Return the words of a text as one reads them, without emphasis, addresses and sources."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # as most are
        return inlines[0].value
    return _LOOSE.sub("", "".join(_words(inlines)))


def _words(inlines: Inlines) -> Iterable[str]:
    for inline in inlines:
        match inline:
            case Text(value=value):
                yield value
            case Emphasis(children=children) | Strong(children=children) | Link(children=children):
                yield from _words(children)
            case LessonReference(children=children) | TermReference(children=children):
                yield from _words(children)
            case LineBreak():
                yield "\n"
            case Citation() | NameMark():
                pass
            case _:
                yield HOLE
