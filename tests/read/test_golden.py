"""Each golden case reads as its ``read.txt`` says."""

from pathlib import Path

import pytest

from tests.read.golden import FOLDERS, outcome


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_golden(folder: Path) -> None:
    assert outcome(folder) == (folder / "read.txt").read_text(encoding="utf-8")
