"""The command line: what goes to which stream, how it ends, and that JSON keeps its schema."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from builder.cli import _COMMANDS, course
from builder.diagnostics import Code

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
SCHEMA = json.loads((Path(__file__).parents[2] / "builder/cli/report.schema.json").read_text())


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    monkeypatch.chdir(root / "modules/shock")  # any folder of the workspace will do
    return root


def call(*arguments: str) -> Result:
    return CliRunner().invoke(course, arguments, catch_exceptions=False)


def spoil(root: Path) -> None:
    path = root / "modules/shock/01-keep-warm.md"
    path.write_text(path.read_text().replace("minutes: 20", "minutes: 25"))


def test_help_names_every_command_without_importing_them() -> None:
    script = (
        "import sys; from builder.cli import course; course(['--help'], standalone_mode=False); "
        "print(sorted(name for name in sys.modules if name.startswith('builder')))"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    for name in _COMMANDS:
        assert re.search(rf"^  {name} ", printed, re.MULTILINE)
        assert call(name, "--help").exit_code == 0
    assert printed.splitlines()[-1] == "['builder', 'builder.cli']"


@pytest.mark.parametrize(
    "command", [("check",), ("status",), ("build", "--format", "quiz.moodle"), ("translate", "update", "mk")]
)
def test_json_is_one_document_that_keeps_the_schema_and_nothing_else(root: Path, command: tuple[str, ...]) -> None:
    for spoiled in (False, True):
        if spoiled:
            spoil(root)
        plain, result = call(*command), call(*command, "--json")
        jsonschema.validate(json.loads(result.stdout), SCHEMA)
        assert result.stderr == ""
        assert result.exit_code == plain.exit_code


def test_the_schema_knows_every_field_of_a_row(root: Path) -> None:
    document = json.loads(call("build", "--format", "quiz.moodle", "--json").stdout)
    assert document["outputs"]
    broken = {**document, "outputs": [{**document["outputs"][0], "surprise": 1}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


def test_findings_go_to_stderr_with_path_line_and_hint(root: Path) -> None:
    spoil(root)
    result = call("check")
    assert result.exit_code == 1
    assert re.search(r"^modules/shock/01-keep-warm\.md:\d+: error\[minutes-sum\]: ", result.stderr, re.MULTILINE)
    assert re.search(r"^    hint: ", result.stderr, re.MULTILINE)
    assert "error" not in result.stdout.replace("1 error,", "")


def test_strict_takes_warnings_as_errors(root: Path) -> None:
    assert call("check").exit_code == 0
    assert call("check", "--strict").exit_code == 1


def test_a_release_of_drafts_exits_with_4_and_names_what_waits(root: Path) -> None:
    result = call("build", "--release", "--format", "quiz.moodle")
    assert result.exit_code == 4
    assert "release-unreviewed" in result.stderr
    assert not (root / "dist").exists()


def test_wrong_use_exits_with_2(root: Path) -> None:
    for arguments in (
        ("build", "--lang", "sr"),
        ("build", "--part", "nothing"),
        ("buidl",),
        ("explain", "no-such"),
        ("show", "nothing"),
    ):
        assert call(*arguments).exit_code == 2, arguments


def test_an_environment_that_refuses_exits_with_3(root: Path) -> None:
    (root / "dist").write_text("a file where the folder should be")
    result = call("build", "--format", "quiz.moodle")
    assert result.exit_code == 3
    assert "output-not-writable" in result.stderr
    assert (root / "dist").read_text() == "a file where the folder should be"


@pytest.mark.parametrize("stage", ["read", "resolved", "localized", "plan"])
def test_show_prints_every_stage(root: Path, stage: str) -> None:
    result = call("show", "shock", "--stage", stage, "--lang", "mk")
    assert result.exit_code == 0
    assert ("Шок" if stage in ("localized", "plan") else "Shock") in result.stdout


def test_show_prints_one_lesson(root: Path) -> None:
    assert "Signs of shock" in call("show", "shock/keep-warm").stdout
    assert call("show", "shock/none").exit_code == 2


@pytest.mark.parametrize("stage", ["read", "resolved", "localized", "plan"])
def test_show_prints_what_is_made_of_a_whole_course(root: Path, stage: str) -> None:
    result = call("show", "all", "--stage", stage, "--format", "agenda.pdf", "--course", "refresher")
    assert result.exit_code == 0
    assert "Shock" in result.stdout or "Keep warm" in result.stdout
    assert "Press" in result.stdout


def test_show_says_which_course_where_several_have_all_parts(root: Path) -> None:
    shutil.copytree(root / "courses/refresher", root / "courses/again")
    result = call("show", "all", "--stage", "plan", "--format", "guide.pdf")
    assert result.exit_code == 2
    assert "--course" in result.stderr
    assert "again, refresher" in result.stderr


def test_every_code_is_explained() -> None:
    listed = call("explain").stdout
    for code in Code:
        assert code.value in listed
        assert call("explain", code.value).stdout.startswith(code.value)


def test_formats_and_languages_are_listed() -> None:
    assert "deck.pptx" in call("formats").stdout
    assert {row["name"] for row in json.loads(call("formats", "--json").stdout)} >= {"deck.pptx", "quiz.html"}
    assert "sr-Cyrl" in call("formats", "--languages").stdout


def test_formats_say_what_a_variant_of_each_may_choose() -> None:
    options = {row["name"]: row["options"] for row in json.loads(call("formats", "--json").stdout)}
    assert options["deck.pptx"] == "notes_language: LANGUAGE, second_language: LANGUAGE"
    assert "size: 11 … 32" in options["handout.pdf"]
    assert options["quiz.html"] == ""


def test_variants_are_built_and_shown_by_name(root: Path) -> None:
    assert call("build", "--format", "deck.pptx", "--part", "shock", "--variant", "with-mk").exit_code == 0
    assert [path.name for path in (root / "dist").rglob("*.pptx")] == [
        "refresher_shock_deck-with-mk_en_1.0.0-DRAFT.pptx"
    ]
    assert "second=true" in call("show", "shock", "--stage", "plan", "--variant", "with-mk").stdout
    assert call("build", "--variant", "with-mkk").exit_code == 2


def test_doctor_finds_a_healthy_machine(root: Path) -> None:
    result = call("doctor")
    assert result.exit_code == 0, result.output
    assert "Python" in result.stdout


def test_clean_removes_what_was_built_and_keeps_the_rest(root: Path) -> None:
    call("build", "--format", "quiz.moodle")
    (root / "dist/mine.txt").write_text("mine")
    edited = next((root / "dist").rglob("*_bleeding_quiz-moodle_en_*.xml"))
    edited.write_text("edited")
    result = call("clean")
    assert result.exit_code == 0
    assert "output-edited" in result.stderr
    left = {path.name for path in (root / "dist").rglob("*.*") if path.is_file()}
    assert left == {"mine.txt", edited.with_suffix(".edited.xml").name}


def test_update_changes_nothing_the_second_time(root: Path) -> None:
    assert call("translate", "update").exit_code == 0
    before = {path: path.read_bytes() for path in (root / "locales").rglob("*.*")}
    assert "up to date" in call("translate", "update").stdout
    assert before == {path: path.read_bytes() for path in (root / "locales").rglob("*.*")}


def test_update_leaves_a_damaged_catalogue_as_it_is(root: Path) -> None:
    path = root / "locales/mk/shock.po"
    path.write_text(path.read_text() + 'msgid "unfinished\n')
    before = path.read_bytes()
    assert call("translate", "update", "mk").exit_code == 1
    assert path.read_bytes() == before
