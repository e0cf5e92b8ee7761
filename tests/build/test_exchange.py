"""Export, work outside, import: what comes back, what is told, what stays signed."""

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from builder.build.exchange import Selected, approved_in, export, import_files
from builder.build.exchange_package import package
from builder.build.exchange_words import words
from builder.build.review import open_desk, sign_texts
from builder.build.targets import WrongUse
from builder.build.translate import update
from builder.localize.catalogue import Catalogue, Message
from builder.localize.po import read_catalogue, write_catalogue
from builder.source import SourceFile

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
FORMS = ("xliff", "xliff21", "tmx", "docx", "csv")
TODAY = "2026-11-22"
PO = "locales/mk/shock.po"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    (root / "locales/mk/review.tsv").unlink()
    update(root, ("mk",), drafts_by=None, today=TODAY)
    with_texts(root, lambda number, message: message.msgstr[0] or f"{message.msgid.rstrip()} превод {number}а")
    return root


def with_texts(root: Path, text: Callable[[int, Message], str]) -> None:
    now = catalogue(root)
    made = tuple(
        replace(one, msgstr=(text(number, one),), flags=(), previous=None) for number, one in enumerate(now.messages)
    )
    (root / PO).write_text(write_catalogue(replace(now, messages=made)), "utf-8")


def catalogue(root: Path) -> Catalogue:
    return read_catalogue(SourceFile(PO, (root / PO).read_text("utf-8")))[0]


def translations(root: Path) -> dict[tuple[str | None, str], str]:
    return {message.key: message.msgstr[0] for message in catalogue(root).active if not message.fuzzy}


def exported(root: Path, form: str, **selected: tuple[str, ...]) -> Path:
    found = export(root, "mk", form, Selected(**selected))
    assert found.data is not None
    path = root / f"back.{form}"
    path.write_bytes(found.data)
    return path


def plain(root: Path) -> list[str]:
    """Return finished translations that any form holds in one piece and no other text holds."""
    all_ = list(translations(root).values())
    short = [text for text in all_ if len(text) > 8 and not set(text) & set("*[]{}`<>&\\\"'_|\n")]
    return [text for text in short if sum(text in other for other in all_) == 1]


@pytest.mark.parametrize("form", FORMS)
def test_half_of_a_file_changed_comes_back_into_an_emptied_catalogue(root: Path, form: str) -> None:
    desk, _ = open_desk(root, "mk", names=("shock",))
    assert desk is not None
    sign_texts(desk, desk.waiting, by="Ana", today=TODAY)
    before = translations(root)
    chosen = plain(root)[::2]
    assert len(chosen) > 5
    path = exported(root, form)
    edits = {text: f"{text[:-1]} ново{text[-1]}" for text in chosen}
    text = path.read_bytes()
    changed_file(path, form, edits)
    assert path.read_bytes() != text
    emptied(root)
    assert not any(translations(root).values())
    found = import_files(root, (path,), language=None)
    assert [one for one in found.diagnostics if one.severity == "error"] == []
    expected = {key: edits.get(text, text) for key, text in before.items()}
    after = translations(root)
    assert {key: text for key, text in after.items() if expected[key]} == {
        key: text for key, text in expected.items() if text
    }
    desk, _ = open_desk(root, "mk", names=("shock",))
    assert desk is not None
    waiting = {item.message.msgstr[0] for item in desk.waiting}
    assert waiting == set(edits.values())  # every review that still stands stands


def changed_file(path: Path, form: str, edits: dict[str, str]) -> None:
    data = path.read_bytes()
    if form != "docx":
        text = data.decode("utf-8")
        for old, new in edits.items():
            assert old in text
            text = text.replace(old, new)
        path.write_bytes(text.encode("utf-8"))
        return
    import docx

    document = docx.Document(str(path))
    done = 0
    for table in document.tables:
        for row in table.rows:
            cell = row.cells[2]
            if cell.text in edits:
                done += 1
                cell.paragraphs[0].runs[0].text = edits[cell.text]
                for run in cell.paragraphs[0].runs[1:]:
                    run.text = ""
    assert done >= len(edits)
    document.save(str(path))


def emptied(root: Path) -> None:
    with_texts(root, lambda _number, _message: "")


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_nobody_touched_changes_nothing(root: Path, form: str) -> None:
    before = (root / PO).read_bytes()
    found = import_files(root, (exported(root, form),), language=None)
    assert (found.changes, (root / PO).read_bytes()) == ((), before)


def test_both_changed_is_told_with_both_texts_and_overwrites_nothing(root: Path) -> None:
    path = exported(root, "xliff")
    text = plain(root)[0]
    changed_file(path, "xliff", {text: "Од датотеката"})
    po = (root / PO).read_text("utf-8")
    (root / PO).write_text(po.replace(f'msgstr "{text}"', 'msgstr "Наше"'), "utf-8")
    found = import_files(root, (path,), language=None)
    (one,) = [one for one in found.diagnostics if one.code.value == "import-conflict"]
    assert "Наше" in one.message
    assert "Од датотеката" in one.message
    assert one.span is not None
    assert "Од датотеката" in path.read_text("utf-8").split("\n")[one.span.line - 1]
    after = (root / PO).read_text("utf-8")
    assert 'msgstr "Наше"' in after
    assert "# also: Од датотеката" in after


def test_what_would_be_taken_is_said_without_writing(root: Path) -> None:
    path = exported(root, "csv")
    changed_file(path, "csv", {plain(root)[0]: "Ново"})
    before = {file: file.read_bytes() for file in (root / "locales/mk").iterdir()}
    found = import_files(root, (path,), language=None, only_check=True)
    assert dict(found.changes) == {PO: "1 taken"}
    assert {file: file.read_bytes() for file in (root / "locales/mk").iterdir()} == before


def test_a_language_is_known_by_the_country_that_a_program_added(root: Path) -> None:
    path = exported(root, "xliff")
    text = path.read_text("utf-8").replace('target-language="mk"', 'target-language="mk-MK"')
    path.write_text(text.replace(f">{plain(root)[0]}</target>", ">Ново</target>"), "utf-8")
    assert dict(import_files(root, (path,), language=None).changes) == {PO: "1 taken"}


def test_a_new_language_starts_from_a_file(root: Path) -> None:
    manifest = root / "workspace.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("mk", "mk, sq", 1), "utf-8")
    found = export(root, "sq", "csv", Selected(modules=("shock",)))
    assert found.texts > 10
    assert not (root / "locales/sq/shock.po").exists() or found.data


@pytest.mark.parametrize(
    ("tag", "form", "selected"),
    [("en", "xliff", Selected()), ("de", "xliff", Selected()), ("mk", "pdf", Selected()),
     ("mk", "xliff", Selected(modules=("shok",))), ("mk", "xliff", Selected(states=("done",)))],
)  # fmt: skip
def test_what_there_is_not_is_wrong_use(root: Path, tag: str, form: str, selected: Selected) -> None:
    with pytest.raises(WrongUse):
        export(root, tag, form, selected)


@pytest.mark.parametrize("form", ["xliff", "xliff21", "docx", "csv"])
def test_what_a_reviewer_approves_outside_is_told_by_its_text(root: Path, form: str) -> None:
    text = plain(root)[0]
    path = exported(root, form)
    assert approved_in(path, "mk") == (set(), ())
    approve(path, form, text)
    ((where, _context, english, translation),), found = approved_in(path, "mk")
    assert (where, translation, found) == (PO, text, ())
    assert (english, text) in {(key[1], said) for key, said in translations(root).items()}


def approve(path: Path, form: str, text: str) -> None:
    if form == "docx":
        import docx

        document = docx.Document(str(path))
        (row,) = [row for table in document.tables for row in table.rows if row.cells[2].text == text]
        row.cells[4].text = "Да"
        document.save(str(path))
        return
    lines = path.read_text("utf-8").split("\n")
    if form == "csv":
        whole = path.read_bytes().decode()
        path.write_bytes(whole.replace(f'"{text}","translated",""', f'"{text}","translated","yes"').encode())
        return
    (number,) = [number for number, line in enumerate(lines) if f">{text}</target>" in line]
    if form == "xliff":
        lines[number] = lines[number].replace('state="translated"', 'state="final"')
    else:
        lines[number - 2] = lines[number - 2].replace('state="translated"', 'state="reviewed"')
    path.write_text("\n".join(lines), "utf-8")


def test_words_are_counted_once_as_new_and_then_as_repeated(root: Path) -> None:
    ((_, done),) = words(root, ("mk",)).counts
    emptied(root)
    lesson = next((root / "modules/shock").glob("*.md"))
    lesson.write_text(lesson.read_text("utf-8") + "\nA new sentence of six words.\n", "utf-8")
    ((tag, counts),) = words(root, ("mk",)).counts
    assert tag == "mk"
    assert sum(one.texts for one in counts) == sum(one.texts for one in done) + 1
    new = [one for one in counts if one.catalogue == "shock" and one.band == "new"]
    assert sum(one.words for one in new) > 50
    assert all(one.characters >= one.words for one in new if one.words)


def test_the_package_holds_everything_and_is_the_same_each_time(root: Path) -> None:
    first, second = (package(root, "mk", Selected()) for _ in range(2))
    assert first.data is not None
    assert hashlib.sha256(first.data).digest() == hashlib.sha256(second.data or b"").digest()
    with zipfile.ZipFile(BytesIO(first.data)) as made:
        names = made.namelist()
        instructions = made.read("READ-ME.txt").decode("utf-8-sig")
        page = next(made.read(name).decode() for name in names if name.endswith(".html") and "index" not in name)
    assert {"word/shock.docx", "xliff/shock.xlf", "terms/terms.tbx", "terms/terms.csv"} <= set(names)
    assert "КАКО СЕ ПРЕВЕДУВА" in instructions
    assert "HOW TO TRANSLATE" in instructions
    assert any(name.endswith(".png") and name.removeprefix("storyboard/") in page for name in names)


def test_a_text_knows_its_slide_and_the_room_there(root: Path) -> None:
    path = exported(root, "xliff")
    text = path.read_text("utf-8")
    assert "x-slide-title" in text
    assert 'maxwidth="' in text
    assert 'size-unit="char"' in text
