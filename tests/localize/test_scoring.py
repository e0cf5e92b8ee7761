"""Scoring stays in the lesson: no translator is shown it, and no translation can touch it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.interactions import TextEntry, accepted_answers
from builder.content.parts import parts_of
from builder.content.walk import rewrite, walk
from builder.diagnostics import Code
from builder.languages.table import find_language
from builder.localize.extract import extract
from builder.localize.ledger import Ledger
from builder.localize.merge import update_catalogue
from builder.localize.po import Catalogue, Message, read_catalogue, write_catalogue
from builder.localize.translate import translate
from builder.model.blocks import Question
from builder.model.lesson import Lesson
from builder.model.lock import entry_of
from builder.source import SourceFile
from tests.localize.trees import example_lesson, lesson

PATH = "locales/mk/m.po"
_SCORING = re.compile(r"^\[[ xX]\]|weight=|area=|\{#|(?:^|\s)=>(?:\s|$)|points=|type=|^(?:answer|hint|explain):")
STRESS = Path(__file__).parents[1] / "cases/stress/workspace/modules/stress/04-questions.md"
CAPITAL = "::: question {#q-capital type=text}\nWhich city is the capital?\n\nanswer: Tirana | Tiranë\n:::\n"
NUMBER = (
    "::: question {#q-number type=numeric points=3}\nHow many minutes?\n\nanswer: 12 ± 0.5\n:::\n\n"
    "::: question {#q-true type=true-false}\nPress hard.\n\nanswer: false\n:::\n"
)


def lessons() -> list[Lesson]:
    return [example_lesson(), lesson(STRESS.read_text("utf-8").split("## ", 1)[1].split("\n", 1)[1]), lesson(NUMBER)]


LESSONS = lessons()
QUESTIONS = [question for one in LESSONS for question in walk(one, Question)]


def scoring(node: Any) -> list[object]:
    """Return all that decides what an answer is worth, accepted words aside."""
    blank = rewrite(node, TextEntry, lambda entry: replace(entry, accepted=replace(entry.accepted, message="x")))
    return [
        (
            question.id, question.type, question.points, question.use, question.shuffle, question.outcome,
            entry_of(question).key.partition("±")[0], [name for name, _ in parts_of(question.interaction)],
        )
        for question in walk(blank, Question)
    ]  # fmt: skip


def in_language(node: Any, *messages: Message, language: str = "mk") -> tuple[Any, Any]:
    catalogue = Catalogue(path=PATH.replace("mk", language), messages=messages)
    return translate(node, language=language, catalogue=catalogue, ledger=Ledger(), source_language="en")


def translated(message: Message, text: str) -> Message:
    return replace(message, msgstr=(text,), line=9)


def test_a_translator_sees_words_and_nothing_of_the_scoring() -> None:
    told = [message for question in QUESTIONS for message in extract(question)]
    assert len(told) > 50
    for message in told:
        assert _SCORING.search(message.msgid) is None, message.msgid
    assert not [message.msgid for message in extract(LESSONS[2]) if "12" in message.msgid or "false" in message.msgid]
    lines = write_catalogue(Catalogue(path=PATH, messages=tuple(told)))
    assert "weight" not in lines
    assert not re.search(r"^msgid.*(?:±|\[x\])", lines, re.MULTILINE)


@given(st.data())
def test_no_translation_changes_what_an_answer_is_worth(data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(QUESTIONS))
    texts = st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            [
                "[x] Да",
                "[ ] Не",
                "Да {#a}",
                "Да {weight=100}",
                "Да => Не",
                "answer: true",
                "12 ± 5",
                "a | b",
                "|",
                ":::",
            ]
        ),
    )
    messages = [translated(message, data.draw(texts)) for message in extract(question)]
    result, _ = in_language(question, *messages)
    assert scoring(result) == scoring(question)


@pytest.mark.parametrize("text", ["[x] Да", "[ ] Не", "[] Не", "Да {#a}", "Да {weight=100}", "Да {#a weight=-5}"])
def test_marks_of_the_scoring_in_an_option_are_an_error_and_the_option_is_not_used(text: str) -> None:
    node = lesson("::: question {#q-a type=single}\nWhat is it?\n\n- [x] Yes {#a}\n- [ ] No {#b}\n:::\n")
    message = next(message for message in extract(node) if message.msgid == "Yes")
    result, found = in_language(node, translated(message, text))
    faults = {finding.code for finding in found if finding.severity == "error"}
    assert faults == {Code.TRANSLATION_MARKUP}
    assert all(
        finding.span.path == PATH and finding.span.line == 9
        for finding in found
        if finding.severity == "error" and finding.span
    )
    assert [part.text.message for _, part in parts_of(next(walk(result, Question)).interaction)] == ["Yes", "No"]  # type: ignore[union-attr]
    fuzzy = replace(translated(message, text), flags=("fuzzy",))
    assert [finding for finding in in_language(node, fuzzy)[1] if finding.severity == "error"] == []


@pytest.mark.parametrize("text", ["Да, [да]", "[Ja]{lang=de}", "а => б?", "{да}", "да (вид. [x])"])
def test_words_that_only_look_a_little_like_marks_are_words(text: str) -> None:
    node = lesson("::: question {#q-a type=single}\nWhat is it?\n\n- [x] Yes {#a}\n- [ ] No {#b}\n:::\n")
    message = next(message for message in extract(node) if message.msgid == "Yes")
    errors = [finding for finding in in_language(node, translated(message, text))[1] if finding.severity == "error"]
    assert errors == []


def test_the_arrow_of_a_pair_is_no_part_of_a_translation() -> None:
    node = lesson("::: question {#q-a type=match}\nWhat is it?\n\n- One => Two {#p1}\n- => Three {#p2}\n:::\n")
    message = next(message for message in extract(node) if message.msgid == "Three")
    _, found = in_language(node, translated(message, "Едно => Три"))
    assert Code.TRANSLATION_MARKUP in {finding.code for finding in found}


def test_one_language_accepts_more_without_touching_another() -> None:
    node = lesson(CAPITAL)
    answer = next(message for message in extract(node) if "answer" in message.extracted)
    assert answer.msgid == "Tirana | Tiranë"
    for language, written, accepted in (
        ("mk", "Тирана | Tirana | Тиранa", ("Тирана", "Tirana", "Тиранa")),
        ("sq", "Tirana", ("Tirana",)),
        ("bs", "", ("Tirana", "Tiranë")),
    ):
        result, _ = in_language(node, translated(answer, written), language=language)
        (entry,) = walk(result, TextEntry)
        assert accepted_answers(entry) == accepted
    (source,) = walk(node, TextEntry)
    assert accepted_answers(source) == ("Tirana", "Tiranë")


def test_added_answers_outlive_every_update_and_an_author_who_adds_one_asks_again() -> None:
    language = find_language("mk")
    assert language is not None
    old, _ = update_catalogue(None, extract(lesson(CAPITAL)), path=PATH, language=language)
    filled = write_catalogue(old).replace(
        'msgid "Tirana | Tiranë"\nmsgstr ""', 'msgid "Tirana | Tiranë"\nmsgstr "Тирана | Град Тирана"'
    )
    catalogue, found = read_catalogue(SourceFile(PATH, filled))
    assert found == ()
    same, _ = update_catalogue(catalogue, extract(lesson(CAPITAL)), path=PATH, language=language)
    assert write_catalogue(same) == filled
    more = lesson(CAPITAL.replace("Tiranë", "Tiranë | Tirana city"))
    updated, _ = update_catalogue(catalogue, extract(more), path=PATH, language=language)
    message = next(message for message in updated.active if "answer" in message.extracted)
    assert message.msgstr == ("Тирана | Град Тирана",)
    assert message.fuzzy
