"""Questions on paper, and the answers behind them."""

import pytest

from builder.output import document as d
from builder.output.text import plain_text
from builder.plan.questions import letter
from tests.plan.lesson_editions import blocks_of, edition_of, handout, words

QUESTION = "::: question {#q type=%s}\n%s\n:::\n"


def asked(kind: str, body: str, **parts: object) -> tuple[d.Question, d.Answer | None]:
    document = handout("- x\n\n" + QUESTION % (kind, body), **parts)
    (question,) = blocks_of(document, d.Question)
    return question, next(iter(blocks_of(document, d.Answer)), None)


def lines(node: object) -> str:
    return words(node).replace("\n", "")


def test_single():
    question, answer = asked(
        "single",
        "What?\n\n- [ ] Gloves {#a}\n  > Too slow.\n- [x] Press {#b}\nhint: Seconds.\nexplain: Pressure first.",
    )
    assert isinstance(question.response, d.Options)
    assert [(item.letter, plain_text(item.text)) for item in question.response.items] == [
        ("A", "Gloves"),
        ("B", "Press"),
    ]
    assert plain_text(question.instruction) == "Choose one answer."
    assert lines(question.hint) == "Hint: Seconds."
    assert answer is not None
    assert answer.question == question.id
    assert lines(answer.blocks) == "B. PressA. Too slow.Pressure first."
    assert "Pressure" not in words(question)


def test_multiple():
    question, answer = asked("multiple", "What?\n\n- [x] Aa {#a}\n- [ ] Bb {#b}\n- [x] Cc {#c}")
    assert isinstance(question.response, d.Options)
    assert question.response.multiple
    assert answer is not None
    assert lines(answer.blocks) == "A. AaC. Cc"


def test_true_false():
    _, answer = asked("true-false", "So?\n\nanswer: false")
    assert answer is not None
    assert lines(answer.blocks) == "B. False"


def test_numbers_bear_the_mark_of_the_language():
    for language, shown in (("en", "12.5 ± 0.5"), ("mk", "12,5 ± 0,5")):
        question, answer = asked("numeric", "How many?\n\nanswer: 12.5 ± 0.5", language=language)
        assert isinstance(question.response, d.Blank)
        assert answer is not None
        assert lines(answer.blocks) == shown


def test_a_unit_stands_with_the_question_and_with_the_answer():
    question, answer = asked('numeric unit="kilometres | km"', "How far?\n\nanswer: 12 ± 0.5")
    assert plain_text(question.instruction) == "Unit: kilometres"
    assert answer is not None
    assert lines(answer.blocks) == "12 ± 0.5\u00a0kilometres"


def test_accepted_words():
    _, answer = asked("text", "Where?\n\nanswer: Tirana | Tiranë")
    assert answer is not None
    assert lines(answer.blocks) == "Tirana / Tiranë"


def test_pairs_are_shuffled_alike_in_every_language_and_the_answers_fit():
    body = "What?\n\n" + "\n".join(f"- left{n} => right{n} {{#p{n}}}" for n in range(1, 6)) + "\n- => extra {#p6}"
    question, answer = asked("match", body)
    other, _ = asked("match", body, language="mk")
    assert isinstance(question.response, d.Pairing)
    assert [plain_text(text) for text in question.response.left] == [f"left{n}" for n in range(1, 6)]
    shown = {item.letter: plain_text(item.text) for item in question.response.right}
    assert sorted(shown.values()) == ["extra", *(f"right{n}" for n in range(1, 6))]
    assert list(shown.values()) != [*(f"right{n}" for n in range(1, 6)), "extra"]
    assert isinstance(other.response, d.Pairing)
    assert list(shown.values()) == [plain_text(item.text) for item in other.response.right]
    assert answer is not None
    told = [lines(item) for item in answer.blocks[0].items]  # type: ignore[union-attr]
    assert told == [f"left{n} → {key}. right{n}" for n in range(1, 6) for key in shown if shown[key] == f"right{n}"]


def test_equal_right_sides_are_one():
    question, answer = asked("match", "What?\n\n- a => same {#p1}\n- b => same {#p2}\n- c => other {#p3}")
    assert isinstance(question.response, d.Pairing)
    assert len(question.response.right) == 2
    assert answer is not None


@pytest.mark.parametrize("count", [2, 3, 7])
def test_an_order_is_never_shown_in_the_right_order(count):
    question, answer = asked("order", "Order.\n\n" + "\n".join(f"{n}. step{n} {{#s{n}}}" for n in range(1, count + 1)))
    assert isinstance(question.response, d.Ordering)
    shown = [plain_text(item.text) for item in question.response.items]
    assert shown != [f"step{n}" for n in range(1, count + 1)]
    assert answer is not None
    assert [lines(item)[3:] for item in answer.blocks[0].items] == [f"step{n}" for n in range(1, count + 1)]  # type: ignore[union-attr]


def test_gaps_are_numbered_blanks_with_their_choices():
    question, answer = asked(
        "cloze",
        "Cool [[time]] minutes under *[[kind]]* water.\n\n[[time]]: 20 ± 5\n[[kind]]:\n- [x] running {#a}\n- [ ] icy {#b}\n",
    )
    assert "Cool (1)\u00a0________ minutes under" in lines(question.prompt)
    assert isinstance(question.response, d.Gaps)
    (choice,) = question.response.choices
    assert (plain_text(choice.label), [plain_text(text) for text in choice.choices]) == ("(2)", ["running", "icy"])
    assert answer is not None
    assert lines(answer.blocks) == "(1) 20 ± 5(2) running"


def test_an_essay_has_lines_and_no_answer():
    question, answer = asked("essay", "Tell.\n\nguidance: Two facts.")
    assert isinstance(question.response, d.Lines)
    assert answer is None


def test_a_scale_has_its_words_and_no_answer():
    question, answer = asked("likert scale=agree-5", "I feel ready.")
    assert isinstance(question.response, d.Scale)
    assert [plain_text(point) for point in question.response.points][::4] == ["Strongly disagree", "Strongly agree"]
    assert answer is None


def test_a_place_on_a_figure():
    edition = edition_of("- x\n")
    (path,) = edition.pictures
    question, answer = asked(
        "hotspot",
        f'Where?\n\n![An arm]({path})\n\n- [x] Wound {{#a area="rect 40 30 20 15"}}\n- [ ] Elbow {{#b area="circle 80 50 10"}}',
    )
    assert any(isinstance(block, d.Figure) for block in question.prompt)
    assert answer is not None
    assert lines(answer.blocks) == "A. Wound"


def test_letters_go_on_behind_z():
    assert [letter(position) for position in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
