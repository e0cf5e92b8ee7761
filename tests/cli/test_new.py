"""`course new`: what it writes builds at once and checks without a finding."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import course

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, folder: Path = tmp_path, expect: int = 0):  # type: ignore[no-untyped-def]
        monkeypatch.chdir(folder)
        result = CliRunner().invoke(course, arguments, catch_exceptions=False)
        assert result.exit_code == expect, result.output
        return result

    return call


def test_a_new_workspace_checks_without_a_finding_and_builds(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("new", "workspace", "Мој курс 1", "--languages", "en,mk")
    root = tmp_path / "Мој курс 1"
    assert "0 errors, 0 warnings" in run("check", "--lang", "en", folder=root).stdout
    run("build", folder=root)
    built = {path.suffix for path in (root / "dist/first-course/mk").rglob("*.*")}
    assert built >= {".pptx", ".pdf", ".docx", ".html", ".xml"}


def test_a_module_written_by_its_comments_alone_builds(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("new", "workspace", "w")
    root = tmp_path / "w"
    run("new", "module", "bee-keeping", folder=root)
    run("new", "lesson", "bee-keeping", "the-hive", folder=root)
    run(
        "new", "course", "bees", "--lesson", "bee-keeping/first-lesson", "--lesson", "bee-keeping/the-hive", folder=root
    )
    assert "0 errors, 0 warnings" in run("check", folder=root).stdout
    run("build", "bees", "--format", "deck.pptx", folder=root)
    assert list((root / "dist/bees/en/trainer").glob("bees_bee-keeping_deck_en_0.1.0*.pptx"))


def test_what_is_there_is_never_overwritten(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("mine")
    run("new", "workspace", "full", expect=2)
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    run("new", "workspace", "w")
    run("new", "module", "welcome", folder=tmp_path / "w", expect=2)
    run("new", "lesson", "welcome", "first-lesson", folder=tmp_path / "w", expect=2)
    run("new", "course", "first-course", folder=tmp_path / "w", expect=2)


@pytest.mark.parametrize("name", ["Upper", "a b", "ќе", "-a", "", "a/b", "../a"])
def test_a_name_that_cannot_be_an_id_is_refused(run, tmp_path: Path, name: str) -> None:  # type: ignore[no-untyped-def]
    run("new", "workspace", "w")
    run("new", "module", "--", name, folder=tmp_path / "w", expect=2)


def test_a_bare_sr_is_refused_with_the_way_out(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("new", "workspace", "w", "--languages", "en,sr", expect=2)
    assert "sr-Cyrl or sr-Latn" in result.stderr
    assert not (tmp_path / "w").exists()


def test_outside_a_workspace_the_way_in_is_named(run) -> None:  # type: ignore[no-untyped-def]
    assert "course new workspace" in run("build", expect=2).stderr


def test_a_language_brings_its_catalogues_and_keeps_the_manifest_s_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    monkeypatch.chdir(root)
    manifest = (root / "workspace.yaml").read_text("utf-8")
    result = CliRunner().invoke(course, ["new", "language", "sq"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    changed = (root / "workspace.yaml").read_text("utf-8")
    assert changed == manifest.replace("sr-Latn]", "sr-Latn, sq]")
    assert "lists its own languages: add sq there" in result.output
    assert (root / "locales/sq/terms.csv").read_text("utf-8") == "term,use,form,other_forms,note\n"
    assert ("locales/sq/shock.po" in result.output) == (root / "locales/sq/shock.po").exists()
    again = CliRunner().invoke(course, ["new", "language", "sq"])
    assert (again.exit_code, (root / "workspace.yaml").read_text("utf-8")) == (2, changed)


def test_a_language_in_another_script_is_derived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(course, ["new", "workspace", "w", "--languages", "en,sr-Cyrl"]).exit_code == 0
    monkeypatch.chdir(tmp_path / "w")
    assert CliRunner().invoke(course, ["new", "language", "sr-Latn"], catch_exceptions=False).exit_code == 0
    manifest = (tmp_path / "w/workspace.yaml").read_text("utf-8")
    assert "  sr-Latn: sr-Cyrl" in manifest
    assert not (tmp_path / "w/locales/sr-Latn").exists()
    assert CliRunner().invoke(course, ["check"]).exit_code == 0
