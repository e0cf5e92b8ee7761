"""A paper in a language written from the right is the other way round as a whole."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builder.output import document as d
from tests.write.paper_files import pdf
from tests.write.papers import Sample, sample
from tests.write.pdf_words import words_across


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_numbers_stand_where_lines_begin_and_what_belongs_behind_them_where_they_end(
    direction: str, tmp_path: Path
) -> None:
    make = Sample("en", draft=False)
    options = d.Options(multiple=False, items=(d.Lettered(letter="Q", text=make.runs("option")),))
    question = replace(
        make.question(1, options),
        number=make.runs("77"), prompt=(d.Paragraph(text=make.runs("asked")),), worth=make.runs("worth"),
    )  # fmt: skip
    quotation = d.Quotation(blocks=(d.Paragraph(text=make.runs("quoted")),))
    paper = replace(sample(blocks=(question, quotation, d.Paragraph(text=make.runs("plain")))), brief=True)
    turned = replace(paper, direction=direction, language="ar" if direction == "rtl" else "en")
    words = words_across(pdf(replace(turned, strip=make.runs("strip"))), tmp_path)
    order = ["77", "asked", "worth"] if direction == "ltr" else ["worth", "asked", "77"]
    assert sorted(order, key=lambda word: words[word]) == order
    begins = (lambda word: words[word][0]) if direction == "ltr" else (lambda word: -words[word][1])
    assert begins("plain") == pytest.approx(begins("77"), abs=2)
    assert begins("quoted") > begins("plain") + 10, "behind its bar"
    assert begins("1") > begins("strip"), "the number of the page"
