"""Columns share a page by their text; long words may be divided where syllables end."""

from hypothesis import given
from hypothesis import strategies as st

from builder.output.text import Run
from builder.typeset.columns import SIDEWAYS, UPRIGHT, least_width, letters_at, share_columns, soften, soften_cell

WORDS = st.text(alphabet="abeio ж", max_size=70)
ROWS = st.integers(1, 8).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def test_short_columns_are_as_wide_as_their_text():
    columns = share_columns([["Sign", "Meaning of it"], ["x", "y"]])
    assert (columns.widths, columns.full) == ((7, 16), False)


def test_a_full_table_gives_the_room_to_those_who_have_more_to_say():
    columns = share_columns([["Word", "long text " * 20, "some words here"]])
    assert columns.full
    assert columns.widths[1] > columns.widths[2] > columns.widths[0] >= len("Word") + 3


@given(ROWS, st.sampled_from([UPRIGHT, SIDEWAYS]))
def test_columns_never_take_more_than_the_page_and_none_vanishes(rows, page):
    columns = share_columns(rows, page)
    assert len(columns.widths) == len(rows[0])
    assert sum(columns.widths) <= page
    assert min(columns.widths) >= 4


@given(ROWS, st.sampled_from([UPRIGHT, SIDEWAYS]))
def test_a_table_is_tight_only_where_its_words_need_more_than_the_page(rows, page):
    columns = share_columns(rows, page)
    assert columns.tight == (least_width(rows) > page)
    for width, cells in zip(columns.widths, zip(*rows, strict=True), strict=True):
        numbers = [len(word) for cell in cells for word in cell.split() if not word.isalpha()]
        assert columns.tight or width >= max(numbers, default=0) + 3


def test_numbers_need_all_their_digits_and_long_words_only_a_part():
    assert least_width([["a", "1234567890123"], ["verylongword" * 3, "2"]]) == (10 + 3) + (13 + 3)


def test_large_print_leaves_fewer_letters():
    assert letters_at(UPRIGHT, 11) == UPRIGHT
    assert letters_at(UPRIGHT, 22) == UPRIGHT // 2


def test_in_a_tight_table_everything_may_be_divided_and_nothing_is_lost():
    (run,) = soften_cell((Run(text="1234567890 ab", language="en"),), 7, tight=True)
    assert run.text.replace("\u200b", "|") == "1234|5678|90 ab"
    (plain,) = soften_cell((Run(text="1234567890 ab", language="en"),), 7)
    assert plain.text == "1234567890 ab"


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
