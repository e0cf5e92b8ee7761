"""Which lessons a course takes."""

from builder.model.lesson import Module
from builder.resolve.selection import parts_of, select
from tests.resolve.nodes import course, lesson, module, session, step

MODULES = (
    module(
        "a",
        lesson("a", "one", step("s1", 10), step("s2", 20, core=False)),
        lesson("a", "two", step("s3", 15)),
        lesson("a", "extra", step("s4", 5, core=False)),
    ),
    module("b", lesson("b", "one", step("s5", 30))),
    module("c", lesson("c", "one", step("s6", 30))),
)


def names(modules: tuple[Module, ...]) -> list[str]:
    return [f"{one.id}/{lesson.id}" for one in modules for lesson in one.lessons]


def test_takes_lessons_in_the_order_of_the_course() -> None:
    taken = course((session("b/one"), session("a/two")), (session("a/one"),))
    assert parts_of(taken) == ("b", "a")
    assert names(select(taken, MODULES, "all")) == ["b/one", "a/two", "a/one"]
    assert names(select(taken, MODULES, "a")) == ["a/two", "a/one"]
    assert select(taken, MODULES, "c") == ()


def test_brings_lessons_of_a_module_together() -> None:
    taken = course((session("a/one"), session("b/one"), session("a/two")))
    assert names(select(taken, MODULES, "all")) == ["a/one", "a/two", "b/one"]


def test_takes_the_core_and_its_minutes() -> None:
    (only,) = select(course((session("a/one", core=True),)), MODULES, "a")
    assert [one.id for one in only.lessons[0].steps] == ["s1"]
    assert only.lessons[0].minutes == 10


def test_shares_a_lesson_that_is_all_core() -> None:
    (only,) = select(course((session("a/two", core=True),)), MODULES, "a")
    assert only.lessons[0] is MODULES[0].lessons[1]


def test_takes_a_lesson_once_and_whole_if_any_session_does() -> None:
    taken = course((session("a/one", core=True), session("a/two")), (session("a/one"),))
    (only,) = select(taken, MODULES, "all")
    assert names((only,)) == ["a/one", "a/two"]
    assert [one.id for one in only.lessons[0].steps] == ["s1", "s2"]


def test_leaves_out_what_is_not_there() -> None:
    taken = course((session("a/extra", core=True), session("a/gone"), session("gone/one")))
    assert parts_of(taken) == ("a", "gone")
    assert select(taken, MODULES, "all") == ()
