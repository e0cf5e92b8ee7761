"""A deck's slides as pictures, drawn as its pages are: for papers that show them, and for previews."""

from collections.abc import Mapping

from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.write.deck_pdf import DRAWING, drawing_inputs
from builder.write.deck_pdf_template import template_of
from builder.write.typesetting import typeset_pngs


def draw_slides(paper: SlidePaper, resources: Resources, width_pixels: int) -> Mapping[str, bytes]:
    """Return each slide as a PNG of a width, by the slide's id, in the deck's order."""
    inputs = {**drawing_inputs(paper, resources), "slides_a_page": "1"}
    share = width_pixels / template_of(resources).width
    pictures = typeset_pngs(resources.files[DRAWING], inputs, resources.fonts, share)
    return dict(zip((slide.id for slide in paper.deck.slides), pictures, strict=True))
