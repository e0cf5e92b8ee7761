"""Our own words in a language that we do not ship them in: the workspace translates them like its lessons."""

import shutil
from pathlib import Path

import pytest

from builder.build.exchange import Selected, export, import_files
from builder.build.exchange_words import words
from builder.build.findings import Findings
from builder.build.locales import interface_words, load_locale
from builder.build.new_language import new_language
from builder.build.scaffold import new_workspace
from builder.build.status import status
from builder.build.targets import WrongUse
from builder.build.translate import update
from builder.diagnostics import Code
from builder.languages.states import State
from builder.languages.words import COUNTED, Word
from builder.localize.catalogue import Catalogue
from builder.localize.po import read_catalogue
from builder.source import SourceFile

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
TODAY = "2026-11-22"
PO = "locales/ar/_ui.po"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    new_language(root, "ar", today=TODAY)
    return root


def catalogue(root: Path, path: str = PO) -> Catalogue:
    return read_catalogue(SourceFile(path, (root / path).read_text("utf-8")))[0]


def fill(root: Path, english: str, text: str) -> None:
    path = root / PO
    old = f'msgid "{english}"\nmsgstr ""'
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, f'msgid "{english}"\nmsgstr "{text}"'), "utf-8")


def test_the_catalogue_has_every_word_with_its_note_and_the_forms_of_the_language(root: Path) -> None:
    messages = catalogue(root).messages
    assert [one.msgid_plural or one.msgid for one in messages] == [word.value for word in Word]
    assert {len(one.msgstr) for one in messages if one.msgid_plural} == {6}
    assert not any(one.translated for one in messages)
    draft = next(one for one in messages if one.msgid == Word.DRAFT)
    assert draft.extracted[0] == "label"
    assert "band on every page" in draft.extracted[1]


def test_a_second_update_changes_nothing_and_keeps_what_was_translated(root: Path) -> None:
    fill(root, "Module", "وحدة")
    before = (root / PO).read_bytes()
    assert update(root, ("ar",), drafts_by=None, today=TODAY).changes == ()
    assert (root / PO).read_bytes() == before
    locale, _ = load_locale(root, "ar", ())
    assert (locale.interface[Word.MODULE].text, locale.interface[Word.MODULE].state) == ("وحدة", State.TRANSLATED)


def test_a_language_that_we_ship_has_no_such_catalogue(root: Path) -> None:
    update(root, ("mk", "sr-Cyrl"), drafts_by=None, today=TODAY)
    assert [path.parent.name for path in root.glob("locales/*/_ui.po")] == ["ar"]
    assert all(interface_words(tag, None, Findings()) == () for tag in ("en", "mk", "sr-Latn", "en-XA"))
    with pytest.raises(WrongUse, match="translated already"):
        export(root, "mk", "csv", Selected(modules=("_ui",)))


def test_a_word_that_a_workspace_says_otherwise_than_we_stays(root: Path) -> None:
    path = root / "locales/mk/_ui.po"
    path.write_text('msgid "Module"\nmsgstr "Дел"\n\nmsgid "Lesson"\nmsgstr ""\n', "utf-8")
    update(root, ("mk",), drafts_by=None, today=TODAY)
    assert [(one.msgid, one.msgstr) for one in catalogue(root, "locales/mk/_ui.po").messages] == [("Module", ("Дел",))]
    assert load_locale(root, "mk", ())[0].interface[Word.MODULE].text == "Дел"


@pytest.mark.parametrize("form", ["xliff", "xliff21", "docx", "csv"])
def test_the_words_go_out_and_come_back(root: Path, form: str) -> None:
    fill(root, "Module", "وحدة")
    found = export(root, "ar", form, Selected(modules=("_ui",)))
    assert found.data is not None
    assert found.texts == len(Word) - len(COUNTED)
    (root / "back").write_bytes(found.data)
    whole = (root / PO).read_bytes()
    (root / PO).unlink()
    update(root, ("ar",), drafts_by=None, today=TODAY)
    assert (root / PO).read_bytes() != whole
    assert dict(import_files(root, (root / "back",), language=None).changes)[PO].startswith("1 taken")
    assert (root / PO).read_bytes() == whole


def test_a_word_that_loses_its_place_is_refused(root: Path) -> None:
    found = export(root, "ar", "csv", Selected(modules=("_ui",)))
    assert found.data is not None
    row = '"Form {letter}",""'
    assert row in found.data.decode()
    (root / "back.csv").write_bytes(found.data.decode().replace(row, '"Form {letter}","نموذج"').encode())
    told = import_files(root, (root / "back.csv",), language=None).diagnostics
    refused = [one for one in told if one.code is Code.IMPORT_REFUSED]
    assert len(refused) == 1
    assert "{letter}" in refused[0].message


def test_words_and_status_count_them(root: Path) -> None:
    counted = dict(words(root, ("ar",)).counts)["ar"]
    assert sum(one.texts for one in counted if one.catalogue == "_ui") == len(Word) - len(COUNTED)
    lines = {line.catalogue: line.counts for line in status(root, ("ar",)).lines}
    assert (lines["_ui"].total, lines["_ui"].missing) == (len(Word), len(Word))
    assert "_ui" not in {line.catalogue for line in status(root, ("mk", "en")).lines}


def test_the_hint_names_the_command_that_writes_the_file(root: Path) -> None:
    assert any("msgstr" not in str(one.hint) and PO in str(one.hint) for one in load_locale(root, "ar", ())[1])
    (root / PO).unlink()
    (said,) = [one for one in load_locale(root, "ar", ())[1] if one.code is Code.TRANSLATION_MISSING]
    assert str(said.hint).endswith(f"{PO}, which `course translate update ar` writes")


def test_lessons_in_a_language_without_our_words_get_them_too(tmp_path: Path) -> None:
    root = tmp_path / "german"
    new_workspace(root, ("de",))
    changes = update(root, ("de",), drafts_by=None, today=TODAY).changes
    assert [path for path, _change in changes] == ["locales/de/_ui.po"]
    assert len(catalogue(root, "locales/de/_ui.po").messages) == len(Word)
    assert update(root, ("de",), drafts_by=None, today=TODAY).changes == ()
