"""Workbook, certificate, attendance list and evaluation: what they hold, and what they leave to a person's hand."""

from dataclasses import replace

import pytest

from builder.content.phrase import Kind
from builder.content.walk import walk
from builder.languages.words import Word
from builder.model.course import Day, EventSession, Group, LessonSession, PauseSession, Session
from builder.model.edition import Edition
from builder.model.options import ACHIEVEMENT, ATTENDANCE, CertificateOptions
from builder.model.timetable import timetable
from builder.output import document
from builder.output.document import Document
from builder.output.text import plain_text
from builder.plan.certificate import plan_certificate
from builder.plan.evaluation import plan_evaluation
from builder.plan.signin import halves_of, plan_signin
from builder.plan.workbook import plan_workbook, transfer_task
from tests.plan.form_editions import draw_of
from tests.plan.lesson_editions import AT, NOTHING, edition_of, lesson_of, reviewed, words

BODY = """
- A point

Prose of the handout.

## Work {#work minutes=12 method=groups}

::: activity {#sort minutes=10 grouping=groups size=3}
Sort the [cards](term:card) [@who-2020].

::: notes
A trainer's note.
:::

output: Five piles.
debrief:
- What was hard?
:::

## Ask {#ask minutes=5 method=quiz}

::: question {#q-asked type=true-false}
Is it so?

answer: true
:::

## Before Friday {#later minutes=3}

::: activity {#later-task minutes=3 grouping=alone}
Call one colleague before Friday.

output: One line.
:::
"""


def room(planner: object, edition: Edition, options: object = None) -> Document:
    paper, found = planner(edition, NOTHING, None, options)  # type: ignore[operator]
    assert found == ()
    return paper  # type: ignore[no-any-return]


def day(*sessions: Session, start: str = "09:00", title: str = "Day one") -> Day:
    return Day(span=AT, title=reviewed(title, Kind.TITLE), start=start, sessions=sessions)


def event(minutes: int) -> EventSession:
    return EventSession(span=AT, title=reviewed("Talk", Kind.EVENT), minutes=minutes)


def pause(kind: str, minutes: int) -> PauseSession:
    return PauseSession(span=AT, kind=kind, minutes=minutes)  # type: ignore[arg-type]


LUNCH = pause("lunch", 60)
LESSON = LessonSession(span=AT, module="concepts", lesson="part-1", core=False)


def taught(*days: Day, body: str = BODY, **parts: object) -> Edition:
    edition = edition_of(body)
    return replace(edition, course=replace(edition.course, days=days, **parts))  # type: ignore[arg-type]


# --- workbook ---


def test_a_workbook_gives_each_step_room_or_a_worksheet() -> None:
    book = room(plan_workbook, edition_of(BODY))
    headings = [plain_text(one.text) for one in walk(book.blocks, document.Heading)]
    assert [head for head in headings if head in ("First step", "Work", "Ask", "Before Friday")] == [
        "First step",
        "Work",
    ]
    (box,) = walk(book.blocks, document.Box)
    assert "Sort the" in words(box)
    assert "Five piles." in words(box)
    assert [lines.count for lines in walk(box, document.Lines)] == [5]
    assert [lines.count for lines in walk(book.blocks, document.Lines)] == [3, 5]


@pytest.mark.parametrize(("minutes", "lines"), [(1, 2), (9, 3), (18, 6), (60, 6)])
def test_room_for_notes_grows_with_the_minutes(minutes: int, lines: int) -> None:
    body = f"- A point\n\n## Talk {{#talk minutes={minutes}}}\n\n- A point\n"
    assert [one.count for one in walk(room(plan_workbook, edition_of(body)).blocks, document.Lines)][-1] == lines


def test_a_workbook_holds_no_prose_no_questions_and_nothing_of_the_trainer() -> None:
    text = words(room(plan_workbook, edition_of(BODY)))
    for foreign in ("Prose of the handout.", "Is it so?", "A trainer's note.", "What was hard?"):
        assert foreign not in text


def test_outcomes_become_a_self_check_and_the_task_afterwards_a_plan() -> None:
    book = room(plan_workbook, edition_of(BODY))
    check, plan = walk(book.blocks, document.Grid)
    assert [plain_text(cell) for cell in check.header] == ["What you will be able to do", "Not yet", "Partly", "Well"]
    assert [[plain_text(cell) for cell in row] for row in check.rows] == [["Press fast.", "", "", ""]]
    assert [[plain_text(cell) for cell in row] for row in plan.rows] == [
        ["Call one colleague before Friday.", "", "", ""], *[["", "", "", ""]] * 3,
    ]  # fmt: skip


def test_the_last_activity_is_a_task_for_later_only_if_one_does_it_alone() -> None:
    task = transfer_task(lesson_of(BODY))
    assert task is not None
    assert task.id == "later-task"
    assert transfer_task(lesson_of(BODY.replace("grouping=alone", "grouping=pairs"))) is None
    assert transfer_task(lesson_of("- A point\n")) is None


def test_what_a_worksheet_names_is_explained_and_sourced_behind_it() -> None:
    from tests.plan.lesson_editions import glossary, references

    book = room(
        plan_workbook,
        edition_of(
            BODY, glossary=glossary(card="A piece of paper."), references=references(who_2020={"title": "A report"})
        ),
    )
    assert "A piece of paper." in words(book)
    assert "A report" in words(book)


# --- certificate ---


def test_a_certificate_has_the_elements_and_leaves_what_is_of_a_person_blank() -> None:
    edition = taught(day(event(30), pause("break", 15), LESSON, LUNCH, event(60)), tests=draw_of(5, percent=65))
    paper = room(plan_certificate, edition, CertificateOptions(file=ACHIEVEMENT))
    assert plain_text(paper.title) == "Certificate of achievement"
    fields = [plain_text(one.label) for one in walk(paper.blocks, document.Field)]
    facts = {
        plain_text(one.label): plain_text(one.value).replace("\u00a0", " ") for one in walk(paper.blocks, document.Fact)
    }
    assert fields == [
        "Name", "Form of participation", "Level, if it has one", "Quality assurance",
        "Country or region of the awarding body", "Date of issue", "Number of this certificate", "Signature",
    ]  # fmt: skip
    assert facts == {
        "Awarding body": "A circle",
        "Workload": "2 h",
        "Assessment": "written test, passed with at least 65 per cent of the points",
    }
    text = words(paper)
    assert "Foundations" in text
    assert "Press fast." in text
    assert "has attended the course and passed its test" in text


def test_whoever_was_only_there_gets_another() -> None:
    edition = taught(day(event(95)), tests=draw_of(5))
    paper = room(plan_certificate, edition, CertificateOptions(file=ATTENDANCE))
    assert plain_text(paper.title) == "Certificate of attendance"
    assert "passed" not in words(paper)
    assert "1\u00a0h 35\u00a0min" in words(paper)
    assert "none" in words(paper)


# --- attendance ---


def test_each_day_is_a_page_with_a_column_for_each_half() -> None:
    days = (day(event(180), LUNCH, event(120)), day(event(90), title="Day two"))
    group = Group(span=AT, min=2, ideal=5, max=9)
    paper = room(plan_signin, taught(*days, group=group))
    first, second = walk(paper.blocks, document.Grid)
    assert [plain_text(cell).replace("\n", " ") for cell in first.header] == [
        "No.", "Name", "Institution", "Signature 09:00–12:00", "Signature 13:00–15:00",
    ]  # fmt: skip
    assert [plain_text(cell).replace("\n", " ") for cell in second.header][3:] == ["Signature 09:00–10:30"]
    assert [plain_text(row[0]) for row in first.rows] == [f"{number}" for number in range(1, 10)]
    assert all(not plain_text(cell) for row in first.rows for cell in row[1:])
    assert sum(isinstance(block, document.PageBreak) for block in paper.blocks) == 1


def test_the_list_says_what_it_is_for_before_anybody_signs() -> None:
    paper = room(plan_signin, taught(day(event(60))))
    text = words(paper)
    assert "This list only proves attendance. A circle keeps it" in text
    assert text.index("proves attendance") < text.index("Institution")


@pytest.mark.parametrize(
    ("sessions", "halves"),
    [
        ((event(60), LUNCH), [(540, 600)]),
        ((LUNCH, event(60)), [(600, 660)]),
        ((event(60), pause("break", 15), event(60)), [(540, 675)]),
        ((event(60), pause("break", 15), LUNCH, pause("break", 5), event(10)), [(540, 600), (680, 690)]),
        ((), []),
    ],
)
def test_lunch_between_sessions_halves_a_day(sessions: tuple[Session, ...], halves: list[tuple[int, int]]) -> None:
    (times,) = timetable(taught(day(*sessions)).course, ())
    assert list(halves_of(times)) == halves


# --- evaluation ---


def test_an_evaluation_asks_for_statements_lessons_and_words() -> None:
    paper = room(plan_evaluation, edition_of(BODY, BODY.replace("q-asked", "q-other")))
    questions = list(walk(paper.blocks, document.Question))
    scales = [one.response for one in questions if isinstance(one.response, document.Scale)]
    assert [len(scale.points) for scale in scales] == [5, 5]
    assert [plain_text(one) for one in scales[1].statements] == ["Bleeding", "Bleeding"]
    language = Word.SAYS_LANGUAGE.value
    assert language in [plain_text(one) for one in scales[0].statements]
    assert [plain_text(one.number) for one in questions] == [f"{number}" for number in range(1, len(questions) + 1)]
    assert "Do not write your name." in words(paper)


def test_a_course_of_events_alone_is_evaluated_without_lessons() -> None:
    edition = replace(edition_of(BODY), modules=())
    questions = list(walk(room(plan_evaluation, edition).blocks, document.Question))
    assert sum(isinstance(one.response, document.Scale) for one in questions) == 1
    assert plain_text(questions[-1].number) == f"{len(questions)}"
