"""Lines are broken where office suites break them, and never into fewer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builder.typeset.lines import SAFETY, count_lines, fits_unbroken, line_width, shape
from builder.typeset.metrics import WIDE, is_listed, read_metrics, text_width

TABLE = (Path(__file__).parents[2] / "builder" / "themes" / "carlito.json").read_bytes()
METRICS = read_metrics(TABLE)


def shaped(*texts, face="regular", whole=False):
    return shape([(text, face, whole) for text in texts], METRICS)


def test_widths_are_those_of_the_typeface():
    assert text_width("n", "regular", METRICS) == pytest.approx(1076 / 2048)
    assert text_width("Љубов", "bold", METRICS) > text_width("Љубов", "regular", METRICS) > 0
    assert METRICS.line == pytest.approx(1.2207, abs=0.0001)


@pytest.mark.parametrize("text", ["ëçË", "ѓќѕџљњ", "ђћ", "đžšćč", "ğışİ", "αβγ", "„“‚‘«»–—…", "0123456789%±"])
def test_the_table_has_the_letters_of_our_languages(text):
    assert is_listed(text, METRICS)


def test_what_the_table_lacks_counts_as_wide_and_marks_take_no_room():
    assert text_width("漢", "regular", METRICS) == WIDE
    assert text_width("a\u20e3", "regular", METRICS) == text_width("a", "regular", METRICS)
    assert not shaped("السلام").listed


def test_words_are_broken_at_blanks_and_after_hyphens_only():
    assert len(shaped("one two-three four/five").words) == 4
    assert len(shaped("2012-2016").words) == 1
    assert len(shaped("no\u00a0break").words) == 1
    assert len(shaped("漢字").words) == 2


def test_a_word_may_change_its_face_without_a_break():
    mixed = shape([("Press", "bold", False), ("ing it", "regular", False)], METRICS)
    assert len(mixed.words) == 2


def test_a_forced_break_ends_the_line():
    assert count_lines(shaped("one\ntwo"), 100) == 2
    assert line_width(shaped("one\ntwo")) == pytest.approx(text_width("two", "regular", METRICS))


def test_a_link_stays_whole_but_its_words_alone_count_as_long():
    link = shaped("a link of several words", whole=True)
    assert len(link.words) == 1
    assert link.widest == pytest.approx(text_width("several", "regular", METRICS))
    assert fits_unbroken([link], 4)


def test_a_word_wider_than_the_line_takes_several():
    wide = shaped("m" * 100)
    assert count_lines(wide, line_width(wide) / 3.5) >= 4
    assert not fits_unbroken([wide], 10)


TEXTS = some.text("abcdef ,-–\n„“шљ", min_size=1, max_size=80)


@given(TEXTS, some.floats(2, 40))
def test_a_narrower_line_never_needs_fewer_lines(text, width):
    words = shaped(text)
    assert count_lines(words, width * 0.8) >= count_lines(words, width) >= text.count("\n") + 1


@given(TEXTS)
def test_a_text_as_wide_as_the_line_takes_only_the_breaks_it_asks_for(text):
    words = shaped(text)
    assert count_lines(words, line_width(words) / SAFETY + 0.01) == text.count("\n") + 1


@given(TEXTS.filter(lambda text: "-" not in text and "–" not in text), some.integers(0, 80))
def test_where_a_text_changes_its_run_does_not_matter(text, cut):
    once, twice = shaped(text).words, shaped(text[:cut], text[cut:]).words
    assert [word for pair in twice for word in pair] == pytest.approx([word for pair in once for word in pair])
