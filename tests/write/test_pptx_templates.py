"""Decks on publishers' templates, opened again: native slides on their own layouts, in their own colours."""

import io
import re
from functools import cache

import pptx
import pytest

from builder.output.palette import Shade
from builder.output.resources import Resources
from builder.plan.deck import decide_breaks, plan_deck
from builder.write.pptx import write_pptx
from builder.write.pptx.package import shaded
from tests.plan.brands import branded
from tests.plan.decks import RESOURCES, picture
from tests.plan.lesson_editions import edition_of
from tests.typeset import templates
from tests.typeset.templates import THEMES, unpack
from tests.write.deck_files import LESSON

NAMES = ("standard", "unusual")
EVERYWHERE = pytest.mark.parametrize("name", NAMES)


def resources(name):
    """Return what planners and writers get where a sample template stands in for ours."""
    return Resources(files=templates.resource_files(name), fonts="")


@cache
def deck(name):
    """Return the planned deck of a lesson with every construct, on a template."""
    edition = branded(edition_of(LESSON, pictures=picture("figures/press.svg")))
    breaks, _ = decide_breaks((edition,), resources(name))
    planned, found = plan_deck(edition, resources(name), breaks)
    assert [one.message for one in found if one.severity == "error"] == []
    return planned


@cache
def written(name):
    return write_pptx(deck(name), resources(name))


@EVERYWHERE
def test_the_same_deck_gives_the_same_bytes(name):
    assert write_pptx(deck(name), resources(name)) == written(name)


@EVERYWHERE
def test_every_slide_stands_on_a_layout_of_the_template_with_a_title_of_its_own(name):
    presentation = pptx.Presentation(io.BytesIO(written(name)))
    own = {layout.name for layout in presentation.slide_layouts}
    assert [slide.slide_layout.name for slide in presentation.slides] == [slide.layout for slide in deck(name).slides]
    assert {slide.layout for slide in deck(name).slides} <= own
    titles = [slide.shapes.title.text for slide in presentation.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert len({slide.layout for slide in deck(name).slides}) > 1


@EVERYWHERE
def test_all_text_but_the_band_stands_in_placeholders_and_every_slide_has_notes(name):
    for slide in pptx.Presentation(io.BytesIO(written(name))).slides:
        assert slide.has_notes_slide
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                assert shape.is_placeholder, (slide.name, shape.name)


@EVERYWHERE
def test_tables_stand_in_the_place_for_contents_where_they_are_alone(name):
    tables = [
        (slide, shape)
        for slide in pptx.Presentation(io.BytesIO(written(name))).slides
        for shape in slide.shapes
        if shape.has_table
    ]
    assert tables
    assert any(shape.is_placeholder for _, shape in tables)
    assert all(shape.table.first_row for _, shape in tables)


@EVERYWHERE
def test_no_slide_names_a_colour_that_is_ours_alone(name):
    theirs = {shade.scheme for _, shade in deck(name).shades if shade.scheme}
    values = {shade.value for _, shade in deck(name).shades if not shade.scheme}
    for part, data in unpack(written(name)).items():
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", part):
            assert set(re.findall(rb'schemeClr val="(\w+)"', data)) <= {one.encode() for one in theirs}
            assert set(re.findall(rb'srgbClr val="(\w+)"', data)) <= {one.encode() for one in values}


def test_our_own_theme_keeps_its_names_for_colours():
    edition = edition_of(LESSON, pictures=picture("figures/press.svg"))
    planned, _ = plan_deck(edition, RESOURCES, None)
    assert planned.shades == ()
    slides = b"".join(
        data for part, data in unpack(write_pptx(planned, RESOURCES)).items() if part.startswith("ppt/slides/")
    )
    assert b"srgbClr" not in slides


def test_shades_are_put_in_for_our_colours_and_for_nothing_else():
    xml = '<a:schemeClr val="accent2"/><a:t>schemeClr val="accent2"</a:t><a:schemeClr val="accent6"><a:lumMod val="90000"/></a:schemeClr><a:schemeClr val="hlink"/>'
    shades = (("sea", Shade("123456")), ("line", Shade("ABCDEF", "tx2")))
    assert shaded(xml, shades) == (
        '<a:srgbClr val="123456"/><a:t>schemeClr val="accent2"</a:t><a:schemeClr val="tx2"/><a:schemeClr val="hlink"/>'
    )
    assert shaded(xml, ()) == xml


@EVERYWHERE
def test_the_template_s_own_parts_are_kept_as_they_are(name):
    before, after = unpack(templates.tamed(getattr(templates, name)())), unpack(written(name))
    for part, data in before.items():
        if part.startswith(("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/", "ppt/media/")):
            assert after[part] == data
    assert after["docProps/core.xml"] != before["docProps/core.xml"]


def test_a_layout_that_swaps_its_colours_swaps_them_on_its_slides():
    part = "ppt/slideLayouts/slideLayout3.xml"
    swapped = '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
    data = templates.tamed(templates.changed(templates.unusual(), part, templates.PLAIN, swapped))
    other = Resources(files={**templates.resource_files("unusual"), "deck.pptx": data}, fonts="")
    planned, _ = plan_deck(edition_of("- One\n"), other, None)
    files = unpack(write_pptx(planned, other))
    for number, slide in enumerate(planned.slides, start=1):
        assert (swapped.encode() in files[f"ppt/slides/slide{number}.xml"]) == (slide.layout == "Inhalt")


def test_a_template_that_is_a_whole_deck_gives_only_its_layouts():
    planned, _ = plan_deck(edition_of("- One\n"), RESOURCES, None)
    first = write_pptx(planned, RESOURCES)
    files = {**RESOURCES.files, "deck.pptx": templates.tamed(first), "house.pptx": (THEMES / "deck.pptx").read_bytes()}
    again, _ = plan_deck(edition_of("- One\n"), Resources(files=files, fonts=""), None)
    assert again == planned
    second = unpack(write_pptx(again, Resources(files=files, fonts="")))
    assert {name for name in second if "/slides/" in name} == {name for name in unpack(first) if "/slides/" in name}
