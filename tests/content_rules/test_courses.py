"""The lessons we publish keep their rules: what they promise is taught and assessed, and they can be taught in the region."""

from functools import cache
from pathlib import Path

import pytest

from builder.build.load import load
from builder.diagnostics import Code, Diagnostics
from builder.model.lesson import Lesson
from builder.model.workspace import Workspace
from tests.content_rules.rules import LESSON_RULES, WORKSPACE_RULES, lessons_of

ROOT = Path(__file__).parents[2]
PATHS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("modules/*/*.md"))
OUTCOMES = {Code.OUTCOME_UNASSESSED, Code.OUTCOME_UNTAUGHT, Code.OUTCOME_LEVEL, Code.OUTCOME_UNKNOWN}


@cache
def loaded() -> tuple[Workspace, Diagnostics]:
    """Return our own workspace and what is wrong in it, read once."""
    found, diagnostics = load(ROOT)
    assert found is not None
    return found.workspace, diagnostics


def lesson_at(path: str) -> Lesson:
    (found,) = (lesson for lesson in lessons_of(loaded()[0]) if lesson.path == path)
    return found


def test_every_lesson_is_looked_at() -> None:
    assert sorted(lesson.path for lesson in lessons_of(loaded()[0])) == PATHS


@pytest.mark.parametrize("rule", LESSON_RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", PATHS)
def test_each_lesson_keeps(path: str, rule: object) -> None:
    assert callable(rule)
    assert list(rule(lesson_at(path))) == []


def test_every_outcome_is_assessed_at_its_level() -> None:
    found = (one for one in loaded()[1] if one.code in OUTCOMES)
    assert [f"{one.span.path}:{one.span.line}: {one.message}" for one in found if one.span] == []


@pytest.mark.parametrize("rule", WORKSPACE_RULES, ids=lambda rule: rule.__name__)
def test_the_workspace_keeps(rule: object) -> None:
    assert callable(rule)
    assert list(rule(loaded()[0])) == []
