"""Catalogues of pseudo-languages, made from the lessons themselves: no file, no translator."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from builder.languages.pseudo import dressed, padding
from builder.localize.catalogue import Catalogue, Message
from builder.localize.checks.subject import kind_of
from builder.localize.extract import extract
from builder.localize.paths import catalogue_path
from builder.localize.protected import around_protected
from builder.localize.target_text import SPELLINGS


def pseudo_catalogue(node: Any, *, tag: str, name: str) -> Catalogue:
    """Return the catalogue of a tree, every message translated into the pseudo-language."""
    return Catalogue(path=catalogue_path(tag, name), messages=tuple(pseudo_messages(extract(node), tag)))


def pseudo_messages(messages: Iterable[Message], tag: str) -> Iterable[Message]:
    """Return messages with their English text dressed as the pseudo-language's."""
    for message in messages:
        english = (message.msgid,) if message.msgid_plural is None else (message.msgid, message.msgid_plural)
        grows = kind_of(message) not in SPELLINGS
        yield replace(message, msgstr=tuple(pseudo_text(form, tag, grows=grows) for form in english))


def pseudo_text(text: str, tag: str, *, grows: bool = True) -> str:
    """Return a text as the pseudo-language shows it; markup, addresses, code and names of variables stay.

    Text that grows does so at its end, between marks that show where it was cut off.
    """
    changed = around_protected(text, lambda words: dressed(words, tag))
    more = padding(len(text), tag) if grows else ""
    return f"‹{changed}{more}›" if more else changed
