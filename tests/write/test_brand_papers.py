"""A publisher's colours, logos and emblem in papers and quiz pages, as readers and other programs find them."""

import io
import re
import zipfile

import docx
import pikepdf
import pytest
from lxml import html as lxml_html

from builder.formats import find_formats
from builder.output.palette import HOUSE, Palette
from builder.output.resources import Resources
from builder.plan.handout import plan_handout
from builder.plan.handout_pdf import plan_handout_pdf
from builder.plan.quiz import plan_practice
from builder.typeset.colours import contrast, palette_of
from builder.write.docx import write_docx
from builder.write.html import write_html
from builder.write.palette import recoloured, recoloured_styles
from builder.write.pdf import write_pdf
from builder.write.quiz_html import write_quiz_html
from tests.plan.brands import DISCLAIMER, STATEMENT, branded
from tests.plan.lesson_editions import NOTHING, edition_of
from tests.typeset.templates import THEMES
from tests.write.paper_files import fonts

NAMES = {name for format in find_formats(("handout.*", "quiz.html")) for name in format.resources}
RESOURCES = Resources(files={name: (THEMES / name).read_bytes() for name in NAMES}, fonts=fonts())
PRIMARY = (("primary", "7A1F3D"), ("accent", "D98E04"))
TEXT = "To read: 0F4C5C and #0f4c5c are only words.\n\n- A point\n\n::: question {#q-one type=single}\nWhat?\n\n- [x] One {#a}\n- [ ] Two {#b}\n:::\n"


def edition(colours=PRIMARY):
    return branded(edition_of(TEXT), colours=colours, logos=2)


def written(kind, colours=PRIMARY):
    """Return a file of the publisher's."""
    if kind == "pdf":
        return write_pdf(plan_handout_pdf(edition(colours), RESOURCES, None)[0], RESOURCES)
    if kind == "quiz":
        return write_quiz_html(plan_practice(edition(colours), NOTHING, None)[0], RESOURCES)
    write = {"docx": write_docx, "html": write_html}[kind]
    return write(plan_handout(edition(colours), NOTHING, None)[0], RESOURCES)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "quiz"])
def test_the_same_publisher_gives_the_same_bytes_and_another_colour_others(kind):
    assert written(kind) == written(kind)
    assert written(kind) != written(kind, colours=())


def test_word_names_the_publisher_s_colours_in_styles_and_lists_and_leaves_words_alone():
    files = parts(written("docx"))
    for name in ("word/styles.xml", "word/numbering.xml"):
        assert HOUSE.teal not in files[name]
        assert HOUSE.amber not in files[name]
    assert "7A1F3D" in files["word/styles.xml"]
    assert "0F4C5C and #0f4c5c are only words." in files["word/document.xml"]


def test_word_shows_emblem_statement_and_logos_on_the_cover_with_their_words():
    document = docx.Document(io.BytesIO(written("docx")))
    described = [
        one.get("descr")
        for one in document.element.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        )
    ]
    assert described == ["", STATEMENT, "A circle", "A circle", STATEMENT]
    texts = [paragraph.text.strip() for paragraph in document.paragraphs]
    assert texts.index(STATEMENT) < texts.index("Bleeding") < len(texts) - 1 - texts[::-1].index(STATEMENT)
    assert any(DISCLAIMER in text for text in texts)
    heights = [round(shape.height.mm) for shape in document.inline_shapes]
    assert heights[1:] == [12, 10, 10, 14]


def test_a_page_shows_them_too_and_is_coloured_by_day_and_by_night():
    page = lxml_html.fromstring(written("html"))
    assert [image.get("alt") for image in page.iter("img")] == ["", STATEMENT, "A circle", "A circle", STATEMENT]
    style = page.find(".//style").text
    assert not {HOUSE.teal, HOUSE.mist} & {colour.upper() for colour in re.findall(r"#(\w{6})", style)}
    dark = re.search(r"prefers-color-scheme: dark.*?--title: #(\w{6})", style, re.DOTALL)
    assert contrast(dark[1], "17232B") >= 7
    assert "0F4C5C and #0f4c5c are only words." in page.text_content()


def test_a_quiz_page_keeps_its_strict_policy_in_other_colours():
    data = written("quiz").decode()
    page = lxml_html.fromstring(data)
    assert [image.get("alt") for image in page.iter("img")] == [STATEMENT, "A circle", "A circle"]
    assert "#7A1F3D" in page.find(".//style").text
    plain = lxml_html.fromstring(written("quiz", colours=()))
    policies = [one.find(".//meta[@http-equiv='Content-Security-Policy']").get("content") for one in (page, plain)]
    assert policies[0] != policies[1]
    assert all("unsafe" not in policy for policy in policies)


def test_a_pdf_is_tagged_with_a_description_of_every_picture():
    with pikepdf.open(io.BytesIO(written("pdf"))) as pdf:
        described = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert sorted(described) == ["A circle", "A circle", STATEMENT, STATEMENT]


def test_our_own_styles_are_left_as_they_are():
    text = f"{HOUSE.teal} {HOUSE.sea} #{HOUSE.teal.lower()}"
    assert recoloured(text, HOUSE) == text
    assert recoloured_styles(text, HOUSE) == text


def test_every_colour_of_ours_is_exchanged_at_once():
    swapped = Palette(teal=HOUSE.sea, sea=HOUSE.teal)
    assert recoloured(f"{HOUSE.teal} {HOUSE.sea} {HOUSE.amber}", swapped) == f"{HOUSE.sea} {HOUSE.teal} {HOUSE.amber}"


def test_a_grey_of_one_s_own_is_that_of_pages():
    palette = palette_of((("quiet", "444444"),))
    assert recoloured_styles("--grey: #51606a; --x: #a9dbe4", palette) == "--grey: #444444; --x: #a9dbe4"
