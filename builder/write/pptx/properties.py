"""The document's own properties: title, subject, author, language, edition and its date."""

from builder.output.deck import Deck
from builder.write.pptx.text import office_tag
from builder.write.pptx.xml import HEAD, text


def core_properties(deck: Deck) -> str:
    """Return the core properties of a deck; its only date is the edition's."""
    date = f"{deck.date}T00:00:00Z"
    author = text(deck.author)
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(deck.title)}</dc:title><dc:subject>{text(deck.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><dc:language>{office_tag(deck.language)}</dc:language>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:version>{text(deck.edition)}</cp:version>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>'
    )
