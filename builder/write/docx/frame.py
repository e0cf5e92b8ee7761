"""What surrounds the text of a Word document: header, footer, settings, properties, the package's own parts."""

from builder.output.document import Document
from builder.output.text import plain_text
from builder.write.docx.book import Book, is_right_to_left, office_tag
from builder.write.docx.text import paragraph, runs_xml, word_xml
from builder.write.markup import attribute, escape

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
}


def section_xml(document: Document) -> str:
    """Return the page: A4 upright, margins of 20 mm, header and footer."""
    bidi = "<w:bidi/>" if document.direction == "rtl" else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
        f'w:header="454" w:footer="454" w:gutter="0"/>{bidi}</w:sectPr>'
    )


def header_xml(document: Document) -> str:
    """Return the header: the band of a draft, or nothing."""
    words = runs_xml(document.draft_label, _scrap(document)) if document.draft else ""
    band = paragraph("Draft", words) if document.draft else paragraph("Header", "")
    return f"<w:hdr {NAMESPACES}>{band}</w:hdr>"


def footer_xml(document: Document) -> str:
    """Return the footer: the note on the name, if one bears a mark, then strip and page."""
    scrap = _scrap(document)
    note = paragraph("Footer", runs_xml(document.name_note, scrap)) if document.name_note else ""
    pages = _field("PAGE", document) + word_xml(" / ", scrap) + _field("NUMPAGES", document)
    strip = paragraph("Footer", runs_xml(document.strip, scrap) + word_xml("\t", scrap) + pages)
    return f"<w:ftr {NAMESPACES}>{note}{strip}</w:ftr>"


def settings_xml(document: Document) -> str:
    """Return the settings: the language of the whole, the way Word of today lays out."""
    kind = "w:bidi" if is_right_to_left(document.language) else "w:val"
    return (
        f"<w:settings {NAMESPACES}>"
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="510"/><w:characterSpacingControl w:val="doNotCompress"/>'
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
        f"<dc:title>{escape(plain_text(document.title))}</dc:title>"
        f"<dc:subject>{escape(plain_text(document.series))}</dc:subject>"
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
    return Book(language=document.language, fonts="")


def _field(name: str, document: Document) -> str:
    language = f'<w:rPr><w:lang w:val="{attribute(office_tag(document.language))}"/></w:rPr>'
    signs = [
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ]
    return "".join(f"<w:r>{language}{sign}</w:r>" for sign in signs)
