"""How far the translation of a catalogue has come, in numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from builder.languages.states import State
from builder.localize.catalogue import Catalogue, Message, active_by_key
from builder.localize.extract import extract
from builder.localize.ledger import Ledger, state_of, state_of_source
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Messages of one catalogue by state."""

    total: int
    missing: int
    draft: int
    translated: int
    reviewed: int
    stale: int


def count_states(
    node: Any, *, language: str, catalogue: Catalogue | None, ledger: Ledger, source_language: str
) -> dict[str, Counts]:
    """Return the states of all messages of a tree by kind; what the catalogue has beyond them does not count.

    A text that stands for several kinds counts for the first.
    """
    return count_messages(
        extract(node), language=language, catalogue=catalogue, ledger=ledger, source_language=source_language
    )


def count_messages(
    messages: Iterable[Message], *, language: str, catalogue: Catalogue | None, ledger: Ledger, source_language: str
) -> dict[str, Counts]:
    """Return the same of messages as a catalogue would have them."""
    known = active_by_key(catalogue)
    kinds: dict[str, Counter[State]] = {}
    for message in messages:
        if language == source_language:
            state = state_of_source(message.msgctxt, message.msgid, ledger)
        else:
            state = _state(known.get(message.key), ledger)
        kinds.setdefault(message.extracted[0].partition(",")[0], Counter())[state] += 1
    return {kind: _counts(states) for kind, states in kinds.items()}


def sum_counts(parts: Iterable[Counts]) -> Counts:
    """Return the counts of several kinds or catalogues together."""
    total: Counter[str] = Counter()
    for part in parts:
        total.update(asdict(part))
    return Counts(**{name: total[name] for name in Counts.__dataclass_fields__})


def _counts(states: Counter[State]) -> Counts:
    return Counts(
        total=states.total(),
        missing=states[State.MISSING],
        draft=states[State.DRAFT],
        translated=states[State.TRANSLATED],
        reviewed=states[State.REVIEWED],
        stale=states[State.STALE],
    )


def _state(message: Message | None, ledger: Ledger) -> State:
    return state_of(message, ledger) if message is not None else State.MISSING
