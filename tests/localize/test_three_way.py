"""Two people's versions of a language's files become one, with every text of both."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.localize.catalogue import FUZZY, Catalogue, Message, Previous
from builder.localize.language_update import Texts
from builder.localize.ledger import Ledger
from builder.localize.po import read_catalogue, write_catalogue
from builder.localize.three_way import merge_catalogues, merge_ledgers, merge_memories
from builder.localize.tmx import Unit
from builder.source import SourceFile
from tests.localize.catalogues import catalogues as any_catalogue
from tests.localize.history_proof import everything_in, is_kept
from tests.localize.rows import catalogues, entry, signed, updated

LONG, OTHER = "Press hard on the wound.", "Stay with the person."


def of(*messages: Message, header: str = "") -> Catalogue:
    first = Message(msgid="", msgstr=(header,)) if header else None
    return replace(catalogues(m=messages)["m"], header=first)


def merged(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> tuple[list[tuple[str, ...]], list[str]]:
    """Return English, translation and comments of each entry, and the conflicts."""
    result = merge_catalogues(base, ours, theirs)
    rows = [(one.msgid, one.msgstr[0], *one.comments) for one in result.catalogue.messages]
    return rows, [key[1] for key in result.conflicts]


def test_each_side_translated_another_text() -> None:
    base = of(entry(LONG), entry(OTHER))
    ours, theirs = of(entry(LONG, "Притисни."), entry(OTHER)), of(entry(LONG), entry(OTHER, "Остани."))
    assert merged(base, ours, theirs) == ([(LONG, "Притисни."), (OTHER, "Остани.")], [])


def test_both_sides_translated_one_text_and_both_stay() -> None:
    base = of(entry(LONG))
    ours, theirs = of(entry(LONG, "Притисни.")), of(entry(LONG, "Стисни\nсилно."))
    assert merged(base, ours, theirs) == ([(LONG, "Притисни.", "also: Стисни", "also: силно.")], [LONG])
    assert merged(base, ours, ours) == ([(LONG, "Притисни.")], [])


def test_a_finished_text_outweighs_one_that_is_not_and_both_stay() -> None:
    unfinished = entry(LONG, "Притис…", flags=(FUZZY,))
    expected = [(LONG, "Стисни.", "also: Притис…")]
    assert merged(of(entry(LONG)), of(unfinished), of(entry(LONG, "Стисни."))) == (expected, [])
    assert merged(of(entry(LONG)), of(entry(LONG, "Стисни.")), of(unfinished)) == (expected, [])


def test_one_side_finished_what_both_had_stale() -> None:
    stale = entry(LONG, "Стар.", flags=(FUZZY,), previous=Previous(msgid="Press."))
    assert merged(of(stale), of(stale), of(entry(LONG, "Нов."))) == ([(LONG, "Нов.")], [])


def test_a_translation_goes_along_to_the_text_that_the_other_side_brought_up_to_date() -> None:
    base = Texts(catalogues=catalogues(m=[entry(LONG, "Притисни.")]))
    ours = updated(base, {"m": [entry(LONG + " Now.")]})[0].catalogues["m"]
    theirs = of(entry(LONG, "Силно притисни.", comments=("Подобро.",)))
    for one, other in ((ours, theirs), (theirs, ours)):
        result = merge_catalogues(base.catalogues["m"], one, other)
        (message,) = result.catalogue.messages
        assert (message.msgid, message.msgstr, message.fuzzy) == (LONG + " Now.", ("Силно притисни.",), True)
        assert message.previous == Previous(msgid=LONG)
        assert message.comments == ("Подобро.",)
        assert not result.conflicts


def test_what_one_side_lost_and_the_other_changed_stays() -> None:
    base = of(entry(LONG, "Притисни."), entry(OTHER, "Остани."))
    ours = of(entry(LONG, "Притисни."))
    assert merged(base, ours, base) == ([(LONG, "Притисни.")], [])
    assert merged(base, ours, of(entry(LONG, "Притисни."), entry(OTHER, "Чекај.")))[0][1] == (OTHER, "Чекај.")


def test_new_entries_stand_where_they_stood_and_obsolete_ones_last() -> None:
    old = replace(entry("Gone from here.", "Нема."), obsolete=True)
    base = of(entry(LONG), entry(OTHER))
    ours = of(entry(LONG), entry(OTHER), entry("Ours is new."), old)
    theirs = of(entry("Theirs is first."), entry(LONG), entry("Theirs is new."), entry(OTHER))
    assert [row[0] for row in merged(base, ours, theirs)[0]] == [
        "Theirs is first.", LONG, "Theirs is new.", OTHER, "Ours is new.", "Gone from here.",
    ]  # fmt: skip


def test_comments_of_both_stay_and_a_comment_taken_away_goes() -> None:
    base, ours, theirs = (of(entry(LONG, "П", comments=lines)) for lines in (("a",), ("a", "b"), ("a", "c")))
    assert merged(base, ours, theirs)[0] == [(LONG, "П", "a", "b", "c")]
    assert merged(base, of(entry(LONG, "П")), base)[0] == [(LONG, "П")]


def test_headers_are_merged_by_field() -> None:
    base, ours, theirs = (
        of(header=text)
        for text in ("Language: mk\nX-Edition: c 1\n", "Language: mk\nX-Edition: c 2\n", "Language: mk\nX-Edition: c 1\nX-Team: a\n")
    )  # fmt: skip
    header = merge_catalogues(base, ours, theirs).catalogue.header
    assert header is not None
    assert header.msgstr == ("Language: mk\nX-Edition: c 2\nX-Team: a\n",)


def test_an_entry_that_nobody_changed_stays_as_typed() -> None:
    text = 'msgid ""\n"Press "\n"hard"\nmsgstr "П"\n\nmsgid "B"\nmsgstr ""\n'
    catalogue, _ = read_catalogue(SourceFile("locales/mk/m.po", text))
    theirs, _ = read_catalogue(SourceFile("locales/mk/m.po", text.replace('B"\nmsgstr ""', 'B"\nmsgstr "Б"')))
    assert write_catalogue(merge_catalogues(catalogue, catalogue, theirs).catalogue) == write_catalogue(theirs)


def test_ledgers_keep_what_both_say_and_forget_what_either_took_back() -> None:
    one, two, three = (signed(entry(text, "x")).entries[0] for text in "abc")
    base, ours, theirs = Ledger(entries=(one, two)), Ledger(entries=(one,)), Ledger(entries=(one, two, three))
    assert set(merge_ledgers(base, ours, theirs).entries) == {one, three}


def test_memories_keep_everything() -> None:
    one, two = Unit(source="A", translation="а"), Unit(source="B", translation="б")
    assert merge_memories((two,), (one,)) == (one, two)


@settings(max_examples=30, deadline=None)
@given(any_catalogue(), any_catalogue(), any_catalogue())
def test_any_three_files_merge_into_one_that_reads_back_with_the_texts_of_both(
    base: Catalogue, ours: Catalogue, theirs: Catalogue
) -> None:
    result = merge_catalogues(base, ours, theirs).catalogue
    kept = everything_in(Texts(catalogues={"m": result}))
    had = {form for message in base.messages for form in message.msgstr}
    for side in (ours, theirs):
        for message in side.messages:
            assert all(is_kept(form, kept) for form in message.msgstr if form.strip() and form not in had)
    text = write_catalogue(result)
    again, found = read_catalogue(SourceFile(result.path, text))
    assert not found
    assert write_catalogue(again) == text


@given(any_catalogue(), st.booleans())
def test_a_side_that_did_nothing_changes_nothing(base: Catalogue, first: bool) -> None:
    other = replace(base, messages=tuple(replace(one, msgstr=("Ново", *one.msgstr[1:])) for one in base.messages))
    sides = (base, other) if first else (other, base)
    result = merge_catalogues(base, *sides)
    assert not result.conflicts
    assert {one.key: one.msgstr for one in result.catalogue.messages} == {one.key: one.msgstr for one in other.messages}


@pytest.mark.client
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_merges_with_our_driver(tmp_path: Path) -> None:
    command = f"{Path(sys.executable).with_name('course')} translate merge-driver"

    def git(*arguments: str, code: int = 0) -> None:
        options = ("-c", "user.name=Ana", "-c", "user.email=a@example.org")
        done = subprocess.run(("git", *options, *arguments), cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr

    def save(path: str, text: str, message: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        git("add", "-A")
        git("commit", "-qm", message)

    (tmp_path / "workspace.yaml").write_text("name: x\nsource: en\nlanguages: [en, mk]\n")
    path = "locales/mk/m.po"
    git("init", "-qb", "main")
    installed = subprocess.run(
        [*command.split(), "--install"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert installed.returncode == 0, installed.stderr
    git("config", "merge.coursewright.driver", f"{command} %O %A %B --path %P")
    save(path, write_catalogue(of(entry(LONG), entry(OTHER))), "base")
    git("checkout", "-qb", "other")
    save(path, write_catalogue(of(entry(LONG, "Стисни."), entry(OTHER))), "theirs")
    git("checkout", "-q", "main")
    save(path, write_catalogue(of(entry(LONG), entry(OTHER, "Остани."))), "ours")
    git("merge", "-qm", "both", "other")
    assert (tmp_path / path).read_text() == write_catalogue(of(entry(LONG, "Стисни."), entry(OTHER, "Остани.")))
    git("checkout", "-qb", "third", "HEAD~1")
    save(path, write_catalogue(of(entry(LONG, "Притисни."), entry(OTHER, "Остани."))), "again")
    git("merge", "-qm", "conflict", "other", code=1)
    text = (tmp_path / path).read_text()
    assert "# also: Стисни." in text
    assert 'msgstr "Притисни."' in text
    assert "<<<<" not in text
