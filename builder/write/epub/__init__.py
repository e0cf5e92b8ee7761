"""A paper → an EPUB 3 book: a file for each lesson, navigation, a cover, what readers with needs can expect of it."""

from builder.output.document import Document
from builder.output.resources import Resources
from builder.write.epub.chapters import divide
from builder.write.epub.cover import cover_png
from builder.write.epub.package import BOOK, CONTAINER, container_xml, package_xml
from builder.write.epub.pages import Binder, chapter_xhtml, navigation_xhtml, title_xhtml
from builder.write.package import MEDIA_TYPE, write_package
from builder.write.palette import recoloured_styles

_FOLDER = "book"
_STYLES = "epub.css"


def write_epub(document: Document, resources: Resources) -> bytes:
    """Return the paper as a book; the reader's own size and typeface rule, so none is inside."""
    title, *chapters = divide(document.blocks)
    binder = Binder(document, (title, *chapters), resources.fonts)
    pages = {title.file: title_xhtml(title, document, binder), "nav.xhtml": navigation_xhtml(document, binder)}
    pages |= {chapter.file: chapter_xhtml(chapter, document, binder) for chapter in chapters}
    files = {name: page.encode() for name, page in pages.items()} | binder.pictures
    styles = recoloured_styles(resources.files[_STYLES].decode(), document.palette).encode()
    files |= {"book.css": styles, "cover.png": cover_png(document, resources)}
    files["book.opf"] = package_xml(document, tuple(pages), tuple(binder.pictures)).encode()
    parts = {f"{_FOLDER}/{name}": data for name, data in files.items()}
    return write_package(parts | {MEDIA_TYPE: BOOK, CONTAINER: container_xml(f"{_FOLDER}/book.opf")})
