"""A deck → numbered pictures in a zip archive, for rooms that have a screen and no PowerPoint."""

from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.write.deck_thumbnails import draw_slides
from builder.write.package import write_package

_WIDTH = 1280
"""Pixels: a slide fills a common projector's picture."""


def write_deck_png(paper: SlidePaper, resources: Resources) -> bytes:
    """Return the archive; its files sort in the deck's order and bear the slides' ids."""
    pictures = draw_slides(paper, resources, _WIDTH)
    digits = max(2, len(str(len(pictures))))
    return write_package(
        {f"{number:0{digits}}-{id}.png": data for number, (id, data) in enumerate(pictures.items(), start=1)}
    )
