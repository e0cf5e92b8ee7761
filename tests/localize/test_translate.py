"""A lesson in another language: only its phrases change, each with its state; scoring cannot be touched."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.inlines import LessonReference, Variable
from builder.content.interactions import Choice, Match, Numeric, Order, TextEntry, TrueFalse, accepted_answers
from builder.content.phrase import Phrase
from builder.content.walk import phrases, rewrite, walk
from builder.diagnostics import Code, Diagnostics
from builder.languages.states import State
from builder.localize.extract import extract, is_message, key_of
from builder.localize.ledger import Entry, Ledger, digest
from builder.localize.po import Catalogue, Message, Previous
from builder.localize.status import Counts, count_states, sum_counts
from builder.localize.translate import translate
from builder.model.blocks import Question
from builder.model.lesson import Lesson
from builder.source import Span
from tests.localize.catalogues import TEXTS, catalogue_of
from tests.localize.trees import example_lesson, lesson

PATH = "locales/mk/m.po"


def macedonian(node: Lesson, catalogue: Catalogue | None, ledger: Ledger | None = None) -> tuple[Lesson, Diagnostics]:
    return translate(node, language="mk", catalogue=catalogue, ledger=ledger or Ledger(), source_language="en")


def only(node: object, kind: str) -> Phrase:
    (phrase,) = [phrase for phrase in phrases(node) if phrase.kind == kind]
    return phrase


def upper(node: object) -> Catalogue:
    """Return a catalogue in which every word is translated by itself in capitals, and no markup is touched."""
    messages = tuple(
        replace(message, msgstr=(message.msgid.replace("ress", "RESS"),), line=number)
        for number, message in enumerate(extract(node), 1)
    )
    return Catalogue(path=PATH, messages=messages)


def without_texts(node: object) -> Any:
    """Return a tree with all its phrases alike: what is left is structure, ids and scoring."""
    blank = Phrase(span=Span.at("x"), message="", inlines=(), kind=only(lesson("x\n"), "paragraph").kind, place="")
    return rewrite(node, Phrase, lambda _phrase: blank)


def test_states_and_where_a_translator_finds_the_text() -> None:
    node = lesson("- First point to make\n- Second point to make\n- Third point to make\n- Fourth point to make\n")
    catalogue = catalogue_of(
        'msgid "First point to make"\nmsgstr "Прва точка"\n\nmsgid "Second point to make"\nmsgstr "Втора точка"\n\n'
        '#, fuzzy\n#| msgid "Third"\nmsgid "Third point to make"\nmsgstr "Трета"\n\n'
        'msgid "Fourth point to make"\nmsgstr ""\n',
        path=PATH,
    )
    known = digest(None, "First point to make", "Прва точка")
    ledger = Ledger(entries=(Entry(digest=known, state="reviewed", by="Ana", date="2026-11-30"),))
    translated, found = macedonian(node, catalogue, ledger)
    items = [phrase for phrase in phrases(translated) if phrase.kind == "item"]
    assert [(item.message, item.language, item.state) for item in items] == [
        ("Прва точка", "mk", State.REVIEWED),
        ("Втора точка", "mk", State.TRANSLATED),
        ("Трета", "mk", State.STALE),
        ("Fourth point to make", "en", State.MISSING),
    ]
    assert [item.span.path for item in items] == [PATH, PATH, PATH, "modules/m/01-shock.md"]
    assert items[0].span.line == catalogue.messages[0].line
    assert [(finding.code, finding.span) for finding in found] == [
        (Code.TRANSLATION_MISSING, Span.at(PATH)),
        (Code.TRANSLATION_STALE, Span.at(PATH)),
        (Code.TRANSLATION_UNREVIEWED, Span.at(PATH)),
    ]
    assert "4 of 7 texts are missing" in found[0].message
    kinds = count_states(node, language="mk", catalogue=catalogue, ledger=ledger, source_language="en")
    counts = sum_counts(kinds.values())
    assert counts == Counts(total=7, missing=4, draft=0, translated=1, reviewed=1, stale=1)


@pytest.mark.parametrize("catalogue", [None, Catalogue(path=PATH)])
def test_an_empty_catalogue_changes_no_text(catalogue: Catalogue | None) -> None:
    node = example_lesson()
    translated, (finding,) = macedonian(node, catalogue)
    assert [phrase.message for phrase in phrases(translated)] == [phrase.message for phrase in phrases(node)]
    assert [phrase.inlines for phrase in phrases(translated)] == [phrase.inlines for phrase in phrases(node)]
    assert finding.code is Code.TRANSLATION_MISSING
    assert finding.span == Span.at("locales/mk/bleeding.po" if catalogue is None else PATH)


def test_only_phrases_change() -> None:
    node = example_lesson()
    translated, found = macedonian(node, upper(node))
    assert {finding.code for finding in found} == {Code.TRANSLATION_UNREVIEWED}
    assert translated != node
    assert without_texts(translated) == without_texts(node)
    for kind in (Choice, Numeric, TrueFalse, Match, Order):
        before, after = (
            [without_texts(interaction) for interaction in walk(tree, kind)] for tree in (node, translated)
        )
        assert before == after
    assert [question.points for question in walk(node, Question)] == [
        question.points for question in walk(translated, Question)
    ]


def test_a_translation_equal_to_the_source_parses_to_the_same_inlines() -> None:
    node = example_lesson()
    same = Catalogue(path=PATH, messages=tuple(replace(one, msgstr=(one.msgid,)) for one in extract(node)))
    translated, _found = macedonian(node, same)
    assert [phrase.inlines for phrase in phrases(translated)] == [phrase.inlines for phrase in phrases(node)]


def test_accepted_answers_are_one_message_and_may_become_more() -> None:
    body = "::: question {#q type=text}\nThe capital of Albania?\n\nanswer: Tirana | Tiranë\n:::\n"
    catalogue = catalogue_of('msgctxt "answer"\nmsgid "Tirana | Tiranë"\nmsgstr "Тирана | Тиранё | *Tirana*"\n')
    (entry,) = walk(macedonian(lesson(body), catalogue)[0], TextEntry)
    assert accepted_answers(entry) == ("Тирана", "Тиранё", "*Tirana*")
    nothing = catalogue_of('msgctxt "answer"\nmsgid "Tirana | Tiranë"\nmsgstr " | "\n')
    translated, found = macedonian(lesson(body), nothing)
    assert accepted_answers(next(walk(translated, TextEntry))) == ("Tirana", "Tiranë")
    assert Code.TRANSLATION_MARKUP in {finding.code for finding in found}


def test_a_translation_with_broken_markup_is_reported_and_not_shown() -> None:
    node = lesson("Call {{ emergency_number }} at once.\n")
    catalogue = catalogue_of('msgid "Call {{ emergency_number }} at once."\nmsgstr "Веднаш повикај."\n')
    translated, found = macedonian(node, catalogue)
    phrase = only(translated, "paragraph")
    assert (phrase.language, phrase.state) == ("en", State.MISSING)
    assert list(walk(phrase, Variable))
    (fault,) = [finding for finding in found if finding.code is Code.TRANSLATION_MARKUP]
    assert fault.span == Span.at("locales/mk/x.po", catalogue.messages[0].line)
    assert "3 of 4 texts are missing" in found[1].message


@pytest.mark.parametrize(
    ("source", "translation", "shown"),
    [
        ("Call {{ number }} at once, always.", "Веднаш повикај.", True),
        ("Call somebody at once, always.", "Повикај {{ number }}.", False),
        ("See [that](ref:#act) and [@new] first.", "Види [тоа](ref:#act).", True),
        ("See [that](ref:#act) and [@new] first.", "Види [тоа](ref:#gone).", False),
        ("Broken translations stay in the file.", "Скршено **", False),
    ],
)
def test_a_stale_translation_never_stops_a_build(source: str, translation: str, shown: bool) -> None:
    message = Message(msgid=source, msgstr=(translation,), flags=("fuzzy",), previous=Previous(msgid="Old."), line=3)
    translated, found = macedonian(lesson(source + "\n"), Catalogue(path=PATH, messages=(message,)))
    phrase = only(translated, "paragraph")
    assert (phrase.message, phrase.state) == ((translation, State.STALE) if shown else (source, State.MISSING))
    assert {finding.code for finding in found} == {Code.TRANSLATION_MISSING, Code.TRANSLATION_STALE}
    assert ("no longer fit" in found[1].message) == (not shown)


def test_references_are_bound_as_in_the_source() -> None:
    node = lesson("Read [this](ref:#act) and then [that](ref:other) again.\n")
    bound = rewrite(
        node,
        LessonReference,
        lambda link: replace(link, target={"#act": "m/shock#act", "other": "m/other"}[link.target]),
    )
    catalogue = catalogue_of(
        'msgid "Read [this](ref:#act) and then [that](ref:other) again."\n'
        'msgstr "Повторно прочитај го [она](ref:other), а пред тоа [ова](ref:#act)."\n'
    )
    translated, found = macedonian(bound, catalogue)
    assert Code.TRANSLATION_MARKUP not in {finding.code for finding in found}
    assert [link.target for link in walk(only(translated, "paragraph"), LessonReference)] == ["m/other", "m/shock#act"]


def test_what_is_not_translated_does_not_hold_up_a_release() -> None:
    node = lesson("{{ emergency_number }}\n\n**110**\n\n<!-- i18n:skip -->\nMinistry of Nothing\n")
    translated, _found = macedonian(node, None)
    variable, number, name = [phrase for phrase in phrases(translated) if phrase.kind == "paragraph"]
    assert (variable.language, variable.state) == (number.language, number.state) == ("mk", State.REVIEWED)
    assert (name.language, name.state) == ("en", State.REVIEWED)


def test_the_source_language_is_its_own_translation_with_its_own_ledger() -> None:
    node = lesson("Some words to sign for.\n")
    signed = digest(None, "Some words to sign for.", "Some words to sign for.")
    drafted = digest("title", "Shock", "Shock")
    ledger = Ledger(
        entries=(
            Entry(digest=signed, state="reviewed", by="Ana", date="2026-11-30"),
            Entry(digest=drafted, state="draft", by="machine", date="2026-11-30"),
        )
    )
    same, found = translate(node, language="en", catalogue=None, ledger=ledger, source_language="en")
    states = {phrase.kind.value: phrase.state for phrase in phrases(same)}
    assert states["paragraph"] is State.REVIEWED
    assert states["title"] is State.DRAFT
    assert states["heading"] is State.TRANSLATED
    assert [phrase.message for phrase in phrases(same)] == [phrase.message for phrase in phrases(node)]
    assert [finding.code for finding in found] == [Code.TRANSLATION_UNREVIEWED]
    kinds = count_states(node, language="en", catalogue=None, ledger=ledger, source_language="en")
    counts = sum_counts(kinds.values())
    assert counts == Counts(total=4, missing=0, draft=1, translated=2, reviewed=1, stale=0)


@given(st.data())
def test_variables_links_and_terms_survive_or_are_reported(data: st.DataObject) -> None:
    source = "Call {{ number }} or see [the book](https://example.org), a [wound](term:wound) and [@who-2020]."
    node = lesson(source + "\n")
    words = [
        "{{ number }}",
        "[книга](https://example.org)",
        "[рана](term:wound)",
        "[@who-2020]",
        "{{ број }}",
        "и",
        "**",
    ]
    translation = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=8)))
    catalogue = Catalogue(path=PATH, messages=(Message(msgid=source, msgstr=(translation,), line=5),))
    translated, found = macedonian(node, catalogue)
    complete = all(translation.count(word) >= 1 for word in words[:4])
    faults = [finding for finding in found if finding.code is Code.TRANSLATION_MARKUP]
    assert faults or complete
    phrase = only(translated, "paragraph")
    assert (phrase.state is State.MISSING) == bool(faults)
    assert without_texts(translated) == without_texts(node)


@given(st.data())
def test_translating_never_raises_whatever_a_translator_writes(data: st.DataObject) -> None:
    node = example_lesson()
    template = extract(node)
    chosen = data.draw(st.lists(st.tuples(st.integers(0, len(template) - 1), TEXTS), max_size=8))
    messages = {
        number: replace(template[number], msgstr=(text,), flags=(), previous=Previous(msgid="x"))
        for number, text in chosen
    }
    translated, _found = macedonian(node, Catalogue(path=PATH, messages=tuple(messages.values())))
    assert without_texts(translated) == without_texts(node)
    for phrase in phrases(translated):
        assert phrase.state is not State.STALE
        assert (phrase.language == "en") == (phrase.state is State.MISSING) or not phrase.translatable


def test_keys_of_phrases_are_the_keys_of_messages() -> None:
    node = example_lesson()
    assert {key_of(phrase) for phrase in phrases(node) if is_message(phrase)} == {one.key for one in extract(node)}


@pytest.mark.parametrize(
    ("entry", "faults"),
    [
        ('msgstr "  "', 0),
        ('msgstr "\\n"', 0),
        ('msgstr "<!-- later -->"', 1),
        ('msgid_plural "x"\nmsgstr[0] ""\nmsgstr[1] "т"', 1),
    ],
)
def test_a_translation_that_says_nothing_is_not_shown(entry: str, faults: int) -> None:
    node = lesson("Press hard on the wound.\n")
    translated, found = macedonian(node, catalogue_of(f'msgid "Press hard on the wound."\n{entry}\n', path=PATH))
    phrase = only(translated, "paragraph")
    assert (phrase.message, phrase.language, phrase.state) == ("Press hard on the wound.", "en", State.MISSING)
    assert sum(finding.code is Code.TRANSLATION_MARKUP for finding in found) == faults


@pytest.mark.parametrize(
    "entry", ['msgstr " \\n"', 'msgid_plural "x"\nmsgstr[0] ""\nmsgstr[1] "т"'], ids=["blank", "plural"]
)
def test_an_alternative_text_is_never_blank(entry: str) -> None:
    node = lesson("![A hand on a wound](figures/a.svg)\n")
    translated, _found = macedonian(node, catalogue_of(f'msgid "A hand on a wound"\n{entry}\n', path=PATH))
    assert only(translated, "alt").state is State.MISSING
