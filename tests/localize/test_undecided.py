"""A second text that an import or a merge left beside a translation: told, and no review counts until one is chosen."""

from dataclasses import replace

import pytest

from builder.languages.states import State
from builder.localize.beside import keep_beside
from builder.localize.ledger import Ledger, state_of
from tests.localize.checks.judge import codes
from tests.localize.rows import entry, signed

KEPT = entry("Keep warm", "Држете топло")


def test_a_review_counts_again_once_one_of_the_two_is_chosen() -> None:
    ledger = signed(KEPT)
    both = keep_beside(KEPT, ("Чувајте топло",))
    assert state_of(both, ledger) is State.TRANSLATED
    assert state_of(replace(both, comments=()), ledger) is State.REVIEWED
    assert state_of(replace(both, comments=("also, see the glossary",)), ledger) is State.REVIEWED


def test_a_draft_stays_one_and_an_empty_or_stale_entry_too() -> None:
    both = keep_beside(KEPT, ("Чувајте топло",))
    assert state_of(both, signed(KEPT, state="draft")) is State.DRAFT
    assert state_of(replace(both, msgstr=("",)), Ledger()) is State.MISSING
    assert state_of(replace(both, flags=("fuzzy",)), signed(KEPT)) is State.STALE


@pytest.mark.parametrize("translation", ["Држете топло", ""])
def test_it_is_told_whether_or_not_the_entry_is_translated(translation: str) -> None:
    assert codes("Keep warm", translation, comments=("also: Чувајте топло",)) == ["translation-undecided"]
    assert codes("Keep warm", translation, comments=("a note",)) == []
