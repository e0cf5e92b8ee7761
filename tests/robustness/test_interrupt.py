"""Ctrl-C in the middle of a build, and two builds at once: every file is whole, and the manifest says what is there."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from builder import files
from tests.robustness.workspaces import call, copy_example, edit, findings, outputs, representative, rows_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")
COURSE = "courses/refresher/course.yaml"
BEGIN = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from builder import cli
run = cli.course.main
cli.course.main = lambda **options: [print("ready", flush=True), run(**options)][1]
cli.main()
"""
"""`course`, which says when it has begun: before that, an interrupt is Python's own affair.

It hears Ctrl-C as in a terminal, even where the tests run in the background and a shell has it ignored.
"""
PAUSE = """
import time
from builder.build import pipeline
place, placed = pipeline.place, []
def place_some(*arguments):
    placed.append(place(*arguments))
    if len(placed) == 3:
        print("paused", flush=True)
        time.sleep(60)
    return placed[-1]
pipeline.place = place_some
"""
"""Makes `course` wait for its interrupt after three files, on a fast machine as on a busy one."""


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example with its outputs."""
    root = copy_example(tmp_path_factory.mktemp("old") / "w")
    assert call(root, "build").exit_code == 0
    return root


@pytest.fixture(scope="module")
def new(old: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same with another title, so that every output is another."""
    root = Path(shutil.copytree(old, tmp_path_factory.mktemp("new") / "w"))
    edit(root / COURSE, "First aid refresher", "First aid, once more")
    assert call(root, "build").exit_code == 0
    return root


def start(root: Path, *arguments: str, script: str = BEGIN) -> "subprocess.Popen[str]":
    """Start `course` as a terminal does, with a group of processes of its own; return when it has begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *representative(arguments)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def interrupt(process: "subprocess.Popen[str]", when: Callable[[], bool]) -> str | None:
    """Press Ctrl-C as soon as something is so; return what was told, or None where the build was done before that."""
    while not when():
        if process.poll() is not None:
            process.communicate()
            return None
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    return told if process.returncode else None


def changed(root: Path, old: Path) -> list[str]:
    """Return the outputs that are no longer those of before."""
    before = {row["path"]: row["sha256"] for row in rows_of(old / "dist")}
    return [path for path in before if files.sha256_of(root / "dist" / str(path)) != before[path]]  # type: ignore[misc]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_build_leaves_whole_files_and_a_true_manifest(
    jobs: str, old: Path, new: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(old, tmp_path / "w"))
    shutil.copy(new / COURSE, root / COURSE)
    process = start(root, "build", "-j", jobs, script=PAUSE + BEGIN)
    assert process.stdout is not None
    assert process.stdout.readline() == "paused\n"
    told = interrupt(process, lambda: True)
    assert told is not None
    assert process.returncode == 130, told
    assert told.splitlines()[-1] == "interrupted; what was there is whole", told
    assert "Traceback" not in told
    assert "KeyboardInterrupt" not in told
    assert_nothing_runs(process.pid)
    assert len(changed(root, old)) == 3
    assert_whole(root, old, new)
    done = call(root, "build")
    assert done.exit_code == 0
    assert [one.code for one in findings(done.stderr) if one.code == "output-edited"] == []
    assert outputs(root) == outputs(new)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("delay", [0.0, 0.01, 0.1, 0.2, 0.4])
def test_an_interrupt_at_any_time_is_quiet(jobs: str, delay: float, old: Path, new: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(old, tmp_path / "w"))
    shutil.copy(new / COURSE, root / COURSE)
    process = start(root, "build", "-j", jobs)
    until = time.monotonic() + delay
    told = interrupt(process, lambda: time.monotonic() > until)
    assert process.returncode in (0, 130), told
    assert "Traceback" not in (told or "")
    assert_nothing_runs(process.pid)
    assert_whole(root, old, new)


def assert_whole(root: Path, old: Path, new: Path) -> None:
    """Assert that each output is the old or the new one, and that the manifest knows which."""
    now, before, after = outputs(root), outputs(old), outputs(new)
    assert now.keys() == before.keys() == after.keys()
    for path, data in now.items():
        assert path == "manifest.json" or data in (before[path], after[path]), path
    assert {str(row["path"]): row["sha256"] for row in rows_of(root / "dist")} == {
        path: files.sha256_of(root / "dist" / path) for path in now if path != "manifest.json"
    }


def assert_nothing_runs(group: int) -> None:
    """Assert that no process of a group is left."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise AssertionError("a worker was left behind")


def test_two_builds_at_once_share_a_folder_and_its_manifest(old: Path, new: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(old, tmp_path / "w"))
    shutil.copy(new / COURSE, root / COURSE)
    selections = (("--lang", "en"), ("--lang", "mk", "-j", "2"))
    processes = [start(root, "build", *selection) for selection in selections]
    for process in processes:
        _, told = process.communicate(timeout=60)
        assert process.returncode == 0, told
        assert "output-edited" not in told
    assert outputs(root) == outputs(new)


def test_a_build_that_was_killed_holds_up_no_other(old: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(old, tmp_path / "w"))
    shutil.rmtree(root / "dist")
    process = start(root, "build", "-j", "2")
    while not (root / "dist").exists() and process.poll() is None:
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert call(root, "build").exit_code == 0
    now = {path: data for path, data in outputs(root).items() if not path.endswith(".part")}
    assert now == outputs(old)


def test_the_manifest_counts_a_file_that_was_placed_a_moment_before_the_interrupt(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from builder.build import pipeline
    from builder.build.pipeline import Request, build
    from builder.build.targets import Selection

    root = Path(shutil.copytree(old, tmp_path / "w"))
    shutil.copy(new / COURSE, root / COURSE)
    place = pipeline.place

    def place_and_stop(*arguments: object) -> object:
        place(*arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "place", place_and_stop)
    with pytest.raises(KeyboardInterrupt):
        build(Request(root=root, out=root / "dist", selection=Selection(formats=("quiz.html",))))
    assert len(changed(root, old)) == 1
    assert_whole(root, old, new)
