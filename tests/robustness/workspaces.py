"""What the robustness tests share: copies of the example, the command run in them, and all that lies on disk."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from builder.cli import course

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = REPOSITORY / "tests/cases/example/workspace"
LESSON = "modules/shock/01-keep-warm.md"
PRESS = "modules/bleeding/01-press.md"
SIX = ("deck.pptx", "handout.pdf", "handout.docx", "handout.html", "quiz.html", "quiz.moodle")
_FINDING = re.compile(r"(?:(.+):(\d+): )?(error|warning)\[([a-z0-9-]+)\]: (.+)")


@dataclass(frozen=True)
class Told:
    """One finding as a person reads it on the terminal."""

    path: str
    line: int
    severity: str
    code: str
    message: str
    hint: str


def copy_example(folder: Path) -> Path:
    """Return the root of a fresh copy of the example, without outputs."""
    return Path(shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("dist")))


@contextmanager
def standing_in(folder: Path) -> Iterator[None]:
    """Make a folder the current one for a while."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def call(root: Path, *arguments: str) -> Result:
    """Return how `course` ends in a folder; an exception that escapes it fails the test."""
    with standing_in(root):
        return CliRunner().invoke(course, representative(arguments), catch_exceptions=False)


def representative(arguments: tuple[str, ...]) -> list[str]:
    """Return a command whose build makes one format of each kind, where it names none: thirty take their time."""
    if arguments[:1] != ("build",) or "--format" in arguments:
        return list(arguments)
    return [*arguments, *(word for name in SIX for word in ("--format", name))]


def run(
    root: Path, *arguments: str, environment: Mapping[str, str] | None = None, prefix: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Return how `course` ends as a process of its own; it never shows a traceback."""
    done = subprocess.run(
        [*prefix, *COMMAND, *representative(arguments)],
        cwd=root, env={**os.environ, **(environment or {})}, capture_output=True, text=True, encoding="utf-8",
        check=False, timeout=120,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


COMMAND = (sys.executable, "-m", "builder")


def findings(printed: str) -> list[Told]:
    """Return the findings of what was printed on stderr, hints with them."""
    told: list[Told] = []
    lines = printed.splitlines()
    for number, line in enumerate(lines):
        found = _FINDING.fullmatch(line)
        if found is not None:
            following = lines[number + 1] if number + 1 < len(lines) else ""
            hint = following.removeprefix("    hint: ") if following.startswith("    hint: ") else ""
            told.append(Told(found[1] or "", int(found[2] or 0), found[3], found[4], found[5], hint))
    return told


def errors(printed: str) -> list[Told]:
    """Return the findings that are errors."""
    return [finding for finding in findings(printed) if finding.severity == "error"]


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outputs(root: Path, out: str = "dist") -> dict[str, bytes]:
    """Return all that a build has placed."""
    return everything(root / out)


def edit(path: Path, old: str, new: str) -> None:
    """Change a text in a file; it must be there."""
    text = path.read_bytes().decode("utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def rows_of(out: Path) -> list[dict[str, object]]:
    """Return the rows of a manifest."""
    rows: list[dict[str, object]] = json.loads((out / "manifest.json").read_text("utf-8"))["outputs"]
    return rows
