"""Fields of a Word document: what Word may fill in anew, filled in already."""

from builder.write.docx.book import Book, office_tag
from builder.write.markup import attribute

FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field_xml(name: str, shown: str, book: Book) -> str:
    """Return a field with what it shows."""
    return _begin(f" {name} ", book) + _run(f"<w:t>{shown}</w:t>", book) + FIELD_END


def contents_field_xml(first: int, last: int, book: Book) -> str:
    """Return the beginning of a list of the headings of some levels, as links without page numbers."""
    return _begin(f' TOC \\o "{first}-{last}" \\n \\h \\z ', book)


def contents_xml(paragraphs: str) -> str:
    """Return paragraphs as the list of contents that Word knows as one."""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
    )


def _begin(instruction: str, book: Book) -> str:
    signs = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{instruction}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    return "".join(_run(sign, book) for sign in signs)


def _run(sign: str, book: Book) -> str:
    return f'<w:r><w:rPr><w:lang w:val="{attribute(office_tag(book.language))}"/></w:rPr>{sign}</w:r>'
