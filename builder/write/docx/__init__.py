"""A paper → a Word document, written part by part: real styles, lists, tables; a language on every run."""

from builder.output.document import Document
from builder.output.resources import Resources
from builder.write.arcs import banner
from builder.write.docx.blocks import Blocks
from builder.write.docx.book import Book, is_right_to_left, office_tag
from builder.write.docx.drawing import inline_xml, logos_xml
from builder.write.docx.frame import (
    NAMESPACES,
    content_types_xml,
    core_xml,
    footer_xml,
    footnotes_xml,
    header_xml,
    relationships_xml,
    root_relationships_xml,
    section_xml,
    settings_xml,
)
from builder.write.docx.numbering import numbering_xml
from builder.write.docx.styles import styles_xml
from builder.write.docx.text import paragraph, runs_xml, word_xml
from builder.write.package import CONTENT_TYPES, write_package
from builder.write.palette import recoloured

_EMBLEM, _LOGO = 12.0, 10.0
"""Millimetres that pictures on the cover are high."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_docx(document: Document, resources: Resources) -> bytes:
    """Return the paper as a Word document."""
    book = Book(language=document.language, fonts=resources.fonts, palette=document.palette, note=document.name_note)
    body = _cover(document, book) + Blocks(document, book).all(document.blocks)
    parts = {
        CONTENT_TYPES: content_types_xml(),
        "_rels/.rels": root_relationships_xml(),
        "docProps/core.xml": core_xml(document),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{section_xml(document)}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships_xml(book),
        "word/styles.xml": _styles(document),
        "word/numbering.xml": recoloured(numbering_xml(book.lists, NAMESPACES), document.palette),
        "word/settings.xml": settings_xml(document),
        "word/header.xml": header_xml(document),
        "word/footer.xml": footer_xml(document),
        "word/footnotes.xml": footnotes_xml(document, book.notes),
    }
    files = {name: (_XML + xml).encode() for name, xml in parts.items()}
    return write_package(files | {f"word/{name}": data for name, data in book.media.items()})


def _styles(document: Document) -> str:
    styles = styles_xml(
        office_tag(document.language),
        right_to_left=is_right_to_left(document.language),
        size=document.size,
        brief=document.brief,
        namespaces=NAMESPACES,
    )
    return recoloured(styles, document.palette)


def _cover(document: Document, book: Book) -> str:
    """Return what the paper is part of, its title, what it is, and whether it is a draft."""
    kind = runs_xml(document.artefact, book)
    if document.draft:
        kind += word_xml(" · ", book) + runs_xml(document.draft_label, book, strong=True)
    return (
        ("" if document.brief else paragraph("Cover", inline_xml(banner(document.palette), "", book)))
        + paragraph("Title", runs_xml(document.series, book))
        + paragraph("Heading1", runs_xml(document.title, book))
        + paragraph("Subtitle", kind)
        + ("" if document.brief else _brands(document, book))
    )


def _brands(document: Document, book: Book) -> str:
    """Return the emblem of who paid beside the statement, then the publisher's logos."""
    paid = ""
    if document.emblem is not None:
        words = word_xml("   ", book) + runs_xml(document.statement, book)
        paid = paragraph("Small", logos_xml([document.emblem], book, _EMBLEM) + words)
    return paid + (paragraph("Cover", logos_xml(document.logos, book, _LOGO)) if document.logos else "")
