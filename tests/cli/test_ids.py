"""`course ids` on the command line: what it prints, how it ends, and that its JSON keeps the schema."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from builder.cli import course

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
SCHEMA = json.loads((Path(__file__).parents[2] / "builder/cli/report.schema.json").read_text())
PRESS = "modules/bleeding/01-press.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    path = root / PRESS
    path.write_text(path.read_text("utf-8").replace("{#q-true type", "{type"), "utf-8")
    monkeypatch.chdir(root)
    return root


def call(*arguments: str) -> Result:
    return CliRunner().invoke(course, ("ids", *arguments), catch_exceptions=False)


def test_a_look_lists_each_place_and_what_to_do(root: Path) -> None:
    result = call()
    assert result.exit_code == 1
    listed, *_, last = result.stdout.splitlines()
    line = (root / PRESS).read_text("utf-8").split("::: question {type=true-false}")[0].count("\n") + 1
    assert listed.startswith(f"{PRESS}:{line}: question q-")
    assert last.startswith("1 id missing, ")
    assert last.endswith("`course ids --write`")
    assert result.stderr == ""


def test_writing_ends_well_and_says_how_much(root: Path) -> None:
    result = call("--write")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("1 id written; ")
    assert result.stdout.endswith(" entered in 2 locks\n")
    assert call().stdout == "every question has its ids, and the locks are up to date\n"
    assert call("--write").stdout == "0 ids written; the locks are up to date\n"
    assert call("-q").stdout == ""


def test_a_changed_answer_ends_with_1_until_it_is_accepted(root: Path) -> None:
    call("--write")
    path = root / PRESS
    path.write_text(path.read_text("utf-8").replace("answer: true", "answer: false"), "utf-8")
    result = call()
    assert result.exit_code == 1
    assert f"{PRESS}:" in result.stderr
    assert "error[key-changed]" in result.stderr
    name = result.stderr.split("--accept ")[1].split("`")[0]
    accepted = call("--accept", name, "-v")
    assert accepted.exit_code == 0
    assert f"modules/bleeding/ids.lock: {name} accepted" in accepted.stdout
    assert call("--accept", "q-nowhere").exit_code == 2
    assert call("--retire", name).exit_code == 2


def test_json_is_one_document_that_keeps_the_schema(root: Path) -> None:
    for arguments in ((), ("--write",), ()):
        result = call(*arguments, "--json")
        document = json.loads(result.stdout)
        jsonschema.validate(document, SCHEMA)
        assert result.stderr == ""
        assert [row["kind"] for row in document["ids"]] == (["question"] if document["ids"] else [])
        assert all(row["written"] is bool(arguments) for row in document["ids"])
    assert (document["ids"], document["locks"], document["diagnostics"]) == ([], [], [])
    assert result.exit_code == 0
