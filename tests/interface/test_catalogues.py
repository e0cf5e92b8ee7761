"""The interface catalogues that ship: complete, with the places of the English words, in one script."""

import unicodedata
from pathlib import Path

import pytest

from builder.languages.plurals import plural_count
from builder.languages.table import find_language
from builder.languages.words import COUNTED, Word
from builder.localize.interface import english_message, places
from builder.localize.po import Catalogue, header_fields, read_catalogue
from builder.source import SourceFile

FOLDER = Path(__file__).parent.parent.parent / "builder" / "interface"
LANGUAGES = ("sq", "mk", "sr-Cyrl", "bs")


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    path = FOLDER / f"{request.param}.po"
    catalogue, found = read_catalogue(SourceFile(f"interface/{path.name}", path.read_text(encoding="utf-8")))
    assert not found
    return catalogue


def test_there_is_one_for_each_language_that_is_neither_english_nor_derived() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.po")) == sorted(LANGUAGES)


def test_every_word_is_there_in_the_order_of_the_list_and_nothing_else(catalogue: Catalogue) -> None:
    assert [message.key for message in catalogue.messages] == [english_message(word).key for word in Word]


def test_every_word_is_translated_in_all_its_forms(catalogue: Catalogue) -> None:
    language = find_language(header_fields(catalogue.header)["Language"])
    assert language is not None
    assert header_fields(catalogue.header)["Plural-Forms"] == language.plural_forms
    for word, message in zip(Word, catalogue.messages, strict=True):
        assert len(message.msgstr) == (plural_count(language) if word in COUNTED else 1)
        assert all(message.msgstr), word
        assert not message.fuzzy


def test_the_places_of_the_english_stand_in_each_translation(catalogue: Catalogue) -> None:
    for word, message in zip(Word, catalogue.messages, strict=True):
        assert places(word.value) is not None
        assert {places(form) for form in message.msgstr} == {places(word.value)}


def test_texts_are_composed_and_keep_to_the_script_and_the_end_of_a_sentence(catalogue: Catalogue) -> None:
    language = find_language(header_fields(catalogue.header)["Language"])
    assert language is not None
    for word, message in zip(Word, catalogue.messages, strict=True):
        for form in message.msgstr:
            bare = form
            for place in places(form) or ():
                bare = bare.replace("{" + place + "}", "")
            assert form == unicodedata.normalize("NFC", form)
            assert form == form.strip()
            letters = [unicodedata.name(letter) for letter in bare if letter.isalpha()]
            wrong = {"Latin": "CYRILLIC", "Cyrillic": "LATIN"}[language.script]
            assert word is Word.DRAFT or not [name for name in letters if name.startswith(wrong)]
            if len(word.value.split()) > 3:
                assert (form[-1] in ".…") == (word.value[-1] in ".…")


def test_nobody_is_told_that_a_machine_draft_is_more(catalogue: Catalogue) -> None:
    assert catalogue.header is not None
    assert any("Machine draft" in comment for comment in catalogue.header.comments)
