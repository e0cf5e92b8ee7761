"""Room for text that nobody has measured: never less than a real typeface takes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.typeset.letters import fill_lines, text_room
from builder.typeset.metrics import read_metrics, text_width

CARLITO = read_metrics((Path(__file__).parents[2] / "builder/themes/carlito.json").read_bytes())
WORDS = (
    "Illness",
    "Мммм",
    "жжжж",
    "WWW",
    "Probation officers",
    "Ѓорѓи Џамбазов",
    "çështje",
    "1,070.5 %",
    "Босна и Херцеговина",
)


@pytest.mark.parametrize("words", WORDS)
def test_the_room_is_enough(words):
    assert text_room(words) >= text_width(words, "regular", CARLITO)
    assert text_room(words) <= 2.2 * text_width(words, "regular", CARLITO)


@given(st.text(alphabet="ab жШ", max_size=80), st.floats(1.0, 20.0))
def test_no_line_is_longer_than_its_room_and_no_letter_is_lost(text, room):
    lines = fill_lines(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_room(line) <= max(room, text_room("Ш")) for line in lines)
