"""``review.tsv``: which texts a machine drafted and which ones a person has signed, by digest."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import Literal

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.states import State
from builder.localize.catalogue import Catalogue, Message
from builder.localize.digest import digest, message_digest
from builder.localize.paths import language_of
from builder.records import dataclass
from builder.source import SourceFile, Span

_HEADER = "digest\tstate\tby\tdate"
_DIGEST = re.compile(r"[0-9a-f]{16}\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_STATES = {"draft": State.DRAFT, "reviewed": State.REVIEWED}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """One line: somebody's word on one text."""

    digest: str
    state: Literal["draft", "reviewed"]
    by: str
    date: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The reviews of one language."""

    entries: tuple[Entry, ...] = ()
    leftovers: tuple[str, ...] = ()
    """Lines that could not be read; they are written back."""
    states: dict[str, State] = field(init=False, compare=False, repr=False)
    """By digest. A review outweighs a draft, whichever was entered later: the text is the same."""

    def __post_init__(self) -> None:
        states: dict[str, State] = {}
        for entry in self.entries:
            if states.get(entry.digest) is not State.REVIEWED:
                states[entry.digest] = _STATES[entry.state]
        object.__setattr__(self, "states", states)


def read_ledger(source: SourceFile) -> tuple[Ledger, Diagnostics]:
    """Return the ledger and a finding for each line that is none."""
    entries: list[Entry] = []
    leftovers: list[str] = []
    found: list[Diagnostic] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip() or line.split() == _HEADER.split():
            continue
        entry = _entry(line)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            leftovers.append(line)
            hint = "a line is digest, draft or reviewed, name, date as 2026-11-30, with tabs between them"
            span = Span.at(source.path, number)
            found.append(diagnose(Code.LEDGER_MALFORMED, entry, span, hint=hint, language=language_of(source.path)))
    return Ledger(entries=tuple(entries), leftovers=tuple(leftovers)), tuple(found)


def write_ledger(ledger: Ledger) -> str:
    """Return the file's text: one header, then each entry once, sorted."""
    lines = (f"{entry.digest}\t{entry.state}\t{entry.by}\t{entry.date}" for entry in sorted(set(ledger.entries)))
    return "\n".join((_HEADER, *lines, *ledger.leftovers)) + "\n"


def state_of(message: Message, ledger: Ledger) -> State:
    """Return how far the translation of an entry has come."""
    if not message.translated:
        return State.MISSING
    if message.fuzzy:
        return State.STALE
    return ledger.states.get(message_digest(message), State.TRANSLATED)


def state_of_source(msgctxt: str | None, msgid: str, ledger: Ledger) -> State:
    """Return how far a text of the source language has come: its translation is itself."""
    return ledger.states.get(digest(msgctxt, msgid, msgid), State.TRANSLATED)


def enter_drafts(ledger: Ledger, catalogue: Catalogue, *, by: str, date: str) -> Ledger:
    """Return the ledger with every translation that it does not know entered as a draft that ``by`` made."""
    return _with(ledger, (message_digest(message) for message in catalogue.active if _finished(message)), by, date)


def enter_source_drafts(ledger: Ledger, template: Iterable[Message], *, by: str, date: str) -> Ledger:
    """Return the source language's ledger with every text that it does not know entered as a draft."""
    return _with(ledger, (digest(message.msgctxt, message.msgid, message.msgid) for message in template), by, date)


def _finished(message: Message) -> bool:
    return message.translated and not message.fuzzy


def _with(ledger: Ledger, digests: Iterable[str], by: str, date: str) -> Ledger:
    new = tuple(_drafts((one for one in digests if one not in ledger.states), _name(by), date))
    return replace(ledger, entries=tuple(sorted({*ledger.entries, *new}))) if new else ledger


def _drafts(digests: Iterable[str], by: str, date: str) -> Iterator[Entry]:
    for one in digests:
        yield Entry(digest=one, state="draft", by=by, date=date)


def _name(by: str) -> str:
    return " ".join(by.split())  # a tab or line feed would break the line in two


def _entry(line: str) -> Entry | str:
    """Return the entry, or what is wrong with its line."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != 4:
        return f"a line of the ledger has 4 columns, this one has {len(cells)}"
    key, state, by, date = cells
    if not _DIGEST.match(key):
        return f"{key!r} is not a digest of 16 hex digits"
    if not by:
        return "nobody's name stands in this line"
    if not _DATE.match(date):
        return f"{date!r} is not a date"
    if state == "draft":
        return Entry(digest=key, state="draft", by=by, date=date)
    if state == "reviewed":
        return Entry(digest=key, state="reviewed", by=by, date=date)
    return f"{state!r} is not a state that a ledger holds"
