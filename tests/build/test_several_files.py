"""A format of which a course gets several files, or none: forms of a test, two certificates, cards where there are any."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build.check import check
from builder.build.manifest import read_manifest
from builder.build.pipeline import Report, Request, build
from builder.build.targets import Selection, WrongUse
from builder.diagnostics import Code

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
COURSE = "courses/refresher/course.yaml"
LESSON = "modules/shock/01-keep-warm.md"
Build = Callable[..., Report]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "w"))


@pytest.fixture
def run(root: Path) -> Build:
    def call(*formats: str, **named: tuple[str, ...]) -> Report:
        selection = Selection(formats=formats, languages=named.pop("languages", ("en",)), **named)
        return build(Request(root=root, out=root / "dist", selection=selection))

    return call


def edit(root: Path, old: str, new: str, path: str = COURSE) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def without_tests(root: Path) -> None:
    text = (root / COURSE).read_text(encoding="utf-8")
    (root / COURSE).write_text(text[: text.index("tests:")] + text[text.index("variants:") :], encoding="utf-8")


def made(report: Report) -> set[tuple[str, str]]:
    return {(row.format, row.variant) for row in report.outputs}


def test_a_test_is_a_file_for_each_form_and_its_key_is_one(run: Build) -> None:
    report = run("test.docx", "key.docx")
    assert made(report) == {("test.docx", "a"), ("test.docx", "b"), ("key.docx", "")}
    paths = {row.path for row in report.outputs}
    assert "refresher/en/refresher_all_test-a_en_1.0.0-DRAFT.docx" in paths
    assert "refresher/en/trainer/refresher_all_key_en_1.0.0-DRAFT.docx" in paths


def test_a_variant_of_a_test_is_made_of_every_form(run: Build, root: Path) -> None:
    edit(root, "variants:", "variants:\n  test: {large: {size: 18}}")
    forms = {("test.docx", form) for form in ("a", "b", "large-a", "large-b")}
    assert made(run("test.docx")) == forms
    assert made(run("test.docx", variants=("large",))) == {("test.docx", "large-a"), ("test.docx", "large-b")}
    assert made(run("test.docx", variants=("plain",))) == {("test.docx", "a"), ("test.docx", "b")}


def test_forms_are_no_variants_that_a_course_may_declare(run: Build, root: Path) -> None:
    edit(root, "variants:", "variants:\n  certificate: {gold: {}}")
    report = run("test.docx")
    assert [finding.code for finding in report.diagnostics if finding.span and finding.span.path == COURSE] == [
        Code.KEY_UNKNOWN
    ]


def test_a_form_that_is_gone_is_removed(run: Build, root: Path) -> None:
    before = {row.variant: root / "dist" / row.path for row in run("test.docx").outputs}
    edit(root, "forms: [A, B]", "forms: [A, C]")
    run("test.docx")
    assert before["a"].exists()
    assert not before["b"].exists()
    assert {row.variant for row in read_manifest(root / "dist")} == {"a", "c"}


def test_a_course_without_a_test_has_none_and_no_certificate_of_achievement(run: Build, root: Path) -> None:
    before = [root / "dist" / row.path for row in run("test.docx", "key.docx", "certificate.docx").outputs]
    assert len(before) == 5
    without_tests(root)
    assert made(run("test.*", "key.*", "certificate.docx")) == {("certificate.docx", "attendance")}
    assert [path for path in before if path.exists()] == [
        root / "dist/refresher/en/trainer/refresher_all_certificate-attendance_en_1.0.0-DRAFT.docx"
    ]
    with pytest.raises(WrongUse):
        run("test.*", "key.*")


def test_a_test_without_a_question_to_ask_is_no_file(run: Build, root: Path) -> None:
    for path in (LESSON, "modules/bleeding/01-press.md"):
        edit(root, " use=test", "", path)
    with pytest.raises(WrongUse):
        run("test.docx", "key.docx")


def test_a_module_without_anything_to_cut_out_has_no_cards(run: Build, root: Path) -> None:
    assert {row.part for row in run("cards.pdf").outputs} == {"bleeding"}
    edit(root, "- Confusion\n", '- Confusion\n\n::: card {#card-late role="Late"}\nYou come late.\n:::\n', LESSON)
    report = run("cards.pdf")
    assert {row.part for row in report.outputs} == {"bleeding", "shock"}
    late = next(root / "dist" / row.path for row in report.outputs if row.part == "shock")
    edit(root, '\n::: card {#card-late role="Late"}\nYou come late.\n:::\n', "", LESSON)
    run("cards.pdf")
    assert not late.exists()
    assert {row.part for row in read_manifest(root / "dist")} == {"bleeding"}


def test_a_new_seed_is_another_test_and_another_key(run: Build, root: Path) -> None:
    first = {row.path: row.sha256 for row in run("test.docx", "key.docx").outputs}
    assert {row.path: row.sha256 for row in run("test.docx", "key.docx").outputs} == first
    edit(root, "seed: 1\n", "seed: 4\n")
    second = {row.path: row.sha256 for row in run("test.docx", "key.docx").outputs}
    assert second.keys() == first.keys()
    assert second != first


def test_a_check_says_what_a_test_cannot_ask(root: Path) -> None:
    likert = "\n::: question {#q-sure type=likert scale=agree-5 use=test}\nI am sure.\n:::\n"
    edit(root, "- Confusion\n", f"- Confusion\n{likert}", LESSON)
    found = [one for one in check(root, Selection()).diagnostics if one.code is Code.QUESTION_NOT_CARRIED]
    told = [one for one in found if "the test on paper" in one.message]
    assert len(told) == 1
    assert "q-sure" in told[0].message
    assert told[0].span is not None
    assert told[0].span.path == LESSON
