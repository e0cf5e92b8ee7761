"""One message's inline Markdown → closed inline nodes, each with its line."""

import re

from builder.content.inlines import Inlines, Text
from builder.diagnostics import Diagnostic, Diagnostics
from builder.markdown.leftovers import leftovers
from builder.markdown.raw import RawText, read_raw
from builder.source import Span

_MARKUP = re.compile(r"[\\`*_\[\]<&{}!\n]")


_LOOKED_AT = re.compile(_MARKUP.pattern + "|:::")


def is_plain(text: str) -> bool:
    """Return whether a message is plain text beyond doubt, with nothing in it to be parsed or reported."""
    return _LOOKED_AT.search(text) is None


def parse_inlines(text: str, *, path: str, line: int) -> tuple[Inlines, Diagnostics]:
    """Return the inline nodes of one message that begins on ``line``, and what is wrong with it."""
    return parse_raw(read_raw(text, line=line), path=path)


def parse_raw(raw: RawText, *, path: str) -> tuple[Inlines, Diagnostics]:
    """Return the inline nodes of a message whose lines are known, and what is wrong with it."""
    message = raw.message
    if not message:
        return (), ()
    if _MARKUP.search(message) is None:
        span = Span(path, raw.line, raw.end_line)
        return (Text(span=span, value=message),), tuple(leftovers(message, lambda _position: span))
    return _parse_markup(raw, path)


def _parse_markup(raw: RawText, path: str) -> tuple[Inlines, Diagnostics]:
    # Loading markdown-it takes longer than reading a lesson: plain texts go without.
    from builder.markdown.parser import markdown_parser
    from builder.markdown.state import inline_tokens
    from builder.markdown.tree import InlineTree

    findings: list[Diagnostic] = []
    tree = InlineTree(raw, path, findings)
    inlines = tree.build(inline_tokens(raw.message, markdown_parser()))
    return inlines, tuple(findings)
