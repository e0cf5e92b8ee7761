"""A template's grounds as drawings: our own theme's, and every form that others draw."""

import re
from xml.etree import ElementTree

import pytest

from builder.output.deck import Box
from builder.typeset.template_master import Layout, Master
from builder.typeset.template_scheme import Scheme
from builder.write.deck_pdf_art import Art, behind, ground_svg, read_media
from builder.write.deck_pdf_forms import preset_path
from builder.write.deck_pdf_words import template_words

SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SCHEME = Scheme({"bg1": "FEFEFE", "tx1": "010101", "accent1": "0F4C5C", "accent2": "2A7F8E"}, "", "")
FRAME = '<a:xfrm{turn}><a:off x="127000" y="254000"/><a:ext cx="1270000" cy="635000"/></a:xfrm>'
"""100 × 50 points at 10, 20."""
SOLID = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
BOX = Box(left=10.0, top=20.0, width=100.0, height=50.0)


def drawn(shapes="", *, master="", ground="", shown=True, media=None):
    """Return the drawing of a layout's shapes over its master's."""
    layout, arts = made(shapes, master=master, ground=ground, shown=shown, media=media)
    svg = ground_svg(layout, arts, 960.0, 540.0)
    ElementTree.fromstring(svg)
    return svg


def made(shapes="", *, master="", ground="", shown=True, media=None):
    below = ElementTree.fromstring(
        f"<p:sldMaster {SPACES}><p:cSld><p:spTree>{master}</p:spTree></p:cSld></p:sldMaster>"
    )
    hidden = "" if shown else ' showMasterSp="0"'
    own = ElementTree.fromstring(
        f"<p:sldLayout {SPACES}{hidden}><p:cSld>{ground}<p:spTree>{shapes}</p:spTree></p:cSld></p:sldLayout>"
    )
    layout = Layout(name="A", kind="", tree=own, master=Master(tree=below, scheme=SCHEME, areas={}), areas=())
    return layout, [Art(below, SCHEME, media or {}), Art(own, SCHEME, media or {})]


def shape(form="rect", *, look=SOLID, turn="", geometry=""):
    geometry = geometry or f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
    return f"<p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:spPr>{FRAME.format(turn=turn)}{geometry}{look}</p:spPr></p:sp>"


def test_an_empty_layout_is_a_white_page():
    assert '<path d="M0 0H960V540H0Z" fill="#FEFEFE"/>' in drawn()


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        (f"<p:bg><p:bgPr>{SOLID}</p:bgPr></p:bg>", 'fill="#0F4C5C"'),
        ('<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent2"/></p:bgRef></p:bg>', 'fill="#2A7F8E"'),
    ],
)
def test_the_ground_has_the_layouts_colour(ground, expected):
    assert expected in drawn(ground=ground)


def test_what_the_master_draws_stands_behind_unless_the_layout_hides_it():
    both = drawn(shape("ellipse"), master=shape("rect"))
    assert both.index("L110 70L10 70Z") < both.index("A50 25")
    assert "L110 70L10 70Z" not in drawn(shape("ellipse"), master=shape("rect"), shown=False)


def test_a_placeholder_is_not_drawn():
    place = shape().replace("<p:nvPr/>", '<p:nvPr><p:ph type="body"/></p:nvPr>')
    assert "#0F4C5C" not in drawn(place)


def test_a_line_has_its_width_and_colour():
    line = f'<a:noFill/><a:ln w="25400">{SOLID}</a:ln>'
    assert 'fill="none" stroke="#0F4C5C" stroke-width="2"' in drawn(shape(look=line))


def test_a_colour_may_let_through_what_is_behind():
    look = '<a:solidFill><a:schemeClr val="accent1"><a:alpha val="40000"/></a:schemeClr></a:solidFill>'
    assert 'fill="#0F4C5C" fill-opacity="0.4"' in drawn(shape(look=look))


def test_a_blend_runs_in_its_direction():
    stops = '<a:gs pos="0"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000"><a:schemeClr val="accent2"/></a:gs>'
    down = drawn(shape(look=f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'))
    assert 'x1="60.00" y1="20.00" x2="60.00" y2="70.00"' in down
    assert down.count("<stop ") == 2
    assert "radialGradient" in drawn(shape(look=f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"))


def test_a_turned_and_mirrored_form_is_so_about_its_middle():
    assert 'transform="rotate(90 60 45) ' in drawn(shape(turn=' rot="5400000"'))
    assert "scale(-1 1)" in drawn(shape(turn=' flipH="1"'))


def test_a_group_is_drawn_in_its_own_measure():
    group = (
        '<p:grpSp><p:grpSpPr><a:xfrm><a:off x="1270000" y="0"/><a:ext cx="1270000" cy="1270000"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="2540000" cy="2540000"/></a:xfrm></p:grpSpPr>' + shape() + "</p:grpSp>"
    )
    assert 'transform="translate(100 0) scale(0.5 0.5) translate(0 0)"' in drawn(group)


def test_a_free_curve_is_stretched_over_its_box():
    curve = (
        '<a:custGeom><a:pathLst><a:path w="10" h="10"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="10" y="0"/></a:lnTo>'
        '<a:cubicBezTo><a:pt x="10" y="5"/><a:pt x="5" y="10"/><a:pt x="0" y="10"/></a:cubicBezTo><a:close/></a:path></a:pathLst></a:custGeom>'
    )
    path = "M10.000 20.000L110.000 20.000C110.000 45.000 60.000 70.000 10.000 70.000Z"
    assert path in drawn(shape(geometry=curve))


def test_half_an_ellipse_ends_where_it_must():
    curve = (
        '<a:custGeom><a:pathLst><a:path w="100" h="50" fill="none"><a:moveTo><a:pt x="0" y="50"/></a:moveTo>'
        '<a:arcTo wR="50" hR="50" stAng="10800000" swAng="10800000"/></a:path></a:pathLst></a:custGeom>'
    )
    svg = drawn(shape(geometry=curve, look=f"<a:noFill/><a:ln>{SOLID}</a:ln>"))
    assert re.search(r"M10\.000 70\.000A50\.000 50\.000 0 0 1 60\.000 20\.000A.* 110\.000 70\.000\"", svg)
    assert 'fill="none"' in svg


def test_a_picture_is_cut_where_its_template_cuts_it():
    picture = (
        f'<p:pic><p:nvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId7"/><a:srcRect l="50000"/></p:blipFill>'
        f'<p:spPr>{FRAME.format(turn="")}<a:prstGeom prst="rect"/></p:spPr></p:pic>'
    )
    svg = drawn(picture, media={"rId7": "data:image/png;base64,AAAA"})
    assert 'x="-90" y="20" width="200" height="50"' in svg
    assert 'clipPath id="cut0"><path d="M10 20H110V70H10Z"/>' in svg
    assert "<image" not in drawn(picture), "a picture that is not there is left out"


def test_pictures_are_found_through_their_relations():
    rows = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x/image" Target="../media/a.png"/>'
        '<Relationship Id="rId2" Type="x/image" Target="../media/a.emf"/>'
        '<Relationship Id="rId3" Type="x/slideMaster" Target="../slideMasters/m.xml"/></Relationships>'
    )
    parts = {"ppt/slideLayouts/_rels/a.xml.rels": rows.encode()}
    found = read_media("ppt/slideLayouts/a.xml", parts, {"ppt/media/a.png": b"abc"}.__getitem__)
    assert found == {"rId1": "data:image/png;base64,YWJj"}
    assert read_media("ppt/slideLayouts/b.xml", parts, {}.__getitem__) == {}


@pytest.mark.parametrize(
    "form",
    [
        "rect",
        "roundRect",
        "ellipse",
        "triangle",
        "rtTriangle",
        "diamond",
        "parallelogram",
        "trapezoid",
        "homePlate",
        "chevron",
    ],
)
def test_a_form_stays_in_its_box(form):
    path = preset_path(form, BOX, None)
    assert path.startswith("M")
    assert path.endswith("Z")
    if form not in ("ellipse", "roundRect"):
        spots = [
            tuple(map(float, spot.split()))
            for spot in re.split("[MLZ]", path.replace("H", "L").replace("V", "L"))
            if " " in spot
        ]
        assert all(10 <= x <= 110 and 20 <= y <= 70 for x, y in spots)


def test_a_form_that_we_do_not_know_is_left_out_and_a_line_is_open():
    assert preset_path("irregularSeal1", BOX, None) == ""
    assert preset_path("line", BOX, None) == "M10 20L110 70"
    assert "seal" not in drawn(shape("irregularSeal1"))


def test_words_of_a_template_are_shown_as_it_sets_them():
    body = (
        '<p:txBody><a:bodyPr anchor="b" lIns="0"/><a:p><a:pPr algn="r"/><a:r><a:rPr lang="en" sz="1000" b="1">'
        f"{SOLID}</a:rPr><a:t>An institute</a:t></a:r></a:p><a:p/></p:txBody></p:sp>"
    )
    layout, _ = made(shape().replace("</p:sp>", body))
    (box,) = template_words(layout, "mk")
    (line,) = box["nodes"]
    assert (line["runs"], line["size"], line["bold"], line["align"], line["fill"]) == (
        ["An institute"], 10.0, True, "right", "#0F4C5C",
    )  # fmt: skip
    assert (box["box"], box["anchor"], box["role"]) == ([10.0, 20.0, 100.0, 50.0], "bottom", "foot")
    assert list(template_words(made(shape())[0], "mk")) == []


def test_our_own_title_slide_has_its_arches():
    from builder.write.deck_pdf_template import template_of
    from tests.plan.deck_papers import DRAWN

    template = template_of(DRAWN)
    svg = template.ground("Title", "en")["drawing"]
    assert [svg.count(f'stroke="{colour}"') for colour in ("#0F4C5C", "#2A7F8E", "#E2A32B")] == [1, 1, 1]
    assert 'fill="#F7F2E8"' in svg
    assert behind(template._layout("Title"))[0].tag.endswith("sldMaster")
