"""A deck → PDF/UA-1: each slide a page, or three beside lines for notes on a sheet of A4; drawn by Typst."""

import json

from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.write.deck_pdf_data import DeckData
from builder.write.deck_pdf_template import template_of
from builder.write.typesetting import typeset_pdf

DRAWING = "deck.typ"


def write_deck_pdf(paper: SlidePaper, resources: Resources) -> bytes:
    """Return slides as a tagged PDF with its fonts; a picture without alternative text is refused by Typst."""
    return typeset_pdf(resources.files[DRAWING], drawing_inputs(paper, resources), resources.fonts)


def drawing_inputs(paper: SlidePaper, resources: Resources) -> dict[str, str]:
    """Return what the drawing reads."""
    data = DeckData(paper.deck, template_of(resources), resources.fonts).whole()
    deck = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return {"deck": deck, "head": paper.head, "slides_a_page": str(paper.slides_a_page)}
