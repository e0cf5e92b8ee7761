"""What `course explain` knows."""

import pytest

from builder.diagnostics import Code
from builder.diagnostics.explanations import EXPLANATIONS, Explanation, explain, nearest_code


def test_every_code_has_one_row_in_the_order_of_the_codes() -> None:
    assert [row.code for row in EXPLANATIONS] == list(Code)


@pytest.mark.parametrize("row", EXPLANATIONS, ids=lambda row: row.code.value)
def test_rows_are_whole_and_short(row: Explanation) -> None:
    texts = (row.title, row.why, row.fix, row.bad, row.good)
    assert all(text == text.strip() and text for text in texts)
    assert len(row.title) <= 80
    assert not row.title.endswith(".")
    assert row.why.endswith(".")
    assert row.fix.endswith(".")
    assert max(len(row.why), len(row.fix)) <= 260
    assert row.bad != row.good
    assert max(len(line) for text in texts[3:] for line in text.split("\n")) <= 110


def test_finds_a_row_by_its_code_and_nothing_else() -> None:
    row = explain(" Raw-HTML ")
    assert row is not None
    assert row.code is Code.RAW_HTML
    assert explain("raw") is None
    assert explain("") is None


def test_names_what_was_probably_meant() -> None:
    assert nearest_code("raw_htlm") == "raw-html"
    assert nearest_code("FIGURE-NO-ALT") == "figure-without-alt"
    assert nearest_code("zzz") is None
