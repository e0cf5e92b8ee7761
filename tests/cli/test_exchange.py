"""`course translate export`, `import`, `words` and `package` as a person types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import course


def run(*arguments: str) -> Result:
    return CliRunner().invoke(course, ["translate", *arguments])


@pytest.mark.parametrize(
    ("form", "name"), [("xliff", "mk.xlf"), ("xliff21", "mk.xlf"), ("tmx", "mk.tmx"), ("tbx", "mk.tbx"), ("docx", "mk.docx"), ("csv", "mk.csv")]
)  # fmt: skip
def test_a_file_is_written_here_and_taken_back(root: Path, form: str, name: str) -> None:
    done = run("export", "mk", "--as", form)
    assert (done.exit_code, (root / name).is_file()) == (0, True), done.output
    assert name in done.stdout
    if form != "tbx":
        assert run("import", name, "--check").exit_code == 0


def test_only_what_is_asked_for_goes_out(root: Path) -> None:
    whole, some, none = (
        run("export", "mk", "--as", "csv", "--json", *more)
        for more in ((), ("--only", "missing,stale"), ("--only", "draft", "--kind", "unit"))
    )
    texts = [json.loads(done.stdout)["status"]["texts"] for done in (whole, some, none)]
    assert texts[0] > texts[1] > texts[2] == 0
    assert run("export", "mk", "--only", "ready").exit_code == 2
    wrong = run("export", "mk", "--kind", "headin")
    assert (wrong.exit_code, "did you mean 'heading'" in wrong.output, "paragraph" in wrong.output) == (2, True, True)
    assert "did you mean 'shock'" in run("export", "mk", "--module", "shok").output


def test_a_conflict_ends_with_5_and_names_file_and_row(root: Path) -> None:
    run("export", "mk", "--as", "csv")
    catalogue, file = root / "locales/mk/shock.po", root / "mk.csv"
    file.write_bytes(file.read_bytes().replace('"Шок"'.encode(), '"Шокот"'.encode()))
    catalogue.write_text(catalogue.read_text("utf-8").replace('msgstr "Шок"', 'msgstr "Шокова состојба"'), "utf-8")
    done = run("import", "mk.csv")
    assert done.exit_code == 5, done.output
    assert "mk.csv:" in done.stderr
    assert "import-conflict" in done.stderr
    assert "# also: Шокот" in catalogue.read_text("utf-8")


def test_what_is_no_file_is_wrong_use_and_what_cannot_be_read_a_finding(root: Path) -> None:
    assert run("import", "nowhere.xlf").exit_code == 2
    (root / "x.pdf").write_bytes(b"%PDF")
    done = run("import", "x.pdf")
    assert (done.exit_code, "exchange-unreadable" in done.stderr) == (1, True)
    assert run("export", "en").exit_code == 2
    assert run("export", "sr").exit_code == 2
    assert run("export", "mk", "-o", "no/such/folder/\0").exit_code != 0


def test_words_are_told_as_a_table_and_as_data(root: Path) -> None:
    table = run("words", "mk")
    assert table.exit_code == 0
    assert "all, words" in table.stdout
    assert "heading" in run("words", "mk", "--kinds").stdout
    rows = json.loads(run("words", "--json").stdout)["status"]["mk"]
    assert {"catalogue", "kind", "band", "texts", "words", "characters"} == set(rows[0])


def test_a_package_is_written(root: Path) -> None:
    done = run("package", "mk", "--module", "shock", "-o", "out.zip")
    assert (done.exit_code, (root / "out.zip").is_file()) == (0, True), done.output
