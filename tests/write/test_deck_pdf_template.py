"""What our theme and a publisher's template say of a slide's colours, read from the templates themselves."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pptx
import pytest

from builder.output.deck import Paragraph
from builder.output.resources import Resources
from builder.typeset.colours import contrast
from builder.typeset.template import read_theme
from builder.write.deck_pdf_template import NOTHING, template_of
from tests.plan.deck_papers import DRAWN

OURS = DRAWN.files["deck.pptx"]
OTHERS = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()


def ours():
    return template_of(DRAWN)


def others():
    return template_of(Resources(files={"deck.pptx": OTHERS, "house.pptx": OURS}, fonts=""))


def areas(template, layout):
    theme = read_theme(template)
    return {area.placeholder.index: area.placeholder for area in theme.stand_in(layout).areas}


def changed(old, new):
    """Return our template with another colour in its theme."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(OURS)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new) if "/theme/" in name else before.read(name))
    return template_of(Resources(files={"deck.pptx": buffer.getvalue()}, fonts=""))


def test_our_colours_are_those_of_the_theme():
    assert (ours().colours["teal"], ours().colours["sand"], ours().colours["white"]) == (
        "#0F4C5C",
        "#F7F2E8",
        "#FFFFFF",
    )
    assert changed(b"0F4C5C", b"123456").colours["teal"] == "#123456"
    assert "#123456" in changed(b"0F4C5C", b"123456").ground("Section", "en")["drawing"]


@pytest.mark.parametrize(
    ("layout", "index", "level", "expected"),
    [
        ("Section", 0, 0, "#FFFFFF"),
        ("Points", 0, 0, "#0F4C5C"),
        ("Points", 1, 0, "#1B2A34"),
        ("Activity", 7, 2, "#E6EEF0"),
    ],
)
def test_letters_have_the_colour_of_their_place(layout, index, level, expected):
    holder = areas(OURS, layout)[index]
    look = holder.looks[level]
    assert ours().letters(layout, holder, look, level) == expected


def test_letters_that_say_a_colour_have_it():
    holder = areas(OURS, "Points")[1]
    assert ours().letters("Points", holder, replace(holder.looks[0], colour="brick"), 0) == "#A8432B"


def test_places_are_painted_as_the_layout_paints_them():
    template = ours()
    assert template.place("Activity", areas(OURS, "Activity")[7]).fill == "#0F4C5C"
    card = template.place("Question", areas(OURS, "Question")[21])
    assert card.fill == "#FFFFFF"
    assert card.line is not None
    assert card.line[1] == 1.5
    assert template.place("Points", areas(OURS, "Points")[1]) == NOTHING
    assert template.place("Points", None) == NOTHING


def test_tables_look_as_the_templates_style_says():
    look = ours().table
    assert (look.head, look.letters, look.bold, look.rows, look.banded) == (
        "#0F4C5C", "#FFFFFF", True, "#FFFFFF", "#F7F2E8",
    )  # fmt: skip
    assert changed(b"0F4C5C", b"123456").table.head == "#123456"


def test_a_sign_before_an_item_has_the_colour_that_the_template_gives_it():
    holder = areas(OURS, "Points")[1]
    assert ours().bullet("Points", holder, Paragraph(runs=(), look=holder.looks[0])) == "#2A7F8E"
    holder = areas(OTHERS, "Points")[1]
    point = Paragraph(runs=(), look=holder.looks[0])
    assert others().bullet("Points", holder, point) == "#000000", "that of its text"
    assert others().bullet("Points", holder, replace(point, mark="A")) == others().colours["sea"], "a letter of ours"


def test_a_template_of_others_has_every_colour_and_all_can_be_read():
    template = others()
    assert set(template.colours) == set(ours().colours)
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in template.colours.values())
    page = template.colours["white"].lstrip("#")
    for name in ("ink", "teal", "sea", "brick", "grey"):
        assert contrast(template.colours[name].lstrip("#"), page) >= 4.5, name


def test_every_layout_of_either_template_has_a_ground():
    for template, data in ((ours(), OURS), (others(), OTHERS)):
        for name in read_theme(data).names:
            ground = template.ground(name, "en")
            assert ground["drawing"].startswith("<svg")
            assert ground["words"] == []
    assert others().table.letters == others().colours["white"]
