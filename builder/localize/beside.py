"""A second translation beside the one in use: lines of the translator's comment, which every tool keeps."""

from collections.abc import Iterable
from dataclasses import replace

from builder.localize.catalogue import Message
from builder.localize.po_strings import quote

ALSO = "also: "
"""Begins each line of a text that stands beside the translation."""


def keep_beside(message: Message, forms: Iterable[str], comments: Iterable[str] = ()) -> Message:
    """Return the entry with other forms and comments in its own comment, as far as it does not say them already."""
    lines = [*message.comments, *(line for line in dict.fromkeys(comments) if line not in message.comments)]
    for form in forms:
        block = [] if not form.strip() or form in message.msgstr else beside(form)
        if not _holds(lines, block):
            lines += block
    return replace(message, comments=tuple(lines)) if len(lines) > len(message.comments) else message


def is_undecided(message: Message) -> bool:
    """Return whether another text stands beside the translation, and nobody has chosen one of the two."""
    return any(line.lstrip().startswith(ALSO.rstrip()) for line in message.comments)


def beside(form: str) -> list[str]:
    """Return the lines of a comment that hold a text."""
    return [f"{ALSO}{_typed(line)}".rstrip() for line in form.split("\n")]


def _typed(line: str) -> str:
    """Return a line without what would end it in a file."""
    return line if line.isprintable() else "".join(one if one.isprintable() else quote(one)[1:-1] for one in line)


def _holds(lines: list[str], block: list[str]) -> bool:
    size = len(block)
    return any(lines[at : at + size] == block for at in range(len(lines) - size + 1))
