"""The PDF of a deck that holds every construct, and of decks made for one test."""

from functools import cache
from io import BytesIO

import pikepdf

from builder.model.options import DeckOptions
from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.plan.deck import decide_breaks
from builder.plan.deck_pdf import plan_deck_pdf
from builder.write.deck_pdf import write_deck_pdf
from tests.plan.deck_papers import DRAWN
from tests.write.deck_files import edition
from tests.write.paper_files import fonts


def drawing() -> Resources:
    """Return what drawing a deck reads, fonts included."""
    return Resources(files=DRAWN.files, fonts=fonts())


@cache
def paper(language: str = "en", pages: int = 1) -> SlidePaper:
    """Return the slides in a language, split for English and Macedonian together."""
    breaks, _ = decide_breaks((edition(), edition("mk")), DRAWN)
    planned, found = plan_deck_pdf(edition(language), DRAWN, breaks, DeckOptions(slides_a_page=pages))
    assert [finding.message for finding in found if finding.severity == "error"] == []
    return planned


@cache
def pdf(language: str = "en", pages: int = 1) -> bytes:
    """Return the file."""
    return write_deck_pdf(paper(language, pages), drawing())


def opened(data: bytes) -> pikepdf.Pdf:
    """Return a file opened."""
    return pikepdf.open(BytesIO(data))
