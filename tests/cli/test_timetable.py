"""`course timetable`: when everything happens, for people and for programs."""

import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner, Result

from builder.cli import course

SCHEMA = json.loads((Path(__file__).parents[2] / "builder/cli/report.schema.json").read_text())
COURSE = "courses/refresher/course.yaml"


def call(*arguments: str) -> Result:
    return CliRunner().invoke(course, ("timetable", *arguments), catch_exceptions=False)


def change(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_prints_the_times(root: Path) -> None:
    result = call()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "First aid refresher (refresher 1.0.0, en)\n\n"
        "Morning, 09:00–11:55\n"
        "  09:00–09:30    30  Registration and first test\n"
        "  09:30–10:30    60  Press: the first minutes (bleeding/press)\n"
        "  10:30–10:45    15  Break\n"
        "  10:45–10:55    10  Keep warm (shock/keep-warm, core)\n"
        "  10:55–11:55    60  Lunch\n"
        "  1 h 40 min of work, 1 h 15 min of breaks\n"
    )


def test_prints_the_steps_on_the_running_clock(root: Path) -> None:
    assert "    T+15  09:45    20    Practise (groups, core=false)\n" in call("--steps").stdout


def test_speaks_the_languages_of_the_workspace(root: Path) -> None:
    (root / "locales/mk/_courses.po").write_text(
        'msgid ""\nmsgstr "Language: mk\\n"\n\nmsgctxt "title"\nmsgid "Morning"\nmsgstr "Претпладне"\n', "utf-8"
    )
    result = call("--lang", "mk")
    assert "Претпладне, 09:00–11:55" in result.stdout
    assert "  10:30–10:45    15  Пауза\n" in result.stdout


def test_json_keeps_the_schema_and_says_the_same(root: Path) -> None:
    change(root, COURSE, "- break: 15", "- break: 5")
    change(root, "modules/shock/01-keep-warm.md", "minutes: 20", "minutes: 25")
    plain, result = call(), call("--json")
    told = json.loads(result.stdout)
    jsonschema.validate(told, SCHEMA)
    assert (result.stderr, result.exit_code, plain.exit_code) == ("", 1, 1)
    assert [finding["code"] for finding in told["diagnostics"]] == ["minutes-sum", "break-missing"]
    sessions = told["courses"][0]["days"][0]["sessions"]
    assert [(one["start"], one["kind"], one["title"]) for one in sessions][2:4] == [
        ("10:30", "break", "Break"), ("10:35", "lesson", "Keep warm"),
    ]  # fmt: skip
    assert sessions[1]["steps"][1] == {
        "start": "09:45", "minutes": 20, "title": "Practise", "method": "groups", "core": False,
    }  # fmt: skip


def test_a_lesson_that_cannot_be_read_leaves_its_time_open(root: Path) -> None:
    (root / "modules/shock/01-keep-warm.md").write_bytes(b"\xff")
    result = call()
    assert result.exit_code == 1
    assert "  10:45–10:45     ?  (shock/keep-warm, core)\n" in result.stdout
    assert "error[file-not-utf8]" in result.stderr
    assert json.loads(call("--json").stdout)["courses"][0]["days"][0]["sessions"][3]["minutes"] is None


def test_marks_are_not_printed(root: Path) -> None:
    change(root, COURSE, "event: Registration and first test", 'event: "*Registration* & \\\\<first> test"')
    assert "  30  Registration & <first> test\n" in call().stdout


def test_names_that_are_not_there_are_answered_with_the_nearest(root: Path) -> None:
    result = call("refreshr")
    assert (result.exit_code, "did you mean 'refresher'" in result.stderr) == (2, True)
    assert call("--lang", "sr").exit_code == 2
    (root / "workspace.yaml").write_text("name", "utf-8")
    assert (call().exit_code, call().stdout) == (1, "")
