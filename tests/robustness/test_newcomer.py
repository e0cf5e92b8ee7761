"""A person's first hour: a workspace from nothing, its comments taken at their word, lessons on other subjects."""

import re
import shutil
from pathlib import Path

import pytest

from tests.robustness.workspaces import REPOSITORY, SIX, Told, call, edit, errors, findings, outputs, rows_of, run

SUBJECTS = Path(__file__).parent / "subjects"
SHIPPED = ("en", "sq", "mk", "sr-Cyrl", "sr-Latn", "bs")


def start(folder: Path, *arguments: str) -> Path:
    """Return the root of a new workspace, started in an empty folder by a person who stands in it."""
    folder.mkdir(parents=True)
    result = call(folder, "new", "workspace", *arguments)
    assert result.exit_code == 0, result.stderr
    return folder


def serious(root: Path, *arguments: str) -> list[Told]:
    """Return what a check finds, but for texts that nobody has translated yet."""
    return [told for told in findings(call(root, "check", *arguments).stderr) if told.code != "translation-missing"]


@pytest.mark.parametrize(
    "languages", ["en", "en,sq,mk,sr-Cyrl,bs", "sq,mk", "sr-Latn", "mk, en ,mk", "en,sr-Cyrl,sr-Latn"]
)
def test_a_new_workspace_builds_at_once_in_any_of_our_languages(languages: str, tmp_path: Path) -> None:
    root = start(tmp_path / "нов курс (1)", "--languages", languages)
    tags = list(dict.fromkeys(tag.strip() for tag in languages.split(",")))
    assert f"source: {tags[0]} " in (root / "workspace.yaml").read_text("utf-8")
    assert serious(root) == []
    assert call(root, "build").exit_code == 0
    made = {(row["lang"], row["format"]) for row in rows_of(root / "dist")}
    assert made >= {(tag, name) for tag in tags for name in SIX}


@pytest.mark.parametrize("languages", ["", ",", "sr", "xx", "en,sr", "english"])
def test_languages_that_are_none_are_refused_and_nothing_is_written(languages: str, tmp_path: Path) -> None:
    assert call(tmp_path, "new", "workspace", "w", "--languages", languages).exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ['a "b\\c" [x] <b> {{v}} @k: `y` **z', "#1: yes & no", "- list", "'", "2026", "true", "курс", "ä" * 80, "{}"],
)
def test_a_new_workspace_may_stand_in_a_folder_of_any_name(name: str, tmp_path: Path) -> None:
    root = start(tmp_path / name)
    assert serious(root) == []
    assert call(root, "build", "--format", "handout.html").exit_code == 0


def test_it_explains_itself(tmp_path: Path) -> None:
    root = start(tmp_path / "w")
    told = call(tmp_path, "new", "workspace", "other").stdout
    assert "`cd other`, then `course build`" in told
    for path in root.rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert "# " in text or path.name == "module.yaml", path
    lesson = (root / "modules/welcome/01-first-lesson.md").read_text("utf-8")
    assert "course build" in lesson
    for named in re.findall(r"`course ([a-z]+)", told + lesson):
        assert call(root, named, "--help").exit_code == 0
    deck = next((root).rglob("three-steps.svg"))
    assert deck.is_file()


def uncomment(path: Path) -> None:
    """Take every example out of its comment, as the comments invite to."""
    text = path.read_text("utf-8")
    text = re.sub(r"^( *)# (?=- |  |\w+:)", r"\1", text, flags=re.MULTILINE)
    path.write_text(text, "utf-8")


def test_the_comments_of_every_starter_hold_true(tmp_path: Path) -> None:
    root = start(tmp_path / "w", "--languages", "en,sr-Cyrl,sr-Latn")
    assert call(root, "new", "module", "bees").exit_code == 0
    assert call(root, "new", "course", "spring", "--lesson", "bees/first-lesson").exit_code == 0
    for path in sorted(root.rglob("*.yaml")):
        uncomment(path)
    profile = root / "publishers/default/profile.yaml"
    for language in ("sr-Cyrl", "sr-Latn"):  # a text that a publisher owns is asked for in each language
        for what, where in (("note", "    en: {text: "), ("funding", "{statement: {"), ("disclaimer", "disclaimer: {")):
            new = (
                f"    {language}: {{text: a, source: b, approved: true}}\n"
                if what == "note"
                else f"{language}: {{text: a, approved: true}}, "
            )
            edit(profile, where, new + where if what == "note" else where + new)
    for course in ("first-course", "spring"):
        path = root / f"courses/{course}/course.yaml"
        if "languages: [en] " in path.read_text("utf-8"):
            edit(path, "languages: [en] ", "languages: [en, sr-Latn] ")
    lesson = root / "modules/bees/01-first-lesson.md"
    edit(lesson, "# sources: [an-id-of-references]", "sources: [knowles-1980]")
    edit(lesson, "<!-- Lists, tables, figures, quotations and key callouts go on the slide:\n", "")
    edit(lesson, '"){#fig-picture}\n-->', '"){#fig-picture}')
    edit(lesson, "| one  | two     |\n!", "| one  | two     |\n\n!")
    shutil.copy(root / "modules/welcome/figures/three-steps.svg", root / "modules/bees/figures/picture.svg") if (
        root / "modules/bees/figures"
    ).is_dir() else None
    (root / "modules/bees/figures").mkdir(exist_ok=True)
    shutil.copy(root / "modules/welcome/figures/three-steps.svg", root / "modules/bees/figures/picture.svg")
    edit(root / "modules/welcome/01-first-lesson.md", "### A figure and a table", "### A figure{*} and a table")
    for name in ("logo.svg", "emblem.svg"):
        shutil.copy(root / "modules/welcome/figures/three-steps.svg", root / f"publishers/default/{name}")
    shutil.copy(REPOSITORY / "builder/themes/deck.pptx", root / "publishers/default/deck.pptx")
    # A template names layouts that only an institution's own file has; the rest must hold as it stands.
    profile = root / "publishers/default/profile.yaml"
    kept = [
        line for line in profile.read_text("utf-8").splitlines(True) if not line.startswith(("template", "layouts"))
    ]
    profile.write_text("".join(kept), "utf-8")
    found = serious(root)
    assert [told for told in found if told.severity == "error"] == [], found
    assert {told.code for told in found} <= {"test-too-short", "text-unapproved"}
    result = call(root, "build")
    assert result.exit_code == 0, result.stderr
    assert {row["course"] for row in rows_of(root / "dist")} == {"first-course", "spring"}


SUBJECT_FILES = {
    "bees": ("bees.md", "en", {"vet": "the vet, 02 555"}, {"smoker": "a tin that smokes"}, ["seeley-2010"]),
    "care": ("care.md", "en,mk", {"place": "room 3"}, {"shear": "skin and bone pulled apart"}, []),
    "kuzhina": ("kuzhina.md", "sq,en", {"numri": "112"}, {}, []),
}


@pytest.mark.parametrize("subject", SUBJECT_FILES)
def test_a_module_on_another_subject_builds(subject: str, tmp_path: Path) -> None:
    name, languages, variables, terms, sources = SUBJECT_FILES[subject]
    root = start(tmp_path / subject, "--languages", languages)
    for command in (("module", subject), ("course", "season", "--lesson", f"{subject}/first-lesson")):
        assert call(root, "new", *command).exit_code == 0
    shutil.copy(SUBJECTS / name, root / f"modules/{subject}/01-first-lesson.md")
    (root / f"modules/{subject}/figures").mkdir()
    shutil.copy(root / "modules/welcome/figures/three-steps.svg", root / f"modules/{subject}/figures/picture.svg")
    with (root / "courses/season/course.yaml").open("a", encoding="utf-8") as file:
        file.write("\nvariables:\n" + "".join(f'  {key}: "{value}"\n' for key, value in variables.items()))
    with (root / "modules/glossary.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"\n- {{id: {key}, term: {key}, definition: {value}}}\n" for key, value in terms.items())
    with (root / "modules/references.yaml").open("a", encoding="utf-8") as file:
        file.writelines(
            f"\n{key}: {{type: book, title: Honeybee democracy, issued: {{date-parts: [[2010]]}}}}\n" for key in sources
        )
    assert serious(root, "season") == []
    result = call(root, "build", "season")
    assert result.exit_code == 0, result.stderr
    told = {told.code for told in findings(result.stderr)}
    assert told <= {"translation-missing", "question-not-carried", "scoring-not-carried"}
    assert {row["format"] for row in rows_of(root / "dist")} >= set(SIX)
    assert len(rows_of(root / "dist")) >= len(languages.split(",")) * (len(SIX) + 2)


def test_what_a_person_adds_stands_beside_what_was_there(tmp_path: Path) -> None:
    root = start(tmp_path / "w")
    assert call(root, "build").exit_code == 0
    before = outputs(root)
    for command in (("module", "bees"), ("lesson", "bees", "the-queen"), ("lesson", "welcome", "second")):
        assert call(root, "new", *command).exit_code == 0
    assert call(root, "build").exit_code == 0
    assert outputs(root) == before, "a lesson that no course takes changes nothing"
    assert call(root, "new", "course", "all-of-it").exit_code == 0
    assert serious(root) == []
    assert call(root, "build", "all-of-it").exit_code == 0
    assert before.items() - outputs(root).items() == {("manifest.json", before["manifest.json"])}


def test_a_workspace_without_a_course_says_what_to_do(tmp_path: Path) -> None:
    root = start(tmp_path / "w")
    shutil.rmtree(root / "courses")
    done = run(root, "build")
    assert done.returncode == 2
    assert "course new course" in done.stderr
    assert not (root / "dist").exists()


def test_a_choice_that_fits_nothing_is_said(tmp_path: Path) -> None:
    root = start(tmp_path / "w")
    done = run(root, "build", "--part", "all", "--format", "handout.pdf")
    assert done.returncode == 2
    assert "course formats" in done.stderr
    assert errors(done.stderr) == []
