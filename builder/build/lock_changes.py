"""What `course ids` does to locks: enter questions that go out, accept what has changed, retire what is gone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from builder.model.blocks import Question
from builder.model.lock import Lock, LockEntry, entry_of, known_entries
from builder.records import dataclass

Deed = Literal["entered", "updated", "moved", "accepted", "retired"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it stands in a lesson."""

    module: str
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class LockChange:
    """What was done to the entry of one question."""

    module: str
    """The module whose lock it stands in now."""
    entry: LockEntry
    deed: Deed


def record(locks: Sequence[Lock], asked: Mapping[str, Asked]) -> Iterator[LockChange]:
    """Yield what brings locks in line with the questions asked; what is in dispute stays as it is."""
    known, homes = known_entries(locks), homes_of(locks)
    for name, one in asked.items():
        old, now = known.get(name), entry_of(one.question)
        if old is None:
            yield LockChange(module=one.module, entry=now, deed="entered")
        elif not is_disputed(old, now):
            new = _with_parts(old, now)
            deed: Deed = "moved" if homes[name] != one.module else "updated"
            if new != old or deed == "moved":
                yield LockChange(module=one.module, entry=new, deed=deed)


def accept(locks: Sequence[Lock], asked: Mapping[str, Asked], names: Iterable[str]) -> Iterator[LockChange]:
    """Yield what makes the questions named stand in their locks as they are asked now."""
    known = known_entries(locks)
    for name in names:
        old, now = known[name], entry_of(asked[name].question)
        if is_disputed(old, now) or set(now.parts) & set(old.gone):
            gone = tuple(sorted({*old.parts, *old.gone} - {*now.parts}))
            yield LockChange(module=asked[name].module, entry=replace(now, gone=gone), deed="accepted")


def retire(locks: Sequence[Lock], names: Iterable[str]) -> Iterator[LockChange]:
    """Yield what keeps the ids named from ever being used again."""
    known, homes = known_entries(locks), homes_of(locks)
    for name in names:
        if known[name].state == "live":
            yield LockChange(module=homes[name], entry=replace(known[name], state="retired"), deed="retired")


def changed_locks(locks: Sequence[Lock], changes: Sequence[LockChange]) -> tuple[Lock, ...]:
    """Return every lock as it is after the changes; a key that was accepted leaves the earlier one behind it."""
    done = {change.entry.id: change for change in changes}
    entries: dict[str, list[LockEntry]] = {lock.module: [] for lock in locks}
    for lock in locks:
        for entry in lock.entries:
            change = done.get(entry.id)
            home = change.module if change is not None else lock.module
            entries.setdefault(home, []).extend(_kept(entry, change))
    for change in changes:
        entries.setdefault(change.module, []).append(change.entry)
    leftovers = {lock.module: lock.leftovers for lock in locks}
    return tuple(
        Lock(module=module, entries=tuple(kept), leftovers=leftovers.get(module, ()))
        for module, kept in sorted(entries.items())
    )


def homes_of(locks: Iterable[Lock]) -> dict[str, str]:
    """Return the module in whose lock each question stands."""
    known = known_entries(locks)
    return {entry.id: lock.module for lock in locks for entry in lock.entries if known.get(entry.id) is entry}


def is_disputed(old: LockEntry, now: LockEntry) -> bool:
    """Return whether a question is not what its lock remembers."""
    return old.state == "retired" or (old.type, old.key) != (now.type, now.key)


def _with_parts(old: LockEntry, now: LockEntry) -> LockEntry:
    """Return an entry with the parts of today; an id that is used again stays among those gone."""
    parts = tuple(sorted({*now.parts} - {*old.gone}))
    return replace(old, parts=parts, gone=tuple(sorted({*old.parts, *old.gone} - {*parts})))


def _kept(entry: LockEntry, change: LockChange | None) -> tuple[LockEntry, ...]:
    if change is None or entry.state == "earlier":
        return (entry,)
    if change.deed == "accepted" and (entry.type, entry.key) != (change.entry.type, change.entry.key):
        return (replace(entry, state="earlier"),)
    return ()
