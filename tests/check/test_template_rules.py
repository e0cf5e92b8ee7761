"""What is said of a publisher's template and colours, and that nothing is said of good ones."""

import pytest

from builder.check.templates import check_letters, check_palette, check_template, check_usable
from builder.diagnostics import Code
from builder.languages.table import LANGUAGES, find_language
from builder.model.workspace import Publisher
from builder.source import Span
from builder.typeset.template_fonts import font_table
from tests.typeset import templates
from tests.typeset.templates import THEMES, changed, font_files, theme_of, tiny_font

LAYOUT = "ppt/slideLayouts/slideLayout3.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"


def publisher(**parts):
    """Return a publisher with a template, whose key stands on line 2."""
    return Publisher(
        **{
            "span": Span.at("publishers/a/profile.yaml", 1), "id": "a", "name": "A circle",
            "template": "publishers/a/deck.pptx", "colours": (), "logos": (), "mark": None, "funding": None,
            "disclaimers": (), "keys": (("template", 2), ("colours", 3), ("layouts", 4)), **parts,
        }
    )  # fmt: skip


def found(data, *, chosen=(), **parts):
    """Return the findings about a template as (code, message)."""
    one = publisher(layouts=tuple(chosen), **parts)
    rows = check_template(one, theme_of(data, **dict(chosen)))
    assert all(row.hint and row.span.path == "publishers/a/profile.yaml" for row in rows)
    return [(row.code, row.message) for row in rows]


def about(code, rows):
    return [message for one, message in rows if one is code]


def test_our_own_template_is_faultless():
    assert found(templates.HOUSE) == []
    assert check_usable(publisher(), theme_of(templates.HOUSE)) == ()


def test_what_is_missing_is_named_with_what_is_used_instead():
    said = about(Code.TEMPLATE_LAYOUT_MISSING, found(templates.unusual()))
    instead = next(one for one in said if one.endswith("`Inhalt` is used instead"))
    for name in ("Section", "Process", "Timeline", "Activity", "Closing", "Imprint", "Key message"):
        assert name in instead
    assert "deck.pptx has no layout Picture and points, Question with pairs: `Zwei Spalten` is used instead" in said
    assert any("has no place for the edition: the edition stands in the box of the subtitle" in one for one in said)
    assert any("the number of the lesson stands before its title" in one for one in said)


def test_a_layout_that_the_profile_names_must_be_there():
    rows = found(templates.unusual(), chosen=(("Section", "Kapitell"), ("Sektion", "Kapitel")))
    said = about(Code.VALUE_CHOICE, rows)
    assert said == [
        "`layouts:` names `Kapitell`, which the template does not have",
        "`layouts:` names `Sektion`, which our theme does not have",
    ]
    assert "Section" not in " ".join(
        about(Code.TEMPLATE_LAYOUT_MISSING, found(templates.unusual(), chosen=(("Section", "Kapitel"),)))
    )


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        (MASTER, '<a:off x="508000" y="1168400"/><a:ext cx="8128000" cy="4191000"/>', '<a:off x="508000" y="1168400"/><a:ext cx="9128000" cy="4191000"/>', "leaves the slide"),
        (MASTER, '<a:off x="508000" y="1168400"/><a:ext cx="8128000" cy="4191000"/>', '<a:off x="508000" y="1168400"/><a:ext cx="3000000" cy="4191000"/>', "makes many slides"),
        (MASTER, '<a:defRPr sz="2400">', '<a:defRPr sz="1400">', "sets points at 14 points: 18 are used"),
        (MASTER, '<a:off x="508000" y="127000"/><a:ext cx="7620000" cy="762000"/>', '<a:off x="508000" y="127000"/><a:ext cx="7620000" cy="400000"/>', "less than two lines"),
    ],
)  # fmt: skip
def test_boxes_and_sizes_that_cannot_be_right_are_told(part, old, new, words):
    said = about(Code.TEMPLATE_BOX, found(changed(templates.unusual(), part, old, new)))
    assert any(words in one for one in said)


def test_the_standard_template_has_only_its_pale_footers_against_it():
    rows = found(templates.standard())
    assert {code for code, _ in rows} == {Code.TEMPLATE_LAYOUT_MISSING, Code.CONTRAST_LOW}
    footer, number = about(Code.CONTRAST_LOW, rows)
    assert footer.startswith("the footer of deck.pptx is hard to read in `Title Slide`")
    assert footer.endswith("#898989 on #FFFFFF has a contrast of 3.5 : 1")
    assert number.startswith("the slide number")


def test_letters_on_a_band_of_nearly_their_colour_are_told():
    pale = changed(
        templates.unusual(),
        "ppt/theme/theme1.xml",
        '<a:accent1><a:srgbClr val="4A235A"/>',
        '<a:accent1><a:srgbClr val="D9C9E0"/>',
    )
    said = about(Code.CONTRAST_LOW, found(pale))
    assert any(one.startswith("the title of deck.pptx is hard to read in `Deckblatt`") for one in said)
    assert about(Code.CONTRAST_LOW, found(templates.unusual())) == []


def test_links_that_cannot_be_told_from_their_ground_are_told():
    pale = changed(
        templates.unusual(),
        "ppt/theme/theme1.xml",
        '<a:hlink><a:srgbClr val="6C3483"/>',
        '<a:hlink><a:srgbClr val="EEEEEE"/>',
    )
    assert any(one.startswith("links of deck.pptx") for one in about(Code.CONTRAST_LOW, found(pale)))


def test_a_template_without_a_place_for_points_or_of_a_strange_size_is_unusable():
    rows = check_usable(publisher(), theme_of(templates.without_text()))
    assert [row.code for row in rows] == [Code.TEMPLATE_UNUSABLE]
    assert "points have no place" in rows[0].message
    small = changed(
        templates.unusual(), "ppt/presentation.xml", 'cx="9144000" cy="5715000"', 'cx="3048000" cy="1905000"'
    )
    assert "240 × 150 points" in check_usable(publisher(), theme_of(small))[0].message


def test_letters_of_each_language_must_be_there():
    tables = {
        "Tiny": font_table({"regular": tiny_font("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ“”‘’«»„‚")})
    }
    rows = list(check_letters(publisher(), tables, [find_language("en"), find_language("sq"), find_language("mk")]))
    assert [(row.code, row.language) for row in rows] == [(Code.FONT_LETTERS, "sq"), (Code.FONT_LETTERS, "mk")]
    assert "has no ç ë Ç Ë, of Albanian" in rows[0].message


def test_the_typefaces_that_we_know_have_the_letters_of_all_our_languages():
    tables = {
        name: (THEMES / name).read_bytes() for name in ("carlito.json", "liberation-sans.json", "liberation-serif.json")
    }
    tables |= {name: font_table(faces) for name, faces in font_files().items()}
    assert list(check_letters(publisher(), tables, list(LANGUAGES))) == []


def test_colours_are_measured_where_they_meet():
    assert list(check_palette(publisher())) == []
    assert list(check_palette(publisher(colours=(("primary", "7A1F3D"), ("accent", "FFDD00"))))) == []
    rows = list(check_palette(publisher(colours=(("quiet", "8A8A8A"),))))
    assert {row.code for row in rows} == {Code.CONTRAST_LOW}
    assert rows[0].span.line == 3
    assert rows[0].message == "captions in the quiet colour on white: #8A8A8A on #FFFFFF has a contrast of 3.5 : 1"
