"""The tests themselves: pytest passes over no folder of them."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_pytest_collects_every_folder_with_tests(pytestconfig: pytest.Config) -> None:
    folders = {parent.name for file in HERE.rglob("test_*.py") for parent in file.relative_to(HERE).parents}
    passed_over = pytestconfig.getini("norecursedirs")
    assert "build" in folders
    assert [folder for folder in folders if any(fnmatch(folder, one) for one in passed_over)] == []
