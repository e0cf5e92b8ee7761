"""A language made from another: texts, reviews, overrides, terms and a publisher's notes."""

from dataclasses import replace
from pathlib import Path

from builder.diagnostics import Code, Severity
from builder.languages.states import State
from builder.languages.table import Language, find_language
from builder.localize.catalogue import Catalogue, Message, Previous
from builder.localize.derive import (
    derive_catalogue,
    derive_ledger,
    derive_message,
    derive_publisher,
    derive_terms,
)
from builder.localize.digest import message_digest
from builder.localize.ledger import Entry, Ledger, state_of
from builder.localize.serbian_latin import Transliterator
from builder.localize.terms import read_terms
from builder.model.workspace import ApprovedText, Mark
from builder.read.publisher import read_publisher
from builder.source import SourceFile, Span

CHANGE = Transliterator()
POINT = Message(msgid="A point.", msgstr=("Љубав.",), line=4)
OTHER = Message(msgid="Another **point**.", msgstr=("Друга **тачка**.",), line=9)
BASE = Catalogue(path="locales/sr-Cyrl/x.po", messages=(POINT, OTHER))


def latin() -> Language:
    language = find_language("sr-Latn")
    assert language is not None
    return language


def own(*messages: Message) -> Catalogue:
    return Catalogue(path="locales/sr-Latn/x.po", messages=messages)


def test_texts_are_derived_and_errors_lead_to_the_base() -> None:
    derived, found = derive_catalogue(BASE, CHANGE, None, latin())
    assert [message.msgstr for message in derived.messages] == [("Ljubav.",), ("Druga **tačka**.",)]
    assert (derived.path, derived.messages[1].line, found) == ("locales/sr-Cyrl/x.po", 9, ())


def test_a_stale_text_stays_stale_and_a_missing_one_missing() -> None:
    stale = replace(POINT, flags=("fuzzy",), previous=Previous(msgid="The point."))
    assert state_of(derive_message(stale, CHANGE), Ledger()) is State.STALE
    assert state_of(derive_message(replace(POINT, msgstr=("",)), CHANGE), Ledger()) is State.MISSING


def test_reviews_and_drafts_are_inherited_and_end_with_an_edit() -> None:
    reviewed = Entry(digest=message_digest(POINT), state="reviewed", by="Ana", date="2026-11-30")
    draft = Entry(digest=message_digest(OTHER), state="draft", by="machine", date="2026-11-20")
    harmless = Entry(digest=message_digest(OTHER), state="minor", by="Ana", date="2026-11-20")
    pairs = [(message, derive_message(message, CHANGE)) for message in BASE.messages]
    ledger = derive_ledger(pairs, Ledger(entries=(reviewed, draft, harmless)), Ledger())
    assert [state_of(after, ledger) for _, after in pairs] == [State.REVIEWED, State.DRAFT]
    assert {entry.by for entry in ledger.entries} == {"Ana", "machine"}
    edited = replace(POINT, msgstr=("Љубави.",))
    again = derive_ledger([(edited, derive_message(edited, CHANGE))], Ledger(entries=(reviewed,)), Ledger())
    assert state_of(derive_message(edited, CHANGE), again) is State.TRANSLATED


def test_a_declared_override_wins_and_needs_a_review_of_its_own() -> None:
    message = replace(POINT, msgstr=("Ljubavi.",), comments=("override: the song is called so",), line=2)
    derived, found = derive_catalogue(BASE, CHANGE, own(message), latin())
    assert found == ()
    assert derived.messages[0].msgstr == ("Ljubavi.",)
    reviewed = Entry(digest=message_digest(POINT), state="reviewed", by="Ana", date="2026-11-30")
    pairs = [(one, derive_message(one, CHANGE)) for one in BASE.messages]
    assert (
        state_of(derived.messages[0], derive_ledger(pairs, Ledger(entries=(reviewed,)), Ledger())) is State.TRANSLATED
    )
    signed = Ledger(entries=(replace(reviewed, digest=message_digest(derived.messages[0])),))
    assert state_of(derived.messages[0], derive_ledger(pairs, Ledger(), signed)) is State.REVIEWED


def test_an_edit_that_nobody_declared_is_an_error_and_only_a_proposal() -> None:
    for comments in ((), ("override:",), ("override",), ("please change",)):
        message = replace(POINT, msgstr=("Ljubavi.",), comments=comments, line=2)
        derived, (found,) = derive_catalogue(BASE, CHANGE, own(message), latin())
        assert derived.messages[0].msgstr == ("Ljubav.",)
        assert (found.code, found.severity, found.language) == (Code.DERIVED_EDITED, Severity.ERROR, "sr-Latn")
        assert found.span == Span.at("locales/sr-Latn/x.po", 2)
        assert "“Ljubav.” is derived" in found.message
        assert "“Ljubavi.” is a proposal" in found.message
        assert "locales/sr-Cyrl/x.po" in (found.hint or "")


def test_what_only_repeats_the_derived_text_is_no_edit() -> None:
    same = replace(POINT, msgstr=("Ljubav. ",), line=2)
    empty = replace(OTHER, msgstr=("",), line=5)
    waiting = replace(OTHER, msgstr=("Nešto drugo.",), flags=("fuzzy",), line=5)
    assert derive_catalogue(BASE, CHANGE, own(same, empty), latin())[1] == ()
    assert derive_catalogue(BASE, CHANGE, own(waiting), latin())[1] == ()


def test_an_override_that_lost_markup_is_told_where_it_stands_and_not_used() -> None:
    message = Message(msgid="See [@who-2020].", msgstr=("Vidi.",), comments=("override: short",), line=7)
    base = Catalogue(
        path="locales/sr-Cyrl/x.po", messages=(replace(message, msgstr=("Види [@who-2020].",), comments=()),)
    )
    derived, (found,) = derive_catalogue(base, CHANGE, own(message), latin())
    assert derived.messages[0].msgstr == ("Vidi [@who-2020].",)
    assert (found.code, found.span) == (Code.TRANSLATION_MARKUP, Span.at("locales/sr-Latn/x.po", 7))


def test_a_text_that_the_base_lacks_may_be_declared() -> None:
    base = Catalogue(path="locales/sr-Cyrl/x.po", messages=(replace(POINT, msgstr=("",)),))
    message = replace(POINT, msgstr=("Ljubav.",), line=2)
    assert derive_catalogue(base, CHANGE, own(message), latin())[1][0].code is Code.DERIVED_EDITED
    declared = replace(message, comments=("override: not in Cyrillic yet",))
    assert derive_catalogue(base, CHANGE, own(declared), latin())[0].messages[0].msgstr == ("Ljubav.",)


def test_terms_are_derived_form_by_form() -> None:
    text = "term,use,form,other_forms,note\nlove,preferred,љубав,љубави|љубављу,\n"
    terms, _ = read_terms(SourceFile("locales/sr-Cyrl/terms.csv", text))
    (term,) = derive_terms(terms, CHANGE)
    assert (term.form, term.other_forms, term.use) == ("ljubav", ("ljubavi", "ljubavlju"), "preferred")


def test_notes_of_a_publisher_are_derived_unless_given() -> None:
    profile = Path(__file__).parent.parent / "cases/stress/workspace/publishers/default/profile.yaml"
    source = SourceFile("publishers/default/profile.yaml", profile.read_text("utf-8"))
    publisher, _ = read_publisher(source)
    assert publisher is not None
    pairs = (("sr-Latn", "sr-Cyrl"),)
    assert derive_publisher(publisher, pairs, CHANGE) == publisher
    note = ApprovedText(language="sr-Cyrl", text="Љубав", source="s", approved=True, span=Span.at("x"))
    mark = Mark(symbol="*", policy="every", notes=(note,), span=Span.at("x"))
    bare = replace(publisher, mark=mark, funding=None, disclaimers=())
    made = derive_publisher(bare, pairs, CHANGE)
    assert made.mark is not None
    assert [(one.language, one.text, one.approved) for one in made.mark.notes] == [
        ("sr-Cyrl", "Љубав", True),
        ("sr-Latn", "Ljubav", True),
    ]
    assert derive_publisher(bare, (), CHANGE) == bare
