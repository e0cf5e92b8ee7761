"""What another program reads in the PDF of a deck: every word as it was written, and none outside its box."""

import html
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import load
from builder.build.make import plan_of
from builder.build.targets import Selection, spread
from builder.output.deck import Ornament, TableShape, TextShape
from builder.output.text import plain_text
from builder.plan.deck import decide_breaks
from builder.plan.deck_pdf import plan_deck_pdf
from builder.write.deck_pdf import write_deck_pdf
from tests.plan.deck_papers import DRAWN
from tests.plan.decks import translated
from tests.plan.lesson_editions import edition_of
from tests.write.deck_papers import drawing, paper, pdf
from tests.write.test_pptx_clients import FULL, WORD, inside

pytestmark = [pytest.mark.client, pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")]
STRESS = Path(__file__).parents[1] / "cases" / "stress" / "workspace"


def words_of(data):
    """Return the words of each page: left, top, right, bottom, text."""
    command = ["pdftotext", "-bbox-layout", "-", "-"]
    shown = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    pages = shown.split("<page ")[1:]
    return [[(*map(float, word[:4]), html.unescape(word[4])) for word in WORD.findall(page)] for page in pages]


def loose(deck, pages):
    """Return the words that stand in no box of their slide."""
    assert len(pages) == len(deck.slides)
    found = []
    for slide, words in zip(deck.slides, pages, strict=True):
        boxes = [element.box for element in slide.elements if not isinstance(element, Ornament)]
        found.extend((slide.id, word) for word in words if not any(inside(word, box) for box in boxes))
    return found


def letters(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("language", ["en", "mk"])
def test_no_word_is_drawn_outside_its_box(language):
    english = edition_of(FULL)
    macedonian = translated(english, "mk", longer=2)
    breaks, _ = decide_breaks((english, macedonian), DRAWN)
    planned, _ = plan_deck_pdf(english if language == "en" else macedonian, DRAWN, breaks)
    pages = words_of(write_deck_pdf(planned, drawing()))
    assert loose(planned.deck, pages) == []
    assert min(map(len, pages)) > 3


def narrower(element, share):
    """Return an element in a part of its box, as if it had been planned for a far narrower typeface."""
    match element:
        case TextShape():
            return replace(element, box=replace(element.box, width=element.box.width * share))
        case TableShape(columns=columns):
            return replace(element, columns=tuple(width * share for width in columns))
        case _:
            return element


def test_a_text_too_long_for_its_box_is_set_smaller():
    planned, _ = plan_deck_pdf(edition_of(FULL), DRAWN, None)
    kept = tuple(slide for slide in planned.deck.slides if slide.layout not in ("Title", "Section"))
    pressed = tuple(
        replace(slide, elements=tuple(narrower(element, 0.72) for element in slide.elements)) for slide in kept
    )
    decks = [replace(planned.deck, slides=slides, sections=()) for slides in (kept, pressed)]
    roomy, tight = (words_of(write_deck_pdf(replace(planned, deck=deck), drawing())) for deck in decks)
    assert loose(decks[1], tight) == []
    before, after = (sum(word[3] - word[1] for page in pages for word in page) for pages in (roomy, tight))
    assert after < 0.98 * before


@pytest.mark.parametrize("language", ["en", "mk"])
@pytest.mark.parametrize("pages", [1, 3])
def test_what_is_copied_from_it_is_what_was_planned(language, pages):
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf(language, pages), capture_output=True, check=True)
    found = letters(done.stdout.decode())
    for slide in paper(language, pages).deck.slides:
        for element in slide.elements:
            if isinstance(element, TextShape) and slide.id.partition("-")[0] != "right":
                for paragraph in element.paragraphs:
                    assert letters(plain_text(paragraph.runs)) in found, slide.id


def test_every_slide_that_is_hard_stays_in_its_boxes_in_every_language():
    loaded, _ = load(STRESS)
    assert loaded is not None
    targets = spread(Selection(formats=("deck.pdf",)), loaded.workspace)
    seen = set()
    for job in prepare(loaded, targets, Findings()):
        planned, found = plan_of(job)
        assert [finding.message for finding in found if finding.severity == "error"] == []
        assert loose(planned.deck, words_of(write_deck_pdf(planned, job.resources))) == [], job.target.language
        seen.add(job.target.language)
    assert len(seen) == 6
