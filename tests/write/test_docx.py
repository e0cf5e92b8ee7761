"""The Word document of a paper: opened again, it has real styles, lists, tables, languages."""

import itertools
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.output import document as d
from builder.output.text import Run, plain_text
from builder.write.docx.text import kept
from tests.write.paper_files import docx
from tests.write.papers import WORDS, Sample, sample


@pytest.fixture(scope="module", params=["en", "mk"])
def opened(request):
    return request.param, WordDocument(BytesIO(docx(sample(request.param, draft=True))))


def styled(document, name):
    return [paragraph.text for paragraph in every_paragraph(document) if paragraph.style.name == name]


def every_paragraph(document):
    """Return the paragraphs, those of frames and tables too."""
    from docx.text.paragraph import Paragraph

    return [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]


def test_it_says_what_it_is(opened):
    language, document = opened
    properties = document.core_properties
    assert properties.title == WORDS[language]["title"]
    assert properties.language == language
    assert properties.author == "Coursewright"
    assert properties.created.isoformat()[:10] == properties.modified.isoformat()[:10] == "2026-12-01"


def test_it_has_one_title_and_headings_that_skip_no_level(opened):
    language, document = opened
    words = WORDS[language]
    assert styled(document, "Title") == [words["series"]]
    assert styled(document, "Heading 1") == [words["title"]]
    names = [paragraph.style.name for paragraph in every_paragraph(document)]
    levels = [int(name[-1]) for name in names if re.fullmatch("Heading [1-6]", name)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert words["lesson"] in styled(document, "Heading 2")


def test_its_lists_are_lists(opened):
    language, document = opened
    bullets = styled(document, "List Bullet")
    assert bullets.count(WORDS[language]["nested"]) >= 3
    assert len(styled(document, "List Number")) == 3
    numbered = [paragraph for paragraph in every_paragraph(document) if paragraph._p.pPr.numPr is not None]
    assert {paragraph.style.name for paragraph in numbered} == {"List Bullet", "List Number", "Option"}
    depths = {paragraph._p.pPr.numPr.ilvl.val for paragraph in numbered if paragraph.style.name == "List Bullet"}
    assert depths == {0, 1, 2}


def test_each_numbered_list_counts_from_its_own_start():
    make = Sample("en", draft=False)
    file = docx(sample(blocks=(make.list(ordered=True, depth=1), make.list(ordered=True, start=4, depth=1))))
    document = WordDocument(BytesIO(file))
    numbers = [
        paragraph._p.pPr.numPr.numId.val for paragraph in document.paragraphs if paragraph._p.pPr.numPr is not None
    ]
    assert numbers == [1, 1, 1, 2, 2, 2]
    numbering = etree.fromstring(zipfile.ZipFile(BytesIO(file)).read("word/numbering.xml"))
    starts = [element.get(qn("w:val")) for element in numbering.iter(qn("w:startOverride"))]
    assert starts == ["1", "4"]


def test_every_table_has_a_header_row(opened):
    _, document = opened
    tables = list(document.element.body.iter(qn("w:tbl")))
    assert len(tables) == 10
    for table in tables:
        rows = table.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert len(rows) > 1
        assert table[-1] is not None
    names = {table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}").get(qn("w:val")) for table in tables}
    assert names >= {
        "CourseTable",
        "CalloutKey",
        "CalloutNote",
        "CalloutExample",
        "CalloutWarning",
        "BoxActivity",
        "BoxCase",
    }


def test_every_style_that_is_used_is_there(opened):
    _, document = opened
    known = {style.style_id for style in document.styles}
    used = {
        element.get(qn("w:val"))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for element in document.element.body.iter(qn(tag))
    }
    assert used <= known


def test_every_run_states_its_language(opened):
    language, document = opened
    office = {"en": "en-GB", "mk": "mk-MK"}[language]
    found = set()
    for run in document.element.body.iter(qn("w:r")):
        if run.find(qn("w:t")) is not None:
            element = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
            found.add(element.get(qn("w:val")) or element.get(qn("w:bidi")))
    assert found == {office, "de", "ar", "en-GB"}, "an English title stands among the sources"
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == office


def test_right_to_left_words_are_marked(opened):
    _, document = opened
    (run,) = [run for run in document.element.body.iter(qn("w:r")) if "السلام" in "".join(run.itertext())]
    assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None


def test_pictures_have_their_words_or_are_decoration(opened):
    language, document = opened
    told = {
        element.get("descr"): "decorative" in etree.tostring(element).decode()
        for element in document.element.body.iter(qn("wp:docPr"))
    }
    assert told == {WORDS[language]["alt"]: False, "": True}


def test_drawings_stay_drawings_and_have_pixels_beside_them():
    names = zipfile.ZipFile(BytesIO(docx(sample()))).namelist()
    assert sorted(name.rpartition(".")[2] for name in names if "/media/" in name) == ["png", "png", "png", "svg", "svg"]


def test_links_inside_lead_to_places_that_are_there(opened):
    _, document = opened
    body = document.element.body
    places = {element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))}
    anchors = {element.get(qn("w:anchor")) for element in body.iter(qn("w:hyperlink"))} - {None}
    assert anchors
    assert anchors <= places


def test_the_contents_ask_nothing_of_the_reader(opened):
    language, document = opened
    assert styled(document, "toc 2") == [WORDS[language][key] for key in ("lesson", "answers", "glossary", "sources")]
    fields = [sign.get(qn("w:fldCharType")) for sign in document.element.body.iter(qn("w:fldChar"))]
    assert fields == ["begin", "separate", "end"]
    text = etree.tostring(document.element.body).decode() + etree.tostring(document.settings.element).decode()
    assert "updateFields" not in text
    assert "w:dirty" not in text


def test_header_and_footer(opened):
    language, document = opened
    section = document.sections[0]
    assert WORDS[language]["draft"] in section.header.paragraphs[0].text
    assert WORDS[language]["strip"] in section.footer.paragraphs[0].text
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    reviewed = WordDocument(BytesIO(docx(sample(language))))
    assert reviewed.sections[0].header.paragraphs[0].text == ""


def test_two_runs_are_equal():
    assert docx(sample("mk", draft=True)) == docx(sample("mk", draft=True))


def test_large_print_scales_every_style():
    styles = [WordDocument(BytesIO(docx(replace(sample(), size=size)))).styles for size in (11.0, 22.0)]
    small, large = ([style["Heading 2"].font.size.pt, style["List Bullet"].font.size.pt] for style in styles)
    assert large == [2 * size for size in small]


@given(st.text(max_size=60), st.text(alphabet="<>&\"'\t]]>", max_size=12))
def test_no_text_becomes_markup(words, tricky):
    text = tricky + words.replace("\r", "").replace("\n", "")
    paragraph = d.Paragraph(
        text=(Run(text=text + "x", language="en", link='https://x.org/?a="&b'), Run(text="end", language="en"))
    )
    document = WordDocument(BytesIO(docx(sample(blocks=(paragraph,)))))
    (shown,) = [p.text for p in document.paragraphs if p.style.name == "Normal"]
    allowed = re.sub("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", plain_text(paragraph.text))
    assert shown == allowed


def test_no_link_stands_in_a_link():
    text = (Run(text="Kosovo", language="en"), Run(text="*", language="en", mark=True, link="#_name-note"))
    heading = d.Heading(level=2, id="lesson", text=text)
    contents = d.Contents(title=(Run(text="Contents", language="en"),), deepest=3)
    with zipfile.ZipFile(BytesIO(docx(sample(blocks=(contents, heading))))) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    links = [one for one in tree.iter("{*}hyperlink")]
    assert len(links) == 1, "the mark of the heading itself is the sign of a footnote"
    assert not any(list(one.iterdescendants("{*}hyperlink")) for one in links)


def notes_of(file: bytes) -> tuple[list[str], list[str]]:
    """Return the ids of footnotes that marks refer to, and those that are there."""
    with zipfile.ZipFile(BytesIO(file)) as package:
        body, notes = (etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    return (
        [one.get(qn("w:id")) for one in body.iter(qn("w:footnoteReference"))],
        [one.get(qn("w:id")) for one in notes.iter(qn("w:footnote"))],
    )


def test_a_mark_has_its_note_at_the_foot_once_under_each_heading():
    mark = Run(text="*", language="en", mark=True, link="#_name-note")
    make = Sample("en", draft=False)
    text = d.Paragraph(text=(Run(text="Kosovo", language="en"), mark, Run(text=" and Kosovo", language="en"), mark))
    table = d.Table(header=(text.text,), rows=(((),),), alignments=(None,))
    blocks = (make.heading(2, "a", "lesson"), text, text, make.heading(3, "b", "step"), table, text)
    file = docx(sample(blocks=blocks))
    assert notes_of(file) == (["1", "2"], ["-1", "0", "1", "2"])
    with zipfile.ZipFile(BytesIO(file)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml")).findall(qn("w:footnote"))
        assert ["".join(note.itertext()) for note in notes] == ["", "", WORDS["en"]["note"], WORDS["en"]["note"]]
    assert notes_of(docx(replace(sample(blocks=blocks), name_note=()))) == ([], ["-1", "0"])


@pytest.mark.parametrize("ordered", [False, True])
def test_an_item_that_begins_with_a_figure_has_no_empty_line_above_it(ordered):
    make = Sample("en", draft=False)
    listed = d.List(ordered=ordered, items=((make.figure(), make.paragraph("point")), (make.list(depth=1),)))
    document = WordDocument(BytesIO(docx(sample(blocks=(listed,)))))
    items = [one for one in document.paragraphs if one._p.pPr.numPr is not None]
    empty = [one for one in items if not one.text and not one._p.xpath(".//w:drawing")]
    assert len(empty) == (1 if ordered else 0), "a number is never lost"
    assert items[0]._p.xpath(".//w:drawing")


def test_a_wide_table_stands_on_a_page_laid_on_its_side():
    make = Sample("en", draft=False)
    blocks = (make.paragraph("prose"), d.Sideways(blocks=(make.table(),)), make.paragraph("prose"))
    document = WordDocument(BytesIO(docx(sample(blocks=blocks))))
    sides = [(round(section.page_width.mm), round(section.page_height.mm)) for section in document.sections]
    assert sides == [(210, 297), (297, 210), (210, 297)]


def test_pairs_are_rows_of_one_table_read_pair_by_pair():
    make = Sample("en", draft=False)
    second = Sample("mk", draft=False)
    pairs = tuple(
        d.Pair(first=(make.paragraph(key),), second=(second.paragraph(key),), language="mk")
        for key in ("prose", "lead")
    )
    document = WordDocument(BytesIO(docx(sample(blocks=pairs))))
    (table,) = document.tables
    assert table.style.name == "Sides"
    read = [cell.text for row in table.rows for cell in row.cells]
    assert read == [WORDS[language][key] for key in ("prose", "lead") for language in ("en", "mk")]


@pytest.mark.parametrize(
    ("count", "expected"), [(1, [False]), (3, [True, True, False]), (8, [True, *[False] * 5, True, False])]
)
def test_no_page_ends_behind_the_first_item_of_a_list_or_before_its_last(count, expected):
    assert [kept(position, count) for position in range(count)] == expected
    make = Sample("en", draft=False)
    items = tuple((d.Paragraph(text=make.runs(f"item{number}")),) for number in range(count))
    rows = tuple((make.runs(f"row{number}"),) for number in range(count - 1))
    table = d.Table(header=(make.runs("row"),), rows=rows, alignments=(None,))
    document = WordDocument(BytesIO(docx(sample(blocks=(d.List(ordered=False, items=items), table)))))
    for mark in ("item", "row"):
        found = [one for one in document.element.body.iter(qn("w:p")) if one.xpath("string(.//w:t)").startswith(mark)]
        assert [one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in found] == expected, mark
