"""Rules about the days of a course: they speak when people could not keep or stand a day, and not before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.lessons import PATH, TEXTS, check_texts
from tests.resolve.workspaces import example, resolved

COURSE = "courses/sample/course.yaml"
HEAD = "title: Sample\nedition: 1.0.0\ndate: 2026-12-01\nlanguages: [en]\n"
STEP = "## Step {{#step-{number} minutes={minutes} method={method}}}\n\n- A point\n\n"


def lesson(*steps: tuple[int, str], more: str = "") -> str:
    """Return a lesson of steps, each with its minutes and method."""
    minutes = sum(step[0] for step in steps)
    body = "".join(STEP.format(number=number, minutes=step[0], method=step[1]) for number, step in enumerate(steps))
    return f"---\ntitle: Sample\nminutes: {minutes}\n---\n\n{body}{more}"


def found(*sessions: str, start: str = "09:00", rest: str = "", text: str = "") -> list[str]:
    """Return the codes that a day of sessions gives, in order."""
    day = f'days:\n  - title: Day\n    start: "{start}"\n{rest}    sessions:\n'
    lines = "".join(f"      - {{{one}}}\n" for one in sessions)
    texts = {**TEXTS, PATH: text or lesson((60, "pairs")), COURSE: HEAD + day + lines}
    return [one.code.value for one in check_texts(texts)]


def event(minutes: int) -> str:
    return f"event: A visit, minutes: {minutes}"


LESSON = "lesson: main/sample"
SENSIBLE = {
    "an evening": (event(10), LESSON, "break: 15", LESSON, event(10)),
    "a morning": (event(30), LESSON, "break: 15", event(75)),
    "a morning with lunch at its end": (event(30), LESSON, "break: 15", LESSON, "lunch: 60"),
    "the day of the handbook": (
        event(30), LESSON, "break: 15", event(90), "lunch: 60", event(10), event(75), "break: 15", event(75), event(15),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SENSIBLE)
def test_a_sensible_day_is_not_spoken_of(name: str) -> None:
    assert found(*SENSIBLE[name]) == []


def test_the_example_and_every_morning_of_it_are_sensible() -> None:
    workspace, _ = resolved(example())
    assert workspace.courses


def test_ninety_minutes_are_a_stretch_and_ninety_one_are_too_many() -> None:
    assert found(event(30), LESSON, "break: 10", LESSON) == []
    assert found(event(31), LESSON, "break: 10", LESSON) == ["break-missing"]
    assert found(event(45), "break: 9", event(46)) == ["break-missing"]
    assert found(event(45), "break: 10", event(46)) == []


def test_each_stretch_is_one_finding() -> None:
    assert found(event(95), "break: 15", event(95)) == ["break-missing", "break-missing"]


def test_the_break_belongs_before_the_session_that_makes_it_too_long() -> None:
    texts = {
        **TEXTS,
        PATH: lesson((60, "pairs")),
        COURSE: HEAD + 'days:\n  - title: Day\n    start: "09:00"\n    sessions:\n',
    }
    texts[COURSE] += f"      - {{{event(60)}}}\n      - {{{event(20)}}}\n      - {{{event(60)}}}\n"
    (one,) = check_texts(texts)
    assert one.span is not None
    assert (one.span.line, one.hint) == (11, "put `- break: 15` before the session at 10:20")


def test_a_day_ends_in_time() -> None:
    assert found(event(60), rest='    end: "10:00"\n') == []
    assert found(event(61), rest='    end: "10:00"\n') == ["day-overrun"]
    assert found(event(60), start="23:00") == []
    assert found(event(61), start="23:00") == ["day-overrun"]
    assert found(event(90), start="23:00", rest='    end: "00:30"\n') == []


def test_seven_hours_are_enough() -> None:
    day = (event(80), "break: 15", event(80), "lunch: 60", event(80), "break: 15", event(80), "break: 15", event(80))
    assert found(*day, "break: 10", event(20)) == []
    assert found(*day, "break: 10", event(21)) == ["day-too-long"]


def test_who_works_through_noon_has_lunch() -> None:
    day = (event(80), "break: 15", event(80), "break: 15", event(80), "break: 15")
    assert found(*day, event(15), start="09:00") == []  # ends at two o'clock
    assert found(*day, event(16), start="09:00") == ["lunch-missing"]
    assert found(*day, event(16), start="12:00") == []
    assert found(event(80), "lunch: 44", event(80)) == ["lunch-missing"]


def test_after_lunch_people_do_something() -> None:
    lecture = lesson((20, "lecture"), (40, "pairs"))
    assert found(event(10), "lunch: 60", LESSON, start="11:30", text=lecture) == ["lecture-after-lunch"]
    assert found(event(10), "lunch: 60", event(10), LESSON, start="11:30", text=lecture) == []
    assert found(event(10), "break: 15", LESSON, start="11:30", text=lecture) == []


def test_a_full_day_ends_with_an_event() -> None:
    day = (event(90), "break: 15", event(90), "lunch: 60")
    assert found(*day, LESSON) == ["review-missing"]
    assert found(*day, LESSON, "break: 15") == ["review-missing"]
    assert found(*day, LESSON, event(20)) == []
    assert found(event(89), "break: 15", event(90), "lunch: 60", LESSON) == []  # not a full day


def test_a_day_with_a_lesson_that_is_not_there_is_not_judged() -> None:
    assert "break-missing" not in found(event(95), "lesson: main/unread")


def test_twenty_minutes_of_lecture_are_enough() -> None:
    assert found(LESSON, text=lesson((20, "lecture"), (20, "pairs"), (20, "lecture"))) == []
    assert found(LESSON, text=lesson((21, "lecture"), (20, "pairs"))) == ["lecture-too-long"]
    assert found(LESSON, text=lesson((11, "lecture"), (10, "lecture"), (5, "pairs"))) == ["lecture-too-long"]


def test_a_lecture_in_which_people_do_something_stands_alone() -> None:
    more = "::: activity {#do minutes=6 grouping=pairs}\nTalk.\n:::\n"
    assert found(LESSON, text=lesson((25, "lecture"), more=more)) == []
    asked = "::: question {#q-rain type=true-false use=%s}\nIt rains.\n\nanswer: true\n:::\n"
    two = lesson((15, "lecture"), (15, "lecture"), more=asked % "practice")
    assert found(LESSON, text=two) == []
    assert found(LESSON, text=lesson((15, "lecture"), (15, "lecture"), more=asked % "test")) == ["lecture-too-long"]


@given(st.lists(st.integers(5, 90), min_size=1, max_size=12))
def test_a_break_after_every_session_leaves_no_stretch_too_long(minutes: list[int]) -> None:
    sessions = [part for number in minutes for part in (event(number), "break: 15")]
    assert "break-missing" not in found(*sessions)
