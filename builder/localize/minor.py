"""English edits that somebody has declared harmless: the translations of the earlier text stand for the new one.

The declaration is a line of the source language's ledger, old digest and new. It holds for all languages, also for a
translation of the earlier text that another branch brings later.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.localize.catalogue import FUZZY, Catalogue, Key, Message
from builder.localize.digest import digest, message_digest
from builder.localize.ledger import Entry, Ledger, carried, enter, name_in_ledger
from builder.records import dataclass

Digest = str
Declared = Mapping[tuple[Digest, Digest], Entry]
"""Earlier and new English text by digest → the line of the ledger by which one follows from the other."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An English text and what it was when it was last translated."""

    old: Key
    new: Key


def english_digest(key: Key) -> Digest:
    """Return what stands for an English text in the source language's ledger."""
    return digest(*key, key[1])


def edit_of(message: Message) -> Edit | None:
    """Return the edit that a translation waits for, if it does; the same text in another context is no edit."""
    if message.obsolete or not (message.fuzzy and message.translated) or message.msgid_plural is not None:
        return None
    if message.previous is None or message.previous.msgid == message.msgid:
        return None
    return Edit(message.previous.key, message.key)


def declared_in(ledger: Ledger) -> Declared:
    """Return all pairs of English texts that harmless edits join, in one step or several."""
    steps: dict[Digest, list[Entry]] = {}
    for entry in ledger.entries:
        if entry.state == "minor":
            for origin in entry.origins:
                steps.setdefault(origin, []).append(entry)
    return {(old, entry.digest): entry for old in steps for entry in _reached(old, steps)}


def declare(ledger: Ledger, edits: Iterable[Edit], *, by: str, date: str) -> Ledger:
    """Return the source language's ledger with edits declared harmless, and what it said of the earlier texts."""
    for edit in edits:
        old, new = english_digest(edit.old), english_digest(edit.new)
        line = Entry(digest=new, state="minor", by=name_in_ledger(by), date=date, origin=old)
        ledger = enter(ledger, (line, *carried(ledger, (old,), digest=new, by=by, date=date)))
    return ledger


def settle_minor(catalogue: Catalogue, ledger: Ledger, declared: Declared) -> tuple[Catalogue, Ledger, int]:
    """Return a catalogue whose translations of harmlessly edited texts are not stale, the ledger that carries what was
    said of them, and their number.
    """
    messages = []
    lines: list[Entry] = []
    for message in catalogue.messages:
        line = _declaration(message, declared)
        if line is None:
            messages.append(message)
            continue
        flags = tuple(flag for flag in message.flags if flag != FUZZY)
        settled = replace(message, flags=flags, previous=None)
        earlier = digest(*_made_for(message), message.msgstr[0])
        lines += carried(ledger, (earlier,), digest=message_digest(settled), by=line.by, date=line.date)
        messages.append(settled)
    count = sum(new is not old for new, old in zip(messages, catalogue.messages, strict=True))
    return (replace(catalogue, messages=tuple(messages)) if count else catalogue), enter(ledger, lines), count


def _reached(start: Digest, steps: Mapping[Digest, list[Entry]]) -> Iterator[Entry]:
    seen = {start}
    waiting = [start]
    while waiting:
        for entry in steps.get(waiting.pop(), ()):
            if entry.digest not in seen:
                seen.add(entry.digest)
                waiting.append(entry.digest)
                yield entry


def _declaration(message: Message, declared: Declared) -> Entry | None:
    edit = edit_of(message)
    return declared.get((english_digest(edit.old), english_digest(edit.new))) if edit is not None else None


def _made_for(message: Message) -> Key:
    return message.previous.key if message.previous is not None else message.key
