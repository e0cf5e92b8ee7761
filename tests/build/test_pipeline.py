"""A whole build on a copy of the example: what lands, what stays, what stops it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build.pipeline import Report, Request, build
from builder.build.targets import Selection, WrongUse
from builder.diagnostics import Code

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
QUICK = ("deck.pptx", "quiz.moodle")
Build = Callable[..., Report]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "пат со празно место"))


@pytest.fixture
def run(root: Path) -> Build:
    def call(*, languages: tuple[str, ...] = (), formats: tuple[str, ...] = QUICK, **options: object) -> Report:
        selection = Selection(languages=languages, formats=formats, parts=tuple(options.pop("parts", ())))  # type: ignore[call-overload]
        return build(Request(root=root, out=root / "dist", selection=selection, **options))  # type: ignore[arg-type]

    return call


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "dist").rglob("*.*")}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_names_folders_and_manifest_are_those_of_the_design(run: Build, root: Path) -> None:
    report = run()
    paths = {row.path for row in report.outputs}
    assert "refresher/mk/trainer/refresher_bleeding_deck_mk_1.0.0-DRAFT.pptx" in paths
    assert "refresher/en/trainer/refresher_all_quiz-moodle_en_1.0.0-DRAFT.xml" in paths
    manifest = json.loads((root / "dist/manifest.json").read_text())
    assert manifest["schema"] == 1
    assert {row["path"] for row in manifest["outputs"]} == paths
    assert all((root / "dist" / path).is_file() for path in paths)


def test_a_second_build_makes_nothing_and_touches_nothing(run: Build, root: Path) -> None:
    run()
    before = {path: path.stat().st_mtime_ns for path in (root / "dist").rglob("*.*")}
    report = run()
    assert report.unchanged == len(report.outputs) > 0
    assert before == {path: path.stat().st_mtime_ns for path in (root / "dist").rglob("*.*")}


def test_several_processes_make_the_same_files_as_one(run: Build, root: Path) -> None:
    run()
    alone = files_of(root)
    shutil.rmtree(root / "dist")
    run(jobs=2)
    assert files_of(root) == alone


def test_a_partial_build_keeps_the_rows_of_the_rest(run: Build, root: Path) -> None:
    run()
    before = files_of(root)
    edit(root / "modules/shock/01-keep-warm.md", "Confusion", "Being confused")
    report = run(languages=("en",), parts=("shock",))
    assert {row.part for row in report.outputs} == {"shock"}
    assert files_of(root).keys() == before.keys()


def test_a_lesson_with_an_error_leaves_the_old_output_whole(run: Build, root: Path) -> None:
    run()
    before = files_of(root)
    edit(root / "modules/bleeding/01-press.md", "[shock](ref:shock/keep-warm#pale)", "[shock](ref:shock/nowhere)")
    report = run()
    assert Code.REFERENCE_UNKNOWN in {finding.code for finding in report.diagnostics}
    assert report.outputs == ()
    assert files_of(root) == before


def test_a_broken_catalogue_stops_its_own_language_only(run: Build, root: Path) -> None:
    run()
    before = files_of(root)
    with (root / "locales/mk/shock.po").open("a") as file:
        file.write('msgid "unfinished\n')
    edit(root / "modules/shock/01-keep-warm.md", "Confusion", "Being confused")
    report = run()
    assert {finding.code for finding in report.diagnostics if finding.severity == "error"} == {Code.CATALOGUE_MALFORMED}
    assert {row.lang for row in report.outputs} == {"en"}
    after = files_of(root)
    assert {path for path in before if "/mk/" in path and after[path] != before[path]} == set()


def test_a_translation_that_loses_markup_is_an_error_of_its_file(run: Build, root: Path) -> None:
    with (root / "locales/mk/bleeding.po").open("w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr "Language: mk\\n"\n\n')
        file.write('msgid "In one line"\nmsgstr ""\n\n')
        file.write('msgctxt "item"\nmsgid "Keep pressing"\nmsgstr "Притискајте {{ broj }}"\n')
    found = [finding for finding in run().diagnostics if finding.code is Code.TRANSLATION_MARKUP]
    assert [(finding.span.path, finding.span.line) for finding in found if finding.span] == [
        ("locales/mk/bleeding.po", 8)
    ]


def test_an_output_folder_that_cannot_be_written_is_said(
    run: Build, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied", str(root / "dist"))

    monkeypatch.setattr("builder.files.os.replace", refuse)
    report = run()
    assert Code.OUTPUT_NOT_WRITABLE in {finding.code for finding in report.diagnostics}
    assert files_of(root) == {}


def test_a_release_of_drafts_is_refused_with_the_list(run: Build, root: Path) -> None:
    report = run(release=True)
    errors = {finding.code for finding in report.diagnostics if finding.severity == "error"}
    assert errors == {Code.RELEASE_UNREVIEWED, Code.RELEASE_UNRECORDED}
    assert report.outputs == ()


@pytest.mark.parametrize(
    ("selection", "advice"),
    [
        (Selection(courses=("refreshr",)), "refresher"),
        (Selection(parts=("bleding",)), "bleeding"),
        (Selection(languages=("sr",)), "sr-Cyrl or sr-Latn"),
        (Selection(languages=("xx",)), "xx"),
        (Selection(formats=("deck.ppt",)), "deck.pptx"),
    ],
)
def test_a_name_that_is_nowhere_is_answered_with_the_nearest(root: Path, selection: Selection, advice: str) -> None:
    with pytest.raises(WrongUse, match=advice):
        build(Request(root=root, out=root / "dist", selection=selection))


def test_same_input_same_bytes_elsewhere(run: Build, root: Path, tmp_path: Path) -> None:
    run(formats=())
    here = files_of(root)
    other = Path(shutil.copytree(root, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("dist")))
    environment = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    command = [sys.executable, "-m", "builder", "build", "-q"]
    subprocess.run(command, cwd=other / "modules", env=environment, check=True)
    assert files_of(other) == here
