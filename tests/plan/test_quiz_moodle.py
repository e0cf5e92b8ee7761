"""A bank made fit for Moodle: what it cannot hold is said, never dropped in silence."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Code, Diagnostics, Severity
from builder.output import quiz as planned
from builder.output.resources import Resources
from builder.plan.quiz import plan_moodle
from builder.plan.quiz_moodle import GRADES, nearest_grade
from tests.plan import quiz_editions as make

NOTHING = Resources(files={}, fonts="")
# Typed from Moodle's own list of grades, not taken from the planner.
LIST = [
    "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20", "16.66667",
    "14.28571", "12.5", "11.11111", "10", "5", "0",
]  # fmt: skip


def moodle(*weights: tuple[bool, str | None], multiple: bool) -> tuple[list[Decimal], Diagnostics]:
    options = (
        make.option(f"o{number}", "x", correct=correct, weight=weight)
        for number, (correct, weight) in enumerate(weights)
    )
    question = make.question("q", "?", make.choice(*options, multiple=multiple))
    quiz, found = plan_moodle(make.edition(question), NOTHING, None)
    (item,) = planned.items(quiz)
    assert isinstance(item.interaction, planned.Choice)
    return [option.fraction for option in item.interaction.options], found


def test_the_list_is_moodles() -> None:
    assert {f"{abs(grade)}" for grade in GRADES} == set(LIST)
    assert {f"{grade}" for grade in GRADES if grade < 0} == {f"-{grade}" for grade in LIST if grade != "0"}


@given(st.decimals(-100, 100, places=5))
def test_what_is_written_is_always_on_the_list_and_the_nearest(fraction: Decimal) -> None:
    grade = nearest_grade(fraction)
    assert f"{abs(grade)}" in LIST
    assert all(abs(grade - fraction) <= abs(Decimal(other) - fraction) for other in LIST)


@given(st.integers(1, 10), st.integers(0, 5))
def test_equal_shares_are_written_exactly_or_the_change_is_said(right: int, wrong: int) -> None:
    fractions, found = moodle(*[(True, None)] * right, *[(False, None)] * wrong, multiple=True)
    exact = abs(Decimal(100) / right - fractions[0]) < Decimal("0.01")
    assert exact == (not found)
    assert all(finding.code is Code.SCORING_NOT_CARRIED for finding in found)


def test_a_weight_off_the_list_is_said_with_option_and_grade() -> None:
    fractions, found = moodle((True, None), (False, "-35"), multiple=False)
    assert fractions == [100, Decimal("-33.33333")]
    (finding,) = found
    assert finding.severity is Severity.WARNING
    assert "-35 %" in finding.message
    assert "o1" in finding.message
    assert finding.span == make.AT


def test_a_question_without_full_marks_is_said() -> None:
    _, found = moodle((True, "80"), (False, None), multiple=False)
    (finding,) = found
    assert "80 %" in finding.message


def test_an_opinion_is_the_one_question_that_moodle_does_not_carry_and_it_is_said() -> None:
    quiz, found = plan_moodle(make.edition(*make.SIX, *make.FIVE), NOTHING, None)
    asked = [question.id for question in (*make.SIX, *make.FIVE) if question.type != "likert"]
    assert [item.id for item in planned.items(quiz)] == asked
    lost, uneven = found
    assert (lost.code, lost.span) == (Code.QUESTION_NOT_CARRIED, make.AT)
    assert "quiz.moodle cannot carry the question q-ready" in lost.message
    assert (uneven.code, uneven.span) == (Code.SCORING_NOT_CARRIED, make.AT)
    assert "q-gaps: in Moodle its 2 gaps count 2 points, not 1" in uneven.message


def test_tests_are_in_the_bank() -> None:
    secret = make.question("q-secret", "A test?", make.true_false(True), use="test")
    quiz, found = plan_moodle(make.edition(secret), NOTHING, None)
    assert [item.use for item in planned.items(quiz)] == ["test"]
    assert found == ()
