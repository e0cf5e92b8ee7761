"""Straight marks become those of the language, in text and never in code."""

import pytest

from builder.languages.table import find_language
from builder.output.text import Run, plain_text
from builder.plan.quotes import set_quotes


def typeset(text: str, tag: str) -> str:
    language = find_language(tag)
    assert language is not None
    return plain_text(set_quotes((Run(text=text, language=tag),), language))


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", 'He said "yes".', "He said “yes”."),
        ("en", "It's the women's home", "It’s the women’s home"),
        ("en", "a 'small' step", "a ‘small’ step"),
        ("en", "'Tis the '90s, don't ask", "’Tis the ’90s, don’t ask"),
        ("mk", "Тој рече 'не знам' и замина", "Тој рече ‚не знам‘ и замина"),
        ("mk", 'Зборот "враќање" е прв', "Зборот „враќање“ е прв"),
        ("sq", 'Fjala "kthim"', "Fjala «kthim»"),
        ("bs", '("povratak")', "(„povratak”)"),
        ("en", '"" and "', "“” and “"),
    ],
)
def test_marks_of_the_language(tag: str, text: str, expected: str) -> None:
    assert typeset(text, tag) == expected


def test_marks_that_are_right_already_stay() -> None:
    assert typeset("Рече „да“ и ‘не’", "mk") == "Рече „да“ и ‘не’"


def test_a_mark_looks_at_the_run_before_it() -> None:
    language = find_language("en")
    assert language is not None
    runs = (
        Run(text="see ", language="en"),
        Run(text='"this', language="en", strong=True),
        Run(text='"', language="en"),
    )
    assert plain_text(set_quotes(runs, language)) == "see “this”"


def test_code_stays_as_typed() -> None:
    language = find_language("en")
    assert language is not None
    runs = (Run(text='say "x"', language="en", code=True),)
    assert set_quotes(runs, language) == runs
