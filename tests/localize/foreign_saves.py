"""How other programs lay out a catalogue when they save it: each returns the text that the program leaves.

Each keeps what its model keeps and drops what that drops (flags that it does not know, empty obsolete entries). The
layouts are imitations, so that ten thousand histories need no other program; that of msgcat is held against msgcat.
"""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace

from builder.localize.catalogue import Catalogue, Message
from builder.localize.po import read_catalogue
from builder.localize.po_strings import quote
from builder.source import SourceFile

_KNOWN_FLAGS = ("fuzzy", "no-wrap")


def desktop_editor(text: str) -> str:
    """Save as desktop editors do, through gettext: wrapped at 77 columns, dates and the program's name on top."""
    catalogue = _read(text)
    fields = {"PO-Revision-Date": "2026-12-01 10:00+0100", "X-Generator": "Poedit 3.5", "Last-Translator": "Ана"}
    return _laid_out(_with_header(catalogue, fields), width=77, blank_obsolete=True)


def web_platform(text: str) -> str:
    """Save as web platforms do: one reference a line, wrapped at 77 columns, their own header fields."""
    catalogue = _read(text)
    fields = {"X-Generator": "Weblate 5.9", "Language-Team": "Macedonian <https://example.org/mk/>"}
    return _laid_out(_with_header(catalogue, fields), width=77, single_references=True)


def translation_memory_tool(text: str) -> str:
    """Save as tools around a memory do: never wrapped, every text begun on a line of its own, no obsolete marks lost."""
    return _laid_out(_with_header(_read(text), {"X-Generator": "OmegaT 6.0"}), width=0, open_strings=True)


def command_line(text: str) -> str:
    """Save as msgcat does."""
    return _laid_out(_read(text), width=79, drop_flags=True)


FOREIGN_SAVES: tuple[Callable[[str], str], ...] = (desktop_editor, web_platform, translation_memory_tool, command_line)


def _read(text: str) -> Catalogue:
    catalogue, found = read_catalogue(SourceFile("x.po", text))
    assert not found
    return catalogue


def _with_header(catalogue: Catalogue, fields: dict[str, str]) -> Catalogue:
    if catalogue.header is None:
        return catalogue
    lines = [line for line in catalogue.header.msgstr[0].split("\n") if line.partition(":")[0] not in fields]
    added = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return replace(catalogue, header=replace(catalogue.header, msgstr=("\n".join(lines) + added,)))


def _laid_out(
    catalogue: Catalogue, *, width: int, single_references: bool = False, open_strings: bool = False,
    drop_flags: bool = False, blank_obsolete: bool = False,
) -> str:  # fmt: skip
    entries = (catalogue.header, *catalogue.messages) if catalogue.header else catalogue.messages
    blocks = []
    for message in entries:
        if message.obsolete and not message.translated:
            if not message.comments:
                continue
            message = replace(message, obsolete=not blank_obsolete, flags=())
        lines = [*(f"# {line}".rstrip() for line in message.comments), *(f"#. {line}" for line in message.extracted)]
        lines += _references(message.references, single_references)
        flags = [flag for flag in message.flags if not drop_flags or flag in _KNOWN_FLAGS]
        if flags:
            lines.append("#, " + ", ".join(flags))
        lines += _strings(message, width, open_strings)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _references(references: tuple[str, ...], single: bool) -> list[str]:
    if not references:
        return []
    return [f"#: {one}" for one in references] if single else ["#: " + " ".join(references)]


def _strings(message: Message, width: int, open_strings: bool) -> Iterator[str]:
    if message.previous is not None:
        mark = "#~| " if message.obsolete else "#| "
        if message.previous.msgctxt is not None:
            yield from _string(mark, "msgctxt", message.previous.msgctxt, width, open_strings)
        yield from _string(mark, "msgid", message.previous.msgid, width, open_strings)
    mark = "#~ " if message.obsolete else ""
    if message.msgctxt is not None:
        yield from _string(mark, "msgctxt", message.msgctxt, width, open_strings)
    yield from _string(mark, "msgid", message.msgid, width, open_strings)
    yield from _string(mark, "msgstr", message.msgstr[0], width, open_strings)


def _string(mark: str, name: str, text: str, width: int, open_strings: bool) -> Iterator[str]:
    """Yield a keyword's lines, broken behind blanks and line feeds."""
    whole = f"{mark}{name} {quote(text)}"
    pieces = text.splitlines(keepends=True) if "\n" in text else [text]
    if width and len(whole) > width:
        pieces = [part for piece in pieces for part in _wrapped(piece, width - len(mark) - 2)]
    if len(pieces) < 2 and not (open_strings and text):
        yield whole
        return
    yield f'{mark}{name} ""'
    for piece in pieces:
        yield mark + quote(piece)


def _wrapped(text: str, width: int) -> list[str]:
    wrapper = textwrap.TextWrapper(
        width=width, drop_whitespace=False, replace_whitespace=False, expand_tabs=False, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    parts = wrapper.wrap(text)
    return parts if "".join(parts) == text else [text]
