"""What a review is bound to: the text itself, not its place."""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from builder.localize.catalogue import Message

_LENGTH = 16


def digest(msgctxt: str | None, msgid: str, msgstr: str) -> str:
    """Return the 16 hex digits that stand for a text and its translation in a ledger."""
    text = f"{_normal(msgctxt or '')}\u0004{_normal(msgid)}\u0000{_normal(msgstr)}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def message_digest(message: Message) -> str:
    """Return the digest of a catalogue's entry; of a counted one, all forms count."""
    english = (message.msgid,) if message.msgid_plural is None else (message.msgid, message.msgid_plural)
    return digest(message.msgctxt, _forms(english), _forms(message.msgstr))


def _forms(texts: Iterable[str]) -> str:
    """Plural forms stand side by side as they do in compiled catalogues."""
    return "\u0000".join(texts)


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
