"""What a build may replace and remove, and what it keeps because a person has edited it."""

from pathlib import Path

from builder.build.manifest import (
    Row,
    discard,
    is_current,
    manifest_bytes,
    merge,
    place,
    read_manifest,
    sha256,
    write_manifest,
)
from builder.diagnostics import Code


def row(path: str, data: bytes, *, draft: bool = False, digest: str = "d", edition: str = "1.0.0") -> Row:
    return Row(
        path=path, sha256=sha256(data), bytes=len(data), course="c", part="m", artefact="deck", variant="",
        format="deck.pptx", lang="en", edition=edition, audience="trainer", draft=draft, digest=digest,
    )  # fmt: skip


def test_a_draft_goes_when_its_final_comes(tmp_path: Path) -> None:
    draft, final = row("en/a-DRAFT.pptx", b"old", draft=True), row("en/a.pptx", b"new")
    assert place(tmp_path, b"old", draft, ()) == []
    assert place(tmp_path, b"new", final, (draft,)) == []
    assert [path.name for path in (tmp_path / "en").iterdir()] == ["a.pptx"]


def test_an_edited_draft_is_kept_beside_the_final(tmp_path: Path) -> None:
    draft, final = row("en/a-DRAFT.pptx", b"old", draft=True), row("en/a.pptx", b"new")
    place(tmp_path, b"old", draft, ())
    (tmp_path / draft.path).write_bytes(b"a person was here")
    found = place(tmp_path, b"new", final, (draft,))
    assert [finding.code for finding in found] == [Code.OUTPUT_EDITED]
    assert (tmp_path / "en/a-DRAFT.edited.pptx").read_bytes() == b"a person was here"
    assert (tmp_path / "en/a.pptx").read_bytes() == b"new"


def test_an_edited_file_of_the_same_name_is_kept_each_time(tmp_path: Path) -> None:
    old = row("en/a.pptx", b"old")
    place(tmp_path, b"old", old, ())
    for text in (b"first edit", b"second edit"):
        (tmp_path / old.path).write_bytes(text)
        place(tmp_path, b"old", old, (old,))
    assert (tmp_path / "en/a.edited.pptx").read_bytes() == b"first edit"
    assert (tmp_path / "en/a.edited-2.pptx").read_bytes() == b"second edit"
    assert (tmp_path / old.path).read_bytes() == b"old"


def test_a_file_that_no_manifest_lists_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/a.pptx").write_bytes(b"mine")
    found = place(tmp_path, b"new", row("en/a.pptx", b"new"), ())
    assert [finding.code for finding in found] == [Code.OUTPUT_EDITED]
    assert (tmp_path / "en/a.edited.pptx").read_bytes() == b"mine"


def test_another_edition_stays(tmp_path: Path) -> None:
    first, second = row("en/a_1.pptx", b"one"), row("en/a_2.pptx", b"two", edition="2.0.0")
    place(tmp_path, b"one", first, ())
    place(tmp_path, b"two", second, (first,))
    assert merge((first,), (second,), tmp_path) == (first, second)


def test_a_partial_build_merges_its_rows_and_forgets_files_that_are_gone(tmp_path: Path) -> None:
    kept, gone = row("en/a.pptx", b"one"), row("en/gone.pptx", b"two", edition="0.9.0")
    place(tmp_path, b"one", kept, ())
    assert merge((kept, gone), (), tmp_path) == (kept,)


def test_the_manifest_reads_back(tmp_path: Path) -> None:
    rows = (row("en/a.pptx", b"one"), row("en/b.pptx", b"two"))
    write_manifest(tmp_path, rows)
    assert read_manifest(tmp_path) == rows
    assert manifest_bytes(rows) == manifest_bytes(reversed(rows))


def test_a_foreign_manifest_counts_as_none(tmp_path: Path) -> None:
    for text in ("", "[]", "{", '{"outputs": [{"path": "x"}]}', '{"outputs": 3}'):
        (tmp_path / "manifest.json").write_text(text)
        assert read_manifest(tmp_path) == ()


def test_current_means_same_sources_and_same_bytes(tmp_path: Path) -> None:
    old = row("en/a.pptx", b"one", digest="x")
    place(tmp_path, b"one", old, ())
    assert is_current(tmp_path, old, "x")
    assert not is_current(tmp_path, old, "y")
    (tmp_path / old.path).write_bytes(b"edited")
    assert not is_current(tmp_path, old, "x")
    assert not is_current(tmp_path, None, "x")


def test_discarding_removes_empty_folders_only(tmp_path: Path) -> None:
    first, second = row("c/en/a.pptx", b"one"), row("c/b.pptx", b"two")
    place(tmp_path, b"one", first, ())
    place(tmp_path, b"two", second, ())
    assert discard(tmp_path, first) == []
    assert not (tmp_path / "c/en").exists()
    assert (tmp_path / "c/b.pptx").exists()
