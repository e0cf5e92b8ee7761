"""The PDF of a paper: tagged, in its language, with its fonts and its words."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from builder.output import document as d
from builder.output.text import plain_text
from tests.write.paper_files import pdf
from tests.write.papers import WORDS, Sample, image, png, sample
from tests.write.pdf_words import words_down


def tags(node, kind):
    """Yield the structure elements of a kind, in order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child, kind)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == f"/{kind}":
            yield node
        if "/K" in node:
            yield from tags(node.K, kind)


@pytest.fixture(scope="module", params=["en", "mk"])
def opened(request):
    return request.param, pikepdf.open(BytesIO(pdf(sample(request.param, draft=True))))


def test_it_says_what_it_is_in_its_language(opened):
    language, file = opened
    metadata = file.Root.Metadata.read_bytes().decode()
    assert file.Root.Lang == language
    assert bool(file.Root.MarkInfo.Marked)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert WORDS[language]["title"] in metadata
    assert not file.docinfo.get("/CreationDate")


def test_its_headings_begin_with_the_title_and_skip_no_level(opened):
    language, file = opened
    tree = file.Root.StructTreeRoot.K
    assert [str(heading.T) for heading in tags(tree, "H1")] == [WORDS[language]["title"]]
    assert len(list(tags(tree, "H2"))) == 4
    assert len(list(tags(tree, "H3"))) == 3
    assert len(list(tags(tree, "H4"))) == 3


def test_it_has_bookmarks(opened):
    language, file = opened
    with file.open_outline() as outline:
        (title,) = outline.root
        assert title.title == WORDS[language]["title"]
        assert next(entry.title for entry in title.children) == WORDS[language]["lesson"]


def test_its_figures_have_their_words_and_decoration_is_no_figure(opened):
    language, file = opened
    assert [str(figure.Alt) for figure in tags(file.Root.StructTreeRoot.K, "Figure")] == [WORDS[language]["alt"]]


def test_its_tables_have_headers(opened):
    _, file = opened
    first, scale = tags(file.Root.StructTreeRoot.K, "Table")
    assert len(list(tags(first, "TH"))) == 3
    assert len(list(tags(first, "TD"))) == 9
    assert len(list(tags(scale, "TH"))) == 6


def test_its_fonts_are_inside(opened):
    _, file = opened
    names = set()
    for page in file.pages:
        for font in page.Resources.get("/Font", {}).values():
            for descendant in font.DescendantFonts:
                assert "/FontFile2" in descendant.FontDescriptor or "/FontFile3" in descendant.FontDescriptor
                names.add(str(descendant.BaseFont).split("+")[1])
            assert "/ToUnicode" in font
    assert {"FiraGO-Regular", "FiraGO-Bold", "FiraGO-Italic"} <= names


def test_two_runs_are_equal():
    paper = sample("mk", draft=True)
    assert pdf(paper) == pdf(paper)


def test_a_drawing_and_pixels_are_drawn():
    make = Sample("en", draft=False)
    blocks = (make.figure(), make.figure(image(png(), "image/png", 40, 20)))
    file = pikepdf.open(BytesIO(pdf(sample(blocks=blocks))))
    assert len(list(tags(file.Root.StructTreeRoot.K, "Figure"))) == 2


def test_large_print_takes_more_pages():
    paper = sample()
    small, large = (len(pikepdf.open(BytesIO(pdf(replace(paper, size=size)))).pages) for size in (11.0, 18.0))
    assert large > small


def test_a_block_longer_than_a_page_goes_on_on_the_next():
    make = Sample("en", draft=False)
    many = d.Options(multiple=False, items=make.lettered() * 40)
    blocks = (replace(make.question(1, many), prompt=(make.paragraph("prose"),) * 12), make.table(80))
    assert len(pikepdf.open(BytesIO(pdf(sample(blocks=blocks)))).pages) >= 6


def test_a_paper_of_nothing_is_a_page():
    assert len(pikepdf.open(BytesIO(pdf(sample(blocks=())))).pages) == 1


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize("language", ["en", "mk"])
def test_what_is_copied_from_it_is_what_was_written(language, tmp_path):
    paper = sample(language, draft=True)
    (tmp_path / "paper.pdf").write_bytes(pdf(paper))
    done = subprocess.run(["pdftotext", str(tmp_path / "paper.pdf"), "-"], capture_output=True, text=True, check=True)
    found = letters(done.stdout)
    for key in ("prose", "lead", "message", "figure", "question", "option", "inject", "strip", "series", "title"):
        assert letters(WORDS[language][key]) in found
    pages = len(pikepdf.open(tmp_path / "paper.pdf").pages)
    assert found.count(letters(plain_text(paper.draft_label))) == pages + 1, "on every page, and once in the text"
    assert found.count(letters(plain_text(paper.name_note))) == 2, "on the page of the name, and at the end"


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize("size", [11.0, 18.0])
@pytest.mark.parametrize("words", [5, 60, 120])
def test_a_long_note_on_names_pushes_nothing_off_the_page(size, words, tmp_path):
    paper = sample("mk", draft=True)
    note = Sample("mk", draft=True).runs("* " + "забелешка " * words)
    pages = words_down(pdf(replace(paper, size=size, name_note=note)), tmp_path)
    assert any("забелешка" in [text for text, _ in page] for page in pages)
    for page in pages:
        assert max(down for _, down in page) < 842 - 14, "the strip stands on the page, with paper below it"


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize("size", [11.0, 18.0])
@pytest.mark.parametrize("before", [3, 9, 15, 21])
def test_all_that_can_be_chosen_stands_on_one_page(size, before, tmp_path):
    make = Sample("en", draft=False)
    texts = [make.runs(f"choice{number}") for number in range(4)]
    options = d.Options(multiple=False, items=tuple(d.Lettered(letter="A", text=text) for text in texts))
    question = replace(make.question(1, options), worth=make.runs("2 points"))
    blocks = (*(make.paragraph("prose") for _ in range(before)), question)
    pages = words_down(pdf(replace(sample(blocks=blocks), size=size)), tmp_path)
    held = [sum(text.startswith("choice") for text, _ in page) for page in pages]
    assert sorted(held)[-2:] in ([0, 4], [4])
