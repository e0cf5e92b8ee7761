"""Variants in a build: which files they become, what the manifest says of them, what removes and what stops them."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder.build.check import check
from builder.build.load import load
from builder.build.manifest import Row, read_manifest
from builder.build.pipeline import Report, Request, build
from builder.build.show import show
from builder.build.targets import Selection, WrongUse, spread
from builder.diagnostics import Code
from builder.formats import FORMATS
from builder.model.options import find_artefact

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
COURSE = "courses/refresher/course.yaml"
Build = Callable[..., Report]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "w"))
    text = (root / COURSE).read_text(encoding="utf-8")
    variants = "variants:\n  deck: {mk-notes: {notes_language: mk}, with-mk: {second_language: mk}}\n"
    (root / COURSE).write_text(
        f"{text[: text.index('variants:')]}{variants}  handout: {{large: {{size: 18}}}}\n", "utf-8"
    )
    return root


@pytest.fixture
def run(root: Path) -> Build:
    def call(*formats: str, parts: tuple[str, ...] = ("shock",), **options: object) -> Report:
        named = {name: options.pop(name) for name in ("languages", "variants") if name in options}
        selection = Selection(formats=formats, parts=parts, **named)  # type: ignore[arg-type]
        return build(Request(root=root, out=root / "dist", selection=selection, **options))  # type: ignore[arg-type]

    return call


def edit(root: Path, old: str, new: str, path: str = COURSE) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def named(report: Report) -> set[tuple[str, str, str]]:
    return {(row.format, row.variant, row.lang) for row in report.outputs}


def row(report: Report, variant: str, language: str = "en") -> Row:
    (found,) = (row for row in report.outputs if (row.variant, row.lang) == (variant, language))
    return found


def test_a_variant_is_a_further_file_of_each_format_that_can_be_it(run: Build, root: Path) -> None:
    report = run("deck.p[dp]*", "handout.html", "quiz.html")
    assert named(report) == {
        ("deck.pptx", "", "en"), ("deck.pptx", "", "mk"), ("deck.pptx", "mk-notes", "en"), ("deck.pptx", "with-mk", "en"),
        ("deck.pdf", "", "en"), ("deck.pdf", "", "mk"), ("deck.pdf", "with-mk", "en"),
        ("handout.html", "", "en"), ("handout.html", "", "mk"), ("handout.html", "large", "en"), ("handout.html", "large", "mk"),
        ("quiz.html", "", "en"), ("quiz.html", "", "mk"),
    }  # fmt: skip
    rows = {entry["path"]: entry for entry in json.loads((root / "dist/manifest.json").read_text())["outputs"]}
    deck = rows["refresher/en/trainer/refresher_shock_deck-with-mk_en_1.0.0-DRAFT.pptx"]
    assert (deck["artefact"], deck["variant"], deck["format"], deck["lang"]) == ("deck", "with-mk", "deck.pptx", "en")
    assert "refresher/mk/refresher_shock_handout-large_mk_1.0.0-DRAFT.html" in rows


def test_a_variant_is_not_made_where_it_would_be_the_plain_file(run: Build) -> None:
    assert {(row.variant, row.lang) for row in run("deck.pptx").outputs} == {
        ("", "en"), ("", "mk"), ("mk-notes", "en"), ("with-mk", "en"),
    }  # fmt: skip


def test_variants_are_asked_for_by_name_and_the_others_by_plain(run: Build) -> None:
    assert {row.variant for row in run("deck.pptx", variants=("with-mk",)).outputs} == {"with-mk"}
    assert {row.variant for row in run("deck.pptx", variants=("plain",)).outputs} == {""}
    with pytest.raises(WrongUse, match="with-mk"):
        run("deck.pptx", variants=("with-mkk",))


def test_what_it_chooses_is_a_part_of_its_digest(run: Build, root: Path) -> None:
    first = run("handout.html")
    assert run("handout.html").unchanged == len(first.outputs)
    edit(root, "size: 18", "size: 20")
    second = run("handout.html")
    assert row(second, "large").digest != row(first, "large").digest
    assert row(second, "").digest == row(first, "").digest
    assert row(second, "large").path == row(first, "large").path


def test_a_text_of_the_other_language_is_a_part_of_its_digest(run: Build, root: Path) -> None:
    first = run("deck.pptx")
    path = next((root / "locales/mk").glob("*.tsv"))
    path.write_text("", "utf-8")
    second = run("deck.pptx")
    assert row(second, "with-mk").digest != row(first, "with-mk").digest
    assert row(second, "mk-notes").digest != row(first, "mk-notes").digest


def test_a_variant_that_is_gone_is_removed_unless_a_person_has_edited_it(run: Build, root: Path) -> None:
    before = {row.variant: root / "dist" / row.path for row in run("deck.pptx", languages=("en",)).outputs}
    before["mk-notes"].write_bytes(b"mine")
    edit(
        root,
        "deck: {mk-notes: {notes_language: mk}, with-mk: {second_language: mk}}",
        "deck: {other: {notes_language: mk}}",
    )
    partial = run("deck.pptx", languages=("mk",))
    assert before["with-mk"].exists()
    assert Code.OUTPUT_EDITED not in {finding.code for finding in partial.diagnostics}
    report = run("deck.pptx", languages=("en",))
    assert not before["with-mk"].exists()
    assert (
        before["mk-notes"].with_name(before["mk-notes"].name.replace(".pptx", ".edited.pptx")).read_bytes() == b"mine"
    )
    assert Code.OUTPUT_EDITED in {finding.code for finding in report.diagnostics}
    assert {row.variant for row in read_manifest(root / "dist") if row.lang == "en"} == {"", "other"}


def test_a_broken_catalogue_stops_the_variants_that_speak_its_language(run: Build, root: Path) -> None:
    with (root / "locales/mk/shock.po").open("a", encoding="utf-8") as file:
        file.write('msgid "unfinished\n')
    assert {(row.variant, row.lang) for row in run("deck.pptx").outputs} == {("", "en")}


def test_a_release_wants_each_language_of_a_variant_reviewed(run: Build) -> None:
    found = run("deck.pptx", languages=("en",), variants=("with-mk",), release=True).diagnostics
    assert {finding.language for finding in found if finding.code is Code.RELEASE_UNREVIEWED} == {"en", "mk"}


def test_a_check_finds_what_a_build_of_the_variants_would(run: Build, root: Path) -> None:
    edit(root, "## Signs of shock", "## " + "Signs of shock " * 16, "modules/shock/01-keep-warm.md")
    told = {
        finding.message for finding in check(root, Selection()).diagnostics if finding.code is Code.BLOCK_NOT_CARRIED
    }
    built = {finding.message for finding in run("deck.*").diagnostics if finding.code is Code.BLOCK_NOT_CARRIED}
    assert built <= told
    assert any("no room for Macedonian below English" in message for message in built)


def test_a_plan_of_a_variant_can_be_shown(root: Path) -> None:
    shown = show(root, "shock", stage="plan", course_id=None, language="en", format_name="deck.pptx", variant="with-mk")
    assert "en + mk" in shown.text
    with pytest.raises(WrongUse, match="speaks en, mk"):
        show(root, "shock", stage="plan", course_id=None, language="mk", format_name="deck.pptx", variant="with-mk")


def test_what_no_format_can_be_is_told_and_stops_nothing(run: Build, root: Path) -> None:
    edit(root, "with-mk: {second_language: mk}", "x: {notes_language: mk, slides_a_page: 3}")
    report = run("deck.pptx")
    (told,) = [finding for finding in report.diagnostics if finding.code is Code.VARIANT_NOT_MADE]
    assert "`x`" in told.message
    assert told.span is not None
    assert told.span.path == COURSE
    assert {row.variant for row in report.outputs} == {"", "mk-notes"}


def test_formats_take_only_what_their_artefact_has() -> None:
    for format in FORMATS:
        artefact = find_artefact(format.artefact)
        assert set(format.options) <= set(artefact.options if artefact else ())


def test_targets_are_in_order_and_none_comes_twice(root: Path) -> None:
    loaded, _ = load(root)
    assert loaded is not None
    targets = spread(Selection(), loaded.workspace)
    assert list(targets) == sorted(set(targets))
    plain = [replace(target, variant="") for target in targets]
    assert len(set(plain)) < len(plain)
