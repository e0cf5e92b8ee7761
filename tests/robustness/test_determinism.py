"""Same input, same bytes: in another time zone, folder, locale, hash seed, umask, current folder, and with workers."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robustness.workspaces import COMMAND, SIX, call, copy_example, outputs, rows_of, run

OTHERS: dict[str, dict[str, str]] = {
    "far away": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
    "in Turkish": {"TZ": "Europe/Istanbul", "PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "in German": {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "0"},
    "in ASCII": {
        "PYTHONHASHSEED": "3",
        "LC_ALL": "POSIX",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "COLUMNS": "40",
    },
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example, built in this process."""
    root = copy_example(tmp_path_factory.mktemp("here") / "w")
    assert call(root, "build").exit_code == 0
    assert {row["format"] for row in rows_of(root / "dist")} >= set(SIX)
    return root


def installed_locales() -> str:
    try:
        return subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout.casefold()
    except OSError:
        return ""


def elsewhere(here: Path, folder: Path) -> Path:
    """Return a copy without outputs under another name, its files written in another order and at another time."""
    root = folder / "ein anderer Ort" / "ќ"
    for path in sorted(here.rglob("*"), reverse=True):
        if path.is_file() and "dist" not in path.parts:
            target = root / path.relative_to(here)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (10**9, 10**9))
    return root


@pytest.mark.parametrize("where", OTHERS)
def test_every_format_and_the_manifest_are_equal_elsewhere(where: str, here: Path, tmp_path: Path) -> None:
    environment = OTHERS[where]
    tag = environment["LC_ALL"].casefold()
    if tag not in ("c", "posix") and tag.replace("utf-8", "utf8") not in installed_locales():
        environment = {**environment, "LC_ALL": "C.UTF-8"}  # a locale that is not installed is like none
    root = elsewhere(here, tmp_path)
    jobs = ("-j", "2") if where in ("far away", "in German") else ()
    done = run(root / "modules/shock", "build", "-q", *jobs, environment=environment)
    assert done.returncode == 0, done.stderr
    assert outputs(root) == outputs(here)


def test_the_umask_changes_no_byte_and_is_kept(here: Path, tmp_path: Path) -> None:
    root = elsewhere(here, tmp_path)
    quick = ("build", "-q", "--format", "quiz.html")
    subprocess.run(
        ["sh", "-c", 'umask 077; exec "$@"', "sh", *COMMAND, *quick], cwd=root, check=True, capture_output=True
    )
    made = {path: data for path, data in outputs(root).items() if path.endswith(".html")}
    assert made
    assert made.items() <= outputs(here).items()
    assert {(root / "dist" / path).stat().st_mode & 0o777 for path in made} == {0o600}


def told(root: Path, *arguments: str) -> object:
    document = json.loads(call(root, "build", "--json", *arguments).stdout)
    return document["diagnostics"], document["outputs"]


@pytest.mark.parametrize("change", [lambda root: None, lambda root: shutil.rmtree(root / "dist/refresher/en")])
def test_what_is_told_is_equal_in_parts_and_with_workers(
    change: Callable[[Path], None], here: Path, tmp_path: Path
) -> None:
    """A build from nothing, with workers and after a part was lost: same manifest, same rows."""
    root = elsewhere(here, tmp_path)
    first = told(root, "-j", "2")
    shutil.rmtree(root / "dist")
    assert told(root) == first
    change(root)
    assert told(root)[1] == first[1]  # type: ignore[index]
    assert outputs(root) == outputs(here)


def test_parts_built_one_by_one_make_the_same_folder(here: Path, tmp_path: Path) -> None:
    root = elsewhere(here, tmp_path)
    for selection in (("--format", "quiz.html"), ("--lang", "mk"), ("--part", "shock"), ()):
        assert call(root, "build", *selection).exit_code == 0
    assert outputs(root) == outputs(here)
