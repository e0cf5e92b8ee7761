"""Drawings become pixels, the same ones every time."""

from io import BytesIO

from PIL import Image

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
