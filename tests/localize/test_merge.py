"""Updating a catalogue: golden cases, each a folder to read, and what holds for every history of edits."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.languages.table import Language, find_language
from builder.localize.merge import equal_texts, update_catalogue
from builder.localize.po import Catalogue, Message, Previous, read_catalogue, write_catalogue
from builder.source import SourceFile
from tests.localize.catalogues import TEXTS, catalogues

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
PATH = "locales/mk/m.po"


def macedonian() -> Language:
    language = find_language("mk")
    assert language is not None
    return language


def read(path: Path) -> Catalogue | None:
    if not path.exists():
        return None
    return read_catalogue(SourceFile(PATH, path.read_text(encoding="utf-8")))[0]


def template(path: Path) -> tuple[Message, ...]:
    catalogue = read(path)
    assert catalogue is not None
    return tuple(replace(message) for message in catalogue.messages)


def update(
    old: Catalogue | None, messages: Sequence[Message], elsewhere: Iterable[Catalogue] = ()
) -> tuple[Catalogue, str]:
    catalogue, changes = update_catalogue(
        old, messages, path=PATH, language=macedonian(), elsewhere=equal_texts(elsewhere)
    )
    return catalogue, str(changes)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_golden(case: Path) -> None:
    elsewhere = read(case / "elsewhere.po")
    messages = template(case / "template.pot")
    catalogue, changes = update(read(case / "old.po"), messages, [elsewhere] if elsewhere else [])
    expected = (case / "expected.po").read_text(encoding="utf-8")
    assert write_catalogue(catalogue) == expected
    assert changes + "\n" == (case / "changes.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_second_update_changes_nothing(case: Path) -> None:
    messages = template(case / "template.pot")
    again, changes = update(read(case / "expected.po"), messages)
    assert write_catalogue(again) == (case / "expected.po").read_text(encoding="utf-8")
    assert changes == "no text changed"


def test_an_unreadable_entry_is_carried_along() -> None:
    text = 'msgid "A"\nmsgstr "а"\n\nmsgid "B\nmsgstr "б"\n'
    catalogue, _found = read_catalogue(SourceFile(PATH, text))
    updated, _changes = update(catalogue, [Message(msgid="A")])
    assert 'msgid "B\nmsgstr "б"' in write_catalogue(updated)


def test_a_second_header_is_carried_along() -> None:
    text = 'msgid ""\nmsgstr "Language: mk\\n"\n\n# theirs\nmsgid ""\nmsgstr "X-Team: нашиот\\n"\n'
    catalogue, _found = read_catalogue(SourceFile(PATH, text))
    updated, _changes = update(catalogue, [])
    assert "X-Team: нашиот" in write_catalogue(updated)


# What an author may do to a lesson, and a translator to a catalogue, in any order.
_ENGLISH = st.lists(
    st.tuples(
        st.sampled_from(["Press hard.", "Press hard at once.", "Call for help.", "Call", "Wait", "Signs of shock",
                         "Signs", "Keep the person warm and calm.", "Keep them warm."]),
        st.sampled_from(["a.md#x", "a.md#y", "b.md#x"]),
        st.sampled_from(["paragraph", "item"]),
    ),
    max_size=6,
    unique_by=lambda row: row[0],
)  # fmt: skip
_TRANSLATOR = st.lists(st.tuples(st.integers(0, 5), TEXTS.filter(str.strip), st.booleans()), max_size=3)


def lesson(rows: Iterable[tuple[str, str, str]]) -> tuple[Message, ...]:
    return tuple(
        Message(
            msgid=english, msgctxt=kind if len(english.split()) < 4 else None, extracted=(kind,), references=(place,)
        )
        for english, place, kind in rows
    )


def everything_written(catalogue: Catalogue) -> set[str]:
    return {form for message in catalogue.messages for form in message.msgstr if form} | {
        line for message in catalogue.messages for line in message.comments
    }


@given(st.lists(st.tuples(_ENGLISH, _TRANSLATOR), max_size=6))
def test_no_history_of_edits_and_updates_loses_what_a_translator_wrote(
    history: list[tuple[list[tuple[str, str, str]], list[tuple[int, str, bool]]]],
) -> None:
    catalogue: Catalogue | None = None
    for rows, edits in history:
        before = catalogue
        catalogue, _changes = update(catalogue, lesson(rows))
        kept = everything_written(catalogue)
        assert everything_written(before or Catalogue(path=PATH)) <= kept
        _made_for_what_they_were_made_for(before, catalogue)
        assert update(catalogue, lesson(rows))[0] == catalogue
        for number, text, finished in edits:
            catalogue = translated(catalogue, number, text, finished=finished)
        written = write_catalogue(catalogue)
        again, found = read_catalogue(SourceFile(PATH, written))
        assert not found
        assert again == catalogue
        catalogue = again


def _made_for_what_they_were_made_for(before: Catalogue | None, after: Catalogue) -> None:
    """Assert that no translation passes for the translation of another text."""
    pairs = {_made_for(message) for message in before.messages} if before else set()
    for message in after.messages:
        assert not message.translated or _made_for(message) in pairs


def _made_for(message: Message) -> tuple[str, str]:
    english = message.previous.msgid if message.fuzzy and message.previous else message.msgid
    return english, message.msgstr[0]


def translated(catalogue: Catalogue, number: int, text: str, *, finished: bool) -> Catalogue:
    """Return the catalogue after a translator has written into one entry, or only noted something."""
    messages = list(catalogue.messages)
    if number >= len(messages) or messages[number].obsolete:
        return catalogue
    message = messages[number]
    if finished:
        messages[number] = replace(message, msgstr=(text,), flags=(), previous=None)
    else:
        messages[number] = replace(message, comments=(*message.comments, " ".join(text.split())))
    return replace(catalogue, messages=tuple(messages))


@given(catalogues(), catalogues())
def test_any_catalogue_can_be_updated_by_any_other_one(old: Catalogue, other: Catalogue) -> None:
    messages = tuple(
        replace(message, msgstr=("",), previous=None, flags=(), comments=(), obsolete=False, msgid_plural=None)
        for message in other.messages
    )
    updated, _changes = update(old, messages)
    assert everything_written(old) <= everything_written(updated)
    keys = [message.key for message in updated.messages]
    assert len(keys) == len(set(keys))
    assert [message.key for message in updated.active] == [message.key for message in messages]
    text = write_catalogue(updated)
    again, found = read_catalogue(SourceFile(PATH, text))
    assert not found
    assert write_catalogue(again) == text


@given(catalogues())
def test_a_catalogue_from_its_own_messages_does_not_change(old: Catalogue) -> None:
    first, _changes = update(old, [replace(message) for message in old.active])
    text = write_catalogue(first)
    read_again, _found = read_catalogue(SourceFile(PATH, text))
    second, changes = update(read_again, [replace(message) for message in read_again.active])
    assert write_catalogue(second) == text
    assert changes == "no text changed"


def test_five_thousand_messages_are_updated_quickly() -> None:
    from time import process_time

    rows = [
        (f"Text {number} says what to do in case {number * 7919 % 9973}, step by step.", number)
        for number in range(5_000)
    ]
    old = Catalogue(
        path=PATH,
        messages=tuple(
            Message(msgid=text, msgstr=(f"Т {n}",), extracted=("paragraph",), references=(f"m.md#s{n // 10}",))
            for text, n in rows
        ),
    )
    new = tuple(
        Message(
            msgid=text.replace("what to do", "what you do") if n % 10 == 3 else text,
            extracted=("paragraph",),
            references=(f"{'m' if n % 20 else 'other'}.md#s{n // 10}",),
        )
        for text, n in rows
    )
    begin = process_time()
    catalogue, changes = update(old, new)
    assert process_time() - begin < 2
    assert changes == "500 to revise"
    for message in catalogue.messages:
        assert not message.fuzzy or message.previous == Previous(
            msgid=message.msgid.replace("what you do", "what to do")
        )


def test_a_text_that_comes_back_beside_its_revision_has_its_translation_again() -> None:
    first = Message(msgid="Press hard on the open wound", extracted=("item",), references=("m.md#s",))
    second = replace(first, msgid="Press very hard on the open wound")
    translated = Catalogue(path=PATH, messages=(replace(first, msgstr=("Притисни",)),))
    revised, _changes = update(translated, (second,))
    both, changes = update(revised, (first, second))
    assert changes == "1 taken over from equal texts"
    assert [(one.msgstr, one.fuzzy, one.previous) for one in both.messages] == [
        (("Притисни",), False, None),
        (("Притисни",), True, Previous(msgid=first.msgid)),
    ]
