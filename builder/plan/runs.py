"""A phrase → runs: variables filled, citations set, names marked, quotation marks of the language."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from builder.content.inlines import (
    Citation,
    CodeSpan,
    Emphasis,
    Foreign,
    Gap,
    Inline,
    LessonReference,
    LineBreak,
    Link,
    NameMark,
    Strong,
    TermReference,
    Text,
    Variable,
)
from builder.content.phrase import Phrase
from builder.languages.states import State
from builder.languages.table import Language, find_language
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.text import Run, Runs, merge_runs
from builder.plan.citations import citation_text
from builder.plan.quotes import set_quotes
from builder.records import dataclass

GAP = "____"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whom an output speaks to, and in which edition."""

    edition: Edition
    trainer: bool
    """Whether the file is for the trainer: stale text is marked there."""


def phrase_runs(phrase: Phrase | None, voice: Voice, *, strong: bool = False) -> Runs:
    """Return the runs of a phrase, with a visible mark before text that is missing or stale; none for no phrase."""
    if phrase is None or not phrase.inlines:
        return ()
    look = Run(text="", language=phrase.language, state=phrase.state, strong=strong)
    runs = merge_runs(_runs(phrase.inlines, look, voice))
    return merge_runs((*_state_mark(phrase, voice, look), *set_quotes(runs, _language_of(phrase, voice))))


def _language_of(phrase: Phrase, voice: Voice) -> Language:
    """Text that stands in for a missing translation keeps the quotation marks of its own language."""
    return find_language(phrase.language) or voice.edition.language


def word_runs(word: Word, voice: Voice, *, strong: bool = False, **values: object) -> Runs:
    """Return one of our own words in the edition's language, its places filled."""
    text = voice.edition.interface[word]
    return (Run(text=text.text.format(**values), language=text.language, state=text.state, strong=strong),)


def plain_runs(text: str, voice: Voice, *, strong: bool = False) -> Runs:
    """Return text that needs no review (numbers, ids, letters) in the edition's language."""
    return (Run(text=text, language=voice.edition.language.tag, strong=strong),) if text else ()


def join_runs(parts: Iterable[Runs], separator: str, voice: Voice) -> Runs:
    """Return the non-empty parts with a separator between them."""
    joined: list[Run] = []
    for part in parts:
        if part and joined:
            joined.extend(plain_runs(separator, voice))
        joined.extend(part)
    return merge_runs(joined)


def _state_mark(phrase: Phrase, voice: Voice, look: Run) -> Runs:
    """Text in the wrong language, or out of date, says so in the text itself: not by colour, not in silence."""
    if phrase.state is State.MISSING and phrase.language != voice.edition.language.tag:
        return (replace(look, text=f"[{phrase.language}] "),)
    if phrase.state is State.STALE and voice.trainer:
        word = voice.edition.interface[Word.OUTDATED]
        return (replace(look, text=f"[{word.text}] ", language=word.language),)
    return ()


def _runs(inlines: Iterable[Inline], look: Run, voice: Voice) -> Iterable[Run]:
    for inline in inlines:
        yield from _inline_runs(inline, look, voice)


def _inline_runs(inline: Inline, look: Run, voice: Voice) -> Iterable[Run]:  # noqa: C901, PLR0912
    match inline:
        case Text(value=value):
            return (_with(look, value),)
        case LineBreak():
            return (replace(look, text="\n"),)
        case CodeSpan(value=value):
            return (replace(look, text=value, code=True),)
        case Emphasis(children=children):
            return _runs(children, replace(look, emphasis=True), voice)
        case Strong(children=children):
            return _runs(children, replace(look, strong=True), voice)
        case Link(target=target, children=children):
            return _runs(children, replace(look, link=target), voice)
        case LessonReference(children=children) | TermReference(children=children):
            return _runs(children, look, voice)
        case Foreign(language=language, children=children):
            return _runs(children, replace(look, language=language), voice)
        case Citation():
            text, state = citation_text(inline, voice.edition)
            return (replace(look, text=text, state=state),)
        case Variable(name=name):
            return _variable_runs(name, look, voice)
        case Gap(id=id):
            return (replace(look, text=GAP, gap=id),)
        case NameMark():
            return _mark_runs(look, voice)
        case _:
            assert_never(inline)


def _with(look: Run, text: str) -> Run:
    # The one copy that every word of a course goes through; `dataclasses.replace` takes four times as long.
    return Run(
        text=text, language=look.language, state=look.state, strong=look.strong, emphasis=look.emphasis,
        code=look.code, mark=look.mark, link=look.link, gap=look.gap,
    )  # fmt: skip


def _variable_runs(name: str, look: Run, voice: Voice) -> Iterable[Run]:
    value = dict(voice.edition.course.variables).get(name)
    if value is None:
        return (replace(look, text="{{ " + name + " }}"),)
    inside = replace(look, language=value.language, state=value.state)
    return _runs(value.inlines, inside, voice)


def _mark_runs(look: Run, voice: Voice) -> Iterable[Run]:
    mark = voice.edition.publisher.mark
    if mark is None or mark.policy == "off":
        return ()
    return (replace(look, text=mark.symbol, mark=True, state=State.REVIEWED),)
