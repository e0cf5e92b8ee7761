"""Two hundred boxes of real text: what we say fits does fit where an office suite draws it, and we waste no more than a line."""

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from builder.output.deck import Box, Deck, Look, Section, Slide, TextShape
from builder.output.text import Run
from builder.plan.deck import decide_breaks, plan_deck
from builder.plan.deck.fitting import text_need
from builder.plan.deck.setting import set_up, unit
from builder.plan.deck.slots import stepped
from builder.write.pptx import write_pptx
from tests.plan.decks import RESOURCES
from tests.plan.lesson_editions import edition_of
from tests.write.test_pptx_clients import needs, rendered

pytestmark = pytest.mark.client
ROOT = Path(__file__).parents[2]
CATALOGUES = {
    "mk": "locales/mk/concepts.po",
    "sr-Cyrl": "tests/cases/stress/workspace/locales/sr-Cyrl/stress.po",
    "sq": "tests/cases/stress/workspace/locales/sq/stress.po",
    "bs": "tests/cases/stress/workspace/locales/bs/stress.po",
}
COUNT = 200
PLAIN = re.compile(r"[\w ,.;:!?()%’„“–-]+")
"""Texts without markup: what is typed is what is drawn."""


@cache
def texts(language: str) -> tuple[str, ...]:
    """Return real texts of a language, from a translator's catalogue; the English ones are its keys."""
    key = "msgid" if language == "en" else "msgstr"
    source = (ROOT / CATALOGUES.get(language, CATALOGUES["mk"])).read_text(encoding="utf-8")
    found = re.findall(rf'^{key} "(.+)"$', source, re.MULTILINE)
    return tuple(dict.fromkeys(text for text in found if PLAIN.fullmatch(text) and 3 < len(text) < 400))


def boxes():
    """Yield slides of one box each, with the height that we say its text needs and that of one of its lines."""
    luck = random.Random(20261122)
    settings = {tag: set_up(edition_of("- x\n", language=tag), RESOURCES) for tag in ("en", *CATALOGUES)}
    for number in range(COUNT):
        tag, setting = luck.choice(list(settings.items()))
        size = luck.choice((18.0, 20.0, 22.0, 24.0, 28.0))
        marker = luck.choice(("none", "bullet"))
        margin = 25.2 if marker == "bullet" else 0.0
        look = Look(
            size=size, before=luck.choice((0.0, 6.0, 12.0)), marker=marker, bullet="•" if margin else "",
            margin=margin, hanging=margin, bold=luck.random() < 0.15,
        )  # fmt: skip
        units = [
            unit((Run(text=text, language=tag),), look, setting) for text in luck.sample(texts(tag), luck.randint(1, 4))
        ]
        width = luck.uniform(140.0, 860.0)
        need = text_need(units, 0, width, setting)
        box = Box(left=50.0, top=20.0, width=width, height=500.0)
        shape = TextShape(name="Text", box=box, placeholder=None, paragraphs=stepped(units, 0))
        yield Slide(id=f"box-{number}", layout="Points", elements=(shape,), notes=()), need, size * setting.metrics.line


@needs("soffice", "pdftotext")
def test_the_verdict_is_never_too_kind_and_hardly_ever_more_than_a_line_too_strict(tmp_path):
    slides, needs_, lines = zip(*boxes(), strict=True)
    pages = rendered(write_pptx(deck_of_boxes(slides), RESOURCES), tmp_path)
    assert len(pages) == COUNT
    spare = []
    for slide, need, line, words in zip(slides, needs_, lines, pages, strict=True):
        if need.overlong or need.height > 490:
            continue
        box = slide.elements[0].box
        drawn = max(bottom for _, _, _, bottom, _ in words) - box.top
        assert max(right for _, _, right, _, _ in words) <= box.right + 2, slide.id
        assert drawn <= need.height + 0.2 * line, slide.id
        above = slide.elements[0].paragraphs[0].look.before  # nothing stands above the first paragraph when it is drawn
        spare.append((need.height - above - drawn) / line)
    assert len(spare) > COUNT * 0.9
    assert max(spare) < 2.2  # where two paragraphs of one box both end within a letter of the line
    assert sum(1 for lines_too_many in spare if lines_too_many > 1.2) <= 2
    assert sum(1 for lines_too_many in spare if lines_too_many < 0.2) > COUNT * 0.85


def deck_of_boxes(slides: tuple[Slide, ...]) -> Deck:
    """Return a deck of nothing but these slides."""
    edition = edition_of("- x\n")
    breaks, _ = decide_breaks((edition,), RESOURCES)
    deck, _ = plan_deck(edition, RESOURCES, breaks)
    return replace(deck, slides=slides, sections=(Section(name="Boxes", slides=len(slides)),))
