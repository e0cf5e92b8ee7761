"""A tree in the source language and a catalogue → the same tree in another language, each phrase with its state."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from builder.content.inlines import Text
from builder.content.phrase import Phrase
from builder.content.walk import rewrite, walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.states import State
from builder.localize.catalogue import Catalogue, Key, active_by_key
from builder.localize.extract import is_message, key_of
from builder.localize.ledger import Ledger, state_of, state_of_source
from builder.localize.paths import catalogue_of, catalogue_path, language_of, ledger_path
from builder.localize.target_text import target_inlines
from builder.localize.waivers import is_waived
from builder.source import Span

NodeT = TypeVar("NodeT")


def translate(
    node: NodeT,
    *,
    language: str,
    catalogue: Catalogue | None,
    ledger: Ledger,
    source_language: str,
    stale_from_source: Collection[str] = (),
) -> tuple[NodeT, Diagnostics]:
    """Return the tree with its phrases in the language, as far as the catalogue has them, and what is wrong with it.

    Only phrases change: no id, number, score or order can be touched by a translation. A phrase without a usable
    translation keeps the source's text and language, and says so in its state; so do stale ones of the kinds in
    ``stale_from_source``.
    """
    if language == source_language:
        return _with_states(node, language, ledger)
    path = catalogue.path if catalogue is not None else catalogue_path(language, catalogue_of(node))
    translator = _Translator(path, language, catalogue, ledger, source_language, stale_from_source)
    translated = rewrite(node, Phrase, translator.phrase)
    summary = _summary(translator.states, path, language, absent=catalogue is None, unfit=len(translator.unfit))
    return translated, (*translator.found, *summary)


class _Translator:
    """Translates phrase by phrase; equal ones are looked up once."""

    def __init__(
        self,
        path: str,
        language: str,
        catalogue: Catalogue | None,
        ledger: Ledger,
        source_language: str,
        stale_from_source: Collection[str],
    ) -> None:
        self.found: dict[Diagnostic, None] = {}
        self.states: dict[Key, State] = {}
        self.unfit: set[Key] = set()
        """Stale translations that name what the source no longer has; the source's text stands in for them."""
        self._path = path
        self._language = language
        self._source_language = source_language
        self._ledger = ledger
        self._stale_from_source = stale_from_source
        self._messages = active_by_key(catalogue)

    def phrase(self, phrase: Phrase) -> Phrase:
        """Return a phrase in the language."""
        if not is_message(phrase):
            language = self._source_language if _has_letters(phrase) else self._language
            return replace(phrase, language=language, state=State.REVIEWED)
        key = key_of(phrase)
        message = self._messages.get(key)
        state = self.states.get(key)
        if state is None:
            state = self.states[key] = state_of(message, self._ledger) if message is not None else State.MISSING
        given_up = state is State.STALE and phrase.kind.value in self._stale_from_source
        if message is None or state is State.MISSING or given_up:
            return self._missing(phrase)
        inlines, found = target_inlines(phrase, message, path=self._path, language=self._language)
        self.found.update((finding, None) for finding in found if not is_waived(message, finding.code))
        if inlines is None:
            if state is State.STALE:
                self.unfit.add(key)
            return self._missing(phrase)
        span = Span.at(self._path, message.line or 1)
        return replace(
            phrase, message=message.msgstr[0], inlines=inlines, language=self._language, state=state, span=span
        )

    def _missing(self, phrase: Phrase) -> Phrase:
        return replace(phrase, language=self._source_language, state=State.MISSING)


def _with_states(node: NodeT, language: str, ledger: Ledger) -> tuple[NodeT, Diagnostics]:
    states: dict[Key, State] = {}

    def change(phrase: Any) -> Phrase:
        state = State.REVIEWED
        if is_message(phrase):
            key = key_of(phrase)
            state = states[key] = state_of_source(*key, ledger)
        result: Phrase = replace(phrase, language=language, state=state)
        return result

    rewritten = rewrite(node, Phrase, change)
    return rewritten, tuple(_summary(states, ledger_path(language), language))


def _has_letters(phrase: Phrase) -> bool:
    """Return whether a phrase says anything in a language, beside numbers and what is looked up."""
    return any(any(map(str.isalpha, text.value)) for text in walk(phrase.inlines, Text))


def _summary(
    states: Mapping[Key, State], path: str, language: str, *, absent: bool = False, unfit: int = 0
) -> Iterator[Diagnostic]:
    """Yield one finding per catalogue and state: a list of every text would hide the other findings."""
    counts = Counter(states.values())
    total = len(states)
    span = Span.at(path)
    missing, stale = counts[State.MISSING], counts[State.STALE]
    unreviewed = counts[State.DRAFT] + counts[State.TRANSLATED]
    if missing:
        hint = f"run `course translate update {language_of(path) or language}`" + (
            "" if absent else ", then fill the empty msgstr lines"
        )
        message = f"{missing} of {total} texts are missing; the source's text stands in for them"
        yield diagnose(Code.TRANSLATION_MISSING, message, span, hint=hint, language=language)
    if stale:
        message = f"{stale} of {total} translations are of an earlier source text"
        message += f"; {unfit} of them no longer fit: the source's text stands in" if unfit else ""
        hint = "compare the lines `#| msgid` with msgid, revise msgstr, and take away the mark `fuzzy`"
        yield diagnose(Code.TRANSLATION_STALE, message, span, hint=hint, language=language)
    if unreviewed:
        message = f"{unreviewed} of {total} texts are not reviewed"
        hint = "files that hold them are marked as drafts until a reviewer has signed"
        yield diagnose(Code.TRANSLATION_UNREVIEWED, message, span, hint=hint, language=language)
