"""The only disk: whole files or none, and nothing from outside the workspace."""

import os
from pathlib import Path

import pytest

from builder import files


def test_the_root_is_found_from_any_folder_below(tmp_path: Path) -> None:
    (tmp_path / "workspace.yaml").write_text("name: x\n")
    deep = tmp_path / "модули/a b"
    deep.mkdir(parents=True)
    assert files.find_root(deep) == tmp_path.resolve()


def test_no_root_is_said(tmp_path: Path) -> None:
    assert files.find_root(tmp_path) is None


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    files.write(path, b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="space"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (root / "link.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(files.Unreadable, match="outside"):
        files.read_bytes(root, "link.md")


def test_a_missing_file_is_none(tmp_path: Path) -> None:
    assert files.read_bytes(tmp_path, "none.md") is None


def test_too_large_a_source_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.md").open("wb") as file:
        file.truncate(files.LARGEST_SOURCE + 1)
    with pytest.raises(files.Unreadable, match="larger"):
        files.read_bytes(tmp_path, "large.md")


def test_fonts_are_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = files.font_folder({"a.ttf": b"font"}, {"a.ttf": 4})
    assert (folder / "a.ttf").read_bytes() == b"font"
    assert files.font_folder({}, {"a.ttf": 4}) == folder
    assert files.font_folder({"a.ttf": b"another"}, {"a.ttf": 7}) != folder


def test_an_edited_archive_keeps_both_its_endings(tmp_path: Path) -> None:
    path = tmp_path / "course_all_quiz-olx_en_1.0.0.tar.gz"
    path.write_bytes(b"edited")
    assert files.set_aside(path).name == "course_all_quiz-olx_en_1.0.0.edited.tar.gz"
    path.write_bytes(b"edited again")
    assert files.set_aside(path).name == "course_all_quiz-olx_en_1.0.0.edited-2.tar.gz"
