"""How far the translation of a catalogue has come, in numbers."""

from collections import Counter
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
) -> Counts:
    """Return the states of all messages of a tree; what the catalogue has beyond them does not count."""
    template = extract(node)
    if language == source_language:
        states = Counter(state_of_source(message.msgctxt, message.msgid, ledger) for message in template)
    else:
        known = active_by_key(catalogue)
        states = Counter(_state(known.get(message.key), ledger) for message in template)
    return Counts(
        total=len(template),
        missing=states[State.MISSING],
        draft=states[State.DRAFT],
        translated=states[State.TRANSLATED],
        reviewed=states[State.REVIEWED],
        stale=states[State.STALE],
    )


def _state(message: Message | None, ledger: Ledger) -> State:
    return state_of(message, ledger) if message is not None else State.MISSING
