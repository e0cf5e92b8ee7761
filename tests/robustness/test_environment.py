"""A machine that refuses: folders that cannot be written or read, a full disk, no home; nothing breaks halfway."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import files
from tests.robustness.workspaces import LESSON, call, copy_example, edit, errors, everything, outputs, rows_of, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions as Unix has them")
AS_ANYBODY = (
    ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
)
"""What root must run behind for permissions to count."""
QUICK = ("--format", "quiz.*", "--format", "handout.html")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example with the outputs that are quick to make."""
    root = copy_example(tmp_path_factory.mktemp("built") / "w")
    assert call(root, "build", *QUICK).exit_code == 0
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "w"))


@pytest.fixture
def locked(root: Path) -> Iterator[list[Path]]:
    """Yield a list of paths; what a test puts into it gets its permissions back."""
    paths: list[Path] = []
    yield paths
    for path in reversed(paths):
        path.chmod(0o755)


def lock(path: Path, locked: list[Path], mode: int = 0o555) -> None:
    path.chmod(mode)
    locked.append(path)


def test_an_output_folder_that_is_read_only_is_said_and_stays_whole(root: Path, locked: list[Path]) -> None:
    before = everything(root)
    edit(root / LESSON, "Confusion", "Being confused")
    for folder in [path for path in (root / "dist").rglob("*") if path.is_dir()] + [root / "dist"]:
        lock(folder, locked)
    done = run(root, "build", *QUICK, prefix=AS_ANYBODY)
    assert done.returncode == 3
    (told,) = errors(done.stderr)
    assert (told.code, told.path, told.line) == ("output-not-writable", "dist", 1)
    assert "--out" in told.hint
    assert everything(root) == {**before, LESSON: (root / LESSON).read_bytes()}


def test_a_file_in_the_way_of_a_folder_is_said(root: Path) -> None:
    shutil.rmtree(root / "dist")
    (root / "dist").mkdir()
    (root / "dist/refresher").write_text("in the way")
    result = call(root, "build", *QUICK)
    assert result.exit_code == 3
    assert [told.code for told in errors(result.stderr)] == ["output-not-writable"]
    assert outputs(root) == {"refresher": b"in the way"}


def test_a_folder_in_the_way_of_a_file_is_said(root: Path) -> None:
    path = root / "dist" / str(rows_of(root / "dist")[0]["path"])
    path.unlink()
    path.mkdir()
    result = call(root, "build", *QUICK)
    assert result.exit_code == 3
    assert path.is_dir()
    assert [found for found in everything(root / "dist") if found.endswith(".part")] == []


def test_a_read_only_workspace_builds_elsewhere_without_a_home(root: Path, locked: list[Path], tmp_path: Path) -> None:
    shutil.rmtree(root / "dist")
    call(root, "build", "--lang", "en")
    expected = outputs(root)
    shutil.rmtree(root / "dist")
    before = everything(root)
    for path in [root, *root.rglob("*")]:
        lock(path, locked, 0o555 if path.is_dir() else 0o444)
    (tmp_path / "home").mkdir(mode=0o555)
    environment = {"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": "", "TMPDIR": str(tmp_path)}
    arguments = ("build", "--lang", "en", "--out", str(tmp_path / "out"))
    done = run(root, *arguments, prefix=AS_ANYBODY, environment=environment)
    assert done.returncode == 0, done.stderr
    assert outputs(tmp_path, "out") == expected
    assert everything(root) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "out", "w"]


@pytest.mark.parametrize(
    "path",
    [
        "workspace.yaml", LESSON, "modules/shock/module.yaml", "courses/refresher/course.yaml", "modules/glossary.yaml",
        "locales/mk/shock.po", "locales/mk/review.tsv", "modules/bleeding/figures/press.svg",
    ],
)  # fmt: skip
def test_a_file_that_may_not_be_read_is_said(path: str, root: Path, locked: list[Path]) -> None:
    lock(root / path, locked, 0)
    done = run(root, "check", prefix=AS_ANYBODY)
    assert done.returncode == 1
    (told,) = errors(done.stderr)
    assert told.code == "file-unreadable"
    assert "permission denied" in told.message
    assert path in (told.path, told.message.removeprefix("cannot read ").partition(":")[0])


@pytest.mark.parametrize("folder", ["modules", "modules/shock", "courses", "publishers/default", "locales/mk"])
def test_a_folder_that_may_not_be_entered_is_said(folder: str, root: Path, locked: list[Path]) -> None:
    lock(root / folder, locked, 0)
    done = run(root, "check", prefix=AS_ANYBODY)
    assert done.returncode == 1
    told = errors(done.stderr)
    assert {one.code for one in told} == {"file-unreadable"}, told
    assert all(one.path.startswith(folder) for one in told)


@pytest.mark.parametrize("command", [("build", *QUICK), ("clean",)])
@pytest.mark.parametrize("unreadable", ["manifest.json", "refresher"])
def test_an_output_that_may_not_be_read_is_said(
    command: tuple[str, ...], unreadable: str, root: Path, locked: list[Path]
) -> None:
    before = outputs(root)
    lock(root / "dist" / unreadable, locked, 0)
    done = run(root, *command, "--json", prefix=AS_ANYBODY)
    assert done.returncode == 3
    codes = [found["code"] for found in json.loads(done.stdout)["diagnostics"] if found["severity"] == "error"]
    assert codes == ["output-not-writable"]
    (root / "dist" / unreadable).chmod(0o755)
    assert outputs(root) == before


def test_sources_that_cannot_be_written_are_said(root: Path, locked: list[Path]) -> None:
    before = everything(root)
    for path in [root, *root.rglob("*")]:
        lock(path, locked, 0o555 if path.is_dir() else 0o444)
    for command in (("translate", "update"), ("new", "module", "fresh"), ("new", "lesson", "shock", "fresh")):
        done = run(root, *command, prefix=AS_ANYBODY)
        assert done.returncode == 3, command
        assert "denied" in done.stderr
    assert everything(root) == before


def limited(root: Path, size: int, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Return how `course` ends where no file may grow beyond a size: the kernel cuts its writing short."""
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); "
        "sys.argv[1:] = sys.argv[2:]; from builder.cli import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", script, f"{size}", *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def test_a_disk_that_is_full_in_the_middle_of_a_file_leaves_the_old_one(root: Path) -> None:
    before = outputs(root)
    edit(root / LESSON, "Confusion", "Being confused")
    done = limited(root, 2000, "build", *QUICK)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert [told.code for told in errors(done.stderr)] == ["output-not-writable"]
    assert outputs(root) == before


def test_a_disk_that_fills_up_later_leaves_a_manifest_that_is_true(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = outputs(root)
    edit(root / "courses/refresher/course.yaml", "First aid refresher", "Another title")
    write, written = files.write, []

    def fill_up(path: Path, data: bytes) -> None:
        if len(written) == 3 and path.name != "manifest.json":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        written.append(path)
        write(path, data)

    monkeypatch.setattr(files, "write", fill_up)
    result = call(root, "build", *QUICK)
    assert result.exit_code == 3
    assert "no space left" in result.stderr
    changed = {path for path, data in outputs(root).items() if old[path] != data}
    assert 1 < len(changed) <= 4  # some of the three, and the manifest
    assert_true(root / "dist")
    monkeypatch.undo()
    result = call(root, "build", *QUICK)
    assert result.exit_code == 0
    assert "output-edited" not in result.stderr
    assert_true(root / "dist")


def assert_true(out: Path) -> None:
    """Assert that a manifest lists every file of its folder with the bytes that it has, and nothing else is there."""
    rows = {str(row["path"]): row["sha256"] for row in rows_of(out)}
    there = {path.relative_to(out).as_posix(): files.sha256_of(path) for path in out.rglob("*") if path.is_file()}
    there.pop("manifest.json")
    assert rows == there


def test_a_cache_that_is_damaged_or_gone_hinders_nobody(root: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the cache should be")
    for base in (tmp_path / "cache", tmp_path / "none/such", Path("/proc/self/none")):
        done = run(root, "build", "--lang", "en", "--format", "handout.pdf", environment={"XDG_CACHE_HOME": str(base)})
        assert done.returncode == 0, done.stderr
        shutil.rmtree(root / "dist")


def test_a_current_folder_that_is_gone_is_answered(tmp_path: Path) -> None:
    script = f"cd '{tmp_path}' && mkdir gone && cd gone && rmdir ../gone && exec '{sys.executable}' -m builder check"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "course new workspace" in done.stderr


@pytest.mark.parametrize(
    "damage",
    [
        lambda row: {**row, "path": "../precious.txt"}, lambda row: {**row, "path": "/{root}/precious.txt"},
        lambda row: {**row, "path": "a/../../precious.txt"}, lambda row: {**row, "path": "..\\precious.txt"},
        lambda row: {**row, "path": 7}, lambda row: {**row, "path": "x" * 5000}, lambda row: {**row, "path": ""},
        lambda row: {**row, "course": []}, lambda row: {**row, "sha256": None}, lambda row: {**row, "more": 1},
    ],
)  # fmt: skip
def test_a_manifest_that_lies_touches_nothing_outside(damage: object, root: Path) -> None:
    import hashlib

    assert callable(damage)
    (root / "precious.txt").write_text("precious")
    manifest = json.loads((root / "dist/manifest.json").read_text())
    lie = {"sha256": hashlib.sha256(b"precious").hexdigest(), **damage(manifest["outputs"][0])}
    lie = {**lie, "sha256": lie["sha256"] and hashlib.sha256(b"precious").hexdigest()}
    lie["path"] = lie["path"].replace("/{root}", str(root)) if isinstance(lie["path"], str) else lie["path"]
    manifest["outputs"].append(lie)
    (root / "dist/manifest.json").write_text(json.dumps(manifest))
    edit(root / LESSON, "Confusion", "Being confused")
    assert call(root, "build", *QUICK).exit_code == 0
    manifest["outputs"] = [lie]
    (root / "dist/manifest.json").write_text(json.dumps(manifest))
    assert call(root, "clean").exit_code == 0
    assert (root / "precious.txt").read_text() == "precious"


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"outputs": 3}', "[" * 100_000, '"\\ud800"', "\xff"])
def test_a_manifest_that_is_none_hinders_nobody(text: str, root: Path) -> None:
    (root / "dist/manifest.json").write_bytes(text.encode("latin-1"))
    assert call(root, "clean").exit_code == 0
    assert call(root, "build", *QUICK).exit_code == 0
    assert_true(root / "dist")
