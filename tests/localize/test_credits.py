"""Who is named for the texts of a language: whoever the files name, and for these texts only."""

from dataclasses import replace

from builder.localize.catalogue import Catalogue, Message
from builder.localize.credits import credits_of
from builder.localize.digest import digest
from builder.localize.ledger import Entry, Ledger
from tests.plan.lesson_editions import reviewed

HELLO, OTHER = "Press hard on the wound at once.", "This text is in no lesson of the module."


def catalogue(translator: str = "Ана Анова <ana@example.org>", text: str = "Притиснете силно.") -> Catalogue:
    header = Message(msgid="", msgstr=(f"Language: mk\nLast-Translator: {translator}\n",))
    return Catalogue(path="locales/mk/main.po", header=header, messages=(Message(msgid=HELLO, msgstr=(text,)),))


def ledger(*entries: tuple[str, str, str]) -> Ledger:
    return Ledger(entries=tuple(Entry(digest=one, state=state, by=by, date="2026-11-30") for one, state, by in entries))


TRANSLATED = digest(None, HELLO, "Притиснете силно.")
TREE = reviewed(HELLO)


def test_a_translator_is_named_without_an_address():
    assert credits_of([(TREE, catalogue())], ledger(), source=False).translators == ("Ана Анова",)
    for nobody in ("FULL NAME <EMAIL@ADDRESS>", "", "<a@b.org>"):
        assert credits_of([(TREE, catalogue(nobody))], ledger(), source=False).translators == ()
    assert credits_of([(TREE, None)], ledger(), source=False).translators == ()


def test_reviewers_are_those_of_these_texts():
    entries = ledger((TRANSLATED, "reviewed", "Беса"), (digest(None, OTHER, "x"), "reviewed", "Zoran"))
    found = credits_of([(TREE, catalogue())], entries, source=False)
    assert (found.reviewers, found.reviewed, found.machine) == (("Беса",), "2026-11-30", False)


def test_an_edited_text_has_lost_its_reviewer():
    edited = catalogue(text="Притиснете посилно.")
    assert credits_of([(TREE, edited)], ledger((TRANSLATED, "reviewed", "Беса")), source=False).reviewers == ()


def test_a_draft_that_somebody_signed_is_none():
    draft = (TRANSLATED, "draft", "machine")
    assert credits_of([(TREE, catalogue())], ledger(draft), source=False).machine
    assert not credits_of([(TREE, catalogue())], ledger(draft, (TRANSLATED, "reviewed", "Беса")), source=False).machine


def test_the_source_language_has_reviewers_and_no_translators():
    entries = ledger((digest(None, HELLO, HELLO), "reviewed", "Ann"), (TRANSLATED, "reviewed", "Беса"))
    found = credits_of([(replace(TREE), catalogue())], entries, source=True)
    assert (found.reviewers, found.translators, found.machine) == (("Ann",), (), False)
