"""Pseudo-languages: English that looks foreign, grows, turns round, and keeps all that is no word."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build.load import load
from builder.diagnostics import Severity
from builder.languages.pseudo import PSEUDO, is_pseudo
from builder.languages.table import LANGUAGES, find_language
from builder.localize.interface import places
from builder.localize.ledger import Ledger
from builder.localize.pseudo import pseudo_catalogue, pseudo_messages, pseudo_text
from builder.localize.translate import translate
from tests.localize.trees import example_lesson, example_module

TAGS = [language.tag for language in PSEUDO]
STRESS = Path(__file__).parent.parent / "cases" / "stress" / "workspace"


def test_they_are_known_but_not_listed() -> None:
    assert TAGS == ["en-XA", "qps-Cyrl", "ar-XB"]
    assert all(find_language(tag) is not None and is_pseudo(tag) for tag in TAGS)
    assert not set(TAGS) & {language.tag for language in LANGUAGES}
    assert not is_pseudo("en")


def test_accents_grow_by_a_third_and_show_where_they_end() -> None:
    text = pseudo_text("Press the wound with the whole hand.", "en-XA")
    assert text.startswith("‹Þŕéšš ţĥé ŵöûñð")
    assert text.endswith("›")
    for length in (1, 4, 10, 40, 300):
        grown = pseudo_text(("word " * 60)[:length].strip() or "w", "en-XA")
        assert len(grown) >= 1.35 * length


def test_the_cyrillic_one_has_letters_of_both_our_alphabets() -> None:
    text = pseudo_text("The quick brown fox jumps over lazy dogs, Yes: Quit", "qps-Cyrl")
    assert not re.search("[A-Za-z]", text)
    assert {"ж", "ћ", "ј", "Ќ"} <= set(text)


def test_the_other_direction_turns_word_by_word() -> None:
    assert pseudo_text("Press hard", "ar-XB") == "\u200f\u202ePress\u202c\u200f \u200f\u202ehard\u202c\u200f"
    language = find_language("ar-XB")
    assert language is not None
    assert language.direction == "rtl"


@pytest.mark.parametrize("tag", TAGS)
def test_markup_and_names_stay(tag: str) -> None:
    text = pseudo_text(
        "**Call** {{ number }} [now](term:wound), see [@who-2020, p. 7], `code`, Kosovo{*}, [[gap]], "
        "[words](https://example.org/a?b=c) or me@example.org &amp; 112 \\< x",
        tag,
    )
    for kept in ("{{ number }}", "](term:wound)", "[@who-2020, ", "7]", "`code`", "{*}", "[[gap]]", "112", "&amp;",
                 "](https://example.org/a?b=c)", "me@example.org", "\\<"):  # fmt: skip
        assert kept in text
    assert text.count("**") == 2


@pytest.mark.parametrize("tag", TAGS)
def test_every_text_of_the_hard_workspaces_fits_in_place(tag: str) -> None:
    loaded, _ = load(STRESS)
    assert loaded is not None
    workspace = loaded.workspace
    for node in (*workspace.modules, workspace.courses, workspace.glossary, example_lesson(), example_module()):
        catalogue = pseudo_catalogue(node, tag=tag, name="x")
        assert all(message.translated for message in catalogue.messages)
        _, found = translate(node, language=tag, catalogue=catalogue, ledger=Ledger(), source_language="en")
        assert [str(one) for one in found if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("tag", TAGS)
def test_our_own_words_keep_their_places(tag: str) -> None:
    from builder.languages.words import Word
    from builder.localize.interface import english_message

    for word in Word:
        (message,) = pseudo_messages((english_message(word),), tag)
        assert all(places(form) == places(word.value) for form in message.msgstr)


@given(st.text(st.sampled_from("abZ `*_[](){}<>@!|\\#:/.\n&;"), max_size=30), st.sampled_from(TAGS[1:]))
def test_any_text_keeps_its_marks(text: str, tag: str) -> None:
    made = pseudo_text(text, tag)
    bare = re.sub("[\u200f\u202e\u202c]", "", made)
    assert [one for one in bare if not one.isalpha()] == [one for one in text if not one.isalpha()]


def test_accepted_answers_do_not_grow() -> None:
    assert pseudo_text("Tirana | Tiranë", "en-XA", grows=False) == "Ţîŕåñå | Ţîŕåñë"
