"""Our words reach an output with their language and their state; a workspace's own words win."""

from pathlib import Path

import pytest

from builder.diagnostics import Code
from builder.languages.interface import Interface
from builder.languages.states import State
from builder.languages.words import Word
from builder.localize.digest import digest, message_digest
from builder.localize.interface import english_message, load_interface, places
from builder.localize.ledger import Entry, Ledger
from builder.localize.po import Catalogue, read_catalogue
from builder.source import SourceFile

FOLDER = Path(__file__).parent.parent.parent / "builder" / "interface"


def shipped(tag: str) -> Catalogue:
    return read_catalogue(SourceFile(f"interface/{tag}.po", (FOLDER / f"{tag}.po").read_text(encoding="utf-8")))[0]


def load(tag: str, override: str | None = None, *signed: str) -> tuple[Interface, dict[Code, str]]:
    ledger = Ledger(entries=tuple(Entry(digest=one, state="reviewed", by="Ana", date="2026-11-30") for one in signed))
    own, malformed = read_catalogue(SourceFile(f"locales/{tag}/_ui.po", override or ""))
    source = own if override is not None else None
    has_catalogue = (FOLDER / f"{tag}.po").exists()
    interface, found = load_interface(
        tag, shipped=shipped(tag) if has_catalogue else None, override=source, ledger=ledger
    )
    found = (*malformed, *found)
    assert all(finding.language == tag and finding.span and finding.hint for finding in found)
    return interface, {finding.code: finding.message for finding in found}


def test_shipped_words_are_drafts_until_the_workspace_signs_them() -> None:
    interface, found = load("mk", None, digest(None, "Lesson", "Лекција"))
    assert (interface[Word.LESSON].text, interface[Word.LESSON].state) == ("Лекција", State.REVIEWED)
    assert (interface[Word.MODULE].language, interface[Word.MODULE].state) == ("mk", State.DRAFT)
    assert found[Code.TRANSLATION_UNREVIEWED].startswith(f"{len(Word) - 1} of {len(Word)} ")


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", ("minute", "minutes")),
        ("sq", ("minutë", "minuta")),
        ("mk", ("минута", "минути")),
        ("sr-Cyrl", ("минут", "минута", "минута")),
        ("bs", ("minuta", "minute", "minuta")),
    ],
)
def test_counted_words_bring_all_their_forms(tag: str, forms: tuple[str, ...]) -> None:
    interface, _found = load(tag)
    assert interface[Word.MINUTES].plurals == forms
    assert interface[Word.MINUTES].text == forms[-1]
    assert interface[Word.LESSON].plurals == ()


def test_english_needs_no_catalogue_and_has_its_own_ledger() -> None:
    interface, found = load("en", None, digest(None, "Lesson", "Lesson"), message_digest(english_message(Word.MINUTES)))
    states = {word: interface[word].state for word in Word}
    assert states.pop(Word.LESSON) is states.pop(Word.MINUTES) is State.REVIEWED
    assert set(states.values()) == {State.DRAFT}
    assert [interface[word].text for word in Word] == [word.value for word in Word]
    assert set(found) == {Code.TRANSLATION_UNREVIEWED}


def test_a_language_without_words_falls_back_to_english_and_says_so() -> None:
    interface, found = load("sr-Latn")
    assert (interface[Word.AIM].text, interface[Word.AIM].language) == ("Aim", "en")
    assert interface[Word.AIM].state is State.MISSING
    assert set(found) == {Code.TRANSLATION_MISSING}


def test_the_words_of_a_workspace_win() -> None:
    interface, _found = load("mk", 'msgid "Lesson"\nmsgstr "Час"\n\nmsgid "Module"\nmsgstr ""\n')
    assert (interface[Word.LESSON].text, interface[Word.LESSON].state) == ("Час", State.TRANSLATED)
    assert interface[Word.MODULE].text == "Модул"
    assert interface[Word.MODULE].state is State.DRAFT


@pytest.mark.parametrize(
    ("entry", "word", "code"),
    [
        ('msgid "Score: {points} of {total}"\nmsgstr "{points}"\n', Word.SCORE, Code.TRANSLATION_MARKUP),
        ('msgid "Score: {points} of {total}"\nmsgstr "{points} {total"\n', Word.SCORE, Code.TRANSLATION_MARKUP),
        ('msgid "Score: {points} of {total}"\nmsgstr "{points} {total!r}"\n', Word.SCORE, Code.TRANSLATION_MARKUP),
        ('msgid "Aim"\nmsgstr "Цел {0}"\n', Word.AIM, Code.TRANSLATION_MARKUP),
        ('msgid "Aim"\nmsgstr "Цел {}"\n', Word.AIM, Code.TRANSLATION_MARKUP),
        ('msgid "minute"\nmsgid_plural "minutes"\nmsgstr[0] "мин."\n', Word.MINUTES, Code.TRANSLATION_MARKUP),
        ('#, fuzzy\nmsgid "Aim"\nmsgstr "Мета"\n', Word.AIM, None),
        ('msgid "No such word"\nmsgstr "Нема"\n', Word.AIM, Code.TRANSLATION_STALE),
        ('msgid "Aim\nmsgstr "Мета"\n', Word.AIM, Code.CATALOGUE_MALFORMED),
    ],
)
def test_what_would_break_an_output_is_reported_and_the_shipped_word_stays(
    entry: str, word: Word, code: Code | None
) -> None:
    plain, _found = load("mk")
    interface, found = load("mk", entry)
    assert set(found) - {Code.TRANSLATION_UNREVIEWED} == ({code} if code else set())
    assert interface[word] == plain[word]


def test_every_word_can_be_filled_in_every_language() -> None:
    for tag in ("en", "sq", "mk", "sr-Cyrl", "bs", "sr-Latn"):
        interface, _found = load(tag)
        for word in Word:
            assert "{" not in interface[word].text.format(**dict.fromkeys(places(word.value) or (), 7))
