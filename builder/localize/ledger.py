"""``review.tsv``: which texts a machine drafted and which ones a person has signed, by digest.

A fifth column, ``from``, stands only where a line rests on another text: a review that was carried over a harmless
English edit, or over a change of the unit of translation, names the digests it was given to. ``minor`` is the source
language's word for such an edit: its line says that one English text may stand for another.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import Literal

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.states import State
from builder.localize.beside import is_undecided
from builder.localize.catalogue import Catalogue, Message
from builder.localize.digest import digest, message_digest
from builder.localize.paths import language_of
from builder.records import dataclass
from builder.source import SourceFile, Span

_HEADER = "digest\tstate\tby\tdate"
_ORIGIN = "from"
_JOINED = "+"
_DIGEST = re.compile(r"[0-9a-f]{16}\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_STATES = {"draft": State.DRAFT, "reviewed": State.REVIEWED}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """One line: somebody's word on one text."""

    digest: str
    state: Literal["draft", "reviewed", "minor"]
    by: str
    date: str
    """ISO 8601."""
    origin: str = ""
    """The digests of the texts that it was said of first, joined by ``+``; empty where it was said of this one."""

    @property
    def origins(self) -> tuple[str, ...]:
        """Return the digests that the line rests on."""
        return tuple(self.origin.split(_JOINED)) if self.origin else ()


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
            if entry.state != "minor" and states.get(entry.digest) is not State.REVIEWED:
                states[entry.digest] = _STATES[entry.state]
        object.__setattr__(self, "states", states)


def read_ledger(source: SourceFile) -> tuple[Ledger, Diagnostics]:
    """Return the ledger and a finding for each line that is none."""
    entries: list[Entry] = []
    leftovers: list[str] = []
    found: list[Diagnostic] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip() or line.split() in (_HEADER.split(), [*_HEADER.split(), _ORIGIN]):
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
    header = f"{_HEADER}\t{_ORIGIN}" if any(entry.origin for entry in ledger.entries) else _HEADER
    return "\n".join((header, *map(_line, sorted(set(ledger.entries))), *ledger.leftovers)) + "\n"


def enter(ledger: Ledger, entries: Iterable[Entry]) -> Ledger:
    """Return the ledger with further lines; the same one where it has them all."""
    new = {*entries}
    known = {*ledger.entries} if new else new
    return replace(ledger, entries=tuple(sorted(known | new))) if new - known else ledger


def carried(ledger: Ledger, origins: Iterable[str], *, digest: str, by: str = "", date: str = "") -> tuple[Entry, ...]:
    """Return what the ledger can say of a text made of others: reviewed if all of them are, a draft if one is.

    Nothing is said where it does not know one of them, and nothing where it knows the text. ``by`` and ``date`` are
    those of the person who carries a review; without them the reviewers themselves stand for it. A draft keeps its
    maker.
    """
    parts = sorted({*origins})
    if not parts or digest in ledger.states or any(part not in ledger.states for part in parts):
        return ()
    state: Literal["draft", "reviewed"] = (
        "reviewed" if all(ledger.states[part] is State.REVIEWED for part in parts) else "draft"
    )
    made = [entry for entry in ledger.entries if entry.digest in parts and entry.state == state]
    names = ", ".join(dict.fromkeys(entry.by for entry in made))
    signed = by if by and state == "reviewed" else names
    day = date if by and state == "reviewed" else max(entry.date for entry in made)
    return (Entry(digest=digest, state=state, by=name_in_ledger(signed), date=day, origin=_JOINED.join(parts)),)


def _line(entry: Entry) -> str:
    cells = (entry.digest, entry.state, entry.by, entry.date, *([entry.origin] if entry.origin else ()))
    return "\t".join(cells)


def state_of(message: Message, ledger: Ledger) -> State:
    """Return how far the translation of an entry has come; a review does not count while another text waits beside."""
    if not message.translated:
        return State.MISSING
    if message.fuzzy:
        return State.STALE
    state = ledger.states.get(message_digest(message), State.TRANSLATED)
    return State.TRANSLATED if state is State.REVIEWED and is_undecided(message) else state


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
    return enter(ledger, _drafts((one for one in digests if one not in ledger.states), name_in_ledger(by), date))


def _drafts(digests: Iterable[str], by: str, date: str) -> Iterator[Entry]:
    for one in digests:
        yield Entry(digest=one, state="draft", by=by, date=date)


def name_in_ledger(by: str) -> str:
    """Return a name as a line of the ledger can hold it."""
    return " ".join(by.split())  # a tab or line feed would break the line in two


def _entry(line: str) -> Entry | str:
    """Return the entry, or what is wrong with its line."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) not in (4, 5):
        return f"a line of the ledger has 4 columns, this one has {len(cells)}"
    key, state, by, date = cells[:4]
    origin = cells[4] if len(cells) == 5 else ""
    if not _DIGEST.match(key):
        return f"{key!r} is not a digest of 16 hex digits"
    if not by:
        return "nobody's name stands in this line"
    if not _DATE.match(date):
        return f"{date!r} is not a date"
    if origin and not all(map(_DIGEST.match, origin.split(_JOINED))):
        return f"{origin!r} are not digests of 16 hex digits with + between them"
    match state:
        case "draft" | "reviewed":
            return Entry(digest=key, state=state, by=by, date=date, origin=origin)
        case "minor" if origin:
            return Entry(digest=key, state=state, by=by, date=date, origin=origin)
        case "minor":
            return "a harmless edit needs a fifth column, the digest of the earlier text"
    return f"{state!r} is not a state that a ledger holds"
