"""Nothing is lost, and no review stands for a text that nobody reviewed, whatever happens in whatever order."""

from collections.abc import Iterator

import pytest

from builder.languages.states import State
from builder.localize.catalogue import Message
from builder.localize.digest import message_digest
from builder.localize.ledger import Entry, state_of
from tests.localize.histories import Branch, History
from tests.localize.history_proof import everything_in, is_kept, justified
from tests.localize.history_steps import FIRST, STEPS

_LENGTH = 12
_FEW, _MANY = 150, 10_000


def live_through(seed: int) -> History:
    """Go through a history and hold every state of it against what people did."""
    history = History(seed, first=FIRST, steps=STEPS)
    for branch in history.run(_LENGTH):
        where = f"history {seed}: {', '.join(history.witness.steps)}"
        kept = everything_in(branch.texts)
        lost = [text for text in history.witness.saved if text and not is_kept(text, kept)]
        assert not lost, f"{where}\nlost: {lost}"
        unfounded = list(unfounded_reviews(branch, history))
        assert not unfounded, f"{where}\nnobody reviewed: {unfounded}"
    return history


def unfounded_reviews(branch: Branch, history: History) -> Iterator[Message | Entry]:
    """Yield the texts that count as reviewed and rest on nobody's signature."""
    ledgers = (branch.texts.ledger, branch.source)
    for catalogue in branch.texts.catalogues.values():
        for message in catalogue.active:
            reviewed = state_of(message, branch.texts.ledger) is State.REVIEWED
            if reviewed and not justified(message_digest(message), ledgers, history.witness):
                yield message
    for entry in branch.source.entries:
        if entry.state == "reviewed" and not justified(entry.digest, ledgers, history.witness):
            yield entry


@pytest.mark.parametrize("start", range(0, _FEW, 50))
def test_no_history_loses_a_text_or_invents_a_review(start: int) -> None:
    for seed in range(start, start + 50):
        live_through(seed)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(_FEW, _FEW + _MANY, 500))
def test_ten_thousand_histories_lose_nothing(start: int) -> None:
    for seed in range(start, start + 500):
        live_through(seed)


def test_the_histories_do_everything() -> None:
    """A proof by histories is worth what happens in them."""
    done: dict[str, int] = {}
    carried = remembered = beside = 0
    for seed in range(60):
        history = live_through(seed)
        for step in history.witness.steps:
            done[step] = done.get(step, 0) + 1
        texts = history.branch.texts
        carried += sum(bool(entry.origin) for entry in texts.ledger.entries)
        remembered += len(texts.memory)
        lines = (line for one in texts.catalogues.values() for message in one.messages for line in message.comments)
        beside += sum(line.startswith("also: ") for line in lines)
    assert len(done) == 15
    assert min(done.values()) > 10
    assert min(carried, remembered, beside) > 5, (carried, remembered, beside)
