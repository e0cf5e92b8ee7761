"""A practice page in a real browser: what to press, and what it then shows."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from builder.model.edition import Edition
from tests.write.quiz_pages import page

CLIENTS = Path(__file__).parents[1] / "clients"
HAVE_ALL = all((CLIENTS / "node_modules" / name).is_dir() for name in ("playwright-core", "axe-core"))
HAVE_ALL = HAVE_ALL and bool(shutil.which("node")) and bool(shutil.which("chromium"))
NEEDS = [
    pytest.mark.client,
    pytest.mark.skipif(not HAVE_ALL, reason="needs node, Chromium and the packages of tests/clients"),
]
Step = dict[str, Any]


def play(tmp_path: Path, edition: Edition, *steps: Step, **setting: Any) -> list[dict[str, Any]]:
    """Return what the browser reports of each reading step; any error, and any request but the page's own, fails."""
    file = tmp_path / "Квиз за вежбање.html"
    file.write_text(page(edition), encoding="utf-8")
    done = subprocess.run(
        ["node", str(CLIENTS / "quiz_play.mjs"), str(file)], input=json.dumps({"steps": steps, **setting}),
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert {request.partition(":")[0] for request in report["requests"]} <= {"file", "data"}
    reads: list[dict[str, Any]] = report["reads"]
    return reads


def go(*targets: str) -> list[Step]:
    return [{"to": target} for target in targets]


def press(*keys: str) -> list[Step]:
    return [{"press": key} for key in keys]


def check(question: str) -> list[Step]:
    return [*go(f"{question}:check"), *press("Enter"), {"read": question}]


def enter(question: str, text: str) -> list[Step]:
    return [*go(f"{question}.answer"), {"press": "Control+A"}, {"type": text}, {"press": "Enter"}, {"read": question}]
