"""A PO file's text → a catalogue: every readable entry, and a finding for every other one. Nothing is thrown away."""

import re
from collections.abc import Iterable, Iterator

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.diagnostics.quoted import quoted
from builder.localize.catalogue import Catalogue, Message, header_fields
from builder.localize.paths import language_of
from builder.localize.po_entry import Entry
from builder.source import SourceFile, Span

_BLANK = " \t\r\f\v"
_CHARSET = re.compile(r"charset=([\w-]+)", re.IGNORECASE)
_CHARSETS = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "charset"})
"""Those that mean what the file is; the last is what templates say."""


def read_catalogue(source: SourceFile) -> tuple[Catalogue, Diagnostics]:
    """Return the catalogue and a finding for each entry that is malformed or stands twice."""
    header: Message | None = None
    messages: list[Message] = []
    leftovers: list[str] = []
    found: list[Diagnostic] = []
    for entry in _entries(source.text.split("\n")):
        message = entry.message()
        if message is None:
            leftovers.append("\n".join(entry.lines))
            found += _malformed(source.path, entry)
        elif header is None and message.key == (None, "") and not message.obsolete:
            header = message
        else:
            messages.append(message)
    found += _charset(source.path, header)
    found += _twice(source.path, (header, *messages) if header else messages)
    catalogue = Catalogue(path=source.path, header=header, messages=tuple(messages), leftovers=tuple(leftovers))
    return catalogue, tuple(found)


def _entries(lines: list[str]) -> Iterator[Entry]:
    entry = Entry()
    gap: list[str] = []
    for number, line in enumerate(lines, 1):
        text = line.strip(_BLANK)
        if not text:
            gap.append(line)
            continue
        if not entry.accepts(text, after_gap=bool(gap)):
            yield entry
            entry = Entry()
        elif entry.lines:
            entry.lines += gap
        gap.clear()
        entry.add(text, line, number)
    if entry.lines:
        yield entry


def _malformed(path: str, entry: Entry) -> Iterator[Diagnostic]:
    if entry.only_comments():
        return
    line, problem, hint = entry.problem()
    yield _finding(path, line, problem, hint)


def _charset(path: str, header: Message | None) -> Iterator[Diagnostic]:
    named = _CHARSET.search(header_fields(header).get("Content-Type", ""))
    if header is not None and named is not None and named[1].lower() not in _CHARSETS:
        problem = f"the header says charset={named[1]}, but catalogues are UTF-8"
        hint = "save the file as UTF-8 and write charset=UTF-8 in the header"
        yield _finding(path, header.line, problem, hint)


def _twice(path: str, messages: Iterable[Message]) -> Iterator[Diagnostic]:
    first: dict[object, Message] = {}
    for message in messages:
        earlier = first.setdefault(message.key, message)
        if earlier is not message:
            text = quoted(message.msgid, most=40) if message.msgid else "the header"
            problem = f"{text} stands here twice, first in line {earlier.line}"
            hint = "keep one of the two entries, with the better translation"
            yield _finding(path, message.line, problem, hint)


def _finding(path: str, line: int, problem: str, hint: str) -> Diagnostic:
    return diagnose(Code.CATALOGUE_MALFORMED, problem, Span.at(path, line), hint=hint, language=language_of(path))
