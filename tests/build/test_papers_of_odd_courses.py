"""Odd but right courses, built into papers: long tables, a line for a chapter, names that fill a line."""

import re
import shutil
import subprocess
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from builder.build.pipeline import Request, build
from builder.build.targets import Selection
from builder.diagnostics import Code, Severity
from tests.write.test_pdf import tags

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
SHOCK = "modules/shock/01-keep-warm.md"
ROWS, NAME = 40, "Anna-Margarethe von und zu Hohenstein-Schwarzenberg-Rudolstadt-Blankenburg-Harze"
TALL = "\n".join(f"| sign {number} | meaning {number} |" for number in range(1, ROWS + 1))
WIDE = f"| {' | '.join(f'Column{number}' for number in range(12))} |\n|{'---|' * 12}\n| {' | '.join(['incomprehensibility'] * 12)} |"
ODD = f"""
| Sign | Meaning |
|---|---|
{TALL}

::: case {{#case-long title="{NAME}"}}
{NAME} comes back.

::: inject {{minutes=5}}
Somebody calls.
:::

answer: Nothing.
:::
"""
PAPERS = ("handout.*", "guide.*", "agenda.*", "workbook.*", "cards.pdf")


@cache
def built(folder: Path) -> dict[tuple[str, str], bytes]:
    """Return the papers of the example with odd things in it, by format and language."""
    assert len(NAME) == 80
    root = Path(shutil.copytree(EXAMPLE, folder / "w", ignore=shutil.ignore_patterns("dist")))
    lesson = root / SHOCK
    lesson.write_text(lesson.read_text("utf-8").replace("- Confusion\n", f"- Confusion\n{ODD}", 1), "utf-8")
    short = (
        "---\ntitle: Short\nminutes: 5\naim: One line.\noutcomes:\n  - {id: one, level: apply, text: Read it.}\n---\n\n"
    )
    (root / "modules/shock/02-short.md").write_text(f"{short}## One {{#one minutes=5}}\n\nThe only line.\n", "utf-8")
    course = root / "courses/refresher/course.yaml"
    text = course.read_text("utf-8")
    line = next(one for one in text.splitlines() if "shock/keep-warm" in one)
    course.write_text(text.replace(line, f"      - lesson: shock/short\n{line}"), "utf-8")
    selection = Selection(formats=PAPERS, languages=("en", "mk"), variants=("plain",))
    report = build(Request(root=root, out=root / "dist", selection=selection))
    assert [one for one in report.diagnostics if one.severity is Severity.ERROR] == []
    shock = [row for row in report.outputs if row.part in ("shock", "all")]
    return {(row.format, row.lang): (root / "dist" / row.path).read_bytes() for row in shock}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    return built(tmp_path_factory.mktemp("odd"))


Papers = dict[tuple[str, str], bytes]


# Typst knows no rules for dividing Macedonian words.
@pytest.mark.parametrize("language", ["en", "mk"])
def test_a_table_of_forty_rows_goes_on_under_its_header(papers: Papers, language: str) -> None:
    with pikepdf.open(BytesIO(papers["handout.pdf", language])) as file:
        rows = [len(list(tags(table, "TR"))) for table in tags(file.Root.StructTreeRoot.K, "Table")]
        assert ROWS + 1 in rows
    with zipfile.ZipFile(BytesIO(papers["handout.docx", language])) as archive:
        body = archive.read("word/document.xml").decode()
    table = next(one for one in re.findall(r"<w:tbl>.*?</w:tbl>", body, re.DOTALL) if "sign 40" in one)
    assert table.count("<w:tr>") + table.count("<w:tr ") == ROWS + 1
    assert table.count("<w:tblHeader") == 1
    page = html.fromstring(papers["handout.html", language].decode())
    assert any(len(one.findall(".//tr")) == ROWS + 1 and one.find(".//th") is not None for one in page.iter("table"))


def test_a_chapter_of_one_line_is_one(papers: Papers) -> None:
    page = html.fromstring(papers["handout.html", "en"].decode())
    assert any("Short" in heading.text_content() for heading in page.iter("h2"))
    assert "The only line." in page.text_content()
    with pikepdf.open(BytesIO(papers["handout.pdf", "en"])) as file:
        assert "Short" in [str(heading.T) for heading in tags(file.Root.StructTreeRoot.K, "H2")]


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize("name", ["handout.pdf", "guide.pdf", "cards.pdf"])
def test_a_name_of_eighty_letters_stays_on_its_page(papers: Papers, name: str, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(papers[name, "en"])
    command = ["pdftotext", "-bbox", str(tmp_path / "paper.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    page = html.fromstring(told)
    words = [
        word for word in page.iter("word") if "Hohenstein" in word.text_content() or "Harze" in word.text_content()
    ]
    assert words
    for word in words:
        assert float(word.get("xmin")) > 0
        assert float(word.get("xmax")) < 595


def test_what_cannot_be_shown_well_is_answered(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))
    lesson = root / SHOCK
    figure = "![A hand](figures/bad.svg)"
    lesson.write_text(
        lesson.read_text("utf-8").replace("- Confusion\n", f"- Confusion\n\n{WIDE}\n\n{figure}\n", 1), "utf-8"
    )
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
    (root / "modules/shock/figures").mkdir(exist_ok=True)
    (root / "modules/shock/figures/bad.svg").write_text(drawing, "utf-8")
    references = root / "modules/references.yaml"
    references.write_text(
        references.read_text("utf-8") + "bare: {type: book, title: Undated, author: [{literal: Somebody}]}\n",
        "utf-8",
    )
    course = root / "courses/refresher/course.yaml"
    start = re.search(r'start: "\d\d:\d\d"', course.read_text("utf-8"))
    assert start is not None
    course.write_text(course.read_text("utf-8").replace(start[0], 'start: "09:00"\n    end: "09:05"', 1), "utf-8")
    report = build(Request(root=root, out=root / "dist", selection=Selection(formats=("agenda.pdf", "handout.html"))))
    found = {one.code: one for one in report.diagnostics}
    for code in (Code.TABLE_TOO_WIDE, Code.FIGURE_UNSAFE, Code.REFERENCE_UNDATED, Code.DAY_OVERRUN):
        assert code in found, code
        assert found[code].span is not None
        assert found[code].hint
