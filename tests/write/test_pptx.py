"""What python-pptx finds in a deck that it opens: everything in its place, everything in a language."""

import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER

from builder.output.deck import Look, Paragraph, TextShape
from builder.output.text import Run
from builder.write.pptx import write_pptx
from builder.write.pptx.text import Links, paragraph_xml
from tests.plan.decks import RESOURCES, texts
from tests.write.deck_files import deck, pptx, reopened

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LANGUAGES = ("en", "mk")
ROOT = Path(__file__).parents[2]


def parts(language="en"):
    with zipfile.ZipFile(BytesIO(pptx(language))) as package:
        return {name: package.read(name) for name in package.namelist()}


def trees(language="en", kind="slides"):
    found = sorted(parts(language).items())
    return [etree.fromstring(data) for name, data in found if re.fullmatch(rf"ppt/{kind}/\w+\.xml", name)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_a_title_of_its_own_in_the_title_placeholder(language):
    titles = [slide.shapes.title.text_frame.text for slide in reopened(language).slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert titles == [slide.title.replace("\n", "\v") for slide in deck(language).slides]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_text_but_the_band_stands_in_placeholders(language):
    for slide in reopened(language).slides:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                assert shape.is_placeholder, (slide.name, shape.name)


def test_the_order_of_shapes_is_the_order_of_reading():
    for slide, planned in zip(reopened().slides, deck().slides, strict=True):
        shown = []
        for shape in slide.shapes:
            if shape.has_text_frame and not is_strip(shape):
                shown.extend(paragraph.text for paragraph in shape.text_frame.paragraphs if paragraph.text)
            elif shape.has_table:
                shown.extend(cell.text for row in shape.table.rows for cell in row.cells)
        assert [line.split("\t")[-1].replace("\v", "\n") for line in shown] == [clean(line) for line in texts(planned)]


def clean(line):
    return line.translate({0x0B: None, 0xFFFE: None})


def is_strip(shape):
    return not shape.is_placeholder or shape.placeholder_format.type in (
        PP_PLACEHOLDER.FOOTER,
        PP_PLACEHOLDER.SLIDE_NUMBER,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["slides", "notesSlides"])
def test_every_run_says_its_language(language, kind):
    office = {"en": "en-GB", "mk": "mk-MK"}[language]
    for tree in trees(language, kind):
        runs = [*tree.iter(f"{A}r"), *tree.iter(f"{A}br"), *tree.iter(f"{A}fld")]
        assert runs
        assert {run.find(f"{A}rPr").get("lang") for run in runs} <= {office, "de", "he", "en-GB"}
    assert office in {run.get("lang") for tree in trees(language, kind) for run in tree.iter(f"{A}rPr")}


def test_foreign_words_keep_their_own_language():
    found = {run.find(f"{A}t").text: run.find(f"{A}rPr").get("lang") for tree in trees() for run in tree.iter(f"{A}r")}
    assert found["words"] == "de"
    assert found["שלום"] == "he"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_described_and_every_drawn_form_is_marked_decorative(language):
    pictures = [one for tree in trees(language) for one in tree.iter(f"{P}pic")]
    assert [one.find(f"{P}nvPicPr/{P}cNvPr").get("descr") for one in pictures] == [
        {"en": "Hand on a forearm", "mk": "Hand on a forearm Hand on a forearm Hand on a forearm"}[language]
    ]
    for tree in trees(language):
        for shape in tree.iter(f"{P}sp"):
            if shape.find(f"{P}txBody") is None:
                assert b"decorative" in etree.tostring(shape.find(f"{P}nvSpPr"))


def test_an_svg_comes_with_a_png_that_older_programs_show():
    files = parts()
    svg = next(name for name in files if name.endswith(".svg"))
    png = next(name for name in files if name.endswith(".png"))
    assert files[svg].startswith(b"<svg")
    assert files[png].startswith(b"\x89PNG")
    assert svg.rpartition(".")[0] == png.rpartition(".")[0]
    (blip,) = [one for tree in trees() for one in tree.iter(f"{A}blip")]
    assert b"svgBlip" in etree.tostring(blip)


def test_a_table_flags_its_header_and_stands_in_its_placeholder():
    (frame,) = [shape for slide in reopened().slides for shape in slide.shapes if shape.has_table]
    assert frame.is_placeholder
    assert frame.table.first_row
    assert [cell.text for cell in frame.table.rows[0].cells] == ["Sign", "People"]
    assert sum(row.height for row in frame.table.rows) == pytest.approx(frame.height, abs=10)


def test_links_lead_out_and_have_words():
    links = {
        (run.text, run.hyperlink.address)
        for slide in reopened().slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    }
    assert links == {("the site", "https://example.org/a?b=1&c=2")}


def test_notes_keep_lists_and_weight():
    notes = next(slide.notes_slide for slide in reopened().slides if "Ask" in slide.notes_slide.notes_text_frame.text)
    lines = [paragraph.text for paragraph in notes.notes_text_frame.paragraphs]
    assert "Ask who:" in lines
    bullets = [one for one in notes.notes_text_frame._txBody.iter(f"{A}buChar")]
    assert len(bullets) == 2
    assert [
        run.text for p in notes.notes_text_frame.paragraphs for run in p.runs if run.font.bold and "who" in run.text
    ] == ["who"]


def test_every_slide_has_notes_and_notes_have_a_master():
    presentation = reopened()
    assert all(slide.has_notes_slide and slide.notes_slide.notes_text_frame.text for slide in presentation.slides)
    order = [etree.QName(child).localname for child in etree.fromstring(parts()["ppt/presentation.xml"])]
    assert order == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle", "extLst"]


def test_what_a_layout_gives_is_not_said_again():
    points = next(slide for slide in reopened().slides if slide.name == "bandage-1")
    body = next(shape for shape in points.placeholders if shape.placeholder_format.idx == 1)
    assert body._element.spPr.xfrm is None
    assert {run.font.size for paragraph in body.text_frame.paragraphs for run in paragraph.runs} == {None}


def test_numbers_and_line_breaks_are_real():
    files = b"".join(data for name, data in parts().items() if name.startswith("ppt/slides/slide"))
    assert b'<a:buAutoNum type="arabicPeriod"/>' in files
    assert b"<a:br>" in files


def test_text_from_the_right_is_set_from_the_right():
    turned = [one for tree in trees() for one in tree.iter(f"{A}pPr") if one.get("rtl") == "1"]
    assert [one.get("algn") for one in turned] == ["r", "r"]


def test_what_xml_cannot_hold_is_left_out():
    text = "".join(
        shape.text_frame.text for slide in reopened().slides for shape in slide.shapes if shape.has_text_frame
    )
    assert "An odd character:  and  and \U0001f642" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_what_it_is(language):
    core = reopened(language).core_properties
    assert core.title == " – ".join([{"en": "Concepts", "mk": "Concepts Concepts Concepts"}[language], core.subject])
    assert (core.author, core.version) == ("A circle", "1.0.0")
    assert core.language == {"en": "en-GB", "mk": "mk-MK"}[language]
    assert core.created.isoformat().startswith(deck(language).date)


def test_sections_are_named_and_hold_every_slide():
    presentation = etree.fromstring(parts()["ppt/presentation.xml"])
    sections = [one for one in presentation.iter() if etree.QName(one).localname == "section"]
    assert [one.get("name") for one in sections] == [section.name for section in deck().sections]
    listed = [one.get("id") for section in sections for one in section[0]]
    assert listed == [one.get("id") for one in presentation.iter(f"{P}sldId")]


def test_the_same_deck_gives_the_same_bytes():
    assert write_pptx(deck(), RESOURCES) == pptx()
    with zipfile.ZipFile(BytesIO(pptx())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_bytes_depend_on_no_clock_no_place_and_no_hash_seed(tmp_path):
    script = (
        "import sys, hashlib; from tests.write.deck_files import pptx; print(hashlib.sha256(pptx('mk')).hexdigest())"
    )
    digests = set()
    for zone, seed in (("UTC", "0"), ("Asia/Kathmandu", "7")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_an_empty_text_box_is_still_a_text_box():
    slide = deck().slides[3]
    shape = next(
        element for element in slide.elements if isinstance(element, TextShape) and element.placeholder.index == 1
    )
    bare = replace(deck(), slides=(replace(slide, elements=(replace(shape, paragraphs=()),)),), sections=())
    assert b"<a:p><a:endParaRPr" in zipfile.ZipFile(BytesIO(write_pptx(bare, RESOURCES))).read("ppt/slides/slide1.xml")


def test_writing_a_deck_needs_no_heavy_library():
    script = (
        "import sys; import builder.write.pptx, builder.plan.deck;"
        "print(sorted(set(sys.modules) & {'pptx', 'lxml', 'fontTools', 'uharfbuzz', 'typst', 'docx', 'jinja2', 'PIL'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_from_the_right_margin_and_mark_stand_before_the_text():
    look = Look(size=20.0, margin=28.8, hanging=28.8)
    arabic = Paragraph(runs=(Run(text="الضغط", language="ar"),), look=look, mark="A")
    written = paragraph_xml(arabic, (), "en", Links())
    assert 'marL="365760"' in written
    assert "marR" not in written
    assert "<a:t>A\u2002</a:t>" in written
    assert "<a:t>A\t</a:t>" in paragraph_xml(
        replace(arabic, runs=(Run(text="Press", language="en"),)), (), "en", Links()
    )
