"""The page of a paper: one file, one title, everything named."""

import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as parser

from builder.output import document as d
from builder.output.text import Run, plain_text
from tests.write.paper_files import html
from tests.write.papers import WORDS, Sample, image, png, sample


@pytest.fixture(scope="module", params=["en", "mk"])
def page(request):
    return request.param, parser.document_fromstring(html(sample(request.param, draft=True)))


def test_it_names_its_language_and_its_title(page):
    language, tree = page
    assert tree.get("lang") == language
    assert tree.get("dir") == "ltr"
    assert tree.findtext(".//title").startswith(WORDS[language]["title"])
    assert [heading.text_content() for heading in tree.iter("h1")] == [WORDS[language]["title"]]


def test_it_has_landmarks_and_a_way_past_them(page):
    _, tree = page
    body = tree.body
    assert [child.tag for child in body] == ["a", "header", "main", "footer"]
    assert body[0].get("href") == "#" + body.find("main").get("id")
    assert body.find("main").find("nav") is not None


def test_its_headings_skip_no_level(page):
    _, tree = page
    levels = [int(element.tag[1]) for element in tree.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_its_ids_are_unique_and_every_link_inside_leads_somewhere(page):
    _, tree = page
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    targets = {link.get("href")[1:] for link in tree.iter("a") if link.get("href").startswith("#")}
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_nothing_is_loaded_and_nothing_runs(page):
    _, tree = page
    text = etree.tostring(tree, encoding="unicode")
    assert not list(tree.iter("script", "link", "iframe", "object"))
    assert {image.get("src").partition(":")[0] for image in tree.iter("img")} == {"data"}
    assert "url(" not in text
    assert "@import" not in text


def test_words_of_another_language_are_marked(page):
    language, tree = page
    marked = {
        (element.get("lang"), element.get("dir")): element.text_content()
        for element in tree.iter("span")
        if element.get("lang")
    }
    assert marked[("de", "ltr")] == "Bewährungshilfe"
    assert marked[("ar", "rtl")] == "السلام عليكم"
    assert not [key for key in marked if key[0] == language]


def test_pictures_have_their_words_or_are_decoration(page):
    language, tree = page
    assert [image.get("alt") for image in tree.iter("img")] == ["", WORDS[language]["alt"], ""]


def test_tables_have_headers_and_alignments(page):
    _, tree = page
    (table,) = tree.iter("table")
    assert [cell.get("scope") for cell in table.iter("th")] == ["col"] * 3
    assert [cell.get("class") for cell in table.find(".//tbody/tr")] == [None, "left", "right"]


def test_a_table_that_a_telephone_has_no_room_for_is_moved_by_itself():
    make = Sample("en", draft=False)
    wide = d.Table(header=(make.runs("A number"),) * 6, rows=((make.runs("123,456,789"),) * 6,), alignments=(None,) * 6)
    tree = parser.document_fromstring(html(sample(blocks=(make.table(), d.Sideways(blocks=(wide,))))))
    first, second = tree.iter("table")
    assert not first.getparent().get("tabindex"), "nobody must stop at a table that fits"
    frame = second.getparent()
    assert (frame.get("role"), frame.get("tabindex")) == ("group", "0")
    assert frame.get("aria-label").startswith("A number, A number")
    assert frame.getparent().get("class") == "sideways"


def test_two_languages_stand_side_by_side_each_marked_once():
    make, other = Sample("en", draft=False), Sample("mk", draft=False)
    pair = d.Pair(
        first=(make.paragraph("prose"),), second=(other.paragraph("prose"), other.paragraph("lead")), language="mk"
    )
    tree = parser.document_fromstring(html(sample(blocks=(pair,))))
    (frame,) = tree.xpath("//div[@class='pair']")
    assert [side.text_content().strip() for side in frame] == [
        WORDS["en"]["prose"], f"{WORDS['mk']['prose']}\n{WORDS['mk']['lead']}"
    ]  # fmt: skip
    assert (frame[1].get("lang"), frame[1].xpath(".//*[@lang]")) == ("mk", [])


def test_a_draft_says_so_and_a_reviewed_paper_does_not():
    assert WORDS["en"]["draft"] in html(sample(draft=True))
    assert WORDS["en"]["draft"] not in html(sample())


def test_two_runs_are_equal():
    assert html(sample("mk")) == html(sample("mk"))


def test_pixels_are_not_enlarged():
    tree = parser.document_fromstring(
        html(sample(blocks=(Sample("en", draft=False).figure(image(png(), "image/png", 40, 20)),)))
    )
    assert (tree.xpath("//figure/img/@width"), tree.xpath("//figure/img/@height")) == (["40"], ["20"])


@given(
    st.text(max_size=60),
    st.text(alphabet="<>&\"'x ", max_size=12),
    st.sampled_from(['https://x.org/?a=1&b="2"\'', "mailto:a@b"]),
)
def test_no_text_becomes_markup(words, tricky, address):
    text = tricky + words.replace("\r", "")
    runs = (Run(text=text, language="en", strong=True), Run(text=tricky + "x", language="de", link=address))
    blocks = (d.Paragraph(text=runs), d.Code(text="x" + text))
    tree = parser.document_fromstring(html(sample(blocks=blocks)))
    shown = re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", plain_text(runs))
    (paragraph,) = tree.xpath("//main/p")
    assert paragraph.text_content().replace("\x0c", "") == shown.replace("\x0c", "")
    assert {element.tag for element in paragraph.iter()} <= {"p", "strong", "a", "span", "br"}
    assert [link.get("href") for link in paragraph.iter("a")] == [address]


def test_no_link_stands_in_a_link():
    text = (Run(text="Kosovo", language="en"), Run(text="*", language="en", mark=True, link="#_name-note"))
    heading = d.Heading(level=2, id="lesson", text=text)
    contents = d.Contents(title=(Run(text="Contents", language="en"),), deepest=3)
    written = html(sample(blocks=(contents, heading)))
    assert '<a href="#lesson">Kosovo<sup>*</sup></a>' in written
    assert '<a href="#_name-note" role="doc-noteref">*</a>' in written


def test_a_sentence_from_the_right_is_one_piece_whatever_its_looks():
    words = ("اضغط ", "بقوة", " على الجرح.")
    text = tuple(Run(text=word, language="ar", strong=number == 1) for number, word in enumerate(words))
    written = html(sample(blocks=(d.Paragraph(text=(Run(text="Say: ", language="en"), *text)),)))
    assert f'Say: <span lang="ar" dir="rtl">{words[0]}<strong>{words[1]}</strong>{words[2]}</span>' in written


def test_an_empty_cell_of_a_header_is_no_header():
    make = Sample("en", draft=False)
    words = make.runs("words")
    table = d.Table(header=((), words), rows=((words, words),), alignments=(None, None))
    head = parser.fromstring(html(sample(blocks=(table,)))).find(".//thead/tr")
    assert [cell.tag for cell in head] == ["td", "th"]


@pytest.mark.parametrize(("size", "reached"), [(11.0, False), (18.0, True)])
def test_in_large_print_a_table_is_sooner_too_wide_for_a_telephone(size, reached):
    make = Sample("en", draft=False)
    words = make.runs("responsibility")
    table = d.Table(header=(words, words), rows=((words, words),), alignments=(None, None))
    page = parser.fromstring(html(replace(sample(blocks=(table,)), size=size)))
    assert [one.get("tabindex") for one in page.iter("div") if one.get("class") == "wide"] == ["0" if reached else None]
