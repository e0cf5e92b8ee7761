"""A message cut into text and codes."""

import pytest

from builder.localize.exchange.codes import cut


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("**bold**", ["**", "**"]),
        ("a **bold** and *italic* word", ["**", "**", "*", "*"]),
        ("***both***", ["***", "***"]),
        ("**bold and *both***", ["**", "*", "***"]),
        ("***both* and bold**", ["***", "*", "**"]),
        ("**one**, **two**.", ["**", "**", "**", "**"]),
        ("2 * 3", []),
    ],
)
def test_a_run_of_marks_is_one_code(text: str, codes: list[str]) -> None:
    parts = list(cut(text))
    assert [part for is_code, part in parts if is_code] == codes
    assert "".join(part for _is_code, part in parts) == text
