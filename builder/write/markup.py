"""Text made safe for XML and HTML."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile(_FORBIDDEN.pattern + '|[&<>"\n\t\r]')
"""What most texts hold nothing of, so that they can stand as they are."""


def escape(text: str) -> str:
    """Return text for the inside of an element; characters that XML 1.0 has no way to write are dropped."""
    if _SPECIAL.search(text) is None:
        return text
    return _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Return text for a value in straight double quotation marks; line feeds and tabs survive in it."""
    if _SPECIAL.search(text) is None:
        return text
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
