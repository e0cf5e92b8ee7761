"""Colours reckoned with: contrast as WCAG has it, shades that can be read, a palette that follows from one colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.output.palette import HOUSE
from builder.typeset.colours import NAMES, TEXT, WHITE, contrast, mix, pairs_of, palette_of, readable

COLOURS = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),
        ("0000FF", "FFFFFF", 8.59),
        ("FF0000", "00FF00", 2.91),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, COLOURS, st.sampled_from([3.0, TEXT]))
def test_a_readable_shade_can_be_read_and_is_the_colour_itself_where_that_can(colour, ground, least):
    shade = readable(colour, ground, least)
    assert contrast(shade, ground) >= least
    if contrast(colour, ground) >= least:
        assert shade == colour


@given(COLOURS, COLOURS)
def test_a_mixture_goes_from_one_to_the_other(one, other):
    assert (mix(one, other, 0.0), mix(one, other, 1.0)) == (one, other)


def test_our_own_colours_can_all_be_read():
    assert [pair.where for pair in pairs_of(HOUSE) if contrast(pair.text, pair.ground) < pair.least] == []


def test_without_colours_of_its_own_a_publisher_has_ours():
    assert palette_of(()) == palette_of((("primary", HOUSE.teal), ("accent", HOUSE.amber))) == HOUSE


@pytest.mark.parametrize(("name", "field"), NAMES.items())
def test_each_colour_that_is_given_stands_as_it_is(name, field):
    assert getattr(palette_of(((name, "123456"),)), field) == "123456"
    both = palette_of((("primary", "004488"), (name, "123456")))
    assert getattr(both, field) == "123456"


@given(COLOURS)
def test_what_follows_from_a_primary_colour_goes_with_it(primary):
    palette = palette_of((("primary", primary),))
    assert (palette.amber, palette.brick, palette.ink) == (HOUSE.amber, HOUSE.brick, HOUSE.ink)
    assert contrast(palette.mist, WHITE) < 1.5
    if contrast(primary, WHITE) >= TEXT:
        assert contrast(palette.sea, WHITE) >= TEXT


def test_a_pale_primary_colour_is_found_hard_to_read():
    weak = [
        pair for pair in pairs_of(palette_of((("primary", "E2A32B"),))) if contrast(pair.text, pair.ground) < pair.least
    ]
    assert "titles in the primary colour on white" in {pair.where for pair in weak}
