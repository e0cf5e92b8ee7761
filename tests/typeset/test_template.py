"""A template's boxes and looks are resolved through layout, master and the master's text styles."""

import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from builder.typeset.template import read_theme

ROOT = Path(__file__).parents[2]
TEMPLATE = (ROOT / "builder" / "themes" / "deck.pptx").read_bytes()
THEME = read_theme(TEMPLATE)
LAYOUTS = (
    "Title", "Section", "Title only", "Points", "Two columns", "Three columns", "Comparison", "Table", "Mixed",
    "Points and table", "Picture", "Picture and points", "Quotation", "Chart",
    "Key message", "Key messages", "Process", "Timeline", "Activity",
    "Question", "Question with pairs", "Case", "Sources", "Closing", "Imprint",
)  # fmt: skip


def test_the_slide_is_sixteen_to_nine():
    assert (THEME.width, THEME.height) == (960, 540)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_has_a_title_and_a_strip_and_its_placeholders_stand_on_the_slide(name):
    areas = THEME.areas(name)
    assert {0, 90, 91} <= set(areas)
    for area in areas.values():
        assert area.box.left >= 0
        assert area.box.right <= THEME.width
        assert area.box.bottom <= THEME.height


def test_there_is_no_other_layout():
    assert set(THEME.names) == set(LAYOUTS)


def test_looks_come_from_the_layout_or_else_from_the_master():
    points = THEME.area("Points", 1)
    assert [points.look(level).size for level in range(6)] == [28, 24, 22, 20, 20, 20]
    assert (points.look(0).marker, points.look(0).margin, points.look(0).hanging) == ("bullet", 25.2, 25.2)
    assert THEME.area("Points", 0).look(0).bold
    assert THEME.area("Key message", 0).look(0).size == 40
    assert THEME.area("Activity", 7).look(0).colour == "white"


def test_a_title_holds_two_lines():
    title = THEME.area("Points", 0)
    assert 2 * title.look(0).size * title.look(0).line * 1.2207 <= title.box.height


def test_a_layout_that_is_not_there_is_that_of_points():
    assert THEME.areas("Nothing of the kind") == THEME.areas("Points")


def test_a_template_with_entities_is_refused():
    data = BytesIO(TEMPLATE)
    with zipfile.ZipFile(data, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("ppt/presentation.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(ValueError, match="entities"):
        read_theme(data.getvalue())


def test_the_template_is_what_its_script_makes():
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from make_deck_theme import parts
    finally:
        sys.path.pop(0)
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as package:
        stored = {name: package.read(name).decode() for name in package.namelist()}
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert stored == parts()


def test_the_template_names_nobody_and_no_date():
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as package:
        core = package.read("docProps/core.xml").decode()
    assert "creator" not in core
    assert "dcterms:created" not in core


CONTRASTS = (
    ("dk1", "lt1", 7), ("dk1", "lt2", 7), ("dk1", "accent6", 7), ("dk2", "lt1", 7),
    ("dk2", "lt2", 7), ("dk2", "accent6", 7),
    ("lt1", "accent1", 7), ("lt1", "accent2", 4.5), ("lt1", "accent4", 4.5), ("lt1", "accent5", 4.5),
    ("accent6", "accent1", 4.5), ("accent5", "lt1", 4.5), ("accent5", "lt2", 4.5), ("accent5", "accent6", 4.5),
    ("accent4", "lt1", 4.5), ("accent4", "lt2", 4.5), ("accent2", "lt1", 4.5), ("hlink", "lt1", 4.5),
)  # fmt: skip


@pytest.mark.parametrize(("text", "ground", "least"), CONTRASTS)
def test_text_stands_out_from_its_ground(text, ground, least):
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    colours = dict(re.findall(r'<a:(\w+)><a:srgbClr val="(\w{6})"/>', theme))
    lighter, darker = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= least


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
