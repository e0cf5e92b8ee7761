"""A trainer's guide → PDF and Word: the pictures of its slides are drawn first, then the paper is written."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from struct import unpack

from builder.content.walk import rewrite, walk
from builder.output.document import Document, Thumbnail
from builder.output.guide import Guide
from builder.output.image import PNG, Image
from builder.output.resources import Resources
from builder.write.deck_thumbnails import draw_slides
from builder.write.docx import write_docx
from builder.write.pdf import write_pdf

_WIDTH = 240
"""Pixels of a slide's picture: enough for a column of 29 mm in print."""
_SIZE = ">II"
"""Where a PNG has its width and height: in its first chunk."""


def write_guide_pdf(guide: Guide, resources: Resources) -> bytes:
    """Return the guide as a tagged PDF."""
    return write_pdf(illustrated(guide, resources), resources)


def write_guide_docx(guide: Guide, resources: Resources) -> bytes:
    """Return the guide as a Word document."""
    return write_docx(illustrated(guide, resources), resources)


def illustrated(guide: Guide, resources: Resources) -> Document:
    """Return the paper with the pictures of the slides that it names."""
    wanted = {slide.key for slide in walk(guide.paper.blocks, Thumbnail)}
    pictures = _pictures(guide, wanted, resources)
    blocks = rewrite(guide.paper.blocks, Thumbnail, lambda slide: replace(slide, picture=pictures.get(slide.key)))
    return replace(guide.paper, blocks=blocks)


def _pictures(guide: Guide, wanted: set[str], resources: Resources) -> Mapping[str, Image]:
    pictures = {}
    for module, slides in guide.decks:
        if any(key.startswith(f"{module}/") for key in wanted):
            for id, data in draw_slides(slides, resources, _WIDTH).items():
                digest = sha256(data).hexdigest()
                width, height = unpack(_SIZE, data[16:24])
                image = Image(media_type=PNG, width=width, height=height, data=data, digest=digest)
                pictures[f"{module}/{id}"] = image
    return pictures
