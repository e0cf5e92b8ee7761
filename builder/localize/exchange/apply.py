"""What came back from translators → the catalogues: three ways, with what went out, what is there now, what came.

A text that only the file changed is taken; one that both changed is a conflict: ours stays, the file's is kept beside
it in the entry's comment (``also:``). A text for English that has been edited meanwhile is entered as stale. Damaged
markup is refused with the reason, and the text kept beside the entry. What the lessons no longer have goes to the
memory. Nothing in a file empties a text: an empty cell says nothing. An empty entry takes whatever the file has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.diagnostics import Diagnostic, Diagnostics
from builder.localize.beside import keep_beside
from builder.localize.catalogue import FUZZY, Key, Message, Previous
from builder.localize.exchange import findings
from builder.localize.exchange.damage import changed_looks, damage
from builder.localize.exchange.unit import Incoming, key_digest, normal, text_digest
from builder.localize.interface import places
from builder.localize.language_update import Texts
from builder.localize.match import pair_by_text
from builder.localize.memory import remember
from builder.localize.paths import INTERFACE
from builder.records import dataclass

_Place = tuple[str, int]
"""A catalogue's name and the position of an entry in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did to one catalogue."""

    taken: int = 0
    stale: int = 0
    conflicts: int = 0
    refused: int = 0

    def __str__(self) -> str:
        """Return it in words."""
        parts = (
            f"{self.taken} taken" if self.taken else "",
            f"{self.stale} entered as stale" if self.stale else "",
            f"{self.conflicts} changed here too" if self.conflicts else "",
            f"{self.refused} refused" if self.refused else "",
        )
        return ", ".join(part for part in parts if part)


def apply_texts(
    texts: Texts, incoming: Iterable[Incoming], *, language: str
) -> tuple[Texts, Mapping[str, Imported], Diagnostics]:
    """Return the texts with what a file brings, what was done to each catalogue, and what a person must look at."""
    desk = _Desk(texts, language)
    lost = [one for one in incoming if one.translation.strip() and not desk.enter(one)]
    desk.enter_alike(lost)
    return desk.texts(), {name: Imported(**counts) for name, counts in desk.done.items()}, tuple(desk.found)


class _Desk:
    """Holds the catalogues while texts are entered."""

    def __init__(self, texts: Texts, language: str) -> None:
        self.found: list[Diagnostic] = []
        self.done: dict[str, dict[str, int]] = {}
        self._language = language
        self._texts = texts
        self._memory = texts.memory
        self._messages = {name: list(catalogue.messages) for name, catalogue in texts.catalogues.items()}
        self._changed: set[str] = set()
        self._now: dict[str, list[_Place]] = {}
        self._english: dict[str, list[_Place]] = {}
        self._earlier: dict[str, list[_Place]] = {}
        self._retired: dict[str, list[_Place]] = {}
        for name, messages in self._messages.items():
            for position, message in enumerate(messages):
                self._index(message, (name, position))

    def texts(self) -> Texts:
        """Return all that was entered."""
        catalogues = {
            name: replace(catalogue, messages=tuple(self._messages[name])) if name in self._changed else catalogue
            for name, catalogue in self._texts.catalogues.items()
        }
        return replace(self._texts, catalogues=catalogues, memory=self._memory)

    def enter(self, one: Incoming) -> bool:
        """Enter a text where it belongs and return whether it was found."""
        place = _nearest(self._now.get(one.digest, ()), one.catalogue) or self._by_english(one)
        if place is not None:
            self._enter(one, place, stale=False)
            return True
        place = _nearest(self._earlier.get(one.digest, ()), one.catalogue)
        if place is not None:
            self._enter(one, place, stale=True)
            return True
        retired = (self._messages[name][position] for name, position in self._retired.get(one.digest, ()))
        return any(normal(message.msgstr[0]) == normal(one.translation) for message in retired)

    def enter_alike(self, lost: Sequence[Incoming]) -> None:
        """Enter texts whose English is gone: as stale where an open text is much like it, else into the memory."""
        gone = [(_message(one), one) for one in lost if one.english]
        open_ = dict(self._open())
        pairs = pair_by_text([message for message, _one in gone], [message for message, _place in open_.values()])
        placed = []
        for key, message in pairs.items():
            one = next(one for other, one in gone if other is message)
            entry, place = open_[key]
            previous = Previous(msgctxt=one.context, msgid=one.english)
            new = replace(entry, msgstr=message.msgstr, flags=(FUZZY, *_settled(entry).flags), previous=previous)
            self._put(place, keep_beside(new, (), one.comments), "stale")
            self.found.append(findings.stale(one, new, self._language))
            placed.append(one)
        self._memory = remember(self._memory, (message for message, _one in gone))
        changed = (one for one in lost if one.base != text_digest(one.translation))
        self.found += (findings.unknown(one, self._language) for one in changed if not any(one is it for it in placed))

    def _open(self) -> Iterator[tuple[Key, tuple[Message, _Place]]]:
        for name, listed in self._messages.items():
            for position, message in enumerate(listed):
                if not message.obsolete and not message.translated and message.msgid_plural is None:
                    yield message.key, (message, (name, position))

    def _by_english(self, one: Incoming) -> _Place | None:
        """Return the place of a text whose file names neither it nor its context: one still open, else the first."""
        if one.is_named or one.context is not None:
            return None
        places = self._english.get(one.english, ())
        empty = (place for place in places if not self._messages[place[0]][place[1]].translated)
        return next(empty, next(iter(places), None))

    def _enter(self, one: Incoming, place: _Place, *, stale: bool) -> None:
        name, position = place
        entry = self._messages[name][position]
        now, came = entry.msgstr[0], one.translation
        if normal(now) == normal(came):
            settles = entry.fuzzy and one.finished and not stale
            new = _settled(entry) if settles else entry
            self._put(place, keep_beside(new, (), one.comments), "taken" if settles else None)
        elif text_digest(came) == one.base:  # as it went out: it changed here, or is gone here
            if now.strip():
                self._put(place, keep_beside(entry, (), one.comments), None)
            else:
                self._take(one, place, stale=stale)
        elif reasons := (_lost_places(entry, came) if name == INTERFACE else damage(entry, came)):
            self._put(place, keep_beside(entry, (came,), one.comments), "refused")
            self.found += (findings.refused(one, entry, reason, self._language) for reason in reasons)
        elif not now.strip() or text_digest(now) == one.base:
            self._take(one, place, stale=stale)
        else:
            self._put(place, keep_beside(entry, (came,), one.comments), "conflicts")
            self.found.append(findings.conflict(one, entry, self._language))

    def _take(self, one: Incoming, place: _Place, *, stale: bool) -> None:
        name, position = place
        entry = self._messages[name][position]
        if entry.fuzzy:
            self._memory = remember(self._memory, (entry,))  # it is a translation still: of the earlier English
        new = replace(entry if stale else _settled(entry), msgstr=(one.translation,))
        self._put(place, keep_beside(new, (), one.comments), "stale" if stale else "taken")
        if stale:
            self.found.append(findings.stale(one, new, self._language))
        else:
            looks = changed_looks(entry, one.translation)
            self.found += (findings.emphasis(one, reason, self._language) for reason in looks)

    def _put(self, place: _Place, new: Message, deed: str | None) -> None:
        name, position = place
        if new is not self._messages[name][position]:
            self._messages[name][position] = new
            self._changed.add(name)
        if deed is not None:
            counts = self.done.setdefault(name, {})
            counts[deed] = counts.get(deed, 0) + 1

    def _index(self, message: Message, place: _Place) -> None:
        if message.msgid_plural is not None:
            return
        table = self._retired if message.obsolete else self._now
        table.setdefault(key_digest(message.key), []).append(place)
        if not message.obsolete:
            self._english.setdefault(message.msgid, []).append(place)
        if message.fuzzy and message.previous is not None and not message.obsolete:
            self._earlier.setdefault(key_digest(message.previous.key), []).append(place)


def _nearest(places: Sequence[_Place], catalogue: str) -> _Place | None:
    """Return the place in the catalogue that a text came from, or else in any other."""
    return next((place for place in places if place[0] == catalogue), next(iter(places), None))


def _lost_places(entry: Message, translation: str) -> tuple[str, ...]:
    """Return why a translation of a word of ours cannot be taken: its {places} are filled in at the build."""
    wanted = places(entry.msgid) or frozenset()
    if places(translation) == wanted:
        return ()
    listed = ", ".join("{" + name + "}" for name in sorted(wanted)) or "none"
    return (f"it does not have the places of the English text: {listed}",)


def _settled(message: Message) -> Message:
    flags = tuple(flag for flag in message.flags if flag != FUZZY)
    return replace(message, flags=flags, previous=None) if message.fuzzy else message


def _message(one: Incoming) -> Message:
    return Message(
        msgctxt=one.context, msgid=one.english, msgstr=(one.translation,), comments=one.comments, obsolete=True
    )  # fmt: skip
