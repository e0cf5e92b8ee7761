import pytest

from builder.languages.dates import long_date
from builder.languages.table import find_language


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "1 December 2026"),
        ("sq", "1 dhjetor 2026"),
        ("mk", "1 декември 2026 г."),
        ("sr-Cyrl", "1. децембар 2026."),
        ("sr-Latn", "1. decembar 2026."),
        ("bs", "1. decembar 2026."),
    ],
)
def test_a_day_in_the_words_of_the_language(tag, expected):
    language = find_language(tag)
    assert language is not None
    assert long_date("2026-12-01", language).replace("\u202f", " ").replace("\u00a0", " ") == expected


def test_what_is_no_day_stays_as_it_is():
    language = find_language("en")
    assert language is not None
    assert long_date("spring 2026", language) == "spring 2026"
