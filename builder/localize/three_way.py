"""Two people's versions of a file and the one that both began with → one, entry by entry, with every text of both.

A text that only one of them changed is taken. Where both finished one and they differ, ours stays, theirs is kept as a
comment above it (``also:``), and the entry is a conflict. A finished text outweighs one that is not, which stays as
such a comment too. An entry that one side has lost is lost, unless the other side changed it; where one side has
brought its English up to date meanwhile, the other's translation goes along to the new text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from builder.localize.beside import keep_beside
from builder.localize.catalogue import FUZZY, Catalogue, Key, Message, header_fields
from builder.localize.doubles import without_doubles
from builder.localize.ledger import Ledger
from builder.localize.memory import Memory
from builder.localize.tmx import canonical
from builder.records import dataclass

_Messages = Mapping[Key, Message]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The merged catalogue, and the keys of entries that both sides translated in their own way."""

    catalogue: Catalogue
    conflicts: tuple[Key, ...]


def merge_catalogues(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> Merged:
    """Return the catalogue that holds what either side did."""
    (old, _), (our, our_rest), (their, their_rest) = map(_by_key, (base, ours, theirs))
    our, their = _followed(old, our, their)
    their, our = _followed(old, their, our)
    conflicts: list[Key] = []
    messages = []
    for key in _order(tuple(our), tuple(their)):
        entry = _entry(old.get(key), our.get(key), their.get(key), conflicts)
        if entry is not None:
            messages.append(entry)
    rest = tuple(dict.fromkeys((*our_rest, *their_rest)))
    catalogue = Catalogue(
        path=ours.path,
        header=_header(base.header, ours.header, theirs.header),
        messages=tuple(sorted(messages, key=lambda message: message.obsolete)),
        leftovers=rest,
    )
    return Merged(catalogue=catalogue, conflicts=tuple(conflicts))


def merge_ledgers(base: Ledger, ours: Ledger, theirs: Ledger) -> Ledger:
    """Return the lines of both ledgers, without those that either side has taken back."""
    old, our, their = (frozenset(ledger.entries) for ledger in (base, ours, theirs))
    kept = (our | their) - (old - our) - (old - their)
    rest = tuple(dict.fromkeys((*ours.leftovers, *theirs.leftovers)))
    return Ledger(entries=tuple(sorted(kept)), leftovers=rest)


def merge_memories(ours: Memory, theirs: Memory) -> Memory:
    """Return all that either side remembers; nothing ever leaves a memory."""
    return canonical((*ours, *theirs))


def _by_key(catalogue: Catalogue) -> tuple[_Messages, tuple[str, ...]]:
    messages, headers = without_doubles(catalogue.messages)
    return messages, (*catalogue.leftovers, *headers)


def _order(ours: Sequence[Key], theirs: Sequence[Key]) -> list[Key]:
    """Return all keys: ours in our order, each of theirs behind the one that it follows there."""
    known = set(ours)
    following: dict[Key | None, list[Key]] = {}
    before: Key | None = None
    for key in theirs:
        if key in known:
            before = key
        else:
            following.setdefault(before, []).append(key)
    order = following.get(None, [])
    for key in ours:
        order += [key, *following.get(key, ())]
    return order


def _followed(old: _Messages, side: _Messages, other: _Messages) -> tuple[_Messages, _Messages]:
    """Return both sides after entries of the first have gone along to the text that the other has brought up to date.

    The other side has made such an entry stale: it stands there with the new English and the text that both began
    with. This side has changed that text meanwhile, so its text is the one to be revised.
    """
    successors = {
        message.previous.key: message
        for message in other.values()
        if message.fuzzy and message.previous is not None and message.key not in side and not message.obsolete
    }
    left, right = dict(side), dict(other)
    for key, message in side.items():
        before, after = old.get(key), successors.get(key)
        if before is None or after is None or key in other or message.fuzzy or not message.translated:
            continue
        if message.msgstr != before.msgstr and after.msgstr == before.msgstr:
            del left[key]
            right[after.key] = keep_beside(replace(after, msgstr=message.msgstr), (), message.comments)
    return left, right


def _entry(base: Message | None, ours: Message | None, theirs: Message | None, conflicts: list[Key]) -> Message | None:
    if ours is None or theirs is None:
        only = ours or theirs
        return None if base is not None and only is not None and _said(only) == _said(base) else only
    kept, other = _weighed(base, ours, theirs)
    both = _differs(base, ours) and _differs(base, theirs) and kept.msgstr != other.msgstr
    if both and kept.fuzzy == other.fuzzy and kept.translated and other.translated:
        conflicts.append(kept.key)
    new = replace(
        kept,
        comments=_comments(base.comments if base else (), ours.comments, theirs.comments),
        extracted=_changed(base.extracted if base else None, ours.extracted, theirs.extracted),
        references=_changed(base.references if base else None, ours.references, theirs.references),
        obsolete=_obsolete(base, ours, theirs),
    )
    if both and (base is None or other.msgstr != base.msgstr):
        new = keep_beside(new, other.msgstr)
    return next((side for side in (ours, theirs) if side == new), new)


def _weighed(base: Message | None, ours: Message, theirs: Message) -> tuple[Message, Message]:
    """Return the side whose text stands, and the other one."""
    if not _differs(base, ours):
        return theirs, ours
    if not _differs(base, theirs):
        return ours, theirs
    heavier = (theirs.translated, not theirs.fuzzy) > (ours.translated, not ours.fuzzy)
    return (theirs, ours) if heavier else (ours, theirs)


def _differs(base: Message | None, side: Message) -> bool:
    return base is None or _text(base) != _text(side)


def _text(message: Message) -> tuple[object, ...]:
    return message.msgstr, message.fuzzy, message.previous, message.msgid_plural


def _said(message: Message) -> tuple[object, ...]:
    return *_text(message), message.comments


def _comments(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return a comment with the lines of both, where both changed it."""
    if ours in (base, theirs):
        return tuple(theirs)
    if theirs == base:
        return tuple(ours)
    lines = list(ours)
    for name, _from, _to, start, end in SequenceMatcher(None, base, theirs, autojunk=False).get_opcodes():
        run = list(theirs[start:end])
        if name in ("insert", "replace") and not _holds(lines, run):
            lines += run
    return tuple(lines)


def _holds(lines: Sequence[str], run: Sequence[str]) -> bool:
    return any(list(lines[at : at + len(run)]) == list(run) for at in range(len(lines) - len(run) + 1))


def _changed(base: tuple[str, ...] | None, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    return theirs if ours == base else ours


def _obsolete(base: Message | None, ours: Message, theirs: Message) -> bool:
    if ours.obsolete == theirs.obsolete or base is None:
        return ours.obsolete and theirs.obsolete
    return not base.obsolete


def _header(base: Message | None, ours: Message | None, theirs: Message | None) -> Message | None:
    """Return the header with the fields that either side changed; where both did, ours stands."""
    if ours is None or theirs is None or ours == theirs:
        return ours or theirs
    old, our, their = map(header_fields, (base, ours, theirs))
    fields = {name: _field(old, our, their, name) for name in dict.fromkeys((*our, *their))}
    text = "".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None)
    comments = _comments(base.comments if base else (), ours.comments, theirs.comments)
    flags = tuple(flag for flag in ours.flags if flag != FUZZY or flag in theirs.flags)
    new = replace(ours, msgstr=(text,), comments=comments, flags=flags)
    return next((side for side in (ours, theirs) if side == new), new)


def _field(old: Mapping[str, str], our: Mapping[str, str], their: Mapping[str, str], name: str) -> str | None:
    return their.get(name) if our.get(name) == old.get(name) else our.get(name, their.get(name))


def conflicts_in(catalogue: Catalogue, keys: Iterable[Key]) -> Iterator[Message]:
    """Yield the entries of a catalogue that was read again, for the lines they stand in."""
    wanted = set(keys)
    yield from (message for message in catalogue.messages if message.key in wanted)
