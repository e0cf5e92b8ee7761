"""Courses of Open edX, read back by readers that share nothing with the writer; a cleaner of such courses finds no fault."""

import io
import json
import subprocess
import sys
import tarfile
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from math import hypot
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from builder.content.interactions import Area, Circle
from builder.model.edition import Edition
from builder.output.quiz import items
from builder.plan.quiz_olx import plan_olx
from builder.write.olx import write_olx
from tests.plan import quiz_editions as make
from tests.write.meaning_olx import olx
from tests.write.meanings import text_of
from tests.write.qti_files import NOTHING
from tests.write.quiz_texts import ANY_TEXT, HOSTILE, normal

CASE = make.case(*make.prose("Mira comes back."), make.question("q-now", "What now?", make.true_false(True)))
UNFIT = ("course_image", "'end'", "GRADER entry", "submission_due", "submission_start")
"""What the cleaner wants and a bank of questions cannot know: dates, grades, a picture of the course."""


CLEANER = """
import json
from olxcleaner import validate
course, found, _ = validate("course", allowed_xblocks=["survey"])
print(json.dumps([len(course.children), [[error.name, error.description] for error in found.errors]]))
"""


def written(edition: Edition) -> bytes:
    return write_olx(plan_olx(edition, NOTHING, None)[0], NOTHING)


def files(edition: Edition) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(written(edition))) as archive:
        return {one.name: archive.extractfile(one).read() for one in archive.getmembers()}  # type: ignore[union-attr]


def problem(edition: Edition, id: str) -> ElementTree.Element:
    return ElementTree.fromstring(files(edition)[f"course/problem/{id}.xml"])


def test_a_cleaner_of_courses_reads_it_without_a_fault(tmp_path: Path) -> None:
    edition = make.edition(*make.SIX, *make.FIVE, CASE)
    for name, data in files(edition).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CLEANER],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    children, said = json.loads(done.stdout)
    assert children == 1
    assert [one for one in said if not any(word in one[1] for word in UNFIT)] == []


def test_every_question_is_there_once_under_its_own_id() -> None:
    edition = make.edition(*make.SIX, *make.FIVE, CASE)
    bank, found = plan_olx(edition, NOTHING, None)
    assert set(olx(written(edition))) == {item.id for item in items(bank)} == {
        *(question.id for question in (*make.SIX, *make.FIVE)), "q-now",
    }  # fmt: skip
    names = [
        node.get("url_name")
        for name, data in files(edition).items() if name.endswith(".xml")
        for node in ElementTree.fromstring(data).iter() if node.get("url_name") and not name.endswith("course.xml")
    ]  # fmt: skip
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert {finding.message for finding in found} == {
        "quiz.olx: of the question q-single, an option is right or wrong, never in part",
        "quiz.olx: of the question q-multiple, what is chosen is right as a whole or not at all",
        "quiz.olx: of the question q-where, the place cannot be found by keyboard",
        "quiz.olx: of the question q-essay, what a good answer holds is left out",
    }


def test_what_it_cannot_ask_is_said() -> None:
    two = make.hotspot(make.area("a", "Here", 10, correct=True), make.area("b", "There", 60, correct=True))
    both = make.choice(make.option("a", "x", correct=True), make.option("b", "y", correct=True), multiple=True)
    prompt, gaps = make.gaps((make.gap("g"),), g=both)
    edition = make.edition(make.question("q-two", "Where?", two), make.question("q-both", prompt, gaps))
    bank, found = plan_olx(edition, NOTHING, None)
    assert list(items(bank)) == []
    assert [finding.message for finding in found] == [
        "quiz.olx cannot carry the question q-two: several places are to be found",
        "quiz.olx cannot carry the question q-both: several options are right in one of its gaps",
    ]


def test_a_case_is_read_before_its_questions_and_guidance_by_nobody() -> None:
    edition = make.edition(CASE, make.FIVE[3])
    unit = ElementTree.fromstring(files(edition)["course/vertical/unit-case-mira.xml"])
    assert [part.tag for part in unit] == ["html", "problem"]
    assert "Case: Mira, 34 Mira comes back." in olx(written(edition))["q-now"]["case"]
    everything = b"".join(files(edition).values()).decode()
    assert "Secret model answer" not in everything
    assert "Two facts, one feeling" not in everything


def test_a_circle_is_a_polygon_on_the_picture() -> None:
    circle = Area(
        span=make.AT, option=make.option("a", "Here", correct=True),
        shape=Circle(span=make.AT, x=Decimal(50), y=Decimal(50), radius=Decimal(10)),
    )  # fmt: skip
    field = next(
        problem(make.edition(make.question("q-round", "Where?", make.hotspot(circle))), "q-round").iter("imageinput")
    )
    (corners,) = json.loads(field.get("regions") or "")
    assert (field.get("width"), field.get("height")) == ("800", "400")
    assert all(abs(hypot(x - 400, y - 200) - 80) < 1.5 for x, y in corners)
    assert f"course{field.get('src')}" in files(make.edition(make.question("q-round", "Where?", make.hotspot(circle))))


def test_lists_to_choose_from_hold_no_straight_quotation_mark_at_which_the_platform_parts_them() -> None:
    edition = make.edition(make.question("q-said", "Who?", make.match(("l'un", "d'un' 'x"), ("b", "п'ять"))))
    options = [option.text for option in problem(edition, "q-said").iter("option")]
    assert options
    assert not any("'" in (option or "") for option in options)
    assert {"d’un’ ’x", "п’ять"} == set(options)


def test_several_options_are_mixed_here_and_one_of_several_there() -> None:
    options = [make.option(id, id * 3, correct=id == "a") for id in "abcdef"]
    one = make.question("q-one", "Which?", make.choice(*options), shuffle=True)
    many = make.question("q-many", "Which?", make.choice(*options, multiple=True), shuffle=True)
    edition = make.edition(one, many)
    (group,) = problem(edition, "q-one").iter("choicegroup")
    assert group.get("shuffle") == "true"
    assert [choice.get("name") for choice in group] == list("abcdef")
    (boxes,) = problem(edition, "q-many").iter("checkboxgroup")
    names = [choice.get("name") for choice in boxes]
    assert names != sorted(names, key=str)
    assert sorted(names, key=str) == list("abcdef")
    other = problem(make.edition(many, language="mk"), "q-many")
    assert [choice.get("name") for choice in next(other.iter("checkboxgroup"))] == names


def test_drafts_say_so_and_words_are_in_their_language() -> None:
    from builder.languages.states import State

    edition = make.edition(make.with_state(make.SIX[2], State.DRAFT), language="mk")
    read = olx(written(edition))["q-true"]
    assert read["prompt"].startswith("DRAFT – not reviewed")
    assert "DRAFT" in (problem(edition, "q-true").get("display_name") or "")
    assert {node.get("lang") for node in problem(edition, "q-true").iter() if node.get("lang")} == {"mk", "en"}


def test_an_archive_is_of_nobody_and_no_date() -> None:
    edition = make.edition(*make.SIX, *make.FIVE)
    assert written(edition) == written(edition)
    with tarfile.open(fileobj=io.BytesIO(written(edition))) as archive:
        assert {(one.mtime, one.uid, one.uname, one.mode) for one in archive.getmembers()} == {(0, 0, "", 0o644)}
    other = replace(edition, part="all")
    assert written(other) != written(edition)


def survives(text: str) -> None:
    asked = make.choice(make.option("a", text, correct=True, feedback=text), make.option("b", "No"))
    edition = make.edition(make.question("q-text", make.phrase(text), asked, hint=make.prose(make.phrase(text))))
    (item,) = items(plan_olx(edition, NOTHING, None)[0])
    read = olx(written(edition))["q-text"]
    expected = text_of(f"<p>{shown(item.prompt)}</p>")
    assert normal(read["prompt"]) == normal(expected)
    assert normal(read["hint"]) == normal(expected)
    assert expected == "" or normal(next(iter(read["key"]))) == normal(expected)


def shown(blocks: object) -> str:
    from html import escape

    from builder.content.walk import walk
    from builder.output.text import Run

    return escape("".join(run.text for run in walk(blocks, Run)))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_survive(text: str) -> None:
    survives(text)


@given(ANY_TEXT)
def test_any_text_survives(text: str) -> None:
    survives(text)
