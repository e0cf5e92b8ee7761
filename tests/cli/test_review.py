"""`course review`: what it shows, what it signs, and when nobody is there to answer."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import jsonschema
import pytest
from click.testing import CliRunner, Result

from builder.cli import course

SCHEMA = json.loads((Path(__file__).parents[2] / "builder/cli/report.schema.json").read_text())
EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    (root / "locales/mk/review.tsv").unlink()
    monkeypatch.chdir(root)
    return root


def call(*arguments: str) -> Result:
    return CliRunner().invoke(course, arguments, catch_exceptions=False)


def signed(root: Path) -> int:
    path = root / "locales/mk/review.tsv"
    return path.read_text("utf-8").count("\treviewed\t") if path.exists() else 0


def test_without_a_name_it_lists_and_signs_nothing(root: Path) -> None:
    result = call("review", "mk", "--module", "shock")
    assert result.exit_code == 0
    assert "2 texts wait: 2 in shock" in result.stdout
    assert signed(root) == 0
    told = json.loads(call("review", "mk", "--module", "shock", "--json").stdout)
    jsonschema.validate(told, SCHEMA)
    rows = told["waiting"]
    assert [row["path"] for row in rows] == ["locales/mk/shock.po"] * 2
    assert all(row["source"] and row["translation"] and row["before"] is None for row in rows)


def test_all_signs_what_is_asked_for_and_no_more(root: Path) -> None:
    result = call("review", "mk", "--module", "shock", "--by", "Ana", "--all")
    assert (result.exit_code, signed(root)) == (0, 2)
    assert "2 signed by Ana, 0 left" in result.stdout
    told = json.loads(call("review", "mk", "--module", "_ui", "--by", "Ana", "--all", "--json").stdout)
    jsonschema.validate(told, SCHEMA)
    assert told["signed"] > 100
    assert told["waiting"] == []
    assert "nothing waits" in call("review", "mk", "--module", "shock").stdout


def test_nobody_answers_where_there_is_no_terminal(root: Path) -> None:
    result = call("review", "mk", "--by", "Ana")
    assert (result.exit_code, signed(root)) == (2, 0)
    assert "--all" in result.stderr
    assert call("review", "de", "--by", "Ana", "--all").exit_code == 2
    assert call("review", "mk", "--by", " ", "--all").exit_code == 2
    assert call("review", "mk", "--kind", "nope").exit_code == 2
    assert signed(root) == 0


def test_on_a_terminal_each_answer_counts_at_once(root: Path) -> None:
    command = [sys.executable, "-m", "builder", "review", "mk", "--module", "shock", "--by", "Ana"]
    ours, theirs = pty.openpty()
    os.write(ours, b"y\nq\n")
    done = subprocess.run(command, cwd=root, stdin=theirs, capture_output=True, text=True, timeout=60, check=False)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert "1 signed by Ana, 1 left" in done.stdout
    assert signed(root) == 1


def test_a_file_signs_what_it_approves_as_it_stands_here_and_says_what_has_changed(root: Path) -> None:
    assert call("translate", "export", "mk", "--as", "docx", "--module", "shock", "-o", "mk.docx").exit_code == 0
    document = docx.Document("mk.docx")
    rows = [row.cells for table in document.tables for row in table.rows]
    column = next(
        number for number, cell in enumerate(rows[0]) if "approved" in cell.text.lower() or "yes" in cell.text.lower()
    )
    approved = [cells for cells in rows[1:] if len(cells) > column and cells[2].text]
    for cells in approved:
        cells[column].text = "yes"
    document.save("mk.docx")
    catalogue = root / "locales/mk/shock.po"
    text = catalogue.read_text("utf-8")
    catalogue.write_text(text.replace('msgstr "Шок"', 'msgstr "Шокот"'), "utf-8")
    result = call("review", "mk", "--module", "shock", "--by", "Ana", "--from", "mk.docx")
    assert "1 signed by Ana" in result.stdout
    assert "review-refused" in result.stderr
    assert "another translation" in result.stderr


def test_a_folder_that_cannot_be_written_signs_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied", str(root / "locales"))

    monkeypatch.setattr("builder.files.os.replace", refuse)
    result = call("review", "mk", "--module", "shock", "--by", "Ana", "--all")
    assert (result.exit_code, signed(root)) == (3, 0)
    assert "0 signed by Ana, 2 left" in result.stdout
