"""What stands beside a text, in WordprocessingML: a line of its own above it, or its first words."""

from builder.output import document as d
from builder.output.image import Image
from builder.output.text import Runs
from builder.write.docx.book import Book
from builder.write.docx.drawing import inline_xml
from builder.write.docx.text import paragraph, runs_xml, word_xml
from builder.write.palette import GREY

_ICON = 5 * 36000
_SLIDE = 44 * 36000
"""How wide icons and slides are, in EMU."""


def beside_xml(beside: d.Beside, book: Book) -> str:
    """Return the line above a text: when it is, or which slide is shown, with its picture."""
    parts = [beside.label, *beside.notes, *(slide.id for slide in beside.slides)]
    words = word_xml(" · ", book).join(runs_xml(part, book, strong=part is beside.label) for part in parts if part)
    line = paragraph("Beside", _icon(beside.icon, book) + words, keep_next=True)
    pictures = [
        inline_xml(slide.picture, "", book, widest=_SLIDE, line=GREY) for slide in beside.slides if slide.picture
    ]
    return line + (paragraph("Beside", word_xml(" ", book).join(pictures)) if pictures else "")


def cue_xml(cue: d.Cue, text: Runs, book: Book) -> str:
    """Return a cue's word and the text behind it, as runs."""
    words = _icon(cue.icon, book) + runs_xml(cue.label, book, strong=True)
    return words + (word_xml("  ", book) + runs_xml(text, book) if text else "")


def _icon(image: Image, book: Book) -> str:
    return inline_xml(image, "", book, widest=_ICON) + word_xml(" ", book)
