"""What surrounds the text of a Word document: header, footer, settings, properties, the package's own parts."""

from dataclasses import replace

from builder.output.document import Document
from builder.output.text import plain_text
from builder.write.docx.book import Book, is_right_to_left, office_tag
from builder.write.docx.fields import field_xml
from builder.write.docx.text import paragraph, runs_xml, word_xml
from builder.write.markup import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header": "header",
    "footer": "footer",
    "footnotes": "footnotes",
}


def section_xml(document: Document, *, sideways: bool = False) -> str:
    """Return the page: A4, margins of 20 mm, header and footer."""
    bidi = "<w:bidi/>" if document.direction == "rtl" else ""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if sideways else 'w:w="11906" w:h="16838"'
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz {size}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        f'w:header="454" w:footer="454" w:gutter="0"/>{bidi}</w:sectPr>'
    )


def section_end_xml(document: Document, *, sideways: bool = False) -> str:
    """Return the paragraph that ends a section; what follows begins a page."""
    return f'<w:p><w:pPr><w:pStyle w:val="Spacer"/>{section_xml(document, sideways=sideways)}</w:pPr></w:p>'


def header_xml(document: Document) -> str:
    """Return the header: the band of a draft, or nothing."""
    words = runs_xml(document.draft_label, _scrap(document)) if document.draft else ""
    band = paragraph("Draft", words) if document.draft else paragraph("Header", "")
    return f"<w:hdr {NAMESPACES}>{band}</w:hdr>"


def footer_xml(document: Document) -> str:
    """Return the footer: strip and page."""
    scrap = _scrap(document)
    pages = field_xml("PAGE", "1", scrap) + word_xml(" / ", scrap) + field_xml("NUMPAGES", "1", scrap)
    strip = paragraph("Footer", runs_xml(document.strip, scrap) + word_xml("\t", scrap) + pages)
    return f"<w:ftr {NAMESPACES}>{strip}</w:ftr>"


def footnotes_xml(document: Document, count: int) -> str:
    """Return the footnotes, after the two lines that every document has for them; all of them say the same."""
    note = _note(document)
    lines = ("separator", "continuationSeparator")
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(lines, start=-1)
    )
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph("FootnoteText", note)}</w:footnote>' for number in range(1, count + 1)
    )
    return f"<w:footnotes {NAMESPACES}>{rules}{notes}</w:footnotes>"


def _note(document: Document) -> str:
    """Return the note with its sign in a run of its own, as Word writes it; LibreOffice then shows its own sign."""
    if not document.name_note:
        return ""
    first, *rest = document.name_note
    sign, blank, words = first.text.partition(" ")
    mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>{escape(sign)}</w:t></w:r>'
    return mark + runs_xml((replace(first, text=blank + words), *rest), _scrap(document))


def settings_xml(document: Document) -> str:
    """Return the settings: the language of the whole, the way Word of today lays out."""
    kind = "w:bidi" if is_right_to_left(document.language) else "w:val"
    return (
        f"<w:settings {NAMESPACES}>"
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="510"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang {kind}="{office_tag(document.language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def core_xml(document: Document) -> str:
    """Return the core properties; the edition's date is the only one."""
    stamp = f"{document.date}T00:00:00Z"
    moment = f'xsi:type="dcterms:W3CDTF">{escape(stamp)}'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(plain_text(document.name))}</dc:title>"
        f"<dc:subject>{escape(plain_text(document.series))}</dc:subject>"
        f"<dc:identifier>{escape(document.identifier)}</dc:identifier>"
        f"<dc:creator>{escape(document.author)}</dc:creator><dc:language>{escape(document.language)}</dc:language>"
        f"<cp:version>{escape(document.edition)}</cp:version>"
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified></cp:coreProperties>"
    )


def relationships_xml(book: Book) -> str:
    """Return the relations of the document's main part."""
    own = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>' for name, kind in _PARTS.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{own}{book.relationships()}</Relationships>'


def root_relationships_xml() -> str:
    """Return the relations of the package."""
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="document" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    )


def content_types_xml() -> str:
    """Return the types of the parts."""
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name}+xml"/>' for name in _PARTS)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _scrap(document: Document) -> Book:
    """Return a book for text that holds no links or pictures, such as that of header and footer."""
    return Book(language=document.language, fonts="", palette=document.palette)
