"""What a translation that comes in has lost of its English text's markup, said of the sentence in which it was."""

from collections.abc import Iterator

from builder.content.inlines import Inlines, Strong, Text
from builder.content.walk import walk
from builder.diagnostics import Severity
from builder.localize.catalogue import Message
from builder.localize.exchange.unit import PLAIN_KINDS
from builder.localize.markup import compare_markup
from builder.localize.pieces import sentences_of
from builder.markdown.inlines import parse_inlines
from builder.source import Span

_SHOWN = 120


def damage(entry: Message, translation: str) -> tuple[str, ...]:
    """Return why a text cannot be taken, one sentence each; nothing where it can."""
    return () if _is_plain(entry) else tuple(dict.fromkeys(_damage(entry.msgid, translation)))


def changed_looks(entry: Message, translation: str) -> tuple[str, ...]:
    """Return what a text sets apart otherwise than the English does: it is taken, and a person should look at it."""
    if _is_plain(entry):
        return ()
    before, after = (parse_inlines(text, path="", line=1)[0] for text in (entry.msgid, translation))
    found = compare_markup(before, after, span=Span.at(""), language="en")
    return tuple(f"{one.message}{_bold(before)}" for one in found if one.severity is Severity.WARNING)


def _is_plain(entry: Message) -> bool:
    kinds = entry.extracted[0].split(", ") if entry.extracted else []
    return bool(kinds) and PLAIN_KINDS.issuperset(kinds)


def _damage(english: str, translation: str) -> Iterator[str]:
    before, _ = parse_inlines(english, path="", line=1)
    after, broken = parse_inlines(translation, path="", line=1)
    for finding in broken:
        if finding.severity is Severity.ERROR:
            yield f"{finding.message}{_bold(before)}"
    for finding in compare_markup(before, after, span=Span.at(""), language="en"):
        if finding.severity is Severity.ERROR:
            yield f"{finding.message}{_sentence(english, finding.message)}"


def _bold(before: Inlines) -> str:
    """Return which words the English text sets apart: one of its marks is often what was left open."""
    words = [text.value.strip() for strong in walk(before, Strong) for text in walk(strong.children, Text)]
    listed = ", ".join(f"“{word}”" for word in words if word)
    return f"; bold in English: {listed}" if listed else ""


def _sentence(english: str, message: str) -> str:
    """Return the English sentence that a finding speaks of, if the text has more than one."""
    sentences = sentences_of(" ".join(english.split()))
    names = [word.strip("().,;:") for word in message.split() if any(mark in word for mark in ":@[{`/")]
    for sentence in sentences if len(sentences) > 1 else ():
        if any(name and name.removeprefix("[@").rstrip("]") in sentence for name in names):
            short = sentence if len(sentence) <= _SHOWN else f"{sentence[: _SHOWN - 1]}…"
            return f"; in English it stands in “{short}”"
    return ""
