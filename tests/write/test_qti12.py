"""QTI 1.2 as Canvas reads it: every type it has, read back by a reader that shares no code with the writer."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from builder.content.interactions import Cloze, GapField
from builder.content.walk import walk
from builder.languages.states import State
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output import quiz
from builder.output.text import Run, plain_text
from builder.plan.quiz_qti import plan_qti12
from builder.write.qti12 import write_qti12
from tests.plan import quiz_editions as make
from tests.plan.form_editions import course_of, draw_of
from tests.write.qti_files import NOTHING, Node, package, read
from tests.write.quiz_texts import ANY_TEXT, HOSTILE, read_html

NAME = "coursewright-foundations-concepts-en"


def gap(id: str) -> Any:
    return (make.Gap(span=make.AT, id=id),)


def cloze(*fields: tuple[str, Any]) -> Cloze:
    return Cloze(span=make.AT, gaps=tuple(GapField(span=make.AT, id=id, interaction=asked) for id, asked in fields))


TYPED = make.question(
    "q-typed", make.phrase("Cool ", gap("what-1"), " and ", gap("then"), "."),
    cloze(("what-1", make.text_entry("it | them")), ("then", make.text_entry("cover"))),
)  # fmt: skip
PICKED = make.question(
    "q-picked", make.phrase("Under ", gap("kind"), " water."),
    cloze(("kind", make.choice(make.option("a", "running", correct=True), make.option("b", "icy")))),
)  # fmt: skip
ALL = (*make.SIX, make.FIVE[3], TYPED, PICKED)


def files(edition: Edition) -> dict[str, bytes]:
    return package(write_qti12(plan_qti12(edition, NOTHING, None)[0], NOTHING))


def asked(id: str, *questions: Any) -> Node:
    root = read(files(make.edition(*(questions or ALL)))[f"{NAME}/{NAME}.xml"])
    (found,) = [node for node in root.all("item") if node["ident"] == id]
    return found


def field(item: Node, name: str) -> str:
    (found,) = [node for node in item.all("qtimetadatafield") if node.one("fieldlabel").text == name]
    return found.one("fieldentry").text


def prompt(item: Node) -> str:
    material = next(node for node in item.one("presentation").nodes if node.name == "material")
    return read_html(material.one("mattext").text).text


def score(item: Node, answers: dict[str, Any]) -> float:
    """Return the per cent that the conditions bring, as a reader of the format adds them up."""
    total = 0.0
    for condition in item.one("resprocessing").all("respcondition"):
        for rule in condition.all("setvar"):
            # Canvas takes several values side by side as alternatives, and writes them so itself.
            if any(true(node, answers) for node in condition.one("conditionvar").nodes):
                total = float(rule.text) + (total if rule["action"] == "Add" else 0)
                if condition.attributes.get("continue") == "No":
                    return total
    return total


def true(node: Node, answers: dict[str, Any]) -> bool:
    inner = node.nodes
    match node.name:
        case "or":
            return any(true(child, answers) for child in inner)
        case "and":
            return all(true(child, answers) for child in inner)
        case "not":
            return not true(inner[0], answers)
        case "vargte":
            return float(answers[node["respident"]]) >= float(node.text)
        case "varlte":
            return float(answers[node["respident"]]) <= float(node.text)
    given = answers.get(node["respident"], ())
    return node.text in ((given,) if isinstance(given, str) else given)


KINDS = {
    "q-single": "multiple_choice_question", "q-multiple": "multiple_answers_question", "q-true": "true_false_question",
    "q-number": "numerical_question", "q-text": "short_answer_question", "q-match": "matching_question",
    "q-essay": "essay_question", "q-typed": "fill_in_multiple_blanks_question", "q-picked": "multiple_dropdowns_question",
}  # fmt: skip


@pytest.mark.parametrize("id", KINDS)
def test_each_type_is_named_as_canvas_knows_it(id: str) -> None:
    item = asked(id)
    assert field(item, "question_type") == KINDS[id]
    points = {question.id: question.points for question in ALL}[id]
    assert field(item, "points_possible") == f"{points}.0"
    for node in item.all("varequal") + item.all("vargte"):
        idents = [
            found["ident"]
            for name in ("responseLid", "responseStr", "response_lid", "response_str")
            for found in item.all(name)
        ]
        assert node["respident"] in idents


def test_right_and_wrong_answers() -> None:
    tries: dict[str, list[tuple[dict[str, Any], float]]] = {
        "q-single": [({"response1": "q-single_b"}, 100), ({"response1": "q-single_a"}, 0)],
        "q-multiple": [
            ({"response1": ("q-multiple_a", "q-multiple_c")}, 100), ({"response1": ("q-multiple_a",)}, 0),
            ({"response1": ("q-multiple_a", "q-multiple_b", "q-multiple_c")}, 0),
        ],
        "q-true": [({"response1": "false"}, 100), ({"response1": "true"}, 0)],
        "q-number": [({"response1": "67"}, 100), ({"response1": "68"}, 100), ({"response1": "68.01"}, 0)],
        "q-text": [({"response1": "Tiranë"}, 100), ({"response1": "Rome"}, 0)],
        "q-match": [
            ({"response_p1": "p1", "response_p2": "p2", "response_p3": "p3"}, 100), ({"response_p1": "p1"}, 33.33333),
        ],
        "q-typed": [
            ({"response_what_1": "what_1_2", "response_then": "then_1"}, 100), ({"response_then": "then_1"}, 50),
        ],
        "q-picked": [({"response_kind": "kind_a"}, 100), ({"response_kind": "kind_b"}, 0)],
    }  # fmt: skip
    for id, answers in tries.items():
        item = asked(id)
        for given_, expected in answers:
            assert round(score(item, given_), 4) == round(expected, 4), (id, given_)


def test_gaps_stand_in_brackets_and_their_names_need_no_hyphen() -> None:
    item = asked("q-typed")
    assert prompt(item) == "Cool [what_1] and [then]."
    names = re.findall(r"\[(\w+)\]", prompt(item))
    assert [f"response_{name}" for name in names] == [node["ident"] for node in item.all("response_lid")]


def test_feedback_follows_its_option_and_the_explanation_any_answer() -> None:
    item = asked("q-multiple")
    said = {node["ident"]: read_html(node.one("mattext").text).text for node in item.all("itemfeedback")}
    links = {
        node.one("displayfeedback")["linkrefid"]: node.one("conditionvar").nodes[0]
        for node in item.all("respcondition")
        if node.all("displayfeedback")
    }
    assert said.keys() == links.keys()
    assert said["q-multiple_b_fb"] == "This is a label."
    assert links["q-multiple_b_fb"].text == "q-multiple_b"
    assert (said["general_fb"], links["general_fb"].name) == ("It can be checked.", "other")


def test_what_is_lost_is_said_of_each_question() -> None:
    kept, found = plan_qti12(make.edition(*ALL, *make.FIVE[:3], make.FIVE[4]), NOTHING, None)
    assert [finding.message for finding in found] == [
        "quiz.qti12 cannot carry the question q-order: its type is order",
        "quiz.qti12 cannot carry the question q-gaps: one of its gaps is a number",
        "quiz.qti12 cannot carry the question q-where: its type is hotspot",
        "quiz.qti12 cannot carry the question q-ready: its type is likert",
        "quiz.qti12: of the question q-single, the hint is left out",
        "quiz.qti12: of the question q-single, an option is right or wrong, never in part",
        "quiz.qti12: of the question q-multiple, the share that each option brings is left to the platform",
        "quiz.qti12: of the question q-number, the hint is left out",
        "quiz.qti12: of the question q-essay, what a good answer holds is left out",
    ]
    assert [item.id for item in quiz.items(kept)] == [question.id for question in ALL]


def test_gaps_of_two_kinds_and_two_right_options_are_refused() -> None:
    mixed = make.question(
        "q-mixed", make.phrase(gap("a"), gap("b")),
        cloze(("a", make.text_entry("x")), ("b", make.choice(make.option("y", "y", correct=True)))),
    )  # fmt: skip
    both = make.question("q-both", "?", make.choice(*(make.option(id, id, correct=True) for id in "ab")))
    _, found = plan_qti12(make.edition(mixed, both), NOTHING, None)
    assert [finding.message.partition(": ")[2] for finding in found] == [
        "it has gaps to type in and gaps to choose for", "it asks for one option, and 2 are right",
    ]  # fmt: skip


def test_a_case_is_read_before_each_of_its_questions() -> None:
    case = make.case(*make.prose("Mira comes back."), make.SIX[0], make.SIX[2])
    for id in ("q-single", "q-true"):
        assert prompt(asked(id, case)).startswith("Case: Mira, 34Mira comes back.")


def test_pictures_are_files_of_the_course() -> None:
    shown = make.question("q", (*make.prose("Look:"), make.figure()), make.true_false(True))
    found = files(make.edition(shown))
    (picture,) = [name for name in found if name.startswith("images/")]
    assert found[picture] == make.SVG
    html = asked("q", shown).one("presentation").all("mattext")[0].text
    assert read_html(html).images == [(f"$IMS-CC-FILEBASE$/{picture}", "An arm")]
    listed = {node.get("href") for node in ET.fromstring(found["imsmanifest.xml"]).iter() if node.tag.endswith("}file")}
    assert listed == set(found) - {"imsmanifest.xml"}


def test_the_quiz_says_what_it_is_and_shuffles_all_or_none() -> None:
    shuffled = [replace(question, shuffle=True) for question in make.SIX]
    for questions, expected in ((shuffled, "true"), ([*shuffled[:5], make.SIX[5]], "false")):
        meta = read(files(make.edition(*questions))[f"{NAME}/assessment_meta.xml"])
        assert meta.one("shuffle_answers").text == expected
        assert meta.one("title").text == "Foundations · Concepts · 1.0.0 · en"
        assert meta.one("points_possible").text == "10.0"


def test_drafts_say_so() -> None:
    item = asked("q-single", make.with_state(make.SIX[0], State.DRAFT))
    assert item["title"].startswith(Word.DRAFT.value)
    assert prompt(item).startswith(Word.DRAFT.value)


def test_same_input_same_bytes() -> None:
    assert files(make.edition(*ALL)) == files(make.edition(*ALL))


def check_texts(text: str) -> None:
    """Everything that the plan shows stands in the file, letter by letter."""
    edition = make.edition(
        make.question(
            "q-choice", text, make.choice(make.option("a", text, correct=True, feedback=text)),
            explanation=make.prose(text),
        ),
        make.question("q-entry", text, make.text_entry(text.replace("|", ""))),
        title=text,
    )  # fmt: skip
    planned, _ = plan_qti12(edition, NOTHING, None)
    root = read(package(write_qti12(planned, NOTHING))[f"{NAME}/{NAME}.xml"])
    choice, entry = root.all("item")
    first, second = quiz.items(planned)
    expected = plain_text(tuple(walk(first.prompt, Run)))
    assert prompt(choice) == expected
    assert {read_html(node.text).text for node in choice.all("mattext")} == {expected}
    assert entry.one("varequal").text == second.interaction.accepted[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_survive(text: str) -> None:
    check_texts(text)


@given(ANY_TEXT.filter(lambda text: text.replace("|", "").strip()))
def test_any_text_survives(text: str) -> None:
    check_texts(text)


def test_the_courses_test_is_a_group_of_which_some_are_drawn() -> None:
    tests = [
        make.question(f"q-t{number}", "True?", make.true_false(True), use="test", points=1 + number // 3)
        for number in range(4)
    ]
    whole = course_of([make.edition(make.SIX[0], *tests, make.FIVE[4]).modules[0]], draw_of(3))
    bank, found = plan_qti12(whole, NOTHING, None)
    parts = {name: data.decode() for name, data in package(write_qti12(bank, NOTHING)).items()}
    ident = "coursewright-foundations-all-en"
    others, drawn = (read(parts[f"{name}/{name}.xml"].encode()) for name in (ident, f"{ident}-test"))
    assert [item["ident"] for item in others.all("item")] == ["q-single"]
    assert [item["ident"] for item in drawn.all("item")] == [f"q-t{number}" for number in range(4)]
    (group,) = (section for section in drawn.all("section") if section["ident"].endswith("-pool"))
    assert (group.one("selection_number").text, group.one("points_per_item").text) == ("3", "1.0")
    assert len(group.all("item")) == 4
    assert "<points_possible>3.0<" in parts[f"{ident}-test/assessment_meta.xml"]
    assert parts["imsmanifest.xml"].count('type="imsqti_xmlv1p2"') == 2
    assert "quiz.qti12: of the question q-t3, the drawn test counts 1 instead of 2 points" in [
        one.message for one in found
    ]


def test_a_pool_of_which_nothing_is_carried_is_no_group() -> None:
    ordered = make.question("q-o", "Order", make.order("One", "Two"), use="test")
    bank, _ = plan_qti12(course_of([make.edition(make.SIX[0], ordered).modules[0]], draw_of(3)), NOTHING, None)
    assert bank.draw is None
    assert not any("-test" in name for name in package(write_qti12(bank, NOTHING)))
