"""Serbian words in the other script: what a learner may type instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.languages.scripts import in_other_script, other_script

CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"


def test_only_serbian_is_written_in_two() -> None:
    assert (other_script("sr-Cyrl"), other_script("sr-Latn")) == ("sr-Latn", "sr-Cyrl")
    assert [other_script(tag) for tag in ("en", "mk", "bs", "sq")] == [None] * 4
    assert in_other_script("Скопје", "mk") == ()


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Његошев џак", "njegošev džak"),
        ("ЂУРЂЕВАК, 1844.", "đurđevak, 1844."),
        ("фијаско и ћевап", "fijasko i ćevap"),
    ],
)
def test_cyrillic_has_one_latin_spelling(text: str, spelt: str) -> None:
    assert in_other_script(text, "sr-Cyrl") == (spelt,)


def test_latin_has_as_many_cyrillic_spellings_as_readings() -> None:
    assert in_other_script("Konj", "sr-Latn") == ("коњ", "конј")
    assert "надживети" in in_other_script("nadživeti", "sr-Latn")
    assert in_other_script("ljubav džepa konja", "sr-Latn")[0] == "љубав џепа коња"
    assert len(in_other_script("nj" * 30, "sr-Latn")) == 1, "there is an end to it"


def test_what_is_alike_in_both_is_not_said_twice() -> None:
    assert in_other_script("112", "sr-Cyrl") == ()
    assert in_other_script("112", "sr-Latn") == ()


@given(st.text(st.sampled_from(CYRILLIC), min_size=1, max_size=3))
def test_there_and_back_is_the_same_word(word: str) -> None:
    (latin,) = in_other_script(word, "sr-Cyrl")
    assert word in in_other_script(latin, "sr-Latn")
