"""`course new course --from`: what it writes fits, leaves out no more than it must, and checks clean."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build.check import check
from builder.build.load import load
from builder.build.targets import Selection, WrongUse
from builder.build.timetable import timetables
from builder.build.workshop import Wish, new_workshop
from builder.build.workshop_fit import fit
from builder.diagnostics import Severity
from builder.model.timetable import core_of
from builder.source import SourceFile
from tests.check.test_timetable_rules import lesson as lesson_text
from tests.plan.lesson_editions import read_lesson

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
TIMETABLE = {
    "day-overrun", "day-too-long", "break-missing", "lunch-missing", "lecture-after-lunch", "review-missing",
}  # fmt: skip


def pool(*lessons: list[tuple[int, bool]]):
    """Return lessons of steps, each with its minutes and whether it is of the core."""
    read = []
    for number, steps in enumerate(lessons):
        text = lesson_text(*((minutes, "lecture" if core else "pairs") for minutes, core in steps))
        for position, (_, core) in enumerate(steps):
            text = text.replace(f"{{#step-{position} ", f"{{#step-{position} core={str(core).lower()} ")
        lesson, _ = read_lesson(SourceFile(f"modules/main/{number + 10}-l{number}.md", text))
        assert lesson is not None
        read.append((f"main/l{number}", lesson))
    return tuple(read)


STEPS = st.lists(st.tuples(st.integers(5, 30), st.booleans()), min_size=1, max_size=3)
LESSONS = st.lists(STEPS, min_size=1, max_size=5)


@given(LESSONS, st.integers(30, 400), st.integers(8 * 60, 18 * 60))
def test_a_plan_fits_with_every_lesson_in_its_order(lessons, minutes: int, start: int) -> None:
    wanted = pool(*lessons)
    plan = fit(wanted, start, minutes)
    if plan is None:
        cores = sum(sum(step.minutes for step in (core_of(one).steps or one.steps)) for _, one in wanted)
        assert cores + 20 + 10 * (len(wanted) + 1) + 70 > minutes  # not even with the fewest and shortest pauses
        return
    assert plan.minutes <= minutes
    assert [item.name for item in plan.items if item.kind == "lesson"] == [name for name, _ in wanted]
    assert (plan.items[0].kind, plan.items[-1].kind) == ("welcome", "closing")


@given(LESSONS, st.integers(30, 400))
def test_no_lesson_is_cut_that_would_fit_whole(lessons, minutes: int) -> None:
    wanted = pool(*lessons)
    plan = fit(wanted, 17 * 60, minutes)
    if plan is None:
        return
    for _, lesson in plan.cut:
        saved = sum(step.minutes for step in lesson.steps if not step.core)
        assert saved
        # put back, it would not fit: at the least it needs the minutes that it saves
        assert plan.minutes + saved > minutes - 15


@given(LESSONS, st.integers(30, 600), st.integers(8 * 60, 18 * 60))
def test_nobody_sits_longer_than_ninety_minutes_but_in_a_lesson_that_takes_longer(lessons, minutes, start) -> None:
    plan = fit(pool(*lessons), start, minutes)
    stretch = 0
    for item in plan.items if plan else ():
        stretch = 0 if item.kind in ("break", "lunch") else stretch + item.minutes
        assert stretch <= 90 or item.minutes > 80


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "w", ignore=shutil.ignore_patterns("dist")))


def wish(**parts: object) -> Wish:
    whole = {"name": "evening", "source": "refresher", "lessons": (), "minutes": 240, "start": "17:00", "title": None}
    return Wish(**(whole | parts))  # type: ignore[arg-type]


def sessions(root: Path) -> list[str]:
    text = (root / "courses/evening/course.yaml").read_text("utf-8")
    return [line.strip() for line in text.splitlines() if line.startswith("      - ")]


def test_with_time_enough_nothing_is_left_out(root: Path) -> None:
    created = new_workshop(root, wish())
    assert created.notes == ("17:00–18:55: 100 minutes of work, 15 of breaks",)
    assert sessions(root) == [
        '- {event: "Welcome and aims", minutes: 10}',
        "- {lesson: bleeding/press}",
        "- break: 15",
        "- {lesson: shock/keep-warm}",
        '- {event: "Review and next steps", minutes: 10}',
    ]


def test_with_less_time_steps_are_left_out_and_named(root: Path) -> None:
    created = new_workshop(root, wish(minutes=95))
    assert created.notes[0] == "left out of shock/keep-warm: Practise again (10 min)"
    assert "- {lesson: bleeding/press}" in sessions(root)
    assert "- {lesson: shock/keep-warm, core: true}" in sessions(root)
    days = timetables(root, ("evening",), None).courses[0].days
    assert days[0].end - days[0].start <= 95


def test_what_cannot_fit_is_refused_with_a_way_out(root: Path) -> None:
    with pytest.raises(WrongUse, match=r"--minutes 70, or fewer lessons: --lessons bleeding/press"):
        new_workshop(root, wish(minutes=65))
    assert not (root / "courses/evening").exists()
    assert new_workshop(root, wish(minutes=70))


def test_names_that_are_not_there_are_refused_with_the_nearest(root: Path) -> None:
    with pytest.raises(WrongUse, match="refresher"):
        new_workshop(root, wish(source="refreshr"))
    with pytest.raises(WrongUse, match="shock/keep-warm"):
        new_workshop(root, wish(lessons=("shock/keep-warn",)))
    with pytest.raises(WrongUse, match="Evening"):
        new_workshop(root, wish(name="Evening"))


@pytest.mark.parametrize("start", ["08:00", "09:00", "10:30", "17:00"])
@pytest.mark.parametrize("minutes", [70, 100, 240])
def test_the_workshop_checks_without_a_word_about_its_day(root: Path, start: str, minutes: int) -> None:
    new_workshop(root, wish(start=start, minutes=minutes))
    _, found = load(root)
    assert TIMETABLE.isdisjoint(finding.code.value for finding in found)
    verdict = check(root, Selection(courses=("evening",)))
    assert [one for one in verdict.diagnostics if one.severity is Severity.ERROR] == []


def test_it_takes_the_settings_of_its_course_and_the_variables_it_needs(root: Path) -> None:
    new_workshop(root, wish(lessons=("bleeding/press",), title='Руки: "притисни"'))
    loaded, _ = load(root)
    assert loaded is not None
    course = next(one for one in loaded.workspace.courses if one.id == "evening")
    assert course.title.message == 'Руки: "притисни"'
    assert course.languages == ("en", "mk")
    assert course.group is not None
    assert [(name, value.message) for name, value in course.variables] == [("emergency_number", "112")]
    assert course.days[0].end == "21:00"
