"""Quizzes from lessons as they are written, read from the files."""

import re
from pathlib import Path

import pytest

from builder.content.walk import walk
from builder.diagnostics import Code
from builder.model.blocks import Question
from builder.model.lesson import Lesson
from builder.output import quiz as planned
from builder.output.resources import Resources
from builder.output.text import Run
from builder.plan.quiz import plan_bank, plan_moodle, plan_practice
from builder.read.lesson import read_lesson
from builder.source import SourceFile
from builder.write.moodle import write_moodle
from tests.plan.quiz_editions import edition
from tests.write.quiz_pages import page

ROOT = Path(__file__).parents[2]
EXAMPLE = "tests/cases/example/workspace/modules/bleeding/01-press.md"
LESSONS = (EXAMPLE, *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("modules/*/*.md")))
NOTHING = Resources(files={}, fonts="")


def lesson(path: str) -> Lesson:
    read, _ = read_lesson(SourceFile(path, (ROOT / path).read_text(encoding="utf-8")))
    assert read is not None
    return read


@pytest.mark.parametrize("path", LESSONS)
def test_the_bank_asks_every_question_of_a_lesson_once(path: str) -> None:
    written = re.findall(r"^:+ question \{#([a-z0-9-]+)", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    read = lesson(path)
    bank, _ = plan_bank(edition(lessons=(read,)), NOTHING, None)
    asked = [item.id for item in planned.items(bank)]
    without_their_picture = {question.id for question in walk(read, Question) if question.type == "hotspot"}
    assert asked == [id for id in written if id not in without_their_picture]
    assert written


@pytest.mark.parametrize("path", LESSONS)
def test_moodle_and_the_page_hold_what_they_carry_and_say_the_rest(path: str) -> None:
    read = lesson(path)
    everything = [question.id for question in walk(read, Question)]
    bank, lost = plan_moodle(edition(lessons=(read,)), NOTHING, None)
    named = [finding for finding in lost if finding.code is Code.QUESTION_NOT_CARRIED]
    carried = [item.id for item in planned.items(bank)]
    pictures = [question for question in walk(read, Question) if question.type == "hotspot"]
    assert len(everything) - len(pictures) <= len(carried) + len(named) <= len(everything)
    data = write_moodle(bank, NOTHING).decode()
    assert all(f"<idnumber>{id}</idnumber>" in data for id in carried)
    assert all(f"<idnumber>{id}</idnumber>" not in data for id in everything if id not in carried)


@pytest.mark.parametrize("path", LESSONS)
def test_no_test_question_of_a_lesson_reaches_its_practice_page(path: str) -> None:
    read = lesson(path)
    html = page(edition(lessons=(read,)))
    practice, _ = plan_practice(edition(lessons=(read,)), NOTHING, None)
    assert all(f'id="{item.id}"' in html for item in planned.items(practice))
    open_texts = texts(tuple(planned.items(practice)))
    bank, _ = plan_bank(edition(lessons=(read,)), NOTHING, None)
    tests = [item for item in planned.items(bank) if item.use == "test"]
    assert tests
    for item in tests:
        assert f'"{item.id}' not in html
        secret = {text for text in texts(item) if not any(text in shown for shown in open_texts)}
        assert not [text for text in secret if len(text) > 12 and text in html]


def texts(node: object) -> set[str]:
    return {run.text for run in walk(node, Run)}
