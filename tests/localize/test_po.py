"""Catalogues are read without loss and written in one canonical form; broken ones are answered, entry by entry."""

from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Code
from builder.localize.po import Catalogue, Message, Previous, header_fields, read_catalogue, write_catalogue
from builder.localize.po_writer import write_message
from builder.source import SourceFile
from tests.localize.catalogues import HEADER, catalogues, po_like_texts

FOREIGN = Path(__file__).parent / "foreign"


def read(text: str) -> Catalogue:
    return read_catalogue(SourceFile("locales/mk/x.po", text))[0]


def findings(text: str) -> list[tuple[int, str]]:
    _catalogue, found = read_catalogue(SourceFile("locales/mk/x.po", text))
    assert all(finding.code is Code.CATALOGUE_MALFORMED and finding.hint and finding.span for finding in found)
    return [(finding.span.line, finding.message) for finding in found if finding.span]


@given(catalogues())
def test_what_we_write_reads_back_equal_and_writes_the_same(catalogue: Catalogue) -> None:
    text = write_catalogue(catalogue)
    again, found = read_catalogue(SourceFile(catalogue.path, text))
    assert not found
    assert again == catalogue
    assert write_catalogue(again) == text


@given(catalogues())
def test_the_canonical_form_needs_no_memory_of_the_lines_typed(catalogue: Catalogue) -> None:
    text = write_catalogue(catalogue)
    for message in read(text).messages:
        assert message.raw == write_message(replace(message))


@given(po_like_texts() | st.text())
def test_reading_never_raises_and_writing_is_a_fixed_point(text: str) -> None:
    once = write_catalogue(read(text))
    assert write_catalogue(read(once)) == once


@given(po_like_texts())
def test_no_line_is_lost(text: str) -> None:
    written = write_catalogue(read(text)).split("\n")
    for line in text.split("\n"):
        assert not line.strip() or line in written


@given(po_like_texts())
def test_a_finding_never_points_outside_the_file(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line, _message in findings(text))


@given(catalogues())
def test_polib_reads_the_same(catalogue: Catalogue) -> None:
    theirs = polib.pofile(write_catalogue(catalogue))
    ours = [message for message in catalogue.messages if not message.obsolete]
    assert [(entry.msgctxt, entry.msgid) for entry in theirs if not entry.obsolete] == [ours.key for ours in ours]
    for entry, message in zip([entry for entry in theirs if not entry.obsolete], ours, strict=True):
        forms = tuple(text for _number, text in sorted(entry.msgstr_plural.items())) or (entry.msgstr,)
        assert forms == message.msgstr
        assert entry.fuzzy == message.fuzzy
        assert entry.previous_msgid == (message.previous.msgid if message.previous else None)


@pytest.mark.parametrize("path", sorted(FOREIGN.glob("*.po")), ids=lambda path: path.stem)
def test_a_file_that_another_tool_saved_stays_as_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    catalogue, found = read_catalogue(SourceFile(path.name, text))
    assert not found
    assert write_catalogue(catalogue) == text


def test_changing_one_entry_of_a_foreign_file_leaves_the_others_as_typed() -> None:
    text = (FOREIGN / "wrapped.po").read_text(encoding="utf-8")
    catalogue = read(text)
    first = replace(catalogue.messages[0], msgstr=("Ново",))
    changed = write_catalogue(replace(catalogue, messages=(first, *catalogue.messages[1:])))
    assert 'msgstr "Ново"' in changed
    assert changed.split("\n\n")[2:] == text.split("\n\n")[2:]


def test_everything_an_entry_can_hold() -> None:
    message = read(
        '# hers\n#\n#. title\n#: a.md#x \u2068b c.md\u2069#y\n#, fuzzy, no-wrap\n#| msgctxt "old"\n#| msgid "Was"\n'
        '#| msgid_plural "Were"\nmsgctxt "new"\nmsgid "one\\\\\\n"\n"two \\"2\\"\\t"\nmsgid_plural "many"\n'
        'msgstr[0] "a"\nmsgstr[1] ""\n"b" "c"\n'
    ).messages[0]
    assert message == Message(
        msgctxt="new", msgid='one\\\ntwo "2"\t', msgid_plural="many", msgstr=("a", "bc"),
        previous=Previous(msgctxt="old", msgid="Was", msgid_plural="Were"), flags=("fuzzy", "no-wrap"),
        comments=("hers", ""), extracted=("title",), references=("a.md#x", "b c.md#y"),
    )  # fmt: skip
    assert message.line == 10
    assert message.fuzzy
    assert message.translated


def test_obsolete_entries_keep_flags_and_previous_text() -> None:
    text = '# why\n#, fuzzy\n#~| msgid "Was"\n#~ msgid "Is"\n#~ msgstr ""\n#~ "а\\n"\n#~ "б"\n'
    message = read(text).messages[0]
    assert (message.obsolete, message.fuzzy, message.previous) == (True, True, Previous(msgid="Was"))
    assert message.msgstr == ("а\nб",)
    assert write_message(replace(message)) + "\n" == text


def test_header_fields() -> None:
    assert header_fields(read(HEADER).header)["Language"] == "mk"
    assert header_fields(None) == {}


GOOD = 'msgid "Good"\nmsgstr "Добро"\n'


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        ('msgid "Open\nmsgstr "x"\n', 1, "cannot be read"),
        ('msgid "A"\nmsgstr "an "inner" mark"\n', 2, "cannot be read"),
        ('msgid "A"\nmsgstr "bad \\q escape"\n', 2, "cannot be read"),
        ('msgid "A"\n', 1, "without its line msgstr"),
        ('msgstr "x"\n', 1, "without its English text"),
        ('msgctxt "c"\nmsgstr "x"\n', 1, "without its English text"),
        ('"floating"\n', 1, "cannot be read"),
        ("floating\n", 1, "cannot be read"),
        ('msgid "A"\nmsgid_plural "As"\nmsgstr "x"\n', 1, "not complete or not in order"),
        ('msgid "A"\nmsgid_plural "As"\nmsgstr[1] "x"\n', 1, "not complete or not in order"),
        ('msgid "A"\nmsgstr "x"\nmsgstr "y"\n', 3, "msgstr stands twice"),
        ('msgid "A"\n<<<<<<< mine\nmsgstr "x"\n=======\nmsgstr "y"\n>>>>>>> theirs\n', 2, "left unfinished"),
    ],
)
def test_a_broken_entry_is_answered_kept_and_does_not_hide_its_neighbours(broken: str, line: int, says: str) -> None:
    text = f"{HEADER}\n{broken}\n{GOOD}"
    ((found, message),) = findings(text)
    assert found == HEADER.count("\n") + 1 + line
    assert says in message
    catalogue = read(text)
    assert [message.msgid for message in catalogue.messages] == ["Good"]
    assert broken.rstrip("\n") in write_catalogue(catalogue)


def test_an_entry_that_stands_twice_names_the_first() -> None:
    ((line, message),) = findings(f"{HEADER}\n{GOOD}\n{GOOD}")
    first = HEADER.count("\n") + 2
    assert line == first + 3
    assert f"first in line {first}" in message
    assert len(read(f"{HEADER}\n{GOOD}\n{GOOD}").messages) == 2


def test_another_encoding_in_the_header_is_answered() -> None:
    ((line, message),) = findings(HEADER.replace("UTF-8", "ISO-8859-5"))
    assert line == 1
    assert "ISO-8859-5" in message


def test_an_empty_file_is_an_empty_catalogue() -> None:
    assert read("") == Catalogue(path="locales/mk/x.po")
    assert write_catalogue(read("")) == ""
