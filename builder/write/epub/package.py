"""What a book says of itself: its package file, and the container that leads to it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from builder.content.walk import walk
from builder.output import document as d
from builder.output.document import Document
from builder.output.text import plain_text
from builder.write.markup import attribute, escape

BOOK: Final = b"application/epub+zip"
"""What the first part of a book says."""
CONTAINER: Final = "META-INF/container.xml"
_TYPES = {"xhtml": "application/xhtml+xml", "png": "image/png", "svg": "image/svg+xml", "css": "text/css"}
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def container_xml(path: str) -> bytes:
    """Return the part in which readers look up where the package file is."""
    return (
        f'{_XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        f'<rootfile full-path="{attribute(path)}" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>\n"
    ).encode()


def package_xml(document: Document, pages: Sequence[str], pictures: Sequence[str]) -> str:
    """Return the package file: what the book is, what it holds, in which order it is read."""
    items = [_item(name) for name in (*pages, *pictures, "book.css", "cover.png")]
    spine = "".join(f'<itemref idref="{_id(name)}"/>\n' for name in pages)
    way = ' page-progression-direction="rtl"' if document.direction == "rtl" else ""
    return (
        f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book"'
        f' xml:lang="{attribute(document.language)}" dir="{document.direction}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(document)}</metadata>\n'
        f"<manifest>\n{''.join(items)}</manifest>\n<spine{way}>\n{spine}</spine>\n</package>\n"
    )


def _metadata(document: Document) -> str:
    identity = uuid5(NAMESPACE_URL, f"coursewright:{document.identifier}")
    elements = [
        f'<dc:identifier id="book">urn:uuid:{identity}</dc:identifier>',
        f"<dc:title>{escape(plain_text(document.name))}</dc:title>",
        *(f"<dc:language>{escape(language)}</dc:language>" for language in _languages(document)),
        f"<dc:creator>{escape(document.author)}</dc:creator>",
        f"<dc:publisher>{escape(document.author)}</dc:publisher>",
        f"<dc:date>{escape(document.date)}</dc:date>",
        f"<dc:rights>{escape(document.licence)}</dc:rights>" if document.licence else "",
        f'<meta property="belongs-to-collection" id="course">{escape(plain_text(document.series))}</meta>',
        '<meta refines="#course" property="collection-type">series</meta>',
        f'<meta property="dcterms:modified">{_moment(document.date)}</meta>',
        *(f'<meta property="schema:{name}">{escape(value)}</meta>' for name, value in _accessibility(document)),
    ]
    return "".join(f"{element}\n" for element in elements if element)


def _languages(document: Document) -> Iterator[str]:
    """Yield the languages that whole texts of a book are in, its own first."""
    yield from dict.fromkeys((document.language, *(pair.language for pair in walk(document.blocks, d.Pair))))


def _moment(day: str) -> str:
    try:
        return f"{date.fromisoformat(day).isoformat()}T00:00:00Z"
    except ValueError:  # the course's reader has reported it
        return "1980-01-01T00:00:00Z"


def _accessibility(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what readers with needs can expect, in the words of schema.org."""
    told = any(figure.alternative for figure in walk(document.blocks, d.Figure))
    yield "accessMode", "textual"
    if told:
        yield "accessMode", "visual"
        yield "accessibilityFeature", "alternativeText"
    yield "accessModeSufficient", "textual"
    for feature in ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"):
        yield "accessibilityFeature", feature
    for hazard in ("noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"):
        yield "accessibilityHazard", hazard
    if document.accessibility:
        yield "accessibilitySummary", plain_text(document.accessibility)


def _item(name: str) -> str:
    properties = {"nav.xhtml": ' properties="nav"', "cover.png": ' properties="cover-image"'}.get(name, "")
    suffix = name.rpartition(".")[2]
    return f'<item id="{_id(name)}" href="{name}" media-type="{_TYPES[suffix]}"{properties}/>\n'


def _id(name: str) -> str:
    return "file-" + name.replace("/", "-").replace(".", "-")
