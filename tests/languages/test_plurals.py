"""Counted words take the form that their language asks for."""

from collections.abc import Callable
from gettext import c2py

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.languages.plural_rules import NotARule, parse_rule
from builder.languages.plurals import plural_count, plural_index
from builder.languages.table import LANGUAGES, Language, find_language


def language(tag: str) -> Language:
    found = find_language(tag)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", {1: 0, 0: 1, 2: 1, 21: 1}),
        ("sq", {1: 0, 0: 1, 2: 1, 21: 1}),
        ("mk", {1: 0, 21: 0, 101: 0, 11: 1, 111: 1, 2: 1, 0: 1}),
        ("sr-Cyrl", {1: 0, 21: 0, 2: 1, 24: 1, 5: 2, 11: 2, 12: 2, 14: 2, 112: 2, 0: 2, 122: 1}),
        ("bs", {1: 0, 3: 1, 13: 2, 90: 2}),
    ],
)
def test_forms(tag: str, forms: dict[int, int]) -> None:
    assert {number: plural_index(language(tag), number) for number in forms} == forms


@given(st.sampled_from(LANGUAGES), st.integers(min_value=0, max_value=2_000))
def test_our_rules_agree_with_the_standard_library_and_stay_in_range(tongue: Language, number: int) -> None:
    assert plural_index(tongue, number) == c2py(tongue.plural_forms.partition("plural=")[2].rstrip(";"))(number)
    assert 0 <= plural_index(tongue, number) < plural_count(tongue)


@pytest.mark.parametrize(
    "header",
    ["", "nplurals=2; plural=", "nplurals=2; plural=n +", "nplurals=2; plural=(n", "nplurals=2; plural=n n",
     "nplurals=2; plural=__import__('os')", "nplurals=x; plural=n", "nplurals=2; plural=n ? 1"],
)  # fmt: skip
def test_what_is_no_rule_is_refused(header: str) -> None:
    with pytest.raises(NotARule):
        parse_rule(header)


def test_operators_mean_what_they_mean_in_c() -> None:
    rule = parse_rule("nplurals=2; plural=!n + 1;")[1]
    assert (rule(0), rule(5)) == (2, 1)
    both = parse_rule("nplurals=2; plural=n && 7 || 0;")[1]
    assert (both(0), both(5)) == (0, 1)


@given(st.lists(st.sampled_from(["n", "1", "10", "%", "+", "==", "?", ":", "(", ")", "<", "z"])))
def test_reading_a_rule_gives_a_rule_or_says_no(tokens: list[str]) -> None:
    text = " ".join(tokens)
    try:
        rule = parse_rule("nplurals=2; plural=" + text)[1]
    except NotARule:
        return
    assert _outcome(rule) == _outcome(c2py(text))


def _outcome(rule: Callable[[int], int]) -> int | None:
    try:
        return int(rule(7))
    except ZeroDivisionError:
        return None
