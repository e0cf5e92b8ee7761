"""What formats carry of questions: the table is what builds say, in the docs and on the command line too."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from builder.build.carried import Carriage, carriages, table
from builder.build.load import load
from builder.cli import course
from builder.content.walk import walk
from builder.files import package_folder
from builder.formats import FORMATS
from builder.model.blocks import Question
from builder.read.values import QUESTION_TYPES
from tools import questions_table

SAMPLE = package_folder("starters/questions")
SCHEMA = json.loads((package_folder("cli") / "report.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def rows() -> tuple[Carriage, ...]:
    return carriages()


def call(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(course, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_the_sample_has_every_type_twice_with_the_same_questions() -> None:
    loaded, found = load(SAMPLE)
    assert loaded is not None
    assert [finding for finding in found if finding.severity == "error"] == []
    (module,) = loaded.workspace.modules
    practice, test = module.lessons
    for lesson in (practice, test):
        assert {question.type for question in walk(lesson, Question)} == set(QUESTION_TYPES)
        assert all(len(list(walk(step, Question))) == 1 for step in lesson.steps)
    text = (SAMPLE / test.path).read_text("utf-8").replace(" use=test", "")
    text = (
        re.sub(r"\btest-(\d)", r"practice-\1", text).replace("c-test", "c-practice").replace("to test", "to practice")
    )
    assert text == (SAMPLE / practice.path).read_text("utf-8")


def test_every_format_of_questions_is_told_of_every_kind(rows: tuple[Carriage, ...]) -> None:
    names = {format.name for format in FORMATS if format.asks}
    assert {name for name in names if name.startswith("quiz.")} == {
        format.name for format in FORMATS if format.artefact.startswith("quiz")
    }
    told = table(rows)
    assert len(told) * len(names) == len(rows)
    assert all(formats.keys() == names for formats in told.values())
    assert all(bool(row.losses) == (row.carried != "whole") for row in rows)


@pytest.mark.parametrize(
    ("kind", "format", "carried"),
    [
        ("Pairs", "quiz.moodle", "whole"),
        ("Uneven weights", "quiz.moodle", "part"),
        ("Opinion", "quiz.moodle", "none"),
        ("Opinion", "test.pdf", "none"),
        ("Opinion", "quiz.html", "whole"),
    ],
)
def test_known_cells(rows: tuple[Carriage, ...], kind: str, format: str, carried: str) -> None:
    assert table(rows)[kind][format] == carried


def test_the_table_of_the_docs_is_true() -> None:
    text = questions_table.PAGE.read_text("utf-8")
    assert questions_table.page(text) == text, "run: python -m tools.questions_table"


def test_a_build_says_each_loss_with_its_question_and_strict_stops_it(
    rows: tuple[Carriage, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(SAMPLE, tmp_path / "w"))
    (root / "modules/questions/02-test.md").unlink()
    path = root / "courses/sample/course.yaml"
    path.write_text(path.read_text("utf-8").split("      - lesson: questions/test")[0], "utf-8")
    monkeypatch.chdir(root)
    code, printed, _ = call("build", "--format", "quiz.moodle", "--part", "all", "--json")
    said = {
        (row["message"], row["severity"])
        for row in json.loads(printed)["diagnostics"]
        if row["code"].endswith("-not-carried")
    }
    lost = {one for row in rows if row.format == "quiz.moodle" for one in row.losses if "practice-" in one}
    assert code == 0
    assert said == {(message, "warning") for message in lost} != set()
    for folder in ("dist", "elsewhere"):  # where the file is made already, and where it is not
        code, _, printed = call("build", "--format", "quiz.moodle", "--part", "all", "--strict", "-v", "--out", folder)
        assert code == 1
        assert "warning[question-not-carried]" in printed
    assert not list(root.glob("elsewhere/**/*.xml"))


def test_the_command_line_tells_the_same(rows: tuple[Carriage, ...]) -> None:
    _, printed, _ = call("formats", "--questions", "--json")
    document = json.loads(printed)
    jsonschema.validate(document, SCHEMA)
    assert {(row["kind"], row["format"], row["carried"]) for row in document} == {
        (row.kind, row.format, row.carried) for row in rows
    }
    _, printed, _ = call("formats", "--questions")
    assert re.search(r"^quiz\.moodle\n  in part: .*uneven weights.*\n  not: .*opinion", printed, re.MULTILINE)
    assert re.search(r"^quiz\.html\n  carries everything", printed, re.MULTILINE)
