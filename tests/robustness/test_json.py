"""`--json`: one document that keeps the published schema, for every command and however it ends."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from tests.robustness.workspaces import LESSON, REPOSITORY, call, copy_example, edit, run

SCHEMA = json.loads((REPOSITORY / "builder/cli/report.schema.json").read_text("utf-8"))
COMMANDS = {
    "check": ("check",), "build": ("build", "--format", "quiz.*"), "release": ("build", "--release", "--format", "quiz.*"),
    "strict": ("build", "--strict", "--format", "quiz.*"), "status": ("status",), "status of one": ("status", "mk"),
    "update": ("translate", "update"), "update of one": ("translate", "update", "mk", "--drafts", "Ana"),
    "timetable": ("timetable",), "clean": ("clean",), "formats": ("formats",), "languages": ("formats", "--languages"),
    "ids": ("ids",), "ids written": ("ids", "--write"),
}  # fmt: skip


def in_the_way(root: Path) -> None:
    shutil.rmtree(root / "dist", ignore_errors=True)
    (root / "dist").write_text("a file")
    shutil.rmtree(root / "locales")
    (root / "locales").write_text("a file")


STATES: dict[str, Callable[[Path], None]] = {
    "as it is": lambda root: None,
    "with a fault": lambda root: edit(root / LESSON, "minutes: 20", "minutes: 25"),
    "with a broken catalogue": lambda root: edit(root / "locales/mk/shock.po", 'msgid "Shock"', "msgid Shock"),
    "with a broken manifest": lambda root: edit(root / "workspace.yaml", "name:", "name"),
    "with nothing to write to": in_the_way,
    "with no course": lambda root: shutil.rmtree(root / "courses"),
    "with a name that is no text": lambda root: (Path(str(root)) / "modules/\udcff").mkdir(),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_example(tmp_path_factory.mktemp("built") / "w")
    assert call(root, "build", "--format", "quiz.html").exit_code == 0
    return root


@pytest.mark.parametrize("state", STATES)
def test_every_command_prints_one_document_and_ends_as_without(state: str, built: Path, tmp_path: Path) -> None:
    for command in COMMANDS.values():
        ends = []
        for json_option in ((), ("--json",)):
            root = Path(shutil.copytree(built, tmp_path / "w"))
            STATES[state](root)
            result = call(root, *command, *json_option)
            ends.append(result.exit_code)
            shutil.rmtree(root)
        assert ends[0] == ends[1]
        if ends[1] == 2:
            assert (result.stdout, "Error: " in result.stderr) == ("", True)
            continue
        document = json.loads(result.stdout)
        jsonschema.validate(document, SCHEMA)
        assert result.stderr == ""
        if isinstance(document, dict):
            assert any(found["severity"] == "error" for found in document["diagnostics"]) == (ends[1] in (1, 3, 4)) or (
                command == COMMANDS["strict"]
            )


def test_each_way_to_end_was_seen(built: Path, tmp_path: Path) -> None:
    seen = set()
    for state in STATES.values():
        for name in ("build", "release", "check"):
            root = Path(shutil.copytree(built, tmp_path / "w"))
            state(root)
            seen.add(int(call(root, *COMMANDS[name], "--json").exit_code))
            shutil.rmtree(root)
    assert seen == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("command", "end"),
    [
        (("check",), 0), (("check", "--strict"), 1), (("check", "--lang", "sr"), 2), (("explain", "none"), 2),
        (("build", "--release", "--format", "quiz.html"), 4), (("build", "--format", "quiz.html"), 0), (("nonsense",), 2),
        (("--help",), 0), (("build", "--help"), 0), (("--version",), 0), (("new",), 2), (("doctor",), 0),
    ],
)  # fmt: skip
def test_a_process_ends_with_the_code_that_the_command_says(command: tuple[str, ...], end: int, built: Path) -> None:
    assert run(built, *command).returncode == end


def test_a_fault_of_our_own_is_told_without_a_traceback(built: Path) -> None:
    """The last net: what nobody thought of ends with 3 and a way to report it."""
    import subprocess
    import sys

    script = (
        "import sys; import builder.build.check as module; "
        "module.load = lambda *a, **k: 1 / 0; sys.argv[1:] = ['check']; from builder.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=built, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr
    assert "COURSE_TRACEBACK" in done.stderr
