"""Words in a drawing: in the catalogue, in every file of the language, and never in a second copy of the drawing."""

import shutil
import zipfile
from pathlib import Path

import pytest

from builder.build.pipeline import Request, build
from builder.build.targets import Selection
from builder.build.translate import update
from tests.diagnostics.harness import BASE, CASES

LABELLED = CASES / "figure-label-long"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "workspace")
    shutil.copytree(LABELLED, tmp_path / "workspace", dirs_exist_ok=True)
    return tmp_path / "workspace"


def made(root: Path, name: str, language: str) -> Path:
    """Return the one file of a format and language that a build makes of the first module."""
    selection = Selection(formats=(name,), languages=(language,), parts=("main",))
    (row,) = build(Request(root=root, out=root / "dist", selection=selection)).outputs
    return root / "dist" / row.path


def test_a_drawing_gives_its_words_to_the_catalogue_at_its_own_place(root: Path) -> None:
    (root / "locales/mk/main.po").unlink()
    update(root, ("mk",), drafts_by=None, today="2026-12-01")
    catalogue = (root / "locales/mk/main.po").read_text("utf-8")
    place = "#. label\n#: modules/main/figures/talk.svg#label\n"
    assert f'{place}msgctxt "label"\nmsgid "Hand-over"\nmsgstr ""\n' in catalogue
    assert f'{place}msgctxt "label"\nmsgid "Plan"\nmsgstr ""\n' in catalogue


def drawings(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".svg"))


@pytest.mark.parametrize("name", ["deck.pptx", "handout.docx"])
def test_each_language_shows_the_words_in_its_drawing(root: Path, name: str) -> None:
    english, macedonian = drawings(made(root, name, "en")), drawings(made(root, name, "mk"))
    assert ">Plan<" in english
    assert ">План<" in macedonian
    assert ">Plan<" not in macedonian
    assert english.count("<svg") == macedonian.count("<svg")


def test_words_without_translation_stay_and_say_so(root: Path) -> None:
    path = root / "locales/mk/main.po"
    path.write_text(path.read_text("utf-8").replace('msgstr "План"', 'msgstr ""'), "utf-8")
    assert ">[en] Plan<" in drawings(made(root, "deck.pptx", "mk"))
