"""A review is bound to the text: any edit ends it, restoring the text restores it, whichever tool did either."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Code
from builder.languages.states import State
from builder.localize.digest import digest, message_digest
from builder.localize.ledger import (
    Entry,
    Ledger,
    enter_drafts,
    enter_source_drafts,
    read_ledger,
    state_of,
    state_of_source,
    write_ledger,
)
from builder.localize.po import Message, Previous, read_catalogue
from builder.source import SourceFile
from tests.localize.catalogues import TEXTS, catalogue_of
from tests.localize.trees import example

REVIEWED = Entry(digest="00000000000000aa", state="reviewed", by="Ana", date="2026-11-30")
DRAFTED = Entry(digest="00000000000000aa", state="draft", by="machine", date="2026-12-01")


def test_the_digests_of_the_reference_workspace() -> None:
    catalogue, _found = read_catalogue(example("locales/mk/shock.po"))
    ledger, found = read_ledger(example("locales/mk/review.tsv"))
    assert not found
    states = {message.msgid: (message_digest(message), state_of(message, ledger)) for message in catalogue.messages}
    assert states == {
        "Shock": ("e4eee7e99cb84b2f", State.REVIEWED),
        "Lay the person down and keep them warm.": ("77980f809f39a918", State.DRAFT),
    }


def test_a_ledger_is_written_as_it_was_read() -> None:
    file = example("locales/mk/review.tsv")
    assert sorted(write_ledger(read_ledger(file)[0]).split("\n")) == sorted(file.text.split("\n"))


@given(TEXTS, TEXTS, TEXTS)
def test_a_digest_does_not_see_what_tools_change(context: str, english: str, translation: str) -> None:
    rewrapped = "  ".join(translation.split()) + "\n"
    decomposed = unicodedata.normalize("NFD", english)
    assert digest(context, english, translation) == digest(context, decomposed, rewrapped)


def test_a_digest_does_not_move_text_between_its_parts() -> None:
    assert len({digest("a", "b", "c"), digest(None, "a b", "c"), digest(None, "a", "b c"), digest("a", "b c", "")}) == 4
    assert digest(None, "a", "b") == digest("", "a", "b")


def test_every_form_of_a_counted_text_counts() -> None:
    forms = Message(msgid="minute", msgid_plural="minutes", msgstr=("минута", "минути"))
    others = Message(msgid="minute", msgid_plural="minutes", msgstr=("минута", "минута"))
    assert message_digest(forms) != message_digest(others)


def test_states() -> None:
    message = Message(msgid="Shock", msgctxt="title", msgstr=("Шок",))
    known = Ledger(entries=(Entry(digest=message_digest(message), state="draft", by="m", date="2026-11-22"),))
    assert state_of(message, known) is State.DRAFT
    assert state_of(Message(msgid="Shock", msgctxt="title", msgstr=("Шокот",)), known) is State.TRANSLATED
    assert state_of(Message(msgid="Shock", msgctxt="title"), known) is State.MISSING
    stale = Message(
        msgid="Shock", msgctxt="title", msgstr=("Шок",), flags=("fuzzy",), previous=Previous(msgid="The shock")
    )
    assert state_of(stale, known) is State.STALE
    assert state_of_source("title", "Shock", Ledger()) is State.TRANSLATED


@pytest.mark.parametrize("entries", [(REVIEWED, DRAFTED), (DRAFTED, REVIEWED)])
def test_a_review_outweighs_a_draft_of_the_same_text(entries: tuple[Entry, ...]) -> None:
    assert Ledger(entries=entries).states == {REVIEWED.digest: State.REVIEWED}


def test_drafts_are_entered_for_what_the_ledger_does_not_know_and_for_nothing_else() -> None:
    catalogue = catalogue_of(
        'msgid "A"\nmsgstr "а"\n\nmsgid "B"\nmsgstr "б"\n\nmsgid "C"\nmsgstr ""\n\n'
        '#, fuzzy\n#| msgid "D1"\nmsgid "D"\nmsgstr "д"\n\n#~ msgid "E"\n#~ msgstr "е"\n'
    )
    reviewed = Entry(digest=digest(None, "A", "а"), state="reviewed", by="Ana", date="2026-11-30")
    ledger = enter_drafts(Ledger(entries=(reviewed,)), catalogue, by="a\tmachine", date="2026-12-01")
    drafted = Entry(digest=digest(None, "B", "б"), state="draft", by="a machine", date="2026-12-01")
    assert set(ledger.entries) == {reviewed, drafted}
    assert enter_drafts(ledger, catalogue, by="another", date="2027-01-01") is ledger


def test_source_texts_are_drafts_of_themselves() -> None:
    ledger = enter_source_drafts(Ledger(), [Message(msgid="Shock", msgctxt="title")], by="m", date="2026-12-01")
    assert state_of_source("title", "Shock", ledger) is State.DRAFT
    assert state_of_source("heading", "Shock", ledger) is State.TRANSLATED


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("e4eee7e99cb84b2f\treviewed\tAna", "4 columns"),
        ("e4eee7e99cb84b2\treviewed\tAna\t2026-11-30", "16 hex digits"),
        ("e4eee7e99cb84b2f\tapproved\tAna\t2026-11-30", "not a state"),
        ("e4eee7e99cb84b2f\treviewed\tAna\tyesterday", "not a date"),
        ("<<<<<<< mine", "4 columns"),
    ],
)
def test_a_broken_line_is_answered_and_kept(line: str, says: str) -> None:
    good = "e4eee7e99cb84b2f\treviewed\tAna\t2026-11-30"
    ledger, (finding,) = read_ledger(SourceFile("locales/mk/review.tsv", f"digest\tstate\tby\tdate\n{line}\n{good}\n"))
    assert (finding.code, finding.language) == (Code.LEDGER_MALFORMED, "mk")
    assert finding.span is not None
    assert finding.span.line == 2
    assert says in finding.message
    assert len(ledger.entries) == 1
    assert line in write_ledger(ledger).split("\n")


_ENTRIES = st.builds(
    Entry,
    digest=st.text("0123456789abcdef", min_size=16, max_size=16),
    state=st.sampled_from(["draft", "reviewed"]),
    by=st.sampled_from(["Ana", "Мира", "machine"]),
    date=st.dates().map(lambda day: day.isoformat()),
)


@given(st.lists(_ENTRIES))
def test_a_ledger_is_sorted_and_reads_back(entries: list[Entry]) -> None:
    text = write_ledger(Ledger(entries=tuple(entries)))
    again, found = read_ledger(SourceFile("locales/mk/review.tsv", text))
    assert not found
    assert again.entries == tuple(sorted(set(entries)))
    assert write_ledger(again) == text


@given(st.text())
def test_reading_a_ledger_never_raises(text: str) -> None:
    ledger, _found = read_ledger(SourceFile("locales/mk/review.tsv", text))
    assert write_ledger(read_ledger(SourceFile("x", write_ledger(ledger)))[0]) == write_ledger(ledger)


def test_a_review_needs_a_name() -> None:
    ledger, found = read_ledger(SourceFile("locales/mk/review.tsv", "00000000000000aa\treviewed\t \t2026-11-30\n"))
    assert [finding.code for finding in found] == [Code.LEDGER_MALFORMED]
    assert ledger.states == {}
    assert "00000000000000aa" in write_ledger(ledger)
