"""Numbers as each language writes them."""

from decimal import Decimal

import pytest

from builder.languages.numbers import decimal_text
from builder.languages.table import find_language


@pytest.mark.parametrize(
    ("tag", "value", "decimals", "expected"),
    [
        ("en", "12", 0, "12"), ("en", "12", 1, "12.0"), ("mk", "12.5", 1, "12,5"), ("sq", "-3.25", 2, "−3,25"),
        ("en", "1070", 0, "1,070"), ("en", "1070.5", 1, "1,070.5"), ("mk", "1070", 0, "1.070"),
        ("sr-Cyrl", "-1234567.5", 1, "−1.234.567,5"),
    ],
)  # fmt: skip
def test_a_number_has_the_marks_of_its_language(tag, value, decimals, expected):
    language = find_language(tag)
    assert language is not None
    assert decimal_text(Decimal(value), decimals, language) == expected
