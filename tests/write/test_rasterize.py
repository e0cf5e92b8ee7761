"""Drawings become pixels, the same ones every time."""

from io import BytesIO

import pytest
from PIL import Image

from builder import files
from builder.typeset.fonts import font_files, font_sizes
from builder.write.rasterize import rasterize
from tests.write.papers import SVG


def test_the_picture_is_as_wide_as_asked_and_keeps_its_shape_and_colours():
    picture = Image.open(BytesIO(rasterize(SVG, 320)))
    assert picture.format == "PNG"
    assert picture.size == (320, 120)
    assert picture.convert("RGB").getpixel((160, 20)) == (0xF7, 0xF2, 0xE8)


def test_what_is_empty_is_transparent():
    empty = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="10" fill="#000"/></svg>'
    )
    picture = Image.open(BytesIO(rasterize(empty, 20))).convert("RGBA")
    assert picture.getpixel((15, 10))[3] == 0
    assert picture.getpixel((5, 10))[3] == 255


def test_two_runs_are_equal():
    rasterize.cache_clear()
    first = rasterize(SVG, 200)
    rasterize.cache_clear()
    assert rasterize(SVG, 200) == first


@pytest.mark.parametrize(
    "written",
    ["", 'font-family="Carlito"', "font-family=\"'Open Sans', sans-serif\"", 'style="font-family:Arial;fill:#000"'],
)
def test_words_in_a_typeface_that_is_not_there_are_set_in_ours(written):
    fonts = str(files.font_folder(font_files(), font_sizes()))
    body = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><text x="9" y="40" font-size="24" {}>Разг</text></svg>'
    ours = rasterize(body.format('font-family="FiraGO"').encode(), 200, fonts)
    assert rasterize(body.format(written).encode(), 200, fonts) == ours
    assert rasterize(body.format('font-family="serif"').encode(), 200, fonts) != ours
