"""What a template's colours come to: what lies under a place, and which of its colours stand for ours."""

import re
from xml.etree import ElementTree

import pytest

from builder.typeset.colours import TEXT, contrast
from builder.typeset.template_areas import body_of
from builder.typeset.template_colours import ground_of, plain_on, tones_of
from builder.typeset.template_layouts import texts_of, title_of
from builder.typeset.template_scheme import Scheme
from tests.typeset import templates
from tests.typeset.templates import changed, pack, theme_of, unpack

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
MASTER = "ppt/slideMasters/slideMaster1.xml"
SCHEME = Scheme({"tx1": "000000", "accent1": "4F81BD", "bg1": "FFFFFF"}, "Heads", "Body")
BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
PICTURE = '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId7"/><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
BLEND = (
    '<p:bg><p:bgPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="888888"/></a:gs></a:gsLst><a:lin ang="0"/></a:gradFill><a:effectLst/></p:bgPr></p:bg>'
)


@pytest.mark.parametrize(
    ("written", "value", "name"),
    [
        ('<a:schemeClr val="accent1"/>', "4F81BD", "accent1"),
        ('<a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>', "898989", ""),
        ('<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>', "595959", ""),
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>', "366092", ""),
        ('<a:srgbClr val="ff8800"/>', "FF8800", ""),
        ('<a:sysClr val="windowText" lastClr="101010"/>', "101010", ""),
        ('<a:prstClr val="white"/>', "FFFFFF", ""),
    ],
)
def test_colours_are_read_as_office_shows_them(written, value, name):
    element = ElementTree.fromstring(written.replace(" val", f" {A} val", 1))
    shade = SCHEME.tone(element)
    assert shade is not None
    assert max(abs(int(shade.value[n : n + 2], 16) - int(value[n : n + 2], 16)) for n in (0, 2, 4)) <= 2
    assert shade.scheme == name


@pytest.mark.parametrize(
    "written", ['<a:schemeClr val="phClr"/>', '<a:scrgbClr r="0" g="0" b="0"/>', '<a:srgbClr val="red"/>']
)
def test_a_colour_that_cannot_be_told_is_none(written):
    assert SCHEME.tone(ElementTree.fromstring(written.replace(" ", f" {A} ", 1))) is None


def test_typefaces_go_by_their_part():
    assert [SCHEME.font(name) for name in ("+mj-lt", "+mn-lt", "", None, "Verdana")] == [
        "Heads",
        "Body",
        "Body",
        "Body",
        "Verdana",
    ]


def test_a_shape_behind_a_title_is_its_ground():
    layout = theme_of(templates.unusual()).stand_in("Points")
    assert [tone.value for tone in ground_of(layout, title_of(layout)).tones] == ["4A235A"]
    assert [tone.value for tone in ground_of(layout, texts_of(layout)[0]).tones] == ["FFFFFF"]


def test_a_layout_that_hides_its_master_s_shapes_stands_on_its_own_ground():
    layout = theme_of(templates.unusual()).stand_in("Title")
    assert [tone.scheme for tone in ground_of(layout, title_of(layout)).tones] == ["accent1"]


def test_a_picture_hides_the_ground_and_a_blend_has_several():
    theme = theme_of(changed(templates.unusual(), MASTER, BACKGROUND, PICTURE))
    points = theme.stand_in("Points")
    assert ground_of(points, body_of(theme.stand)).tones == ()
    theme = theme_of(changed(templates.unusual(), MASTER, BACKGROUND, BLEND))
    assert [tone.value for tone in ground_of(theme.stand_in("Points"), body_of(theme.stand)).tones] == [
        "FFFFFF",
        "888888",
    ]


def dark(data):
    """Return a template whose master calls its dark colours light and its light ones dark."""
    swapped = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
    parts = unpack(data)
    text = parts[MASTER].decode()
    for name, target in swapped.items():
        text = re.sub(rf'{name}="\w+"', f'{name}="{target}"', text, count=1)
    return pack({**parts, MASTER: text})


@pytest.mark.parametrize("name", ["standard", "unusual", "dark", "picture"])
def test_our_colours_in_a_template_can_be_read_where_points_stand(name):
    data = {
        "standard": templates.standard, "unusual": templates.unusual, "dark": lambda: dark(templates.standard()),
        "picture": lambda: changed(templates.unusual(), MASTER, BACKGROUND, PICTURE),
    }[name]()  # fmt: skip
    tones = dict(theme_of(data).shades)
    page = tones["white"].value
    for colour in ("ink", "teal", "sea", "brick", "grey"):
        assert contrast(tones[colour].value, page) >= TEXT, colour
    assert contrast(tones["ink"].value, tones["mist"].value) >= TEXT
    assert contrast(tones["ink"].value, tones["sand"].value) >= TEXT
    assert set(tones) == {"ink", "white", "teal", "sea", "sand", "mist", "amber", "brick", "grey", "line"}


def test_a_dark_template_has_light_text():
    tones = dict(theme_of(dark(templates.standard())).shades)
    assert (tones["white"].scheme, tones["ink"].scheme) == ("bg1", "tx1")
    assert (tones["white"].value, tones["ink"].value) == ("000000", "FFFFFF")


def test_text_of_ours_on_a_dark_layout_is_light():
    theme = theme_of(templates.unusual())
    tones = tones_of(theme.stand_in("Points"), body_of(theme.stand))
    title = theme.stand_in("Title")
    assert plain_on(title, title_of(title), tones) == "white"
    assert plain_on(theme.stand_in("Points"), body_of(theme.stand), tones) == "ink"
    coloured = BACKGROUND.replace("bg1", "accent1")
    pictured = theme_of(changed(templates.unusual(), "ppt/slideLayouts/slideLayout1.xml", coloured, PICTURE))
    assert plain_on(pictured.stand_in("Title"), title_of(pictured.stand_in("Title")), tones) == "white"
