"""A catalogue → the text of its PO file: canonical where we made or changed an entry, as typed where we did not."""

from collections.abc import Iterable, Iterator

from builder.localize.catalogue import Catalogue, Message
from builder.localize.po_strings import quote


def write_catalogue(catalogue: Catalogue) -> str:
    """Return the file's text: no dates, no wrapping but at line feeds, in the catalogue's order."""
    entries = (catalogue.header, *catalogue.messages) if catalogue.header is not None else catalogue.messages
    blocks = [*(message.raw or write_message(message) for message in entries), *catalogue.leftovers]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def write_message(message: Message) -> str:
    """Return one entry in its canonical form, without a final line feed."""
    return "\n".join((*_comments(message), *_previous(message), *_keywords(message)))


def _comments(message: Message) -> Iterator[str]:
    yield from _commented("#", message.comments)
    yield from _commented("#.", message.extracted)
    if message.references:
        yield "#: " + " ".join(_reference(reference) for reference in message.references)
    if message.flags:
        yield "#, " + ", ".join(message.flags)


def _commented(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for part in line.split("\n"):
            yield f"{mark} {part}" if part else mark


def _reference(reference: str) -> str:
    # gettext's tools set a file name with blanks between Unicode's isolates
    return f"\u2068{reference}\u2069" if " " in reference else reference


def _previous(message: Message) -> Iterator[str]:
    if message.previous is None:
        return
    mark = "#~| " if message.obsolete else "#| "
    if message.previous.msgctxt is not None:
        yield from _keyword(mark, "msgctxt", message.previous.msgctxt)
    yield from _keyword(mark, "msgid", message.previous.msgid)
    if message.previous.msgid_plural is not None:
        yield from _keyword(mark, "msgid_plural", message.previous.msgid_plural)


def _keywords(message: Message) -> Iterator[str]:
    mark = "#~ " if message.obsolete else ""
    if message.msgctxt is not None:
        yield from _keyword(mark, "msgctxt", message.msgctxt)
    yield from _keyword(mark, "msgid", message.msgid)
    if message.msgid_plural is None:
        yield from _keyword(mark, "msgstr", message.msgstr[0])
        return
    yield from _keyword(mark, "msgid_plural", message.msgid_plural)
    for number, form in enumerate(message.msgstr):
        yield from _keyword(mark, f"msgstr[{number}]", form)


def _keyword(mark: str, name: str, text: str) -> Iterator[str]:
    lines = text.split("\n")
    pieces = [line + "\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
    if len(pieces) < 2:
        yield f"{mark}{name} {quote(text)}"
        return
    yield f'{mark}{name} ""'
    for piece in pieces:
        yield mark + quote(piece)
