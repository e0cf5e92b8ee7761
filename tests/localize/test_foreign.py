"""Files that other programs saved: what nobody changed stays as it was, to the byte, and gettext takes the result."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from builder.languages.table import find_language
from builder.localize.canonical import canonical_catalogue
from builder.localize.catalogue import Catalogue, Message
from builder.localize.merge import update_catalogue
from builder.localize.po import read_catalogue, write_catalogue
from builder.source import SourceFile
from tests.localize.foreign_saves import FOREIGN_SAVES, command_line
from tests.localize.histories import History
from tests.localize.history_steps import FIRST, STEPS

FOREIGN = sorted((Path(__file__).parent / "foreign").glob("*.po"))
MACEDONIAN = [path for path in FOREIGN if "Language: mk" in path.read_text(encoding="utf-8")]
GETTEXT = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext's tools are not installed")


def read(text: str) -> Catalogue:
    catalogue, found = read_catalogue(SourceFile("locales/mk/x.po", text))
    assert not found
    return catalogue


def template(catalogue: Catalogue) -> tuple[Message, ...]:
    """Return the messages as the lessons would have them."""
    bare = Message(msgid="")
    return tuple(replace(one, msgstr=bare.msgstr, previous=None, flags=(), comments=()) for one in catalogue.active)


def updated(text: str, messages: tuple[Message, ...]) -> str:
    language = find_language("mk")
    assert language is not None
    old = read(text)
    return write_catalogue(update_catalogue(old, messages, path=old.path, language=language)[0])


def blocks(text: str) -> list[str]:
    """Return the entries as they stand in the file, the header not."""
    return text.rstrip("\n").split("\n\n")[1:]


def run(*command: str, text: str) -> str:
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("path", MACEDONIAN, ids=lambda path: path.stem)
def test_an_update_without_an_edit_changes_no_entry(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert blocks(updated(text, template(read(text)))) == blocks(text)


@pytest.mark.parametrize("path", MACEDONIAN, ids=lambda path: path.stem)
def test_an_edit_changes_its_entry_and_no_other(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    messages = template(read(text))
    changed = next(at for at, message in enumerate(messages) if message.msgid.count(" ") > 4)
    edited = replace(messages[changed], msgid=messages[changed].msgid + " Now.")
    after = blocks(updated(text, (*messages[:changed], edited, *messages[changed + 1 :])))
    before = blocks(text)
    assert [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other] == [changed]


@GETTEXT
@pytest.mark.client
@pytest.mark.parametrize("path", MACEDONIAN, ids=lambda path: path.stem)
def test_gettext_takes_what_we_wrote_over_their_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    messages = template(read(text))
    ours = updated(text, messages[:-1])
    run("msgfmt", "-c", "-o", "/dev/null", "-", text=ours)
    saved = run("msgcat", "-", text=ours)
    kept = {(one.key, one.msgstr, one.fuzzy, one.obsolete) for one in read(ours).messages if one.translated}
    assert kept == {(one.key, one.msgstr, one.fuzzy, one.obsolete) for one in read(saved).messages if one.translated}


@GETTEXT
@pytest.mark.client
def test_msgmerge_comes_to_the_same_finished_texts(tmp_path: Path) -> None:
    text = next(path for path in MACEDONIAN if path.stem == "poedit").read_text(encoding="utf-8")
    messages = template(read(text))
    pot = write_catalogue(replace(read(text), messages=messages[1:]))
    for name, content in (("old.po", text), ("new.pot", pot)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    theirs = run(
        "msgmerge", "-q", "--previous", "-N", "-o", "-", str(tmp_path / "old.po"), str(tmp_path / "new.pot"), text=""
    )
    finished = [
        {(one.key, one.msgstr) for one in read(each).active if one.translated and not one.fuzzy}
        for each in (updated(text, messages[1:]), theirs)
    ]
    assert finished[0] == finished[1]
    assert finished[0]


@pytest.mark.parametrize("save", FOREIGN_SAVES, ids=lambda save: save.__name__)
@pytest.mark.parametrize("path", MACEDONIAN, ids=lambda path: path.stem)
def test_fmt_undoes_what_a_program_did_to_the_layout(path: Path, save) -> None:
    language = find_language("mk")
    ours = write_catalogue(canonical_catalogue(read(path.read_text(encoding="utf-8")), language))
    again = canonical_catalogue(read(save(ours)), language)
    assert [replace(one, flags=()) for one in again.messages] == [
        replace(one, flags=()) for one in canonical_catalogue(read(ours), language).messages
    ]
    assert write_catalogue(canonical_catalogue(read(write_catalogue(again)), language)) == write_catalogue(again)


@GETTEXT
@pytest.mark.client
@pytest.mark.parametrize("seed", range(3))
def test_the_histories_save_as_msgcat_does(seed: int) -> None:
    history = History(seed, first=FIRST, steps=STEPS)
    *_, branch = history.run(15)
    for catalogue in branch.texts.catalogues.values():
        text = write_catalogue(catalogue)
        ours, theirs = (read(each) for each in (command_line(text), run("msgcat", "-", text=text)))
        assert sorted(map(repr, ours.messages)) == sorted(
            repr(replace(message, line=one.line))
            for message in theirs.messages
            for one in ours.messages
            if one.key == message.key
        )
