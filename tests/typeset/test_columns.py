"""Columns share a page by their text; long words may be divided where syllables end."""

from hypothesis import given
from hypothesis import strategies as st

from builder.output.text import Run
from builder.write.columns import share_columns, soften

WORDS = st.text(alphabet="abeio ж", max_size=70)
ROWS = st.integers(1, 8).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text, language="en"),)


def test_short_columns_are_as_wide_as_their_text():
    columns = share_columns([[runs("Sign"), runs("Meaning of it")], [runs("x"), runs("y")]])
    assert (columns.widths, columns.full) == ((7, 16), False)


def test_a_full_table_gives_the_room_to_those_who_have_more_to_say():
    columns = share_columns([[runs("Word"), runs("long text " * 20), runs("some words here")]])
    assert columns.full
    assert columns.widths[1] > columns.widths[2] > columns.widths[0] >= len("Word") + 3


@given(ROWS)
def test_columns_never_take_more_than_the_page_and_none_vanishes(rows):
    columns = share_columns([[runs(cell) for cell in row] for row in rows])
    assert len(columns.widths) == len(rows[0])
    assert sum(columns.widths) <= 84
    assert min(columns.widths) >= 4


def test_a_table_without_columns_has_no_widths():
    assert share_columns([[]]).widths == ()


def test_only_long_words_are_divided_and_only_between_syllables():
    divided = soften(Run(text="to дерадикализацијата", language="mk"), 12)
    assert divided.text.replace("\u00ad", "|") == "to де|ра|ди|ка|ли|за|ци|ја|та"
    assert soften(Run(text="short words only", language="en"), 12).text == "short words only"


@given(st.text(max_size=60), st.integers(4, 20))
def test_dividing_adds_nothing_but_places_to_divide(text, room):
    run = Run(text=text.replace("\u00ad", ""), language="en")
    assert soften(run, room).text.replace("\u00ad", "") == run.text


def test_addresses_and_what_is_typed_stay_whole():
    for run in (
        Run(text="a" * 20 + "babababa", language="en", link="https://x.org"),
        Run(text="ba" * 20, language="en", code=True),
    ):
        assert soften(run, 5) == run
