"""Where a page may end: not behind words that announce, not within a small table, not behind a table's first row."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn

from builder.output import document as d
from tests.write.paper_files import docx, pdf
from tests.write.papers import Sample, sample
from tests.write.pdf_words import words_down

MAKE = Sample("en", draft=False)
BEFORE = range(1, 22, 2)
"""Paragraphs before a block, which moves it down a page and over its end."""
pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)"),
]


def numbered_table(count: int) -> d.Table:
    rows = tuple((MAKE.runs(f"row{number}"), MAKE.runs("beside it")) for number in range(count))
    return d.Table(header=(MAKE.runs("first"), MAKE.runs("second")), rows=rows, alignments=(None, None))


def pages_of(folder: Path, before: int, *blocks: d.Block) -> list[list[str]]:
    """Return the words of each page of a paper with so many paragraphs before its blocks."""
    paper = sample(blocks=(*(MAKE.paragraph("prose") for _ in range(before)), *blocks))
    return [[text for text, _ in page] for page in words_down(pdf(paper), folder)]


def held(pages: list[list[str]], start: str) -> list[int]:
    """Return how many words that begin so stand on each page that has any."""
    counts = [sum(word.startswith(start) for word in page) for page in pages]
    return [count for count in counts if count]


@pytest.mark.parametrize("before", BEFORE)
def test_a_small_table_stays_whole_and_a_long_one_begins_with_two_rows(before: int, tmp_path: Path) -> None:
    assert held(pages_of(tmp_path, before, numbered_table(6)), "row") == [6]
    assert held(pages_of(tmp_path, before, numbered_table(40)), "row")[0] >= 2


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("words", ["announced: these are the three:", "announced"])
def test_words_that_announce_stand_with_what_they_announce(words: str, before: int, tmp_path: Path) -> None:
    points = d.List(ordered=False, items=tuple((MAKE.paragraph("prose"),) for _ in range(3)))
    marked = replace(points, items=((d.Paragraph(text=MAKE.runs("announcedpoint")),), *points.items))
    pages = pages_of(tmp_path, before, d.Paragraph(text=MAKE.runs(words)), marked)
    assert held(pages, "announced") == [2]


def test_a_date_stands_with_what_happened_then(tmp_path: Path) -> None:
    def entry(number: int) -> d.Blocks:
        event = d.List(ordered=False, items=((d.Paragraph(text=MAKE.runs(f"event{number}")),),))
        return d.Paragraph(text=MAKE.runs(f"date{number}")), event

    pages = pages_of(tmp_path, 9, d.List(ordered=False, items=tuple(entry(number) for number in range(60))))
    assert len(pages) > 2
    for page in pages:
        assert held([page], "date") == held([page], "event")


def test_the_strip_stands_on_one_line_of_every_page(tmp_path: Path) -> None:
    paper = sample("mk", draft=True)
    pages = words_down(pdf(replace(paper, blocks=(*paper.blocks, *(MAKE.paragraph("prose"),) * 40))), tmp_path)
    assert len({round(max(down for _, down in page)) for page in pages}) == 1


def test_in_word_too_words_that_announce_stay_with_the_next_block() -> None:
    blocks = (
        d.Paragraph(text=MAKE.runs("announcing:")),
        numbered_table(3),
        d.Paragraph(text=MAKE.runs("a line")),
        d.List(ordered=False, items=((d.Paragraph(text=MAKE.runs("a point")),),)),
        d.Paragraph(text=MAKE.runs("the end:")),
    )
    body = WordDocument(BytesIO(docx(sample(blocks=blocks)))).element.body
    kept = {
        one.xpath("string(.//w:t)"): one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        for one in body.iter(qn("w:p"))
    }
    assert [kept[words] for words in ("announcing:", "a line", "a point", "the end:")] == [True, True, False, False]
