"""What a question must hold, and what each mistake in it is called."""

import pytest

from builder.content.interactions import Numeric, spellings
from builder.content.phrase import Kind
from builder.content.walk import phrases, walk
from builder.model.blocks import Question
from tests.read.helpers import codes, snippet

TWO = "- [x] a {#a}\n- [ ] b {#b}\n"
FIGURE = "![a](b.svg)\n\n"


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("single", TWO, [("question-incomplete", 8)]),
        ("single", "P\n", [("question-incomplete", 8)]),
        ("single", "P\n\n- [x] a\n", [("question-incomplete", 8)]),
        ("single", f"P\n\n{TWO}- c\n", [("question-incomplete", 13)]),
        ("single", f"P\n\n{TWO}- [ ]\n", [("question-incomplete", 13)]),
        ("single", f"P\n\n{TWO}\nThen.\n", [("block-misplaced", 14)]),
        ("single", f"P\n\n{TWO}  - nested\n", [("block-misplaced", 13)]),
        ("single", f"P\n\n{TWO}\n| a |\n|---|\n\n{TWO}", [("block-misplaced", 14)]),
        ("single", f"P\n\n{TWO}answer: a\n", [("field-misplaced", 13)]),
        ("single", f"P\n\n{TWO}[[a]]: b\n", [("field-misplaced", 13)]),
        ("single", f"P\n\n{TWO}hint: a\nhint: b\n", [("field-duplicate", 14)]),
        ("single", f"P\n\n{TWO}output: a\n", [("field-unknown", 13)]),
        ("single", f"P\n\n{TWO}\n::: note\na\n:::\n", [("container-misplaced", 14), ("block-misplaced", 15)]),
        ("single", f"P [[a]]\n\n{TWO}", [("gap-undefined", 9)]),
        ("true-false", "P\n", [("field-missing", 8)]),
        ("true-false", "P\n\nanswer: yes\n", [("answer-malformed", 11)]),
        ("true-false", "P\n\nanswer:\n", [("answer-malformed", 11)]),
        ("numeric", "P\n", [("field-missing", 8)]),
        ("numeric", "P\n\nanswer: twelve\n", [("answer-malformed", 11)]),
        ("numeric", "P\n\nanswer: 12 kg\n", [("answer-malformed", 11)]),
        ("numeric", "P\n\nanswer: 12 ± 1 ± 2\n", [("answer-malformed", 11)]),
        ("numeric", "P\n\nanswer: 12,000\n", [("answer-malformed", 11)]),
        ("numeric", "P\n\nanswer: 12\n\nThen more.\n", [("answer-malformed", 11)]),
        ("numeric", "P\n\nanswer: 12\n::: note\na\n:::\n", [("answer-malformed", 12)]),
        ('numeric unit="km | "', "P\n\nanswer: 12\n", [("answer-malformed", 8)]),
        ("numeric unit=km scale=agree-5", "P\n\nanswer: 12\n", [("attribute-unknown", 8)]),
        ("true-false unit=km", "P\n\nanswer: true\n", [("attribute-unknown", 8)]),
        ("text", "P\n", [("field-missing", 8)]),
        ("text", "P\n\nanswer: a | | b\n", [("answer-malformed", 11)]),
        ("match", "P\n", [("question-incomplete", 8)]),
        ("match", "P\n\n- a => b\n", [("question-incomplete", 8)]),
        ("match", "P\n\n- => a\n- => b\n", [("question-incomplete", 8)]),
        ("match", "P\n\n- a => b\n- c\n", [("question-incomplete", 12)]),
        ("match", "P\n\n- a => b\n- c =>\n", [("question-incomplete", 12)]),
        ("match", "P\n\n- a => b\n- c => d => e\n", [("question-incomplete", 12)]),
        ("match", "P\n\n- a => b\n- [x] c => d\n", [("looks-like", 12)]),
        ("order", "P\n\n- a\n- b\n", [("question-incomplete", 8)]),
        ("order", "P\n\n1. a\n", [("question-incomplete", 8)]),
        ("order", "P\n\n1. a\n2. b\n   > no feedback here\n", [("block-misplaced", 13)]),
        ("cloze", "P\n", [("question-incomplete", 8)]),
        ("cloze", "P [[a]]\n", [("gap-undefined", 9)]),
        ("cloze", "P [[a]]\n\n[[a]]: x\n[[b]]: y\n", [("gap-undefined", 12)]),
        ("cloze", "P [[a]] [[a]]\n\n[[a]]: x\n", [("gap-repeated", 9)]),
        ("cloze", "P [[a]]\nand [[a]]\n\n[[a]]: x\n", [("gap-repeated", 10)]),
        ("cloze", "P [[a]]\n\n[[a]]: x\n[[a]]: y\n", [("field-duplicate", 12)]),
        ("cloze", "P [[a]]\n\n[[a]]:\n", [("answer-malformed", 11), ("answer-malformed", 11)]),
        ("cloze", "P [[a]]\n\n[[a]]:\n- [x] one\n", [("question-incomplete", 11)]),
        ("cloze", "P [[a]]\n\n[[a]]:\n- [x] one\n- [ ] [[a]]\n", [("gap-undefined", 13)]),
        ("cloze", "P [[a]]\n\n[[a]]: x\n[[A b]]: y\n", [("gap-undefined", 12)]),
        ("likert", "P\n", [("attribute-missing", 8)]),
        ("essay lines=many", "P\n", [("attribute-value", 8)]),
        ("essay scale=agree-5", "P\n", [("attribute-unknown", 8)]),
        ("single lines=3", f"P\n\n{TWO}", [("attribute-unknown", 8)]),
        ("hotspot", f"P\n\n{TWO}", [("question-incomplete", 8)]),
        ("hotspot", f"P\n\n{FIGURE}- [x] a {{area=\"circle 1 1 1\"}}\n- [ ] b\n", [("attribute-missing", 14)]),
        ("singel", f"P\n\n{TWO}", [("attribute-value", 8)]),
    ],
)  # fmt: skip
def test_mistakes(kind: str, body: str, expected: list[tuple[str, int]]) -> None:
    lesson, findings = snippet(f"::: question {{#q type={kind}}}\n{body}:::")
    assert sorted(codes(findings)) == sorted(expected)
    assert all(finding.hint for finding in findings)
    assert len(list(walk(lesson, Question))) == 1


@pytest.mark.parametrize(
    "area",
    [
        "rect 40 30 20",
        "rect 40 30 70 15",
        "rect 40 30 0 15",
        "circle 80 50",
        "circle 101 50 1",
        "rect a b c d",
        "poly 1 1",
    ],
)
def test_areas_that_are_none(area: str) -> None:
    text = f'P\n\n{FIGURE}- [x] a {{area="{area}"}}\n- [ ] b {{area="circle 10 10 5"}}\n'
    assert codes(snippet(f"::: question {{#q type=hotspot}}\n{text}:::")[1]) == [("area-malformed", 13)]


def test_a_question_without_a_type_says_which_there_are_and_keeps_its_words() -> None:
    lesson, findings = snippet("::: question {#q}\nP\n\n- [x] a {#a}\n- [ ] b {#b}\n:::")
    assert codes(findings) == [("attribute-missing", 8)]
    assert {"P", "a", "b"} <= {phrase.message for phrase in phrases(lesson)}


def test_messages_hold_no_scoring() -> None:
    text = '::: question {#q type=single}\nP\n\n- [x] a {#a weight=50}\n- [ ] b {#b weight="-20"}\n:::'
    lesson, findings = snippet(text)
    assert findings == ()
    assert [phrase.message for phrase in phrases(lesson.steps[0].slides)] == ["P", "a", "b"]


def test_what_stands_before_the_options_of_a_gap_is_reported() -> None:
    text = "::: question {#q type=cloze}\nP [[a]]\n\n[[a]]:\n#### H\n- [x] a {#a}\n- [ ] b {#b}\n:::"
    assert codes(snippet(text)[1]) == [("block-misplaced", 12)]


def test_a_number_may_have_a_unit_in_several_spellings() -> None:
    lesson, findings = snippet('::: question {#q type=numeric unit="kilometres |km"}\nP\n\nanswer: 12 ± 0.5\n:::')
    assert findings == ()
    (number,) = walk(lesson, Numeric)
    assert number.unit is not None
    assert (number.unit.message, number.unit.kind, number.unit.place) == ("kilometres | km", Kind.UNIT, "q")
    assert spellings(number.unit) == ("kilometres", "km")


@pytest.mark.parametrize(("unit", "translated"), [("km", True), ("%", False)])
def test_a_unit_is_a_message_where_it_has_letters(unit: str, translated: bool) -> None:
    lesson, _ = snippet(f'::: question {{#q type=numeric unit="{unit}"}}\nP\n\nanswer: 12\n:::')
    (number,) = walk(lesson, Numeric)
    assert number.unit is not None
    assert number.unit.translatable == translated
