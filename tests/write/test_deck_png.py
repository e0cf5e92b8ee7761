"""A deck as pictures: one for each slide, under its number and id, drawn as its page is."""

import io
import zipfile
from io import BytesIO

import pytest
from PIL import Image

from builder.write.deck_png import write_deck_png
from builder.write.deck_thumbnails import draw_slides
from tests.write.deck_papers import drawing, paper


@pytest.fixture(scope="module")
def pictures():
    return draw_slides(paper("mk"), drawing(), 320)


def test_each_slide_has_one_by_its_id_in_order(pictures):
    assert list(pictures) == [slide.id for slide in paper("mk").deck.slides]


def test_they_have_the_width_that_was_asked_for_and_the_slides_shape(pictures):
    assert {Image.open(BytesIO(data)).size for data in pictures.values()} == {(320, 180)}


def test_they_show_the_grounds_of_the_template(pictures):
    first, section = (Image.open(BytesIO(data)).convert("RGB") for data in list(pictures.values())[:2])
    assert first.getpixel((20, 20)) == (0x0F, 0x4C, 0x5C)
    assert first.getpixel((300, 30)) == (0xF7, 0xF2, 0xE8)
    assert section.getpixel((300, 30)) == (0x0F, 0x4C, 0x5C)


def test_a_sheet_of_three_gives_the_same_pictures(pictures):
    assert draw_slides(paper("mk", 3), drawing(), 320) == pictures


def test_the_archive_numbers_them_and_is_the_same_each_time():
    data = write_deck_png(paper("en"), drawing())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert names == [f"{number:02}-{slide.id}.png" for number, slide in enumerate(paper("en").deck.slides, start=1)]
        assert Image.open(BytesIO(archive.read(names[0]))).size == (1280, 720)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert write_deck_png(paper("en"), drawing()) == data
