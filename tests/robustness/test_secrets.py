"""A trainer's secrets stay with the trainer: not a phrase of theirs is in any participant's file, in any language."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builder.build.load import load
from builder.content.walk import rewrite
from builder.formats import FORMATS
from builder.model.blocks import Callout, Card, Case, Only, Question
from builder.model.lesson import Lesson
from tests.robustness.secrets import Secrets, leaks, secrets_of
from tests.robustness.texts import text_of, words_of
from tests.robustness.workspaces import EXAMPLE, REPOSITORY, SIX, call, edit, rows_of

STRESS = REPOSITORY / "tests/cases/stress/workspace"
PARTICIPANTS = tuple(format.name for format in FORMATS if format.audience == "participant")
KINDS = {"notes", "trainer", "card", "case answer", "guidance", "test", "test key", "comment"}
MISSING = """
::: notes
The speaker alone should know that nobody has ever finished this exercise in time.
:::

::: trainer
Whoever leads the group keeps the blue envelope closed until the very end.
:::

::: card {#card-secret role="The manager who knows about the forged papers"}
You have signed the forged papers yourself and must never say so.
:::

::: question {#q-secret type=essay use=practice}
What would you write?

guidance: The examiner looks for two facts and one honest feeling.
:::

::: case {#case-secret title="A case"}
Somebody comes back after a long time away.

answer: The model answer names the cousin who lent the money.
:::

::: question {#q-examined type=single use=test}
Which of the four doors opens towards the burning corridor?

- [x] The narrow door behind the second staircase {#a}
  > Right because the hinges have been turned around.
- [ ] The wide door beside the reception desk {#b}
hint: Remember the drawing of the ground floor plan.
explain: Doors of escape routes open in the direction of flight.
:::

<!-- A remark between colleagues about the missing signature of the director. -->
"""
"""Secrets of every kind, long ones, for the example, whose own are short."""


def workspace(name: str, folder: Path) -> Path:
    """Return a copy of a workspace with outputs for participants only."""
    sources = {"example": EXAMPLE, "stress": STRESS}
    root = folder / "w"
    if name == "own":
        root.mkdir()
        for part in ("modules", "courses", "publishers", "locales"):
            shutil.copytree(REPOSITORY / part, root / part)
        shutil.copy(REPOSITORY / "workspace.yaml", root)
    else:
        shutil.copytree(sources[name], root, ignore=shutil.ignore_patterns("dist"))
    if name == "example":
        edit(root / "modules/shock/01-keep-warm.md", "- Confusion\n", f"- Confusion\n{MISSING}")
    return root


def participants_files(root: Path) -> list[tuple[str, str, str]]:
    """Build and return path, language and all text of every file for participants, in every language."""
    names = [option for name in PARTICIPANTS for option in ("--format", name)]
    result = call(root, "build", *names)
    assert result.exit_code == 0, result.stderr
    rows = rows_of(root / "dist")
    assert {row["format"] for row in rows} == set(PARTICIPANTS)
    assert {row["audience"] for row in rows} == {"participant"}
    return [
        (path, str(row["lang"]), text_of(path, (root / "dist" / path).read_bytes()))
        for row in rows
        for path in [str(row["path"])]
    ]


def known(root: Path) -> dict[str, Secrets]:
    """Return the secrets in each language of a workspace."""
    loaded, _ = load(root)
    assert loaded is not None
    tags = sorted({tag for course in loaded.workspace.courses for tag in course.languages})
    return {tag: secrets_of(root, tag) for tag in tags}


@pytest.mark.parametrize(
    "name", ["example", pytest.param("own", marks=pytest.mark.slow), pytest.param("stress", marks=pytest.mark.slow)]
)
def test_no_secret_is_in_a_participants_file(name: str, tmp_path: Path) -> None:
    root = workspace(name, tmp_path)
    secrets = known(root)
    files = participants_files(root)
    found = {kind for kinds in secrets.values() for kind, texts in kinds.items() if texts}
    assert found >= (KINDS if name == "example" else {"notes", "test", "comment"})
    assert {language for _, language, _ in files} == set(secrets)
    found_out = [(path, leak) for path, language, text in files for leak in leaks(text, secrets[language])]
    assert [(path, leak) for path, leak in found_out if not is_told(path, leak[0])] == []


def is_told(path: str, kind: str) -> bool:
    """Return whether a file may tell a kind of secret.

    Who practises an essay alone marks it by its guidance; who is examined reads the questions, and nothing of the key.
    """
    return (kind == "guidance" and "_quiz_" in path) or (kind == "test" and "_all_test-" in path)


def test_what_participants_may_read_is_found_in_each_file(tmp_path: Path) -> None:
    """The search itself sees text: phrases for participants are found where the secrets are not."""
    root = workspace("example", tmp_path)
    for path, language, text in participants_files(root):
        if language == "en" and "_shock_" in path and "handout" in path:
            assert "somebody comes back after a long time away" in words_of(text), path
            assert "what would you write" in words_of(text), path
        if language == "en" and "_bleeding_" in path and not path.endswith(".zip"):  # pictures have no text
            assert "pressure first" not in words_of(text)
            assert "what belongs together" in words_of(text), path
            assert "listen" in words_of(text), path


def test_a_test_asks_its_questions_and_its_key_alone_answers_them(tmp_path: Path) -> None:
    root = workspace("example", tmp_path)
    edit(root / "courses/refresher/course.yaml", "items: 2", "items: 9")
    secrets = known(root)["en"]
    assert call(root, "build", "--format", "test.*", "--format", "key.*", "--lang", "en").exit_code == 0
    for row in rows_of(root / "dist"):
        path = str(row["path"])
        found = {kind for kind, _ in leaks(text_of(path, (root / "dist" / path).read_bytes()), secrets)}
        assert found == ({"test"} if "_test-" in path else {"test", "test key"}), path
        assert row["audience"] == ("participant" if "_test-" in path else "trainer")
        assert ("/trainer/" in path) is ("_key_" in path)


def everything_for_all(lesson: Lesson) -> Lesson:
    """Return what a careless planner might make of a lesson: each secret in the dress of something public."""

    def undress(node: Only | Card | Case | Question) -> Callout | Case | Question:
        match node:
            case Only() | Card():
                title = node.role if isinstance(node, Card) else None
                return Callout(span=node.span, kind="note", title=title, children=node.children)
            case Case():
                return replace(node, children=(*node.children, *node.answer))
            case Question():
                return replace(node, use="practice", explanation=(*node.explanation, *node.guidance))

    return rewrite(lesson, (Only, Card, Case, Question), undress)


@pytest.mark.parametrize("planner", ["handout", "quiz"])
def test_a_planner_that_leaks_is_caught(planner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"builder.plan.{planner}.participant_view", everything_for_all)
    root = workspace("example", tmp_path)
    secrets = known(root)["en"]
    caught: dict[str, set[str]] = {}
    for path, language, text in participants_files(root):
        if language == "en":
            artefact, suffix = path.rpartition("/")[2].split("_")[2].partition("-")[0], path.rpartition(".")[2]
            kind = f"{artefact}.{suffix}"
            caught.setdefault(kind, set()).update(kind for kind, _ in leaks(text, secrets) if not is_told(path, kind))
    if planner == "quiz":
        assert caught.pop("quiz.html") >= {"test"}
    else:
        for suffix in ("pdf", "docx", "html", "epub"):
            assert caught.pop(f"handout.{suffix}") == KINDS - {"comment"}
    assert set().union(*caught.values()) == set(), "the other planner leaks nothing"


def test_trainers_files_hold_the_secrets(tmp_path: Path) -> None:
    """The other half: what is kept from participants is not lost."""
    root = workspace("example", tmp_path)
    secrets = known(root)["en"]
    assert call(root, "build", "--format", "deck.pptx", "--format", "quiz.moodle", "--lang", "en").exit_code == 0
    texts = "\n".join(
        text_of(str(row["path"]), (root / "dist" / str(row["path"])).read_bytes()) for row in rows_of(root / "dist")
    )
    assert {kind for kind, _ in leaks(texts, secrets)} >= {"notes", "test"}
    assert "comment" not in {kind for kind, _ in leaks(texts, secrets)}


@pytest.mark.parametrize("name", SIX)
def test_nothing_of_the_machine_is_in_a_file(name: str, tmp_path: Path) -> None:
    root = workspace("example", tmp_path)
    assert call(root, "build", "--format", name, "--lang", "en", "--part", "shock").exit_code == 0
    for row in rows_of(root / "dist"):
        path = str(row["path"])
        text = text_of(path, (root / "dist" / path).read_bytes(), markup=not path.endswith("pdf"))
        assert str(tmp_path) not in text
        assert "/work" not in text
        assert "root@" not in text
    assert str(tmp_path) not in json.dumps(rows_of(root / "dist"))
