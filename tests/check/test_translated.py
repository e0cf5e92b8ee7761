"""Questions in another language: none that its translation makes unfair goes without a word."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from builder.check.translated import check_translated
from builder.content.phrase import Phrase
from builder.content.walk import phrases, rewrite
from builder.languages.states import State
from builder.model.lesson import Lesson, Module
from builder.source import Span
from tests.read.helpers import HEAD, read

AT = Span.at("modules/main/module.yaml")


def module(body: str) -> Module:
    lesson, found = read(HEAD + body)
    assert [finding for finding in found if finding.severity == "error"] == []
    return _module(lesson)


def _module(lesson: Lesson) -> Module:
    return Module(span=AT, id="main", title=lesson.title, summary=None, lessons=(lesson,))


def found(body: str, texts: Mapping[str, str]) -> list[tuple[str, str | None]]:
    """Return code and message of what is found where some texts are translated, and no other."""
    source = module(body)
    assert not texts.keys() - {phrase.message for phrase in phrases(source)}

    def change(phrase: Phrase) -> Phrase:
        if phrase.message in texts:
            return replace(phrase, message=texts[phrase.message], language="mk", state=State.TRANSLATED)
        return replace(phrase, state=State.MISSING)

    translated = rewrite(source, Phrase, change)
    listed = list(check_translated(source, translated, "mk"))
    assert all(finding.language == "mk" and finding.hint for finding in listed)
    return [(finding.code.value, finding.message) for finding in listed]


CHOICE = "::: question {#q-a type=single}\nWhat?\n\n- [x] Cold skin {#a}\n- [ ] Cool skin {#b}\n:::\n"
MATCH = "::: question {#q-a type=match}\nWhat?\n\n- Pale => Shock {#p1}\n- White => Collapse {#p2}\n- => Sunstroke {#p3}\n:::\n"
ORDER = "::: question {#q-a type=order}\nWhat?\n\n1. Press {#s1}\n2. Push {#s2}\n:::\n"
LIKERT = "::: question {#q-a type=likert scale=agree-5}\nSay.\n\n- I can {#s1}\n- I may {#s2}\n:::\n"
GAP = "::: question {#q-a type=cloze}\nIt is [[k]].\n\n[[k]]:\n- [x] cold {#a}\n- [ ] cool {#b}\n:::\n"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (CHOICE, {"Cold skin": "Ладна кожа", "Cool skin": "ладна  кожа"}),
        (CHOICE, {"Cold skin": "Cool skin"}),
        (MATCH, {"Shock": "Шок", "Collapse": "Шок"}),
        (MATCH, {"Shock": "Шок", "Sunstroke": "Шок"}),
        (MATCH, {"Pale": "Бледа", "White": "Бледа"}),
        (ORDER, {"Press": "Притисни", "Push": "Притисни"}),
        (LIKERT, {"I can": "Можам", "I may": "Можам"}),
        (GAP, {"cold": "ладно", "cool": "ладно"}),
    ],
)
def test_answers_that_differ_in_the_lesson_and_not_in_a_language_are_an_error(body: str, texts: dict[str, str]) -> None:
    ((code, message),) = found(body, texts)
    assert code == "option-equal"
    assert "two different answers of `q-a`" in str(message)


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (CHOICE, {"Cold skin": "Ладна кожа", "Cool skin": "Студена кожа"}),
        (CHOICE, {"Cold skin": "Ладна кожа"}),
        (MATCH, {"Pale": "Шок", "Shock": "Шок"}),
        (MATCH.replace("Collapse", "Shock"), {"Shock": "Шок"}),
        (ORDER, {}),
    ],
)
def test_other_translations_are_fair(body: str, texts: dict[str, str]) -> None:
    assert found(body, texts) == []


TEXT = "::: question {#q-a type=text}\nWhich city?\n\nanswer: Tirana\n:::\n"
CLOZE = "::: question {#q-a type=cloze}\nThe city of [[a]].\n\n[[a]]: Tirana\n:::\n"


@pytest.mark.parametrize(
    ("body", "texts", "codes"),
    [
        (TEXT, {"Which city?": "Кој град?"}, ["answer-untranslated"]),
        (CLOZE, {"The city of [[a]].": "Градот [[a]]."}, ["answer-untranslated"]),
        (TEXT, {"Which city?": "Кој град?", "Tirana": "Тирана"}, []),
        (TEXT, {}, []),
        (TEXT, {"Tirana": "Тирана"}, []),
    ],
)
def test_an_answer_is_translated_where_its_question_is(body: str, texts: dict[str, str], codes: list[str]) -> None:
    assert [code for code, _ in found(body, texts)] == codes
