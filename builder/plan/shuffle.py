"""An order that gives nothing away: fixed by ids, equal in every language, on every machine."""

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

ItemT = TypeVar("ItemT")


def shuffled(items: Sequence[ItemT], seed: str, name: Callable[[ItemT], str]) -> tuple[ItemT, ...]:
    """Return the items in an order that depends on the seed and their names alone, never the one they came in.

    Items without a name, and fewer than two, keep what order the rest leaves them.
    """
    ordered = mixed(items, seed, name)
    return (*ordered[1:], *ordered[:1]) if len(items) > 1 and ordered == tuple(items) else ordered


def mixed(items: Sequence[ItemT], seed: str, name: Callable[[ItemT], str]) -> tuple[ItemT, ...]:
    """Return the items in an order that depends on the seed and their names alone, be it the one they came in."""
    return tuple(item for _, item in sorted(enumerate(items), key=lambda pair: (_weight(seed, name(pair[1])), pair[0])))


def _weight(seed: str, name: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{name}".encode()).digest()
