"""The cover of a book as a picture: what shelves of readers show."""

import json

from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.write.typesetting import typeset_png

_TEMPLATE = "cover.typ"


def cover_png(document: Document, resources: Resources) -> bytes:
    """Return the cover as pixels: few readers draw a cover of lines."""
    data = {
        "title": plain_text(document.name),
        "series": plain_text(document.series),
        "artefact": plain_text(document.artefact),
        "publisher": document.author,
        "draft": plain_text(document.draft_label) if document.draft else "",
        "language": document.language,
        "colours": {name: getattr(document.palette, name) for name in document.palette.__slots__},
    }
    text = json.dumps(data, ensure_ascii=False)
    return typeset_png(resources.files[_TEMPLATE], {"cover": text}, resources.fonts or None)
