"""The page to play in a real browser, by keyboard alone: every type answered right, partly and wrong."""

from functools import cache
from pathlib import Path

import pytest

from builder.content.walk import walk
from builder.languages.states import State
from builder.languages.words import Word
from builder.output.quiz import Match
from builder.plan.quiz import plan_practice
from tests.plan import quiz_editions as make
from tests.write.quiz_pages import resources
from tests.write.quiz_player import NEEDS, check, enter, go, play, press

pytestmark = NEEDS


@cache
def letters() -> dict[str, str]:
    """The letter of each target of q-match, as the page shows them."""
    quiz, _ = plan_practice(make.edition(*make.SIX), resources(), None)
    (match,) = walk(quiz, Match)
    return {target.id: letter for letter, target in zip("abcd", match.targets, strict=True)}


def test_choices_wrong_partly_right_and_again(tmp_path: Path) -> None:
    steps = [
        *go("q-single.a"), *press("Space"), *check("q-single"),
        *press("Enter"), {"read": "q-single"}, *press("ArrowDown"), *check("q-single"),
        *go("q-multiple.a"), *press("Space"), *check("q-multiple"),
        *press("Enter"), {"read": "q-multiple"}, *go("q-multiple.b"), *press("Space"), *check("q-multiple"),
        *press("Enter"), *go("q-multiple.c"), *press("Space"), *check("q-multiple"),
        *go("q-true.true"), *press("Space"), *check("q-true"),
        *press("Enter", "ArrowDown"), *check("q-true"), {"score": True},
    ]  # fmt: skip
    wrong, again, right, partly, kept, cancelled, both, untrue, true, score = play(
        tmp_path, make.edition(*make.SIX), *steps
    )
    assert wrong["verdict"] == "wrong"
    assert "Score: −1 of 2" in wrong["result"], "half of it is the price of this guess"
    assert "This describes thinking." in wrong["result"]
    assert "Disengagement is a change" not in wrong["result"], "why is told with the answer, not before"
    assert wrong["marks"] == {"q-single.a.mark": "✗Not right"}
    assert (wrong["role"], wrong["button"], wrong["solution"]) == ("status", "Try again", True)
    assert wrong["focus"] == "q-single:check", "the focus stays where the learner is"
    assert (again["verdict"], again["result"], again["answer"]) == (None, "", [])
    assert again["focus"] == "q-single.a"
    assert again["outline"] != "none" or again["focus"]
    assert (right["verdict"], right["answer"], right["solution"]) == ("right", ["b"], False)
    assert "Score: 2 of 2" in right["result"]
    assert "Disengagement is a change of behaviour." in right["result"]
    assert partly["verdict"] == "partly"
    assert "Score: 1 of 2" in partly["result"]
    assert kept["answer"] == ["a"], "what was right stays"
    assert cancelled["verdict"] == "wrong"
    assert "Score: 0 of 2" in cancelled["result"]
    assert "This is a label." in cancelled["result"]
    assert "A jihadi bride" in cancelled["result"], "feedback names the option it belongs to"
    assert both["verdict"] == "right"
    assert both["answer"] == ["a", "c"]
    assert (untrue["verdict"], true["verdict"]) == ("wrong", "right")
    assert score == {"score": "Score: 5 of 10", "answered": "Answered: 3 of 6"}


def test_numbers_take_either_mark_and_what_is_none_is_no_wrong_answer(tmp_path: Path) -> None:
    typed = {
        "67.5": "right", "67,5": "right", " 68,0 ": "right", "67": "right", "66,99": "wrong", "68.01": "wrong",
        "-67.5": "wrong", "\u221267,5": "wrong", "abc": None, "67 %": None, "6.7.5": None, "67,": "right",
    }  # fmt: skip
    steps = [step for text in typed for step in enter("q-number", text)]
    reads = play(tmp_path, make.edition(*make.SIX), *steps)
    assert {text: read["verdict"] for text, read in zip(typed, reads, strict=True)} == typed
    assert all(read["result"] == "Write a number, such as 1.5." for read in reads if read["verdict"] is None)


def test_thousands_may_be_parted_in_any_way(tmp_path: Path) -> None:
    typed = {
        "1200": "right", "1 200": "right", "1.200": "right", "1,200": "right", "1.200,0": "right", "1,200.00": "right",
        "1'200": "right", "12.00": "wrong", "1.2": "wrong", "1.20.0": None,
    }  # fmt: skip
    question = make.question("q", "How many?", make.numeric("1200"))
    reads = play(tmp_path, make.edition(question), *(step for text in typed for step in enter("q", text)))
    assert {text: read["verdict"] for text, read in zip(typed, reads, strict=True)} == typed


def test_texts_are_compared_without_capitals_blanks_and_forms(tmp_path: Path) -> None:
    typed = {
        "Tirana": "right", "  tIRANE\u0308 ": "right", "TIRANË": "right", "Tiran": "wrong", "Tirana2": "wrong",
    }  # fmt: skip
    steps = [step for text in typed for step in enter("q-text", text)]
    reads = play(tmp_path, make.edition(*make.SIX), *steps)
    assert [read["verdict"] for read in reads] == list(typed.values())
    two = make.question("q-two", "?", make.text_entry("New York"))
    steps = [*enter("q-two", "new  \u00a0york"), *enter("q-two", "newyork")]
    assert [read["verdict"] for read in play(tmp_path, make.edition(two), *steps)] == ["right", "wrong"]


def test_pairs_partly_and_right(tmp_path: Path) -> None:
    rights = letters()
    chosen = {"p1": rights["p1"], "p2": rights["p4"], "p3": rights["p2"]}
    steps = [
        *[step for stem, letter in chosen.items() for step in (*go(f"q-match.{stem}"), {"type": letter})],
        *check("q-match"), *press("Enter"), {"read": "q-match"}, {"type": rights["p2"]}, *go("q-match.p3"),
        {"type": rights["p3"]}, *check("q-match"),
    ]  # fmt: skip
    partly, again, right = play(tmp_path, make.edition(*make.SIX), *steps)
    assert partly["verdict"] == "partly"
    assert "Score: 1 of 3" in partly["result"]
    assert partly["marks"] == {
        "q-match.p1.mark": "✓Right", "q-match.p2.mark": "✗Not right", "q-match.p3.mark": "✗Not right",
    }  # fmt: skip
    assert again["answer"] == ["p1"]
    assert again["focus"] == "q-match.p2", "the first that is open"
    assert (right["verdict"], right["answer"]) == ("right", ["p1", "p2", "p3"])


def test_nothing_answered_is_asked_for_not_judged(tmp_path: Path) -> None:
    reads = play(tmp_path, make.edition(*make.SIX), *(step for q in make.SIX for step in check(q.id)), {"score": True})
    assert all(read["result"] == "Give an answer first." and read["verdict"] is None for read in reads[:-1])
    assert reads[-1]["answered"] == "Answered: 0 of 6"


def test_hints_and_answers_open_by_keyboard(tmp_path: Path) -> None:
    steps = [
        *go("q-single:hint"), *press("Enter"), {"read": "q-single"}, *go("q-single.a"), *press("Space"),
        *check("q-single"), *go("q-single:solution"), *press("Enter"), {"read": "q-single"},
    ]  # fmt: skip
    hinted, _, solved = play(tmp_path, make.edition(*make.SIX), *steps)
    assert hinted["open"] == ["hint"]
    assert solved["open"] == ["hint", "solution"]
    assert "He takes no part in violence" in solved["solutionText"]


def test_progress_is_kept_over_a_reload_and_cleared_by_starting_again(tmp_path: Path) -> None:
    steps = [
        *go("q-multiple.a"), *press("Space"), *check("q-multiple"), *enter("q-text", "tirana"), {"reload": True},
        {"read": "q-multiple"}, {"read": "q-text"}, {"score": True}, *go("_restart"), *press("Enter"),
        {"read": "q-text"}, {"score": True}, {"reload": True}, {"read": "q-multiple"},
    ]  # fmt: skip
    reads = play(tmp_path, make.edition(*make.SIX), *steps)[2:]
    assert (reads[0]["answer"], reads[0]["verdict"]) == (["a"], "partly")
    assert (reads[1]["answer"], reads[1]["verdict"]) == (["tirana"], "right")
    assert reads[2] == {"score": "Score: 2 of 10", "answered": "Answered: 2 of 6"}
    assert (reads[3]["verdict"], reads[3]["focus"]) == (None, "q-single.a")
    assert reads[4] == {"score": "Score: 0 of 10", "answered": "Answered: 0 of 6"}
    assert reads[5]["answer"] == []


def test_shuffled_options_keep_their_worth(tmp_path: Path) -> None:
    options = [make.option(f"o{number}", f"Option {number}", correct=number == 0) for number in range(6)]
    question = make.question("q", "?", make.choice(*options, multiple=True), shuffle=True)
    steps = [*go("q.o0"), *press("Space"), *check("q"), {"text": ".option label"}]
    read, shown = play(tmp_path, make.edition(question), *steps)
    assert read["verdict"] == "right"
    assert sorted(shown["texts"]) == [f"Option {number}" for number in range(6)]


ALL = (
    *make.SIX,
    make.case(
        *make.prose("Mira comes back to work."),
        make.inject("The manager calls you."),
        make.question(
            "q-mira",
            (*make.prose(make.marked("In Kosovo")), make.figure(caption="An arm"), make.table(("A", "B"), ("a", "b"))),
            make.choice(make.option("a", "Listen", correct=True, feedback="Yes."), make.option("b", "Call")),
            hint=make.prose("Who?"),
        ),
    ),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_in_light_and_dark(tmp_path: Path, scheme: str) -> None:
    answered = [
        *go("q-single.a"), *press("Space"), *check("q-single"), *go("q-single:solution"), *press("Enter"),
        *go("q-multiple.a"), *press("Space"), *check("q-multiple"), *go("q-true.true"), *press("Space", "ArrowDown"),
        *check("q-true"), *enter("q-number", "1"), *enter("q-text", "tirana"),
        *go("q-match.p1"), {"type": "a"}, *check("q-match"), *go("q-mira:hint"), *press("Enter"),
    ]  # fmt: skip
    edition = make.edition(make.with_state(make.SIX[0], State.DRAFT), *ALL[1:])
    reads = play(tmp_path, edition, {"axe": "before"}, *answered, {"axe": "after"}, scheme=scheme)
    assert [read["violations"] for read in reads if "axe" in read] == [[], []]
    verdicts = [read["verdict"] for read in reads if "verdict" in read]
    assert set(verdicts) == {"right", "partly", "wrong"}, "each look of a verdict was there to be judged"


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_targets_are_large_and_nothing_is_cut_off(tmp_path: Path, width: int) -> None:
    wide = make.question(
        "q-wide", "Пр" * 60, make.choice(make.option("a", "https://example.org/" + "a" * 90, correct=True)),
    )  # fmt: skip
    steps = [{"sizes": True}, *go("q-single.a"), *press("Space"), *check("q-single"), {"sizes": True}]
    before, _, after = play(tmp_path, make.edition(*ALL, wide), *steps, width=width)
    assert before == after == {"small": [], "overflow": 0}


def test_without_scripts_it_can_be_read_and_answers_can_be_shown(tmp_path: Path) -> None:
    (read, buttons) = play(
        tmp_path, make.edition(*make.SIX), {"text": "noscript, .solution summary"}, {"text": "button >> visible=true"},
        script=False,
    )  # fmt: skip
    assert Word.SCRIPT_NEEDED.value in read["texts"][0]
    assert read["texts"].count(Word.SHOW_ANSWER.value) == len(make.SIX)
    assert buttons["texts"] == []


def test_scores_and_words_are_in_the_pages_language(tmp_path: Path) -> None:
    words = {Word.SCORE: "Резултат: {points} од {total}", Word.CHECK: "Провери", Word.WRITE_NUMBER: "Број: {example}"}
    question = make.question(
        "q", "?", make.choice(*(make.option(f"o{n}", f"x{n}", correct=True) for n in "ab"), multiple=True), points=3
    )
    steps = [*go("q.oa"), *press("Space"), *check("q"), {"score": True}, *enter("q-number", "x")]
    edition = make.edition(question, make.SIX[3], language="mk", words=words)
    read, score, number = play(tmp_path, edition, *steps)
    assert "Резултат: 1,5 од 3" in read["result"]
    assert score["score"] == "Резултат: 1,5 од 4"
    assert number["result"] == "Број: 1,5"
    assert number["button"] == "Провери"
