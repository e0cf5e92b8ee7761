"""Fonts are measured as the library of fonts measures them; a damaged one says so and nothing else."""

import io
import json

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from builder.typeset.font_file import NoFont, read_font
from builder.typeset.metrics import read_metrics, text_width
from builder.typeset.template_fonts import TABLES, find_table, font_table, lacking
from tests.typeset.templates import THEMES, font_files, tiny_font

FONTS = {f"{name} {face}": data for name, faces in font_files().items() for face, data in faces.items()}
TINY = tiny_font("abc")


@pytest.mark.parametrize("name", FONTS)
def test_every_character_is_as_wide_as_the_library_says(name):
    font, oracle = read_font(FONTS[name]), TTFont(io.BytesIO(FONTS[name]))
    glyphs = {code: glyph for code, glyph in oracle.getBestCmap().items() if glyph != ".notdef"}
    assert {code: oracle["hmtx"][glyph][0] for code, glyph in glyphs.items()} == font.widths
    assert font.units == oracle["head"].unitsPerEm
    header = oracle["hhea"]
    assert font.line >= header.ascent - header.descent + header.lineGap
    assert font.ascent == header.ascent


def test_a_table_of_a_font_s_files_measures_its_text():
    table = font_table(font_files()["FiraGO"])
    metrics, fonts = read_metrics(table), {face: read_font(data) for face, data in font_files()["FiraGO"].items()}
    assert metrics.line == pytest.approx(1.2, abs=0.001)
    for face, font in fonts.items():
        assert text_width("Zemra Ѓорѓи", face, metrics) == pytest.approx(
            sum(font.widths[ord(letter)] for letter in "Zemra Ѓорѓи") / font.units
        )


def test_a_face_without_a_file_is_taken_to_be_wide():
    alone = read_metrics(font_table({"regular": font_files()["Noto Sans"]["regular"]}))
    whole = read_metrics(font_table(font_files()["Noto Sans"]))
    for face in ("bold", "italic", "bold-italic"):
        assert text_width("Reintegration of a person", face, alone) >= text_width(
            "Reintegration of a person", face, whole
        )


def test_lines_are_never_closer_than_an_office_suite_sets_them():
    assert read_metrics(font_table({"regular": TINY})).line == 1.2
    for table in set(TABLES.values()):
        assert (
            json.loads((THEMES / table).read_bytes())["line"]
            >= 1.2 * json.loads((THEMES / table).read_bytes())["units"] - 1
        )


def test_typefaces_that_are_measured_already_are_known_by_name():
    assert find_table("Arial") == find_table(" arial ") == "liberation-sans.json"
    assert find_table("Calibri") == "carlito.json"
    assert find_table("Verdana") is None


def test_letters_that_a_typeface_lacks_are_named_once_in_order():
    assert lacking("abcdaxd", font_table({"regular": TINY})) == "dx"


@pytest.mark.parametrize(
    "data", [b"", b"text", b"OTTO", TINY[:60], TINY[:300], bytes(500), b"\x00\x01\x00\x00" + bytes(40)]
)
def test_what_is_no_font_says_so(data):
    with pytest.raises(NoFont):
        read_font(data)


def test_a_table_needs_the_regular_face():
    with pytest.raises(NoFont, match="regular"):
        font_table({"bold": TINY})


@given(st.integers(0, len(TINY) - 1), st.integers(0, 255))
def test_damage_gives_other_measures_or_says_so(place, value):
    data = bytearray(TINY)
    data[place] = value
    try:
        font = read_font(bytes(data))
    except NoFont:
        return
    assert font.widths
    assert len(font.widths) <= 300_000
