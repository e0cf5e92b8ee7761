"""Golden cases: folders of ``tests/cases`` that hold a lesson and, in ``read.txt``, what reading makes of it.

``python -m tests.read.golden`` writes the expectations anew; read the difference like code.
"""

from pathlib import Path

from builder.content.dump import dump
from builder.diagnostics import Diagnostics
from tests.read.helpers import CASES, read

FOLDERS = sorted(path.parent for path in CASES.glob("*/lesson.md"))


def outcome(folder: Path) -> str:
    """Return what reading makes of a case: the lesson as text, then what is wrong with it."""
    lesson, findings = read((folder / "lesson.md").read_text(encoding="utf-8"), f"modules/cases/01-{folder.name}.md")
    return dump(lesson) + report(findings)


def report(findings: Diagnostics) -> str:
    """Return findings as the command line shows them, without the path."""
    lines = []
    for finding in findings:
        assert finding.span is not None
        lines.append(f"{finding.span.line}: {finding.severity}[{finding.code}]: {finding.message}\n")
        lines.append(f"    hint: {finding.hint}\n")
    return "".join(["\n", *lines]) if lines else ""


if __name__ == "__main__":
    for case in FOLDERS:
        (case / "read.txt").write_text(outcome(case), encoding="utf-8")
