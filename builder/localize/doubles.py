"""Entries that a file holds twice: gettext's tools refuse them, so one stays and the other becomes its comment."""

from collections.abc import Mapping, Sequence

from builder.localize.beside import keep_beside
from builder.localize.catalogue import Key, Message
from builder.localize.po_writer import write_message


def without_doubles(messages: Sequence[Message]) -> tuple[Mapping[Key, Message], tuple[str, ...]]:
    """Return one entry per key, in order, and the text of second headers, which have no place among entries."""
    known: dict[Key, Message] = {}
    headers: list[str] = []
    for message in messages:
        earlier = known.get(message.key)
        if message.key == (None, ""):
            headers.append(message.raw or write_message(message))
        elif earlier is None:
            known[message.key] = message
        elif _rank(message) < _rank(earlier):
            known[message.key] = keep_beside(message, earlier.msgstr, earlier.comments)
        else:
            known[message.key] = keep_beside(earlier, message.msgstr, message.comments)
    return known, tuple(headers)


def _rank(message: Message) -> tuple[bool, bool, bool]:
    return message.obsolete, not message.translated, message.fuzzy
