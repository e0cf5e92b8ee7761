"""An English edit declared harmless: what may be declared so, and what it does to translations and reviews."""

from dataclasses import replace

import pytest

from builder.languages.states import State
from builder.localize.catalogue import FUZZY, Previous
from builder.localize.credits import credits_of
from builder.localize.digest import message_digest
from builder.localize.english_guard import refusals
from builder.localize.language_update import Texts, update_texts
from builder.localize.ledger import Ledger, read_ledger, state_of, write_ledger
from builder.localize.minor import Edit, declare, declared_in, edit_of
from builder.source import SourceFile
from tests.localize.rows import DAY, catalogues, entry, macedonian, signed
from tests.plan.lesson_editions import reviewed

OLD, NEW = "Stay with the persn who is hurt.", "Stay with the person who is hurt."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, NEW),
        ("Organise the meeting.", "Organize the meeting."),
        ("Press hard , then call.", "Press hard, then call."),
        ("Say “stop”.", 'Say "stop".'),
        ("See [the guide](ref:guide).", "See [this guide](ref:guide)."),
        ("The micro-grants in Prison's care", "The microgrants in Prisons care"),
        ("It behoves the counselor", "It behooves the counsellor"),
        ("Tell teh person", "Tell the person"),
        ("Press hard then call", "Press hard, then call."),
        ("RAN says so.", "RAN says it."),
    ],
)
def test_edits_that_a_person_may_call_harmless(old: str, new: str) -> None:
    assert refusals(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Tell 10 people.", "Tell 12 people.", "number"),
        ("Tell two people.", "Tell three people.", "number"),
        ("From 1.5 to 2", "From 2 to 1.5", "number changes its place"),
        ("You may tell them.", "You may not tell them.", "negation"),
        ("You can tell them.", "You can't tell them.", "negation"),
        ("You can't tell them.", "You cannot tell them.", "negation"),
        ("Never leave them.", "Leave them.", "negation"),
        ("You must call.", "You may call.", "obligation"),
        ("You should call.", "You call.", "obligation"),
        ("You may call, they must come.", "You must call, they may come.", "changes its place"),
        ("Only staff enter.", "Staff enter.", "limits"),
        ("Call before you go.", "Call after you go.", "limits"),
        ("It is legal here.", "It is illegal here.", "opposite"),
        ("The armed group", "The unarmed group", "opposite"),
        ("The public pays.", "The pubic pays.", "opposite"),
        ("UNODC says so.", "OSCE says so.", "acronym"),
        ("See [it](https://a.example).", "See [it](https://b.example).", "link"),
        ("Call {{ police }}.", "Call {{ ambulance }}.", "variable"),
        ("So it is [@who-2020].", "So it is [@who-2021].", "citation"),
        ("**Press** hard.", "Press hard.", "emphasis"),
        ("Wipe the tyre.", "Wipe the tyre. Turn it slowly.", "number of its sentences changes: 1 before, 2 now"),
        ("Wipe the tyre. Turn it slowly.", "Wipe the tyre.", "a word goes: “slowly”"),
        ("Press hard, then call.", "Press hard. Then call.", "number of its sentences"),
        ("Wipe the tyre.", "Wipe the clean tyre.", "a word comes: “clean”"),
        ("**Press** hard.", "**Press** firmly.", "a word goes: “hard”"),
        ("Ben calls Ana.", "Ana calls Ben.", "a word changes its place: “calls”"),
        ("Tell the officer.", "Tell the officers.", "a word comes: “officers”"),
        ("You know it.", "You know it?", "question"),
        ("Ask the prison.", "Ask the person.", "a word goes: “prison”"),
    ],
)
def test_edits_that_nobody_may_call_harmless(old: str, new: str, reason: str) -> None:
    assert any(reason in refusal for refusal in refusals(old, new)), refusals(old, new)


def declared(*pairs: tuple[str, str], base: Ledger | None = None) -> Ledger:
    edits = [Edit((None, old), (None, new)) for old, new in pairs]
    return declare(base or Ledger(), edits, by="Eva", date="2026-12-24")


def update(texts: Texts, english: str, source: Ledger) -> Texts:
    templates = {"m": [entry(english)]}
    return update_texts(texts, templates, language=macedonian(), declared=declared_in(source))[0]


def test_a_declared_edit_carries_translation_and_review() -> None:
    old = entry(OLD, "Остани.")
    texts = update(Texts(catalogues=catalogues(m=[old]), ledger=signed(old)), NEW, declared((OLD, NEW)))
    (message,) = texts.catalogues["m"].messages
    assert (message.msgstr, message.flags, message.previous) == (("Остани.",), (), None)
    assert state_of(message, texts.ledger) is State.REVIEWED
    (line,) = [one for one in texts.ledger.entries if one.digest == message_digest(message)]
    assert (line.state, line.by, line.date, line.origins) == ("reviewed", "Eva", "2026-12-24", (message_digest(old),))


def test_a_draft_stays_its_makers_and_what_nobody_knows_stays_unknown() -> None:
    old = entry(OLD, "Остани.")
    drafts = signed(old, state="draft", by="machine")
    texts = update(Texts(catalogues=catalogues(m=[old]), ledger=drafts), NEW, declared((OLD, NEW)))
    (message,) = texts.catalogues["m"].messages
    assert [(one.state, one.by) for one in texts.ledger.entries if one.origin] == [("draft", "machine")]
    assert state_of(message, texts.ledger) is State.DRAFT
    unknown = update(Texts(catalogues=catalogues(m=[old])), NEW, declared((OLD, NEW)))
    assert state_of(unknown.catalogues["m"].messages[0], unknown.ledger) is State.TRANSLATED


def test_a_translation_that_another_branch_brings_later_is_carried_too() -> None:
    source = declared((OLD, NEW))
    late = entry(NEW, "Остани.", flags=(FUZZY,), previous=Previous(msgid=OLD))
    texts = update(Texts(catalogues=catalogues(m=[late])), NEW, source)
    assert not texts.catalogues["m"].messages[0].fuzzy


def test_declared_edits_follow_each_other_and_others_do_not() -> None:
    third = NEW + " Now"
    source = declared((OLD, NEW), (NEW, third))
    texts = Texts(catalogues=catalogues(m=[entry(OLD, "Остани.")]))
    assert not update(texts, third, source).catalogues["m"].messages[0].fuzzy
    assert update(texts, third, declared((NEW, third))).catalogues["m"].messages[0].fuzzy
    assert update(texts, OLD + "!", source).catalogues["m"].messages[0].fuzzy


def test_the_english_review_is_carried_and_a_declaration_is_no_review() -> None:
    english = entry(OLD, OLD)
    ledger = declared((OLD, NEW), base=signed(english, by="Ben"))
    assert ledger.states[message_digest(entry(NEW, NEW))] is State.REVIEWED
    assert message_digest(entry(NEW, NEW)) not in declared((OLD, NEW)).states
    again, found = read_ledger(SourceFile("locales/en/review.tsv", write_ledger(ledger)))
    assert not found
    assert again.entries == ledger.entries
    assert write_ledger(ledger).startswith("digest\tstate\tby\tdate\tfrom\n")
    assert declared_in(again).keys() == declared_in(ledger).keys()


def test_who_carries_a_review_is_not_named_as_reviewer() -> None:
    old = entry(OLD, "Остани.")
    texts = update(Texts(catalogues=catalogues(m=[old]), ledger=signed(old)), NEW, declared((OLD, NEW)))
    found = credits_of([(reviewed(NEW), texts.catalogues["m"])], texts.ledger, source=False)
    assert (found.reviewers, found.reviewed, found.machine) == (("Ana",), DAY, False)


def test_only_a_stale_translation_waits_for_an_edit() -> None:
    stale = entry(NEW, "Остани.", flags=(FUZZY,), previous=Previous(msgid=OLD))
    assert edit_of(stale) == Edit((None, OLD), (None, NEW))
    for message in (
        replace(stale, flags=()), replace(stale, previous=None), replace(stale, msgstr=("",)), replace(stale, obsolete=True)
    ):  # fmt: skip
        assert edit_of(message) is None
