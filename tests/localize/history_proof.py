"""What is held against the files of a history: every text is somewhere, every review rests on a person's word."""

import re

from builder.localize.beside import beside
from builder.localize.catalogue import Key
from builder.localize.language_update import Texts
from builder.localize.ledger import Entry, Ledger
from tests.localize.histories import Witness, sentences


def everything_in(texts: Texts) -> set[str]:
    """Return every text that the files hold: in use, obsolete, in a comment, in the memory."""
    found = {unit.translation for unit in texts.memory} | {note for unit in texts.memory for note in unit.notes}
    for catalogue in texts.catalogues.values():
        for message in catalogue.messages:
            found.update(message.msgstr)
            found.update(message.comments)
    return found


def is_kept(text: str, kept: set[str]) -> bool:
    """Return whether a text is among those kept, line by line where it stands in a comment."""
    return text in kept or all(line in kept for line in beside(text))


def justified(entry_digest: str, ledgers: tuple[Ledger, ...], witness: Witness) -> bool:
    """Return whether a review rests on what a person has signed: on the pair itself, or on all that it was made of."""
    if entry_digest in witness.signed:
        return True
    lines = [
        entry
        for ledger in ledgers
        for entry in ledger.entries
        if entry.digest == entry_digest and entry.state == "reviewed" and entry.origins
    ]
    return any(
        _made_of(line, witness) and all(justified(origin, ledgers, witness) for origin in line.origins)
        for line in lines
    )


def _made_of(line: Entry, witness: Witness) -> bool:
    """Return whether a pair holds nothing but words of the pairs that its review was given to, on both sides."""
    if not {line.digest, *line.origins} <= witness.pairs.keys():
        return False
    key, translation = witness.pairs[line.digest]
    origins = [witness.pairs[origin] for origin in line.origins]
    if len(origins) == 1 and all(map(_equal_but_for_links, origins[0][0][1:] + origins[0][1:], (key[1], translation))):
        return True
    if len(origins) == 1 and origins[0][1] == translation:
        return (origins[0][0], key) in _closure(witness.harmless) or _equal(origins[0][0][1], key[1])
    if len(origins) == 1 and origins[0][0][1] == origins[0][1]:  # an English text and its own earlier one
        return (origins[0][0], key) in _closure(witness.harmless)
    sides = ((key[1], [one[0][1] for one in origins]), (translation, [one[1] for one in origins]))
    parts = max(2 * len(origins), *(_sentences(text) for text, _whole in sides))
    return all(_runs(text.split(), [one.split() for one in whole]) <= parts for text, whole in sides)


def _sentences(text: str) -> int:
    """Return in how many portions a text may have been put together; a heading that lost its line has no full stop.

    Where one side shows more of them than the other, it tells for both: they are cut alike.
    """
    return len(sentences(" ".join(text.split())))


def _runs(words: list[str], wholes: list[list[str]]) -> float:
    """Return the fewest runs of words of the given texts that make up a text."""
    fewest = [0.0] + [float("inf")] * len(words)
    for start in range(len(words)):
        for whole in wholes:
            for at in range(len(whole)):
                length = 0
                while start + length < len(words) and at + length < len(whole) and (
                    words[start + length].rstrip(".") == whole[at + length].rstrip(".")
                ):  # fmt: skip
                    length += 1
                    fewest[start + length] = min(fewest[start + length], fewest[start] + 1)
    return fewest[-1]


def _closure(pairs: set[tuple[Key, Key]]) -> set[tuple[Key, Key]]:
    found = set(pairs)
    while True:
        more = {(old, new) for old, mid in found for other, new in found if mid == other} - found
        if not more:
            return found
        found |= more


def _equal_but_for_links(one: str, other: str) -> bool:
    return re.sub(r"\(ref:[^)]*\)", "", one) == re.sub(r"\(ref:[^)]*\)", "", other)


def _equal(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
