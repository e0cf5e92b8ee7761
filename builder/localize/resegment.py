"""Translations and reviews carried over a change of the unit of translation: texts split, joined, or cut elsewhere.

After the merge some messages are missing or stale whose words are all there, only in other portions. Each of them is
put together again from whole texts, lines and sentences of those that vanished. A text is cut only where source and
translation have the same number of parts, with the same figures and markup in each; otherwise the translator gets the
whole earlier text as a suggestion (stale, with the English it was made for). A review carries over only where every
part was reviewed; its line in the ledger names them. What a suggestion replaces goes to the memory.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.localize.catalogue import FUZZY, Catalogue, Key, Message, Previous
from builder.localize.digest import message_digest
from builder.localize.language_update import Templates, Texts
from builder.localize.ledger import Entry, carried, enter
from builder.localize.memory import remember
from builder.localize.pieces import Pair, Piece, flatten, folded, lines_of, pieces_of
from builder.records import dataclass

_BREAK = "\\\n"
_SHORTEST_SUGGESTION = 3
"""Words of a text that may be recognised as a part of another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resegmented:
    """What was done in one catalogue."""

    carried: int = 0
    suggested: int = 0

    def __str__(self) -> str:
        """Return it in words."""
        parts = (
            f"{self.carried} put together from earlier texts" if self.carried else "",
            f"{self.suggested} with an earlier text as a suggestion" if self.suggested else "",
        )
        return ", ".join(part for part in parts if part)


def resegment(texts: Texts, templates: Templates) -> tuple[Texts, Mapping[str, Resegmented]]:
    """Return the merged texts with missing and stale messages put together from what vanished, as far as it goes."""
    pairs = _pairs(texts, templates)
    composer = _Composer(pairs)
    catalogues = dict(texts.catalogues)
    lines: list[Entry] = []
    replaced: list[Message] = []
    done: dict[str, Resegmented] = {}
    for name in templates:
        if name not in catalogues:
            continue
        messages = []
        counts = [0, 0]
        for message in catalogues[name].messages:
            new, origins = (message, ()) if _is_finished(message) else composer.message(message)
            messages.append(new)
            if new is message:
                continue
            replaced.append(message)
            counts[new.fuzzy] += 1
            if not new.fuzzy:
                lines += carried(texts.ledger, origins, digest=message_digest(new))
        if any(counts):
            catalogues[name] = replace(catalogues[name], messages=tuple(messages))
            done[name] = Resegmented(carried=counts[0], suggested=counts[1])
    memory = remember(texts.memory, (message for message in replaced if message.translated))
    return replace(texts, catalogues=catalogues, memory=memory, ledger=enter(texts.ledger, lines)), done


def _is_finished(message: Message) -> bool:
    return message.obsolete or message.msgid_plural is not None or (message.translated and not message.fuzzy)


def _pairs(texts: Texts, templates: Templates) -> list[Pair]:
    """Return finished pairs, vanished ones first: those are cut, the others taken whole."""
    wanted = {message.key for listed in templates.values() for message in listed}
    found: dict[tuple[Key, str], Pair] = {}
    staying: dict[tuple[Key, str], Pair] = {}
    for message in _translated(texts.catalogues.values()):
        key = message.previous.key if message.fuzzy and message.previous is not None else message.key
        pair = Pair(key, message.msgstr[0], key not in wanted)
        (found if pair.gone else staying)[key, pair.translation] = pair
    return [*found.values(), *staying.values()]


def _translated(catalogues: Iterable[Catalogue]) -> Iterator[Message]:
    for catalogue in catalogues:
        for message in catalogue.messages:
            unfinished = message.fuzzy and message.previous is None
            if message.translated and message.msgid_plural is None and not unfinished:
                yield message


class _Composer:
    """Puts texts together from pieces."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pieces: dict[str, dict[str, Piece]] = {}
        """First word → flat text → piece."""
        self._gone = [pair for pair in pairs if pair.gone]
        self._same: dict[str, list[Pair]] = {}
        for pair in self._gone:
            self._same.setdefault(folded(pair.key[1]), []).append(pair)
        for pair in pairs:
            for piece in pieces_of(pair):
                self._pieces.setdefault(_first(piece.flat), {}).setdefault(piece.flat, piece)

    def message(self, message: Message) -> tuple[Message, tuple[str, ...]]:
        """Return a message with its text put together, and the digests of what it was put together from.

        The message itself comes back where nothing of it is known.
        """
        same = self._respelled(message)
        if same is not None:
            return _finished(message, same.translation), (same.digest,)
        lines = [self._compose(flatten(line)) for line in lines_of(message.msgid)]
        used = [piece for line in lines for piece in line]
        if lines and all(lines) and _is_new(message, used):
            text = _BREAK.join(" ".join(piece.translation for piece in line) for line in lines)
            return _finished(message, text), tuple(dict.fromkeys(piece.pair.digest for piece in used))
        return (message if message.translated else self._suggested(message)), ()

    def _respelled(self, message: Message) -> Pair | None:
        """Return a pair whose English differs in its typesetting only, or whose context is made by another rule."""
        kinds = message.extracted[0].split(", ") if message.extracted else []
        for pair in self._same.get(folded(message.msgid), ()):
            context = pair.key[0]
            if context == message.msgctxt or context in kinds or (context is None and message.msgctxt in kinds):
                return pair
        return None

    def _compose(self, line: str) -> list[Piece]:
        """Return the fewest pieces that make up a line, longest first; nothing where they do not."""
        best: dict[int, list[Piece]] = {len(line) + 1: []}
        for start in reversed([0, *(at + 1 for at, letter in enumerate(line) if letter == " ")]):
            for piece in self._beginning(line, start):
                following = best.get(start + len(piece.flat) + 1)
                if following is not None and (start not in best or len(following) + 1 < len(best[start])):
                    best[start] = [piece, *following]
        return best.get(0, [])

    def _beginning(self, line: str, start: int) -> list[Piece]:
        end = line.find(" ", start)
        known = self._pieces.get(line[start : end if end >= 0 else len(line)], {})
        found = [
            piece
            for flat, piece in known.items()
            if line.startswith(flat, start) and line[start + len(flat) : start + len(flat) + 1] in ("", " ")
        ]
        return sorted(found, key=lambda piece: -len(piece.flat))

    def _suggested(self, message: Message) -> Message:
        """Return a message with the earlier text that it was a part of, or with the earlier texts that it holds."""
        flat = flatten(message.msgid)
        if len(flat.split()) < _SHORTEST_SUGGESTION:
            return message
        around = next((pair for pair in self._gone if _holds(flatten(pair.key[1]), flat)), None)
        inside = [around] if around else sorted(
            (pair for pair in self._gone if _is_part(pair, flat)), key=lambda pair: flat.find(flatten(pair.key[1]))
        )  # fmt: skip
        if not inside:
            return message
        previous = Previous(msgctxt=inside[0].key[0], msgid=" ".join(pair.key[1] for pair in inside))
        text = " ".join(pair.translation for pair in inside)
        flags = (FUZZY, *(flag for flag in message.flags if flag != FUZZY))
        return replace(message, msgstr=(text,), flags=flags, previous=previous)


def _finished(message: Message, text: str) -> Message:
    flags = tuple(flag for flag in message.flags if flag != FUZZY)
    return replace(message, msgstr=(text,), flags=flags, previous=None)


def _is_new(message: Message, used: Sequence[Piece]) -> bool:
    """Return whether a text was put together from portions other than itself, one of which vanished."""
    whole = len(used) == 1 and used[0].flat == flatten(used[0].pair.key[1]) and used[0].flat == flatten(message.msgid)
    return any(piece.pair.gone for piece in used) and not whole


def _first(flat: str) -> str:
    return flat.partition(" ")[0]


def _holds(text: str, part: str) -> bool:
    return f" {part} " in f" {text} " and text != part


def _is_part(pair: Pair, flat: str) -> bool:
    part = flatten(pair.key[1])
    return len(part.split()) >= _SHORTEST_SUGGESTION and _holds(flat, part)
