"""Pictures for renderers that take SVG as text: pixels travel inside a drawing."""

import unicodedata
from base64 import b64encode
from html import unescape

from builder.output.image import PNG, Image

_WRAPPED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
    '<image width="{width:g}" height="{height:g}" href="data:image/png;base64,{data}"/></svg>'
)


def as_svg(image: Image) -> str:
    """Return the picture as the text of an SVG file."""
    if image.media_type == PNG:
        return _WRAPPED.format(width=image.width, height=image.height, data=b64encode(image.data).decode())
    return image.data.decode("utf-8-sig")


def has_joined_letters(image: Image) -> bool:
    """Return whether words in a drawing have signs that join others: accents apart, vowel signs, joiners."""
    if image.media_type == PNG or b"<text" not in image.data:
        return False
    words = unescape(image.data.decode("utf-8-sig"))
    return not words.isascii() and any(unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf") for sign in words)
