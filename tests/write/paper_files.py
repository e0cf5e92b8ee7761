"""The three files of a paper, and the fonts they are set in."""

import tempfile
from functools import cache
from pathlib import Path

from builder.output.document import Document
from builder.output.resources import Resources
from builder.typeset.fonts import font_files
from builder.write.docx import write_docx
from builder.write.epub import write_epub
from builder.write.html import write_html
from builder.write.pdf import write_pdf

THEMES = Path(__file__).parents[2] / "builder" / "themes"
CLIENTS = Path(__file__).parents[1] / "clients"


@cache
def fonts() -> str:
    """Return a folder with the theme's fonts."""
    folder = Path(tempfile.gettempdir()) / "coursewright-test-fonts"
    folder.mkdir(exist_ok=True)
    for name in font_files():
        file = folder / name
        if not file.is_file():
            part = Path(tempfile.mkstemp(dir=folder, suffix=".part")[1])
            part.write_bytes(font_files()[name])
            part.replace(file)
    return str(folder)


def pdf(document: Document) -> bytes:
    """Return the paper as PDF."""
    return write_pdf(document, Resources(files=_theme("handout.typ"), fonts=fonts()))


def docx(document: Document) -> bytes:
    """Return the paper as a Word document."""
    return write_docx(document, Resources(files={}, fonts=fonts()))


def html(document: Document) -> str:
    """Return the paper as a page."""
    return write_html(document, Resources(files=_theme("handout.css"), fonts="")).decode()


def epub(document: Document) -> bytes:
    """Return the paper as a book."""
    return write_epub(document, Resources(files=_theme("epub.css") | _theme("cover.typ"), fonts=fonts()))


def _theme(name: str) -> dict[str, bytes]:
    return {name: (THEMES / name).read_bytes()}
