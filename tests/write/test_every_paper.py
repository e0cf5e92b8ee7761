"""Every kind of paper as PDF, in every language of the stress workspace: what it says of itself, and what is copied.

`make test` looks at one language of each script; the others are slow for their number alone.
"""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import load
from builder.build.make import format_of, plan_of
from builder.build.targets import Selection, spread
from builder.content.walk import walk
from builder.formats import FORMATS
from builder.output import document as d
from builder.output.guide import Guide
from builder.output.text import plain_text
from tests.write.test_pdf import tags
from tests.write.test_pdf_copied import letters, runs_left_to_right, texts

STRESS = Path(__file__).parents[1] / "cases/stress/workspace"
KINDS = tuple(format.name for format in FORMATS if format.suffix == "pdf" and format.artefact != "deck")
LANGUAGES = [
    "mk",
    *(pytest.param(tag, marks=pytest.mark.slow) for tag in ("en", "sq", "sr-Cyrl", "bs")),
    "sr-Latn",
]
TOP, BOTTOM, ABOVE_NOTE, WIDTH = 50, 788, 770, 900
"""Where text stands on a page, in points: between the band of a draft and the foot, which may begin with a note."""


@cache
def made(kind: str, language: str) -> tuple[d.Document, bytes]:
    """Return the first paper of a kind, as planned and as written."""
    loaded, _ = load(STRESS)
    assert loaded is not None
    targets = spread(Selection(formats=(kind,), languages=(language,)), loaded.workspace)
    (job,) = prepare(loaded, targets[:1], Findings())
    plan, _ = plan_of(job)
    paper = plan.paper if isinstance(plan, Guide) else plan
    return paper, format_of(job.target).write(plan, job.resources)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(params=LANGUAGES)
def opened(request: pytest.FixtureRequest, kind: str) -> tuple[str, d.Document, pikepdf.Pdf]:
    paper, data = made(kind, request.param)
    return request.param, paper, pikepdf.open(BytesIO(data))


Opened = tuple[str, d.Document, pikepdf.Pdf]


def test_it_says_its_language_and_title_and_that_it_is_tagged(opened: Opened) -> None:
    language, paper, file = opened
    metadata = file.Root.Metadata.read_bytes().decode()
    assert str(file.Root.Lang) == language
    assert bool(file.Root.MarkInfo.Marked)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert str(file.docinfo["/Title"]) == plain_text(paper.name)
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert f"<rdf:li>{language}</rdf:li>" in metadata


def test_its_headings_skip_no_level_and_are_its_outline(opened: Opened) -> None:
    _, paper, file = opened
    found = list(headings(file.Root.StructTreeRoot.K))
    assert [text for level, text in found if level == 1] == [plain(paper.title)]
    assert found[0][0] == 1
    assert all(after <= before + 1 for (before, _), (after, _) in pairwise(found))
    listed = [plain(one.text) for one in walk(paper.blocks, d.Heading) if one.listed]
    cards = [plain(one.title) for one in walk(paper.blocks, d.Sheet)]
    with file.open_outline() as outline:
        assert [squeezed(title) for title in entries(outline.root)] == [plain(paper.title), *listed, *cards]


def test_its_figures_have_alternatives_and_its_tables_headers(opened: Opened) -> None:
    _, paper, file = opened
    tree = file.Root.StructTreeRoot.K
    drawn = [*walk(paper.blocks, d.Figure), *paper.logos, *([paper.emblem] if paper.emblem else [])]
    alternatives = [plain_text(one.alternative) for one in drawn if one.alternative]
    assert sorted(squeezed(str(one.Alt)) for one in tags(tree, "Figure")) == sorted(map(squeezed, alternatives))
    tables = [*walk(paper.blocks, d.Table), *walk(paper.blocks, d.Grid)]
    scales = [one for one in walk(paper.blocks, d.Scale) if one.statements and len(one.points) <= 5]
    columns = [len(one.header) for one in tables] + [1 + len(one.points) for one in scales]
    assert sorted(len(list(tags(one, "TH"))) for one in tags(tree, "Table")) == sorted(columns)


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
def test_what_is_copied_from_it_is_what_was_written(opened: Opened, kind: str, tmp_path: Path) -> None:
    language, paper, _ = opened
    (tmp_path / "paper.pdf").write_bytes(made(kind, language)[1])
    bottom = ABOVE_NOTE if paper.name_note else BOTTOM
    area = ["-x", "0", "-y", str(TOP), "-W", str(WIDTH), "-H", str(bottom - TOP)]
    command = ["pdftotext", "-raw", *area, str(tmp_path / "paper.pdf"), "-"]
    copied = letters(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    wanted = [text for text in texts(paper.blocks) if letters(text) and runs_left_to_right(text)]
    assert wanted
    assert [text for text in wanted if letters(text) not in copied] == []


def squeezed(text: str) -> str:
    """Return a text without the marks at which a line may be broken, its blanks made one each."""
    return " ".join(text.replace("\u200b", "").replace("\u00ad", "").split())


def plain(runs: Any) -> str:
    return squeezed(plain_text(runs))


def headings(node: Any) -> Iterator[tuple[int, str]]:
    """Yield level and text of the headings, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from headings(child)
    elif isinstance(node, pikepdf.Dictionary):
        name = str(node.get("/S", ""))
        if name[1:2] == "H" and name[2:].isdigit():
            yield int(name[2:]), squeezed(str(node.get("/T", "")))
        if "/K" in node:
            yield from headings(node.K)


def entries(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from entries(item.children)
