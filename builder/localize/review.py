"""Who signs which translation: what waits for a reviewer, what she approved before, and her word in the ledger."""

from collections.abc import Iterable, Mapping, Sequence

from builder.languages.states import State
from builder.localize.catalogue import Catalogue, Message
from builder.localize.digest import digest, message_digest
from builder.localize.header import translator_of
from builder.localize.ledger import Entry, Ledger, enter, name_in_ledger, state_of
from builder.localize.memory import Memory
from builder.localize.tmx import Unit, canonical
from builder.records import dataclass

REVIEWER, REVIEWED = "x-reviewer", "x-reviewed"
_ALIKE = 70.0
"""Per cent of likeness from which one English text is taken for a later form of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """A text as somebody approved it once."""

    source: str
    translation: str
    by: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A translation that nobody has signed as it stands."""

    path: str
    """Of its catalogue."""
    message: Message
    state: State
    before: Approved | None
    """What was approved last of this text, or of the one that it came from."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return what the text is for, as the catalogue says."""
        return tuple(self.message.extracted[0].split(", ")) if self.message.extracted else ()


def waiting(catalogues: Iterable[Catalogue], ledger: Ledger, memory: Memory) -> tuple[Waiting, ...]:
    """Return the finished translations that are not reviewed, in the order of the catalogues: all of a language.

    Missing and stale ones are the translator's: there is nothing to sign.
    """
    listed = tuple(catalogues)
    approved = _approved(memory, ledger)
    current = {message.msgid for catalogue in listed for message in catalogue.active}
    gone = {source: texts for source, texts in approved.items() if source not in current}
    found = []
    for catalogue in listed:
        for message in catalogue.active:
            state = state_of(message, ledger)
            if state in (State.DRAFT, State.TRANSLATED):
                before = _before(message, approved, gone)
                found.append(Waiting(path=catalogue.path, message=message, state=state, before=before))
    return tuple(found)


def sign(ledger: Ledger, messages: Iterable[Message], *, by: str, date: str) -> Ledger:
    """Return the ledger with a person's word on these texts as they stand; ``date`` is ISO 8601."""
    name = name_in_ledger(by)
    return enter(ledger, (Entry(digest=message_digest(one), state="reviewed", by=name, date=date) for one in messages))


def remember_signed(memory: Memory, messages: Iterable[Message], *, by: str, date: str) -> Memory:
    """Return the memory with the texts that were signed, so that the next reviewer is shown what has changed since."""
    signed = ((REVIEWED, date), (REVIEWER, name_in_ledger(by)))
    units = (
        Unit(source=one.msgid, translation=one.msgstr[0], context=one.msgctxt, properties=signed)
        for one in messages
        if one.msgid_plural is None
    )
    return canonical((*memory, *units))


def translated_by(name: str, catalogue: Catalogue, message: Message, ledger: Ledger) -> bool:
    """Return whether a person made this translation, as far as the catalogue's header and the ledger tell."""
    wanted = name_in_ledger(name).casefold()
    last = translator_of(catalogue).casefold()
    key = message_digest(message)
    drafted = (one.by.casefold() for one in ledger.entries if one.digest == key and one.state == "draft")
    return wanted in (last, *drafted)


def _approved(memory: Memory, ledger: Ledger) -> Mapping[str, Sequence[Approved]]:
    """Return what was approved, by the English text, the latest last."""
    found: dict[str, list[Approved]] = {}
    words = {entry.digest: entry for entry in ledger.entries if entry.state == "reviewed"}
    for unit in memory:
        said = words.get(digest(unit.context, unit.source, unit.translation))
        if said is not None:
            text = Approved(source=unit.source, translation=unit.translation, by=said.by, date=said.date)
            found.setdefault(unit.source, []).append(text)
    for texts in found.values():
        texts.sort(key=lambda text: text.date)
    return found


def _before(
    message: Message, approved: Mapping[str, Sequence[Approved]], gone: Mapping[str, Sequence[Approved]]
) -> Approved | None:
    """Return what was approved of this English text, else of the most similar one that the source no longer has."""
    if message.msgid in approved:
        return approved[message.msgid][-1]
    if not gone:
        return None
    from rapidfuzz import fuzz, process

    near = process.extractOne(message.msgid, [*gone], scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return gone[near[0]][-1] if near is not None else None
