"""What a translation must not lose, and what it may change."""

import pytest

from builder.content.walk import phrases
from builder.diagnostics import Code, Diagnostics
from builder.localize.markup import compare_markup
from builder.localize.po import Message
from builder.localize.target_text import target_inlines
from builder.source import Span
from tests.localize.trees import lesson

PO = "locales/mk/m.po"


def findings(source: str, translation: str) -> Diagnostics:
    """Return what is wrong with the translation of a paragraph, through the door that a build uses."""
    (phrase,) = [phrase for phrase in phrases(lesson(source + "\n")) if phrase.kind == "paragraph"]
    message = Message(msgid=phrase.message, msgstr=(translation,), line=17)
    return target_inlines(phrase, message, path=PO, language="mk")[1]


SILENT = [
    ("Press **hard** and *fast*.", "*Брзо* и **силно** притискај!"),
    ("Press **hard**.", "Притискај __силно__."),
    ("Call {{ number }} now.", "Сега повикај {{number}}."),
    ('Say "stop" at once.', "Веднаш кажи „стоп“."),
    ("The [wound](term:wound) is open.", "[Раната](term:wound) е отворена, таа [рана](term:wound)."),
    ("See [@who-2020, p. 7].", "Види [@who-2020, стр. 7]."),
    ("See [@a; @b].", "Види [@b;@a]."),
    ("In Kosovo{*} and here.", "Овде и во Косово{*}."),
    ("Read [shock](ref:shock/keep-warm#pale) first.", "Прво прочитај [за шок](ref:shock/keep-warm#pale)."),
    ("Type `help` there.", "Таму напиши `help`."),
    ("5 * 3 is 15", "5 * 3 е 15"),
    ("See <https://example.org/a> now.", "Сега види <https://example.org/a>."),
    ("One line\\\nand another one.", "Еден ред\\\nи уште еден."),
    ("A *new* [link](https://example.org) here.", "Ова е [линк](https://example.org), *нов*."),
]  # fmt: skip
EMPHASIS = [
    ("Press **hard** now.", "Притискај силно."),
    ("Press hard now.", "Притискај *силно*."),
    ("One line\\\nand another one.", "Еден ред и уште еден."),
    ("Press *hard* now.", "Притискај **силно**."),
]
ERRORS = [
    ("Call {{ number }} now.", "Повикај сега.", "{{ number }} is lost"),
    ("Call {{ number }} now.", "Повикај {{ број }} сега.", "{{ number }} is lost"),
    ("Call {{ number }} now.", "Повикај {{ num }} сега.", "{{ num }} is not in the source"),
    ("Call somebody now.", "Повикај {{ number }}.", "{{ number }} is not in the source"),
    ("See the book [@who-2020, p. 7].", "Види ја книгата.", "[@who-2020, 7] is lost"),
    ("See the book [@who-2020, p. 7].", "Види [@who-2020, стр. 9].", "[@who-2020, 7] is lost"),
    ("See [the book](https://example.org/a) now.", "Види [книга](https://example.org/b).", "org/a is lost"),
    ("See [the book](https://example.org/a) now.", "Види [книга] (https://example.org/a).", "org/a is lost"),
    ("See [the book](ref:shock/keep-warm) now.", "Види [книга](ref:shock/pale).", "ref:shock/keep-warm is lost"),
    ("The [wound](term:wound) is open.", "Раната е отворена.", "term:wound) is lost"),
    ("The wound is open now.", "[Раната](term:wound) е отворена.", "term:wound) is not in the source"),
    ("Type `help` there.", "Напиши `помош` таму.", "`help` is lost"),
    ("In Kosovo{*} and here.", "Во Косово и овде.", "{*} is lost"),
    ("In Kosovo and also here.", "Во Косово{*} и овде.", "{*} is not in the source"),
    ("In Kosovo{*} and here.", "Во Косово {*} и овде.", "behind a blank"),
    ("Press **hard** now.", "Притискај ** силно ** сега.", "would be printed as typed"),
    ("Call somebody now.", "Повикај <b>некого</b>.", "HTML"),
    ("Call somebody now.", "Повикај ![слика](figures/a.svg).", ""),
    ("Call somebody now.", "Повикај [некого](javascript:alert).", ""),
    ("A word of [Trost]{lang=de} here.", "Збор {{", "would be printed as typed"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "translation"), SILENT)
def test_what_a_translator_may_change_in_silence(source: str, translation: str) -> None:
    assert findings(source, translation) == ()


@pytest.mark.parametrize(("source", "translation"), EMPHASIS)
def test_changed_emphasis_is_a_warning(source: str, translation: str) -> None:
    found = findings(source, translation)
    assert {finding.code for finding in found} == {Code.TRANSLATION_EMPHASIS}


@pytest.mark.parametrize(("source", "translation", "says"), ERRORS)
def test_lost_or_added_markup_is_an_error(source: str, translation: str, says: str) -> None:
    found = [finding for finding in findings(source, translation) if finding.code is Code.TRANSLATION_MARKUP]
    assert found
    assert any(says in finding.message for finding in found)
    for finding in found:
        assert finding.span == Span.at(PO, 17)
        assert finding.hint
        assert finding.language == "mk"


def test_a_gap_in_a_prompt_is_kept() -> None:
    body = "::: question {#q type=cloze}\nCool for [[time]] minutes now.\n\n[[time]]: 20\n:::\n"
    (prompt,) = [phrase for phrase in phrases(lesson(body)) if phrase.kind == "prompt"]
    for translation, faults in (
        ("Лади [[time]] минути.", 0),
        ("Лади.", 1),
        ("Лади [ [time]] минути.", 1),
        ("[[време]]", 2),
    ):
        message = Message(msgid=prompt.message, msgstr=(translation,), line=3)
        inlines, found = target_inlines(prompt, message, path=PO, language="mk")
        assert (inlines is None) == bool(faults)
        assert len(found) >= faults


def test_nothing_is_wrong_with_a_text_compared_with_itself() -> None:
    for phrase in phrases(lesson("A **b** `c` [d](https://e.org) {{ f }} [@g] [h](term:i){*}\\\n*j*\n")):
        assert compare_markup(phrase.inlines, phrase.inlines, span=phrase.span, language="mk") == ()
