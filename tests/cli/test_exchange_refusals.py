"""What `course translate` and `course new` say where something is not as it should be."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.build.exchange import approved_in
from builder.build.merge_driver import ATTRIBUTES
from builder.cli import course
from builder.diagnostics import Code

PO = "locales/mk/shock.po"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(course, arguments)


@pytest.mark.parametrize("damage", [b"\xff\xfe bad", b'\nmsgid "open\nmsgstr ""\n'])
def test_words_tell_a_catalogue_that_cannot_be_read(root: Path, damage: bytes) -> None:
    (root / PO).write_bytes((root / PO).read_bytes() + damage)
    done = run("translate", "words", "mk")
    assert done.exit_code == 1
    assert f"{PO}:" in done.stderr
    assert "bleeding" in done.stdout
    hints = run("check", "--lang", "mk").stderr.partition(f"{PO}:1: warning[translation-missing]")[2].split("\n")
    assert "mend the file first" in hints[1]


def test_an_import_that_fails_does_not_say_that_nothing_is_new(root: Path) -> None:
    assert "nothing is new" in run("translate", "import", exported("mk"), "--check").stdout
    (root / "x.csv").write_text("what, is, this\n", "utf-8")
    done = run("translate", "import", "x.csv")
    assert (done.exit_code, done.stdout) == (1, "")


def test_a_disk_that_refuses_is_told_and_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = exported("mk")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "locales/mk/shock.po")

    monkeypatch.setattr("builder.build.exchange.write_language", refuse)
    done = run("translate", "import", name)
    assert (done.stdout, "output-not-writable" in done.stderr) == ("", True)


def test_a_catalogue_and_the_package_say_what_to_do_with_them(root: Path) -> None:
    done = run("translate", "import", PO)
    assert (done.exit_code, "locales/LANGUAGE/NAME.po" in done.stderr) == (1, True)
    assert run("translate", "package", "mk", "--module", "shock").exit_code == 0
    done = run("translate", "import", "translate-mk.zip")
    assert (done.exit_code, "unpack it" in done.stderr, "word/shock.docx" in done.stderr) == (1, True, True)


def test_a_review_in_another_language_is_a_finding(root: Path) -> None:
    for form in ("xliff", "xliff21", "docx", "csv", "tmx"):
        file = Path(exported("mk", form))
        approved, found = approved_in(file, "sr-Cyrl")
        assert (approved, [one.code for one in found]) == (set(), [Code.EXCHANGE_UNREADABLE])
        assert approved_in(file, "mk")[1] == ()


def test_an_answer_that_is_no_yes_and_a_text_without_its_name_are_findings(root: Path) -> None:
    file = Path(exported("mk", "csv"))
    rows = file.read_bytes().decode()
    assert rows.count('"Шок","reviewed",""') == 1
    for answer, said in (("maybe", 1), ("no", 0), ("Не", 0), (" ", 0)):
        file.write_bytes(rows.replace('"Шок","reviewed",""', f'"Шок","reviewed","{answer}"').encode())
        approved, found = approved_in(file, "mk")
        assert (approved, [one.code for one in found]) == (set(), [Code.REVIEW_REFUSED] * said)
    changed = rows.replace('"Shock","Шок","reviewed",""', '"Shocked","Шок","reviewed","yes"')
    assert changed != rows
    file.write_bytes(changed.encode())
    approved, found = approved_in(file, "mk")
    assert (approved, [one.code for one in found]) == (set(), [Code.REVIEW_REFUSED])


def test_a_new_language_changes_the_manifest_and_creates_the_rest(root: Path) -> None:
    lines = run("new", "language", "sq").stdout.split("\n")
    assert lines[0] == "changed workspace.yaml"
    assert "created locales/sq/shock.po" in lines


def test_a_new_workspace_tells_git_what_to_keep_and_how_to_merge(tmp_path: Path) -> None:
    assert run("new", "workspace", str(tmp_path / "fresh")).exit_code == 0
    assert (tmp_path / "fresh/.gitignore").read_text("utf-8") == "dist/\npacks/\n"
    assert (tmp_path / "fresh/.gitattributes").read_text("utf-8").splitlines() == list(ATTRIBUTES)


def exported(tag: str, form: str = "csv") -> str:
    assert run("translate", "export", tag, "--as", form, "-o", f"out.{form}").exit_code == 0
    return f"out.{form}"
