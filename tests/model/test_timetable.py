"""Clock times, computed."""

from hypothesis import given
from hypothesis import strategies as st

from builder.model.timetable import clock, core_of, minutes_of, timetable
from tests.resolve.workspaces import changed, example, read_workspace

COURSE = "courses/refresher/course.yaml"


def times(texts):
    """Return when each session of each day begins and ends, and what it is."""
    workspace = read_workspace(texts)
    days = timetable(workspace.courses[0], workspace.modules)
    return [[(clock(slot.start), clock(slot.end), type(slot.session).__name__) for slot in day.slots] for day in days]


def test_a_session_begins_when_the_one_before_it_ends() -> None:
    assert times(example()) == [
        [
            ("09:00", "09:30", "EventSession"),
            ("09:30", "10:30", "LessonSession"),
            ("10:30", "10:45", "PauseSession"),
            ("10:45", "10:55", "LessonSession"),
            ("10:55", "11:55", "PauseSession"),
        ]
    ]


def test_of_a_core_session_only_the_core_steps_have_times() -> None:
    workspace = read_workspace(example())
    (day,) = timetable(workspace.courses[0], workspace.modules)
    whole, core = day.slots[1], day.slots[3]
    assert [(clock(time.start), time.step.id) for time in whole.steps] == [
        ("09:30", "press-first"), ("09:45", "practise"), ("10:05", "check"),
    ]  # fmt: skip
    assert [(clock(time.start), clock(time.end), time.step.core) for time in core.steps] == [("10:45", "10:55", True)]
    assert core.lesson is not None
    assert core.lesson.minutes == core.minutes == 10
    assert core_of(core.lesson) is core.lesson


def test_work_is_what_is_no_pause() -> None:
    workspace = read_workspace(example())
    (day,) = timetable(workspace.courses[0], workspace.modules)
    assert (clock(day.start), clock(day.end), day.work, day.is_whole) == ("09:00", "11:55", 100, True)


def test_a_lesson_that_was_not_read_leaves_its_day_open() -> None:
    workspace = read_workspace(changed(COURSE, "shock/keep-warm", "shock/keep-cold"))
    (day,) = timetable(workspace.courses[0], workspace.modules)
    assert [slot.is_unread for slot in day.slots] == [False, False, False, True, False]
    assert (day.is_whole, day.slots[3].minutes, day.slots[3].steps) == (False, 0, ())


def test_a_day_goes_on_after_midnight() -> None:
    late = times(changed(COURSE, 'start: "09:00"', 'start: "23:40"'))
    assert [row[:2] for row in late[0]][:2] == [("23:40", "00:10"), ("00:10", "01:10")]


def test_a_day_without_sessions_ends_when_it_begins() -> None:
    workspace = read_workspace(
        {**example(), COURSE: example()[COURSE].split("    sessions:")[0] + "    sessions: []\n"}
    )
    (day,) = timetable(workspace.courses[0], workspace.modules)
    assert (day.start, day.end, day.work) == (540, 540, 0)


@given(st.integers(0, 24 * 60 - 1))
def test_a_clock_reads_what_it_shows(minutes: int) -> None:
    assert minutes_of(clock(minutes)) == minutes
