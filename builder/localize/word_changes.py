"""What changed between two texts, word by word."""

import re
from typing import Literal

from builder.records import dataclass

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of two texts: in both, or in one only."""

    kind: Literal["same", "old", "new"]
    text: str


def word_changes(old: str, new: str) -> tuple[Change, ...]:
    """Return the stretches in order; what went stands before what came, and together they give both texts whole."""
    from rapidfuzz.distance import Indel

    before, after = _WORDS.findall(old), _WORDS.findall(new)
    changes: list[Change] = []
    for step in Indel.opcodes(before, after):
        went, came = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            changes.append(Change(kind="same", text="".join(went)))
            continue
        changes += (Change(kind=kind, text="".join(words)) for kind, words in _sides(went, came) if words)
    return tuple(changes)


def _sides(went: list[str], came: list[str]) -> tuple[tuple[Literal["old", "new"], list[str]], ...]:
    return (("old", went), ("new", came))
