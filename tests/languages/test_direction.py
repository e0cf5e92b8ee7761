import pytest

from builder.languages.direction import direction_of
from builder.languages.table import LANGUAGES


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("ur-Latn", "ltr"),
        ("ku-Arab", "rtl"),
        ("az-arab", "rtl"),
        ("de", "ltr"),
        ("tr", "ltr"),
    ],
)
def test_the_script_decides_then_the_language(tag, expected):
    assert direction_of(tag) == expected


def test_our_own_languages_say_it_themselves():
    assert {language.tag: direction_of(language.tag) for language in LANGUAGES} == {
        language.tag: language.direction for language in LANGUAGES
    }
