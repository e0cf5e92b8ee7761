"""Rules about courses and publishers, and what holds for every workspace."""

from hypothesis import given

from builder.check.workspace import check_workspace
from tests.check.lessons import BODY, PATH, TEXTS, check_texts
from tests.resolve.workspaces import damaged, example, resolved

COURSE = "courses/sample/course.yaml"
PROFILE = "publishers/default/profile.yaml"
LINES = """title: Sample
edition: 1.0.0
date: 2026-12-01
languages: [en, mk]
publisher: default
days:
  - title: Morning
    start: "09:00"
    sessions:
      - {lesson: main/sample}
"""
NOTE = 'name: Circle\nmark:\n  note:\n    en: {text: "A note.", approved: true}\n'
QUESTION = "::: question {#q-NAME type=true-false use=test}\nIt rains.\n\nanswer: true\n:::\n\n"


def found(lesson: str, course: str = LINES, profile: str = "name: Circle\n") -> list[tuple[str, str | None, int]]:
    texts = {**TEXTS, PATH: BODY + lesson, COURSE: course, PROFILE: profile}
    return [(one.code.value, one.language, one.span.line) for one in check_texts(texts) if one.span]


def test_the_example_has_one_note_that_is_not_approved() -> None:
    workspace, _ = resolved(example())
    (finding,) = check_workspace(workspace, {})
    assert (finding.code.value, finding.language) == ("text-unapproved", "mk")


def test_languages_are_those_of_the_workspace() -> None:
    assert found("") == []
    assert [row[0] for row in found("", LINES.replace("[en, mk]", "[en, bs]"))] == ["language-unknown"]


def test_a_session_leaves_something_of_its_lesson() -> None:
    course = LINES.replace("{lesson: main/sample}", "{lesson: main/sample, core: true}")
    assert found("", course) == []
    texts = {**TEXTS, PATH: BODY.replace("minutes=10}", "minutes=10 core=false}"), COURSE: course}
    assert [(one.code.value, one.span and one.span.line) for one in check_texts(texts)] == [("lesson-empty", 10)]


def test_a_test_has_questions_to_draw_from() -> None:
    course = LINES.replace("      - {", "      - {event: First test, minutes: 30}\n      - {")
    course += "tests: {pass: 70, items: 2, forms: [A], seed: 1}\n"
    two = QUESTION.replace("NAME", "a") + QUESTION.replace("NAME", "b")
    assert found(two, course) == []
    assert found(QUESTION, course) == [("test-too-short", None, 12)]
    assert found(two.replace("use=test", "use=practice", 1), course) == [("test-too-short", None, 12)]
    twice = course.replace("sessions:\n", "sessions:\n      - {lesson: main/sample}\n")
    assert found(QUESTION, twice) == [("test-too-short", None, 13)]
    unread = course.replace("sessions:\n", "sessions:\n      - {lesson: other/unread}\n")
    assert found("", unread) == []


def test_a_publisher_says_what_the_mark_stands_for() -> None:
    marked = "- Kosovo{*}\n"
    assert found(marked) == [("text-missing", None, 1)]
    assert found(marked, profile="name: Circle\nmark: {policy: off}\n") == []
    assert found("", profile=NOTE) == []
    assert found(marked, profile=NOTE) == [("text-missing", "mk", 3)]
    assert found(marked, LINES.replace("[en, mk]", "[en]"), NOTE) == []
    draft = NOTE + '    mk: {text: "Белешка.", approved: false}\n'
    assert found(marked, profile=draft) == [("text-unapproved", "mk", 5)]


def test_the_mark_counts_wherever_a_course_shows_it() -> None:
    assert found("", LINES.replace("title: Sample", 'title: "Kosovo{*}"')) == [("text-missing", None, 1)]
    glossary = '- {id: place, term: place, definition: "Kosovo{*}"}\n'
    texts = {**TEXTS, PATH: BODY, COURSE: LINES, "modules/glossary.yaml": glossary}
    assert check_texts(texts) == ()
    shown = check_texts({**texts, PATH: BODY + "A [place](term:place).\n"})
    assert [one.code.value for one in shown] == ["text-missing"]
    elsewhere = {
        **texts,
        "modules/other/module.yaml": "title: Other\n",
        "modules/other/01-one.md": BODY + "Kosovo{*}\n",
    }
    assert check_texts(elsewhere) == ()


def test_funding_and_disclaimer_stand_in_every_language() -> None:
    text = '{en: {text: "T.", approved: true}}'
    funded = f"name: Circle\nfunding:\n  statement: {text}\n"
    assert found("", profile=funded) == [("text-missing", "mk", 3)]
    assert found("", profile=f"name: Circle\ndisclaimer: {text}\n") == [("text-missing", "mk", 2)]


def test_two_courses_say_the_same_once() -> None:
    texts = {**TEXTS, PATH: BODY + "- Kosovo{*}\n", PROFILE: NOTE, COURSE: LINES, "courses/other/course.yaml": LINES}
    assert [one.code.value for one in check_texts(texts)] == ["text-missing"]


@given(damaged())
def test_never_raises(texts: dict[str, str]) -> None:
    workspace, _ = resolved(texts)
    diagnostics = check_workspace(workspace, {})
    assert all(one.message and one.hint and one.span for one in diagnostics)
    assert len(set(diagnostics)) == len(diagnostics)
