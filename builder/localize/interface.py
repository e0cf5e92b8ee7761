"""Our own words in a language: the shipped catalogue, and over it the one of the workspace."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import Formatter

from builder.content.phrase import Kind
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.interface import Interface, InterfaceText
from builder.languages.plurals import plural_count
from builder.languages.states import State
from builder.languages.table import find_language
from builder.languages.words import COUNTED, Word
from builder.localize.catalogue import Catalogue, Key, Message, active_by_key
from builder.localize.digest import message_digest
from builder.localize.ledger import Ledger
from builder.localize.paths import INTERFACE, catalogue_path, ledger_path
from builder.source import Span

ENGLISH = "en"
"""The language that our words are written in, whatever language a workspace has."""


def load_interface(
    language: str, *, shipped: Catalogue | None, override: Catalogue | None, ledger: Ledger
) -> tuple[Interface, Diagnostics]:
    """Return our words in a language, each with its state, and what is wrong with the catalogues.

    Shipped words that the workspace's ledger does not know are drafts: nobody there has read them.
    """
    texts: dict[Word, InterfaceText] = {}
    found: list[Diagnostic] = []
    if language == ENGLISH:
        texts.update((word, _text(word, english_message(word), language, ledger, State.DRAFT)) for word in Word)
    for catalogue, otherwise in ((shipped, State.DRAFT), (override, State.TRANSLATED)):
        if catalogue is not None:
            messages, problems = _messages(catalogue, language)
            found += problems
            for word, message in messages.items():
                texts[word] = _text(word, message, language, ledger, otherwise)
    found += _summary(texts, language, is_begun=override is not None)
    return Interface(language=language, texts=texts), tuple(found)


def english_message(word: Word) -> Message:
    """Return a word as a catalogue has it, its translation being itself."""
    singular = COUNTED.get(word)
    if singular is None:
        return Message(msgid=word.value, msgstr=(word.value,))
    return Message(msgid=singular, msgid_plural=word.value, msgstr=(singular, word.value))


def interface_template(
    language: str, *, shipped: Catalogue | None, own: Catalogue | None, notes: Mapping[Key, Sequence[str]]
) -> tuple[Message, ...]:
    """Return the words that a workspace translates itself: those that we do not ship, and those it has already.

    ``notes`` are what a translator is told of a word.
    """
    tongue = find_language(language)
    if language == ENGLISH or tongue is None:
        return ()
    usable = _messages(shipped, language)[0] if shipped is not None else {}
    kept = {key for key, message in active_by_key(own).items() if message.translated}
    empty = ("",) * plural_count(tongue)
    asked = ((word, english_message(word)) for word in Word)
    return tuple(
        replace(
            message, msgstr=empty if word in COUNTED else ("",),
            extracted=(Kind.LABEL.value, *notes.get(message.key, ())),
        )
        for word, message in asked
        if word not in usable or message.key in kept
    )  # fmt: skip


def _messages(catalogue: Catalogue, language: str) -> tuple[dict[Word, Message], Diagnostics]:
    """Return the usable entries of a catalogue by word: translated, not fuzzy, with the places of the English."""
    words = {english_message(word).key: word for word in Word}
    usable: dict[Word, Message] = {}
    problems: list[Diagnostic] = []
    for message in active_by_key(catalogue).values():
        word = words.get(message.key)
        span = Span.at(catalogue.path, message.line)
        if word is None:
            problems.append(_unknown(message, span, language))
        elif message.translated and not message.fuzzy:
            faults = tuple(_faults(message, word, span, language))
            problems += faults
            if not faults:
                usable[word] = message
    return usable, tuple(problems)


def _text(word: Word, message: Message, language: str, ledger: Ledger, otherwise: State) -> InterfaceText:
    state = ledger.states.get(message_digest(message), otherwise)
    plurals = message.msgstr if word in COUNTED else ()
    return InterfaceText(text=message.msgstr[-1], language=language, state=state, plurals=plurals)


def _faults(message: Message, word: Word, span: Span, language: str) -> Iterator[Diagnostic]:
    tongue = find_language(language)
    if word in COUNTED and tongue is not None and sum(map(bool, message.msgstr)) != plural_count(tongue):
        problem = f"“{message.msgid_plural}” needs {plural_count(tongue)} forms in {tongue.english}"
        hint = "write msgstr[0], msgstr[1] … as the line Plural-Forms of the header counts them"
        yield diagnose(Code.TRANSLATION_MARKUP, problem, span, hint=hint, language=language)
    wanted = places(word.value)
    for form in message.msgstr:
        if places(form) != wanted:
            listed = ", ".join("{" + name + "}" for name in sorted(wanted or ())) or "none"
            problem = f"“{form}” does not have the places of the English text: {listed}"
            hint = "keep each {place} as it stands, in any order; write no other braces"
            yield diagnose(Code.TRANSLATION_MARKUP, problem, span, hint=hint, language=language)


def places(text: str) -> frozenset[str] | None:
    """Return the names of the places in a text; None where its braces make no plain places."""
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return None
    if any(
        not (name or "").isidentifier() or specification or conversion for _, name, specification, conversion in fields
    ):
        return None
    return frozenset(str(name) for _text, name, _specification, _conversion in fields)


def _unknown(message: Message, span: Span, language: str) -> Diagnostic:
    problem = f"“{message.msgid}” is not among the words that outputs use"
    hint = "take msgid from the shipped catalogue, without msgctxt; words change with new versions"
    return diagnose(Code.TRANSLATION_STALE, problem, span, hint=hint, language=language)


def _summary(texts: Mapping[Word, InterfaceText], language: str, *, is_begun: bool) -> Iterable[Diagnostic]:
    total = len(Word)
    missing = total - len(texts)
    unreviewed = sum(text.state is not State.REVIEWED for text in texts.values())
    if missing:
        path = catalogue_path(language, INTERFACE)
        message = f"{missing} of {total} words that outputs add are missing; English stands in for them"
        writes = "" if is_begun else f", which `course translate update {language}` writes"
        hint = f"translate them in {path}{writes}"
        yield diagnose(Code.TRANSLATION_MISSING, message, Span.at(path), hint=hint, language=language)
    if unreviewed:
        message = f"{unreviewed} of {total} words that outputs add are not reviewed"
        hint = "files that hold them are marked as drafts until a reviewer has signed"
        span = Span.at(ledger_path(language))
        yield diagnose(Code.TRANSLATION_UNREVIEWED, message, span, hint=hint, language=language)
