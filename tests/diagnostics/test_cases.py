"""Each code has a bad file, and each bad file gives exactly what it expects, with a message and a hint."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder.build.check import check
from builder.build.editions import Editions
from builder.build.exchange import import_files
from builder.build.load import load
from builder.build.manifest import read_manifest, write_manifest
from builder.build.merge_driver import merge_files
from builder.build.pack import pack
from builder.build.pipeline import Request, build
from builder.build.review import open_desk, sign_texts
from builder.build.targets import Selection
from builder.build.translate_format import format_files
from builder.build.translate_minor import minor
from builder.diagnostics import Code, Diagnostic, Diagnostics, Severity, severity_of
from builder.localize.terms import read_terms
from builder.source import SourceFile
from tests.diagnostics.harness import BASE, LESSON, Case, all_cases, expectations, lay_out


def loaded(root: Path) -> Diagnostics:
    """Return what reading, resolving and checking find."""
    return load(root)[1]


def localized(root: Path) -> Diagnostics:
    """Return what taking in the translations finds."""
    workspace, found = load(root)
    assert workspace is not None
    assert found == ()
    editions = Editions(workspace)
    for course in workspace.workspace.courses:
        for language in course.languages:
            editions.edition(course, "all", language)
    return editions.found()


def terms(root: Path) -> Diagnostics:
    """Return what reading a list of terms finds."""
    path = "locales/mk/terms.csv"
    return read_terms(SourceFile(path, (root / path).read_text("utf-8")))[1]


def laid_out(root: Path) -> Diagnostics:
    """Return what looking at the layout of translators' files finds."""
    return format_files(root, (), only_check=True).diagnostics


def merged(root: Path) -> Diagnostics:
    """Return what merging two people's versions of a catalogue finds."""
    folder = root / "locales/mk"
    versions = (folder / "main.base.po", folder / "main.po", folder / "main.theirs.po")
    return merge_files(*versions, path="locales/mk/main.po")[1]


def declared_harmless(root: Path) -> Diagnostics:
    """Return what declaring every edit of a lesson harmless finds."""
    return minor(root, LESSON, by="Ana", today="2026-12-01").update.diagnostics


def brought_back(root: Path) -> Diagnostics:
    """Return what importing the files that lie beside the workspace's manifest finds."""
    listed = sorted(path for path in root.iterdir() if path.name.startswith("back."))
    found = import_files(root, tuple(listed), language=None).diagnostics
    return tuple(_beside(one, root) for one in found)


def _beside(finding: Diagnostic, root: Path) -> Diagnostic:
    """Return a finding that names a file as the workspace does."""
    span = finding.span
    return replace(finding, span=replace(span, path=span.path.removeprefix(f"{root}/"))) if span else finding


def checked(root: Path) -> Diagnostics:
    """Return what the command that checks finds, translations included."""
    return check(root, Selection()).diagnostics


def checked_with_a_dictionary(root: Path) -> Diagnostics:
    """Return what is found where the machine has a small dictionary of the language."""
    pytest.importorskip("hunspell")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DICPATH", str(root / "dictionaries"))
        return checked(root)


def built(*formats: str) -> Callable[[Path], Diagnostics]:
    """Return a step that builds some formats and returns what it finds."""
    return lambda root: build(_request(root, *formats)).diagnostics


def built_over_an_edit(root: Path) -> Diagnostics:
    """Return what building finds where a person has changed a file and its source."""
    request = _request(root, "quiz.moodle")
    (output,) = (row for row in build(request).outputs if row.part == "main")
    (request.out / output.path).write_text("mine", "utf-8")
    lesson = root / LESSON
    lesson.write_text(lesson.read_text("utf-8") + "\n- Another point\n", "utf-8")
    return build(request).diagnostics


def built_onto_a_file(root: Path) -> Diagnostics:
    """Return what building finds where no folder can be made."""
    (root / "dist").write_text("in the way", "utf-8")
    return build(_request(root, "quiz.moodle")).diagnostics


def packed_after_an_edit(root: Path) -> Diagnostics:
    """Return what packing finds where a person has changed a file."""
    request = _request(root, "quiz.moodle")
    (output,) = (row for row in build(request).outputs if row.part == "main")
    (request.out / output.path).write_text("mine", "utf-8")
    return pack(root, request.out, root / "packs", Selection()).diagnostics


def packed_with_a_wrong_manifest(root: Path) -> Diagnostics:
    """Return what packing finds where the manifest calls a trainer's file a participant's."""
    request = _request(root, "quiz.moodle")
    (output,) = (row for row in build(request).outputs if row.part == "main")
    rows = [replace(row, audience="participant") if row == output else row for row in read_manifest(request.out)]
    write_manifest(request.out, rows)
    return pack(root, request.out, root / "packs", Selection()).diagnostics


def signed_by_its_translator(root: Path) -> Diagnostics:
    """Return what a review finds whose reviewer is the translator."""
    desk, found = open_desk(root, "mk", names=("main",))
    assert desk is not None
    return (*found, *sign_texts(desk, desk.waiting, by="Ana", today="2026-11-22")[1])


def released(root: Path) -> Diagnostics:
    """Return what a release finds."""
    return build(replace(_request(root, "quiz.moodle"), release=True)).diagnostics


def _request(root: Path, *formats: str) -> Request:
    return Request(root=root, out=root / "dist", selection=Selection(formats=formats))


STEPS: dict[Code, Callable[[Path], Diagnostics]] = {
    Code.CATALOGUE_MALFORMED: localized,
    Code.CATALOGUE_FORM: laid_out,
    Code.CATALOGUE_CONFLICT: merged,
    Code.MINOR_REFUSED: declared_harmless,
    Code.EXCHANGE_UNREADABLE: brought_back,
    Code.IMPORT_CONFLICT: brought_back,
    Code.IMPORT_REFUSED: brought_back,
    Code.IMPORT_STALE: brought_back,
    Code.IMPORT_UNKNOWN: brought_back,
    Code.LEDGER_MALFORMED: localized,
    Code.TERMS_MALFORMED: terms,
    Code.TRANSLATION_MARKUP: localized,
    Code.TRANSLATION_EMPHASIS: localized,
    Code.TRANSLATION_MISSING: localized,
    Code.TRANSLATION_STALE: localized,
    Code.TRANSLATION_UNREVIEWED: localized,
    Code.ANSWER_UNTRANSLATED: localized,
    Code.FIGURE_LABEL_LONG: localized,
    Code.TRANSLATION_UNDECIDED: checked,
    Code.TRANSLATION_NUMBER: checked,
    Code.TRANSLATION_QUOTES: checked,
    Code.TRANSLATION_DOUBLED: checked,
    Code.TRANSLATION_ACRONYM: checked,
    Code.TRANSLATION_UNTRANSLATED: checked,
    Code.TRANSLATION_LENGTH: checked,
    Code.TRANSLATION_ENDING: checked,
    Code.TRANSLATION_INCONSISTENT: checked,
    Code.TRANSLATION_TERM: checked,
    Code.TRANSLATION_SPELLING: checked_with_a_dictionary,
    Code.TRANSLATION_EKAVIAN: checked,
    Code.TERM_FORBIDDEN: checked,
    Code.SCRIPT_MIXED: checked,
    Code.SCRIPT_WRONG: checked,
    Code.WAIVER_UNFOUNDED: checked,
    Code.DERIVED_EDITED: localized,
    Code.EXCEPTIONS_MALFORMED: localized,
    Code.SLIDE_OVERFLOW: built("deck.pptx"),
    Code.SLIDE_SPLIT: built("deck.pptx"),
    Code.SLIDE_TIGHT: built("deck.pptx"),
    Code.VARIANT_NOT_MADE: built("quiz.moodle"),
    Code.BLOCK_NOT_CARRIED: built("deck.pptx"),
    Code.QUESTION_NOT_CARRIED: built("quiz.aiken"),
    Code.SCORING_NOT_CARRIED: built("quiz.moodle"),
    Code.OUTPUT_EDITED: built_over_an_edit,
    Code.OUTPUT_NOT_WRITABLE: built_onto_a_file,
    Code.PACK_CHANGED: packed_after_an_edit,
    Code.PACK_AUDIENCE: packed_with_a_wrong_manifest,
    Code.REVIEW_REFUSED: signed_by_its_translator,
    Code.RELEASE_UNREVIEWED: released,
    Code.RELEASE_UNRECORDED: released,
}
"""The step that finds a code, where it is not reading, resolving or checking."""
SUMMARIES = (Code.TRANSLATION_MISSING, Code.TRANSLATION_UNREVIEWED)
"""Found in every workspace that is not translated and reviewed; they count only in cases of their own."""


def test_the_base_is_faultless() -> None:
    assert load(BASE)[1] == ()


def test_every_code_has_a_case() -> None:
    assert {case.code for case in all_cases()} == {code.value for code in Code}


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.path.name)
def test_finds_what_is_expected_and_nothing_else(case: Case, tmp_path: Path) -> None:
    found = STEPS.get(Code(case.code), loaded)(lay_out(case, tmp_path))
    expected = expectations(case)
    rows = {(finding.span.path, finding.span.line, finding.code.value) for finding in found if finding.span}
    if Code(case.code) in STEPS:
        rows = {row for row in rows if row in expected or row[2] not in SUMMARIES}
    assert sorted(rows) == expected
    assert case.code in {code for _, _, code in rows}
    for finding in found:
        assert finding.severity is severity_of(finding.code)
        assert finding.severity in Severity
        assert finding.message.strip()
        assert finding.hint
