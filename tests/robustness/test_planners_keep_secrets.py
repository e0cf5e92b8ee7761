"""No planner for participants lets a secret through, whatever is nested in whatever."""

import re

import pytest
from hypothesis import Phase, find, given, settings

from builder.output.resources import Resources
from builder.plan.deck_pdf import plan_deck_pdf
from builder.plan.evaluation import plan_evaluation
from builder.plan.handout import plan_handout
from builder.plan.quiz import plan_bank, plan_practice
from builder.plan.workbook import plan_workbook
from tests.plan.deck_papers import DRAWN
from tests.plan.quiz_editions import edition
from tests.robustness.trees import OPEN, SECRET, lessons_of_blocks

NOTHING = Resources(files={}, fonts="")


def words(plan: object, mark: str) -> set[str]:
    """Return the words that begin with a mark, wherever in a plan they stand."""
    return set(re.findall(rf"{mark}\d+", repr(plan)))


@settings(max_examples=150)
@given(lessons_of_blocks())
def test_no_secret_reaches_the_slides(blocks: tuple[object, ...]) -> None:
    paper, _ = plan_deck_pdf(edition(*blocks), DRAWN, None)  # type: ignore[arg-type]
    assert words(paper, SECRET) == set()


@settings(max_examples=150)
@given(lessons_of_blocks())
def test_no_secret_reaches_a_handout_or_a_practice(blocks: tuple[object, ...]) -> None:
    lesson = edition(*blocks)  # type: ignore[arg-type]
    document, _ = plan_handout(lesson, NOTHING, None)
    quiz, _ = plan_practice(lesson, NOTHING, None)
    assert words(document, SECRET) == set()
    assert words(quiz, SECRET) == set()
    whole, _ = plan_bank(lesson, NOTHING, None)
    assert words(quiz, OPEN) <= words(whole, OPEN), "what learners practise is in the bank as well"


@settings(max_examples=80)
@given(lessons_of_blocks())
def test_no_secret_reaches_what_participants_write_in(blocks: tuple[object, ...]) -> None:
    lesson = edition(*blocks)  # type: ignore[arg-type]
    for plan in (plan_workbook, plan_evaluation):
        document, _ = plan(lesson, NOTHING, None, None)
        assert words(document, SECRET) == set()


def test_a_workbook_that_leaks_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.plan.workbook.participant_view", lambda lesson: lesson)

    def leaks(blocks: tuple[object, ...]) -> bool:
        return bool(words(plan_workbook(edition(*blocks), NOTHING, None, None)[0], SECRET))  # type: ignore[arg-type]

    assert find(
        lessons_of_blocks(), leaks, settings=settings(max_examples=2000, database=None, phases=[Phase.generate])
    )


@pytest.mark.parametrize("planner", ["handout", "quiz"])
def test_the_property_catches_a_planner_that_leaks(planner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"builder.plan.{planner}.participant_view", lambda lesson: lesson)
    plan = plan_handout if planner == "handout" else plan_practice

    def leaks(blocks: tuple[object, ...]) -> bool:
        return bool(words(plan(edition(*blocks), NOTHING, None)[0], SECRET))  # type: ignore[arg-type]

    assert find(
        lessons_of_blocks(), leaks, settings=settings(max_examples=2000, database=None, phases=[Phase.generate])
    )


@settings(max_examples=60)
@given(lessons_of_blocks())
def test_what_is_open_and_printed_reaches_the_handout(blocks: tuple[object, ...]) -> None:
    """The other half: paragraphs and lists that nobody hides are in the handout."""
    document, _ = plan_handout(edition(*blocks), NOTHING, None)  # type: ignore[arg-type]
    shown = words(document, OPEN)
    for block in blocks:
        if type(block).__name__ in ("Paragraph", "List", "Quotation", "Table"):
            assert words(block, OPEN) <= shown
