"""Bad files: what each says it expects, and what the builder finds in it.

A case is a lesson ``cases/<code>[.<name>].md``, which takes the place of ``modules/main/01-sample.md`` in ``base/``, or
a folder ``cases/<code>[.<name>]/`` laid over ``base/``. A comment ``expect: CODE`` stands on the line above the
offending one (``expect: CODE +3`` three lines above it, where a comment directly before it would change the meaning).

Beside the files of a folder, and not part of the workspace: ``expected.txt`` lists ``PATH:LINE CODE`` where a file
cannot hold a comment; ``links.txt`` lists ``PATH -> NAME``, symbolic links to a file outside the workspace. A file that
tools for text would stumble over ends in ``.bytes``, which is taken off.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = HERE / "cases"
LESSON = "modules/main/01-sample.md"
_ASIDE = ("expected.txt", "links.txt")
_MARK = re.compile(rb"(?:<!--|#) expect: ([a-z0-9-]+)(?: \+([0-9]+))?")
_ROW = re.compile(r"(.+):([0-9]+) ([a-z0-9-]+)")
_LINK = re.compile(r"(.+) -> (.+)")

Expectation = tuple[str, int, str]
"""Path, line, code."""


@dataclass(frozen=True)
class Case:
    """One bad workspace."""

    path: Path

    @property
    def code(self) -> str:
        """Return the code that it is about."""
        return self.path.name.removesuffix(".md").partition(".")[0]


def all_cases() -> list[Case]:
    """Return every case, sorted by name."""
    return [Case(path) for path in sorted(CASES.iterdir())]


def lay_out(case: Case, folder: Path) -> Path:
    """Copy the base and the case over it into a new workspace below a folder, and return its root."""
    root = folder / "workspace"
    shutil.copytree(BASE, root)
    if case.path.is_file():
        shutil.copy(case.path, root / LESSON)
        return root
    shutil.copytree(case.path, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*_ASIDE))
    for file in root.rglob("*.bytes"):
        file.replace(file.with_suffix(""))
    for path, name in _LINK.findall(_aside(case, "links.txt")):
        outside = folder / name
        shutil.copy(root / "modules/main/figures/hand.svg", outside)
        (root / path).symlink_to(outside)
    return root


def expectations(case: Case) -> list[Expectation]:
    """Return what the files of a case say, sorted."""
    expected = [(path, int(line), code) for path, line, code in _ROW.findall(_aside(case, "expected.txt"))]
    if case.path.is_file():
        expected.extend(_marks(LESSON, case.path.read_bytes()))
        return sorted(expected)
    for file in sorted(case.path.rglob("*")):
        if file.is_file() and file.name not in _ASIDE:
            name = file.relative_to(case.path).as_posix().removesuffix(".bytes")
            expected.extend(_marks(name, file.read_bytes()))
    return sorted(expected)


def _aside(case: Case, name: str) -> str:
    path = case.path / name
    return path.read_text("utf-8") if path.is_file() else ""


def _marks(name: str, data: bytes) -> list[Expectation]:
    return [
        (name, number + int(mark[2] or 1), mark[1].decode())
        for number, line in enumerate(data.split(b"\n"), 1)
        for mark in _MARK.finditer(line)
    ]
