"""A whole language at once: what moves keeps its translation, what goes is kept an edition, then remembered."""

from dataclasses import replace

import pytest

from builder.localize.editions import edition_ended, edition_line
from builder.localize.header import header_for
from builder.localize.language_update import Texts
from builder.localize.memory import recall, remember
from builder.localize.tmx import Unit
from tests.localize.rows import catalogues, entry, macedonian, shown, signed, updated

LONG = "Press hard on the wound and call for help."
OTHER = "Stay with the person until somebody comes."


def nothing_stale(texts: Texts) -> bool:
    return not any(message.fuzzy for one in texts.catalogues.values() for message in one.active)


def test_a_renamed_lesson_changes_places_only() -> None:
    old = Texts(catalogues=catalogues(m=[entry(LONG, "Притисни."), entry(OTHER, "Остани.")]))
    new, changes = updated(old, {"m": [entry(LONG, place="m/07-z.md#b"), entry(OTHER, place="m/07-z.md#b")]})
    assert shown(new) == [(LONG, "Притисни.", ""), (OTHER, "Остани.", "")]
    assert str(changes["m"]) == "no text changed"


def test_a_lesson_in_another_module_brings_translations_notes_and_reviews() -> None:
    moved = entry(LONG, "Притисни.", comments=("Прашај лекар.",))
    old = Texts(catalogues=catalogues(m=[moved, entry(OTHER, "Остани.")], n=[]), ledger=signed(moved))
    new, changes = updated(old, {"m": [entry(OTHER)], "n": [entry(LONG, place="n/01-a.md#a")]})
    (carried,) = new.catalogues["n"].active
    assert (carried.msgstr, carried.fuzzy, carried.comments) == (("Притисни.",), False, ("Прашај лекар.",))
    assert new.ledger == old.ledger
    assert nothing_stale(new)
    assert str(changes["n"]) == "1 taken over from equal texts"


def test_a_renamed_module_brings_everything_and_leaves_an_empty_edition_behind() -> None:
    old = Texts(catalogues=catalogues(m=[entry(LONG, "Притисни."), entry("Signs", "Знаци", msgctxt="heading")]))
    template = [entry(LONG, place="n/01-a.md#a"), entry("Signs", msgctxt="heading", place="n/01-a.md#a")]
    first, _ = updated(old, {"n": template}, edition="c 1")
    assert shown(first, "n") == [(LONG, "Притисни.", ""), ("Signs", "Знаци", "")]
    assert {state for _, _, state in shown(first, "m")} == {"obsolete"}
    second, changes = updated(first, {"n": template}, edition="c 2")
    assert "m" not in second.catalogues
    assert str(changes["m"]) == "2 moved to the memory"
    assert {unit.translation for unit in second.memory} == {"Притисни.", "Знаци"}


def test_a_stale_translation_moves_as_a_stale_one_with_its_english() -> None:
    first, _ = updated(Texts(catalogues=catalogues(m=[entry(LONG, "Притисни.")], n=[])), {"m": [entry(LONG + " Now.")]})
    second, _ = updated(first, {"m": [], "n": [entry(LONG + " Now.", place="n/01-a.md#a")]})
    (message,) = second.catalogues["n"].active
    assert (message.fuzzy, message.previous and message.previous.msgid) == (True, LONG)


def test_a_text_that_was_edited_on_its_way_to_another_module_is_found() -> None:
    old = Texts(catalogues=catalogues(m=[entry(LONG, "Притисни.")], n=[]))
    new, _ = updated(old, {"m": [], "n": [entry(LONG.replace("hard", "firmly"), place="n/01-a.md#a")]})
    (message,) = new.catalogues["n"].active
    assert (message.msgstr, message.fuzzy) == (("Притисни.",), True)
    assert shown(new, "m") == [(LONG, "Притисни.", "obsolete")]


def test_what_vanishes_is_kept_one_edition_then_remembered_and_comes_back() -> None:
    both = {"m": [entry(LONG), entry(OTHER)]}
    one = {"m": [entry(OTHER)]}
    texts, _ = updated(
        Texts(catalogues=catalogues(m=[entry(LONG, "Притисни."), entry(OTHER, "Остани.")])), both, edition="c 1"
    )
    texts, _ = updated(texts, one, edition="c 1")
    assert (LONG, "Притисни.", "obsolete") in shown(texts)
    texts, _ = updated(texts, one, edition="c 1")
    assert (LONG, "Притисни.", "obsolete") in shown(texts)
    texts, changes = updated(texts, one, edition="c 2")
    assert shown(texts) == [(OTHER, "Остани.", "")]
    assert texts.memory == (Unit(source=LONG, translation="Притисни."),)
    assert str(changes["m"]) == "1 moved to the memory"
    texts, changes = updated(texts, both, edition="c 3")
    assert shown(texts) == [(LONG, "Притисни.", ""), (OTHER, "Остани.", "")]
    assert str(changes["m"]) == "1 taken over from equal texts"
    assert texts.memory == (Unit(source=LONG, translation="Притисни."),)


def test_what_an_update_retires_itself_stays_for_the_edition_that_begins() -> None:
    texts, _ = updated(Texts(catalogues=catalogues(m=[entry(LONG, "Притисни.")])), {"m": [entry(LONG)]}, edition="c 1")
    texts, _ = updated(texts, {"m": []}, edition="c 2")
    assert shown(texts) == [(LONG, "Притисни.", "obsolete")]


@pytest.mark.parametrize(
    ("before", "now", "ended"),
    [
        ("a 1", "a 1", False),
        ("a 1", "a 2", True),
        ("a 1, b 1", "a 1, b 2", True),
        ("a 1", "a 1, b 7", False),
        ("a 1, b 1", "b 1", False),
        ("a 1", "c 2", False),
        ("", "a 2", False),
        ("a 1", "", False),
    ],
)
def test_an_edition_ends_with_a_new_one_of_a_course_and_with_nothing_else(before: str, now: str, ended: bool) -> None:
    assert edition_ended(header_for(macedonian(), edition=before), now) is ended


def test_editions_of_courses_stand_on_one_line() -> None:
    assert edition_line([("b", "2, draft 1"), ("a", "0.1")]) == "a 0.1, b 2;_draft_1"


def test_the_memory_keeps_what_a_stale_or_counted_entry_says() -> None:
    stale = updated(Texts(catalogues=catalogues(m=[entry(LONG, "Притисни.")])), {"m": [entry(LONG + " Now.")]})[0]
    (message,) = stale.catalogues["m"].active
    memory = remember((), [message])
    assert [(one.msgid, one.msgstr) for one in recall(memory)] == [(LONG, ("Притисни.",))]
    unfinished = replace(message, previous=None)
    counted = replace(entry("day"), msgid_plural="days", msgstr=("ден", "дена"))
    noted = replace(entry("Only a note"), comments=("Што значи ова?",))
    memory = remember(memory, [unfinished, counted, noted])
    assert {unit.translation for unit in memory} == {"Притисни.", "ден", "дена", ""}
    assert ("Што значи ова?",) in {unit.notes for unit in memory}
    assert [one.msgid for one in recall(memory)] == [LONG]
    assert remember(memory, [unfinished, counted]) is memory


def test_of_several_remembered_texts_the_last_signed_comes_back() -> None:
    memory = tuple(
        Unit(source=LONG, translation=text, properties=(("x-reviewed", day),) if day else ())
        for text, day in (("А", ""), ("Б", "2026-01-01"), ("В", "2026-03-01"), ("Г", "2026-02-01"))
    )
    texts, _ = updated(Texts(catalogues=catalogues(m=[]), memory=memory), {"m": [entry(LONG)]})
    assert shown(texts) == [(LONG, "В", "")]
