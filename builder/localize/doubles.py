"""Entries that a file holds twice: gettext's tools refuse them, so one stays and the other becomes its comment."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
            known[message.key] = _joined(message, earlier)
        else:
            known[message.key] = _joined(earlier, message)
    return known, tuple(headers)


def _rank(message: Message) -> tuple[bool, bool, bool]:
    return message.obsolete, not message.translated, message.fuzzy


def _joined(kept: Message, double: Message) -> Message:
    forms = [form for form in double.msgstr if form and form not in kept.msgstr]
    lines = [*double.comments, *(f"also: {line}" for form in forms for line in form.split("\n"))]
    return replace(kept, comments=(*kept.comments, *(line for line in lines if line not in kept.comments)))
