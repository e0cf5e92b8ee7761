"""A copy of the example to run commands in."""

import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    monkeypatch.chdir(root)
    return root
