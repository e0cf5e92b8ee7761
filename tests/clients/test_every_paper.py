"""Every page, book and Word document that the courses and the workspaces of the tests make, before real programs.

`make test` looks at a sample of each kind elsewhere (`tests/write/test_paper_clients.py`); this is the whole of it.
"""

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from tests.clients.test_every_deck import ROOT, WORKSPACES
from tests.write.paper_files import CLIENTS
from tests.write.test_paper_clients import needs

pytestmark = [pytest.mark.client, pytest.mark.slow]
FORMATS = ("handout.epub", "handout.html", "*.docx")
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@cache
def built(name: str, base: Path) -> Path:
    """Return the outputs of a workspace, all languages and variants, built with a copy of it; packs as well."""
    hidden = shutil.ignore_patterns("dist", ".venv", ".git", "node_modules", "tests", ".*")
    root = Path(shutil.copytree(WORKSPACES[name], base / name, ignore=hidden))
    formats = [word for format in FORMATS for word in ("--format", format)]
    for command in (["build", *formats, "-q"], ["pack", "-q"]):
        whole = [sys.executable, "-m", "builder", *command]
        subprocess.run(whole, cwd=root, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}, check=True)
    return root


def found(root: Path, suffix: str) -> list[Path]:
    files = sorted((root / "dist").rglob(f"*.{suffix}"))
    assert files
    return files


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


@needs("epubcheck", "java")
@pytest.mark.parametrize("name", WORKSPACES)
def test_epubcheck_says_nothing_of_any_book(name: str, base: Path, tmp_path: Path) -> None:
    told = {}
    for number, file in enumerate(found(built(name, base), "epub")):
        report = tmp_path / f"{number}.json"
        # The program is a jar under a plain name; without a wrapper of the system it is started by Java itself.
        command = ["java", "-jar", str(shutil.which("epubcheck")), str(file), "--json", str(report)]
        subprocess.run(command, capture_output=True, check=False, timeout=120)
        told[file.name] = [message["message"] for message in json.loads(report.read_text("utf-8"))["messages"]]
    assert {file: messages for file, messages in told.items() if messages} == {}


@needs("node", "chromium", "playwright-core", "axe-core")
@pytest.mark.parametrize("name", WORKSPACES)
def test_axe_says_nothing_of_any_page(name: str, base: Path, tmp_path: Path) -> None:
    root = built(name, base)
    pages = found(root, "html")
    for pack in sorted((root / "packs").glob("*.zip")):
        pages.append(tmp_path / f"{pack.stem}.html")
        command = ["unzip", "-p", str(pack), "index.html"]
        pages[-1].write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    command = ["node", str(CLIENTS / "page_check.mjs"), *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    views = json.loads(done.stdout)
    assert len(views) == 4 * len(pages)
    for view in views:
        about = (Path(view["page"]).name, view["view"])
        assert (about, view["violations"]) == (about, [])
        assert (about, view["overflow"] <= 0, view["loaded"]) == (about, True, True)


@needs("soffice")
@pytest.mark.parametrize("name", WORKSPACES)
def test_an_office_suite_lists_the_headings_of_every_document(name: str, base: Path, tmp_path: Path) -> None:
    """What LibreOffice's navigator lists are the headings of its own format."""
    files = found(built(name, base), "docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), *map(str, files)]
    subprocess.run(command, capture_output=True, check=True)
    for file in files:
        tree = etree.parse(tmp_path / f"{file.stem}.fodt")
        etree.strip_elements(tree, f"{TEXT}note-body", with_tail=False)
        listed = [(int(one.get(f"{TEXT}outline-level")), words(one)) for one in tree.iter(f"{TEXT}h")]
        assert listed == wanted(file), file.name
        assert [level for level, _ in listed].count(1) == 1
        assert listed[0][0] == 1


def wanted(file: Path) -> list[tuple[int, str]]:
    """Return level and text of the paragraphs that bear the style of a heading."""
    styles = {f"Heading {level}": level for level in range(1, 7)}
    document = Document(str(file))
    return [
        (styles[style], "".join("".join(one.xpath(".//w:t/text()")).split()))
        for one in document.element.body.iter("{*}p")
        if (style := style_of(one, document)) in styles
    ]


def style_of(paragraph: etree._Element, document: object) -> str:
    (style,) = paragraph.xpath("./w:pPr/w:pStyle/@w:val") or [""]
    names = {one.style_id: one.name for one in document.styles}  # type: ignore[attr-defined]
    return str(names.get(style, ""))


def words(element: etree._Element) -> str:
    """Return the text of an element without blanks and breaks, which the two formats write in ways of their own."""
    return "".join("".join(element.itertext()).split())
