"""Our layouts on publishers' templates: every place is there, stands on the slide, and looks as the template wants."""

from itertools import pairwise

import pytest

from builder.typeset.template_areas import FLOOR, OPENERS
from builder.typeset.template_roles import (
    BODY,
    HEAD,
    IMPRINT,
    LABEL,
    LOGOS,
    NOTE,
    NUMBER,
    PANEL,
    PICTURE,
    SECOND,
    SLIDE,
    STRIP,
    TABLE,
    TITLE,
    VISUALS,
)
from tests.typeset import templates
from tests.typeset.templates import HOUSE, changed, theme_of, unpack

NAMES = ("standard", "unusual")
THEMES = {name: theme_of(getattr(templates, name)()) for name in NAMES}
LAYOUTS = sorted(THEMES["standard"].house.names)
EVERYWHERE = pytest.mark.parametrize("name", NAMES)
STANDS_IN = {
    "standard": {
        "Title": "Title Slide", "Section": "Section Header", "Title only": "Title Only", "Points": "Title and Content",
        "Two columns": "Two Content", "Comparison": "Comparison", "Question with pairs": "Two Content",
        "Picture and points": "Two Content", "Process": "Title and Content", "Closing": "Title and Content",
    },
    "unusual": {
        "Title": "Deckblatt", "Section": "Inhalt", "Title only": "Nur Titel", "Points": "Inhalt",
        "Two columns": "Zwei Spalten", "Question with pairs": "Zwei Spalten", "Process": "Inhalt",
    },
}  # fmt: skip


@pytest.mark.parametrize(("name", "layout"), [(name, layout) for name in NAMES for layout in STANDS_IN[name]])
def test_layouts_are_found_by_name_by_kind_or_by_what_they_hold(name, layout):
    assert THEMES[name].stand_in(layout).name == STANDS_IN[name][layout]


def test_the_profile_may_choose_a_layout():
    theme = theme_of(templates.unusual(), Section="Kapitel")
    assert theme.stand_in("Section").name == "Kapitel"
    assert theme.has("Section")
    assert theme.area("Section", BODY).placeholder.index == 13
    assert not THEMES["unusual"].has("Section")


@EVERYWHERE
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_place_of_ours_is_there_but_what_is_told_elsewhere(name, layout):
    theme = THEMES[name]
    missing = set(theme.house.areas(layout)) - set(theme.areas(layout))
    assert missing <= {*VISUALS, NUMBER, IMPRINT}
    if layout not in ("Title", "Section"):
        assert missing <= {*VISUALS}


@EVERYWHERE
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_place_stands_on_the_slide(name, layout):
    theme = THEMES[name]
    for role, area in theme.areas(layout).items():
        assert area.box.left >= 0, role
        assert area.box.top >= 0, role
        assert area.box.right <= theme.width + 0.1, role
        assert area.box.bottom <= theme.height + 0.1, role


@EVERYWHERE
@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout not in OPENERS])
def test_title_body_note_and_strip_stand_below_one_another(name, layout):
    areas = THEMES[name].areas(layout)
    order = [areas[role].box for role in (TITLE, BODY, NOTE, STRIP) if role in areas]
    for above, below in pairwise(order):
        assert above.bottom <= below.top + 0.1


@EVERYWHERE
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_title_holds_two_lines_of_its_smallest_size(name, layout):
    area = THEMES[name].area(layout, TITLE)
    assert area.box.height - area.insets.top - area.insets.bottom >= 2 * 24 * 1.2


@EVERYWHERE
def test_nothing_in_a_body_is_smaller_than_the_floor(name):
    for layout in LAYOUTS:
        if layout not in OPENERS:
            assert min(look.size for look in THEMES[name].area(layout, BODY).looks) >= FLOOR


@EVERYWHERE
def test_a_place_of_the_template_is_filled_and_one_of_ours_is_drawn_whole(name):
    theme = THEMES[name]
    for layout in LAYOUTS:
        own = {(area.placeholder.kind, area.placeholder.index) for area in theme.stand_in(layout).areas}
        for role, area in theme.areas(layout).items():
            holder = area.placeholder
            assert ((holder.kind, holder.index) in own) == (holder.box is not None), (layout, role)
            assert holder.looks == () if holder.box is None else len(holder.looks) == 5


@EVERYWHERE
def test_no_two_places_of_a_layout_bear_one_number(name):
    for layout in LAYOUTS:
        numbers = [area.placeholder.index for area in THEMES[name].areas(layout).values()]
        assert len(set(numbers)) == len(numbers), layout


def test_typefaces_capitals_and_sizes_come_from_the_template():
    theme = THEMES["unusual"]
    assert theme.fonts == {"FiraGO", "Noto Sans"}
    title, points = theme.area("Points", TITLE).look(0), theme.area("Points", BODY)
    assert (title.font, title.caps, title.bold, title.size) == ("FiraGO", True, True, 28)
    assert (points.look(0).font, points.look(0).caps, points.look(0).size) == ("Noto Sans", False, 24)
    assert [look.size for look in points.looks] == [24, 20, 18, 18, 18]
    assert [look.size for look in points.placeholder.looks] == [24, 20, 18, 16, 16]
    assert (points.look(0).marker, points.look(0).bullet) == ("bullet", "▪")
    assert points.look(0).before == 10
    assert THEMES["standard"].fonts == {"Arial"}


def test_what_we_set_apart_stays_so_in_proportion_to_the_template():
    ours, theme = THEMES["standard"].house, THEMES["standard"]
    assert theme.area("Points", BODY).look(0).size == 32
    assert theme.area("Sources", BODY).look(0).size == round(ours.area("Sources", BODY).look(0).size * 32 / 28)
    assert theme.area("Sources", BODY).look(0).marker == "none"
    assert theme.area("Points", BODY).placeholder == theme.area("Sources", BODY).placeholder


def test_a_panel_a_label_and_heads_stand_in_the_template_s_own_room():
    theme = THEMES["unusual"]
    room = theme.area("Points", BODY).box
    panel, text = theme.area("Activity", PANEL), theme.area("Activity", BODY)
    assert panel.fill == "teal"
    assert {look.colour for look in panel.looks} == {"white"}
    assert panel.box.right < text.box.left
    assert (panel.box.left, text.box.right) == (pytest.approx(room.left, abs=0.1), pytest.approx(room.right, abs=0.1))
    label, told = theme.area("Case", LABEL), theme.area("Case", BODY)
    assert label.box.top == room.top
    assert label.box.bottom <= told.box.top
    assert theme.area("Comparison", HEAD).fill == "teal"


def test_tables_and_pictures_alone_fill_the_place_for_contents():
    theme = THEMES["standard"]
    assert theme.areas("Table")[TABLE].placeholder.kind == "obj"
    assert theme.areas("Picture")[PICTURE].placeholder.index == theme.area("Points", BODY).placeholder.index
    assert TABLE not in theme.areas("Points and table")
    assert {BODY, SECOND} <= set(theme.areas("Two columns"))


def test_logos_stand_below_a_title_s_texts_or_in_the_template_s_own_place():
    areas = THEMES["standard"].areas("Title")
    assert areas[LOGOS].box.bottom <= areas[STRIP].box.top
    place = templates._holder("Logo place", "pic", 40, (54, 340, 200, 50))
    part = "ppt/slideLayouts/slideLayout1.xml"
    theme = theme_of(changed(templates.unusual(), part, "</p:spTree>", f"{place}</p:spTree>"))
    assert theme.areas("Title")[LOGOS].box == theme.stand_in("Title").areas[-1].box


def test_a_strip_that_the_template_lacks_is_lent_in_a_colour_that_can_be_read():
    areas = THEMES["unusual"].areas("Title")
    assert areas[STRIP].placeholder.box is None
    assert areas[STRIP].look(0).colour == "white"
    assert THEMES["unusual"].area("Points", STRIP).placeholder.index == 30
    assert areas[SLIDE].box.right > areas[STRIP].box.right


def test_a_template_made_from_ours_keeps_our_numbers_and_is_lent_what_was_deleted():
    parts = unpack(HOUSE)
    part = next(name for name, data in parts.items() if b'name="Section"' in data)
    text = parts[part].decode()
    start = text.rindex("<p:sp>", 0, text.index('name="Number"'))
    without = text[:start] + text[text.index("</p:sp>", start) + len("</p:sp>") :]
    theme = theme_of(templates.pack({**parts, part: without}))
    assert theme.is_ours
    assert theme.shades == ()
    assert theme.areas("Points") == theme.house.areas("Points")
    assert NUMBER not in {area.placeholder.index for area in theme.stand_in("Section").areas}
    renamed = theme_of(changed(HOUSE, part, 'name="Section"', 'name="Chapter"'))
    assert not renamed.has("Section")
    assert renamed.stand_in("Section").name == "Points"
    assert theme_of(changed(HOUSE, part, 'name="Section"', 'name="Chapter"'), Section="Chapter").has("Section")


def test_of_two_layouts_with_one_name_the_first_is_used():
    parts = unpack(templates.unusual())
    double = changed(templates.unusual(), "ppt/slideLayouts/slideLayout4.xml", 'name="Zwei Spalten"', 'name="Inhalt"')
    assert theme_of(double).names["Inhalt"] == "ppt/slideLayouts/slideLayout3.xml"
    assert len(theme_of(templates.pack(parts)).names) == 5
