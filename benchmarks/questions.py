"""What a question costs in each format beside text2qti, and how that grows: `python -m benchmarks.questions`."""

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import whole

if TYPE_CHECKING:
    from builder.build.make import Job

PEER = str(Path(sys.executable).with_name("text2qti"))
_A_LESSON = 100
_LESSON = '---\ntitle: "Lesson {number}"\nminutes: 100\n---\n\n## Check {{#check minutes=100 method=plenary}}\n\n'
_QUESTION = """\
::: question {{#q-{number} type=single}}
Which sentence of number {number} describes a plan that a team agrees on?

- [x] The team writes the plan number {number} together {{#a}}
  > This is it.
- [ ] One person writes number {number} alone {{#b}}
  > Not together.
- [ ] Nobody writes number {number} {{#c}}
explain: Because it is agreed.
:::

"""
_THEIRS = """\
{number}. Which sentence of number {number} describes a plan that a team agrees on?
... Because it is agreed.
*a) The team writes the plan number {number} together
... This is it.
b) One person writes number {number} alone
... Not together.
c) Nobody writes number {number}

"""


def main() -> None:
    """Print a table: for each format and number of questions, CPU a question beside the peer's, and peak memory."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--ours", metavar="FOLDER", help="measure every format on a workspace, as lines of JSON")
    arguments = parser.parse_args()
    if arguments.ours:
        _measure_all(Path(arguments.ours))
        return
    print("| questions | format | ms a question | text2qti, ms a question | ratio | peak MB | before, MB |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.sizes:
            for row in _rows(Path(folder) / str(size), size):
                print(row, flush=True)


def _rows(folder: Path, size: int) -> Iterator[str]:
    """Yield a row a format; the peer runs before and after ours, so that a drifting machine touches both alike."""
    _write(folder, size)
    command = [sys.executable, "-m", "benchmarks.questions", "--ours", str(folder / "ours")]
    before = _peer(folder)
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    theirs = (before + _peer(folder)) / 2
    for told in map(json.loads, lines):
        yield (
            f"| {size} | {told['format']} | {1000 * told['cpu'] / size:.3f} | {1000 * theirs / size:.3f} "
            f"| {told['cpu'] / theirs:.2f} | {told['memory']:.0f} | {told['before']:.0f} |"
        )


def _peer(folder: Path) -> float:
    """Return the CPU seconds that the peer takes for its one format, without its start."""
    return whole([PEER, "quiz.txt"], folder).cpu - whole([PEER, "--help"], folder).cpu


def _measure_all(root: Path) -> None:
    """Print what planning and writing a bank costs in each format, once the lessons are read, as in one build.

    Each is measured in a process of its own, which begins with all that was read.
    """
    from builder.build.findings import Findings
    from builder.build.jobs import prepare
    from builder.build.load import load
    from builder.build.make import Job
    from builder.build.targets import Target
    from builder.formats import FORMATS

    loaded, _ = load(root)
    if loaded is None:
        raise SystemExit("the workspace cannot be read")
    names = [format.name for format in FORMATS if format.artefact.startswith("quiz")]
    jobs: list[Job] = list(prepare(loaded, tuple(Target("all", "all", "en", name) for name in names), Findings()))
    forked = multiprocessing.get_context("fork")
    for job in jobs:
        process = forked.Process(target=_measure, args=(job,))
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(f"{job.target.format} was not made")


def _measure(job: "Job") -> None:
    """Print the CPU of one format and the memory before and at its peak."""
    from builder.build.executors import settled
    from builder.build.make import make

    before = _memory()
    with settled():
        started = time.process_time()
        made = make(job)
        cpu = time.process_time() - started
    if made.data is None:
        raise SystemExit(1)
    print(json.dumps({"format": job.target.format, "cpu": cpu, "memory": _memory(), "before": before}), flush=True)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _write(folder: Path, size: int) -> None:
    """Write the same questions as a workspace of ours and as a source of theirs."""
    ours = folder / "ours"
    _save(
        ours / "workspace.yaml",
        "name: Generated\nsource: en\nlanguages: [en]\npublisher: default\nlicence: CC-BY-4.0\n",
    )
    _save(ours / "publishers/default/profile.yaml", "name: Generated\n")
    _save(ours / "modules/bank/module.yaml", "title: Bank\n")
    lessons = range(-(-size // _A_LESSON))
    for lesson in lessons:
        first = lesson * _A_LESSON
        asked = (_QUESTION.format(number=number) for number in range(first, min(first + _A_LESSON, size)))
        name = f"{lesson % 99 + 1:02}-lesson-{lesson}.md"
        _save(ours / f"modules/bank/{name}", _LESSON.format(number=lesson) + "".join(asked))
    taken = "".join(f"      - lesson: bank/lesson-{lesson}\n" for lesson in lessons)
    head = (
        'title: Generated\nedition: 1.0.0\ndate: 2026-01-01\ndays:\n  - title: Day\n    start: "09:00"\n    sessions:\n'
    )
    _save(ours / "courses/all/course.yaml", head + taken)
    _save(
        folder / "quiz.txt", "Quiz title: Generated\n\n" + "".join(_THEIRS.format(number=n) for n in range(1, size + 1))
    )


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
