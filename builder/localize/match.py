"""Which of the texts that vanished each new text stands for: by its place, then by likeness."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from builder.localize.catalogue import Key, Message

Pairs = dict[Key, Message]
"""Key of a new message → the vanished one whose translation it takes over."""
_Place = tuple[str, str]
"""``path#anchor`` and kind."""
_ALIKE_IN_PLACE = 50.0
_ALIKE_ANYWHERE = 70.0
_LARGEST_TABLE = 10_000


def pair_by_place(
    before: Sequence[Message], after: Sequence[Message], *, vanished: Sequence[Message], new: Sequence[Message]
) -> Pairs:
    """Return pairs of texts that stood and stand in one place, between the same neighbours."""
    gone = {message.key for message in vanished if not message.obsolete}
    come = {message.key: message for message in new}
    old_places = _places(before)
    new_places = _places(after)
    pairs: Pairs = {}
    used: set[Key] = set()
    for place, listed in new_places.items():
        there = old_places.get(place, [])
        if not any(message.key in come for message in listed) or not any(message.key in gone for message in there):
            continue
        for lost, found in _replaced(there, listed):
            free = [message for message in lost if message.key in gone and message.key not in used]
            open_ = [message for message in found if message.key in come and message.key not in pairs]
            for earlier, later in _aligned(free, open_):
                pairs[later.key] = earlier
                used.add(earlier.key)
    return pairs


def pair_by_text(vanished: Sequence[Message], new: Sequence[Message]) -> Pairs:
    """Return pairs of texts that are much alike, the most alike first."""
    if not vanished or not new:
        return {}
    from rapidfuzz import fuzz, process

    texts = [message.msgid for message in vanished]
    likely = [
        (-score, number, position)
        for number, message in enumerate(new)
        for _text, score, position in process.extract(
            message.msgid, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE_ANYWHERE, limit=3
        )
    ]
    pairs: Pairs = {}
    used: set[int] = set()
    for _score, number, position in sorted(likely):
        if new[number].key not in pairs and position not in used:
            pairs[new[number].key] = vanished[position]
            used.add(position)
    return pairs


def _places(messages: Iterable[Message]) -> Mapping[_Place, list[Message]]:
    places: dict[_Place, list[Message]] = {}
    for message in messages:
        kinds = message.extracted[0].split(", ") if message.extracted else ()
        for reference in message.references:
            for kind in kinds:
                places.setdefault((reference, kind), []).append(message)
    return places


def _replaced(old: list[Message], new: list[Message]) -> Iterator[tuple[list[Message], list[Message]]]:
    """Yield the runs of old and new texts between texts that stayed."""
    matcher = SequenceMatcher(None, [message.key for message in old], [message.key for message in new], autojunk=False)
    for name, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if name == "replace":
            yield old[old_from:old_to], new[new_from:new_to]


def _aligned(old: list[Message], new: list[Message]) -> Iterator[tuple[Message, Message]]:
    """Yield pairs in order: those alike, and between them one for one."""
    if not old or not new:
        return
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    old_before = new_before = 0
    for old_at, new_at in (*_alike(old, new), (len(old), len(new))):
        if old_at - old_before == new_at - new_before == 1:
            yield old[old_before], new[new_before]
        if old_at < len(old):
            yield old[old_at], new[new_at]
        old_before, new_before = old_at + 1, new_at + 1


def _alike(old: list[Message], new: list[Message]) -> list[tuple[int, int]]:
    """Positions of the pairs that make the most alike alignment in order."""
    if len(old) * len(new) > _LARGEST_TABLE:
        return []
    from rapidfuzz import fuzz

    best: list[list[float]] = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    gain = [[fuzz.ratio(earlier.msgid, later.msgid, score_cutoff=_ALIKE_IN_PLACE) for later in new] for earlier in old]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            skip = max(best[row + 1][column], best[row][column + 1])
            best[row][column] = max(skip, best[row + 1][column + 1] + gain[row][column])
    return list(_path(best, gain))


def _path(best: list[list[float]], gain: list[list[float]]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(gain) and column < len(gain[0]):
        if gain[row][column] and best[row][column] == best[row + 1][column + 1] + gain[row][column]:
            yield row, column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
