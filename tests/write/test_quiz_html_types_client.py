"""The other half of the page to play: sequences, gaps, figures, essays, opinions and cases, by keyboard alone."""

from pathlib import Path

import pytest

from builder.content.interactions import ExtendedText
from builder.content.walk import walk
from builder.languages.words import Word
from builder.output.quiz import Order
from builder.plan.quiz import plan_practice
from tests.plan import quiz_editions as make
from tests.write.quiz_pages import resources
from tests.write.quiz_player import NEEDS, check, enter, go, play, press

pytestmark = NEEDS

ORDER = make.question("q-order", "Put in order.", make.order("Look", "Press", "Call", "Wait"), points=4)
GAPS = make.question(
    "q-gaps",
    *make.gaps(
        ("Cool for ", make.gap("time"), " minutes under ", make.gap("kind"), " water; then ", make.gap("what"), " it."),
        time=make.numeric("20", "5"),
        kind=make.choice(
            make.option("a", "running", correct=True, feedback="It carries the heat away."),
            make.option("b", "icy", weight="-50", feedback="Ice does harm."),
        ),
        what=make.text_entry("cover | wrap"),
    ),
    points=3, explanation=make.prose("Heat stays in the skin."),
)  # fmt: skip
ONE_PLACE = make.question(
    "q-where", "Where do you press?",
    make.hotspot(make.area("a", "On the wound", 40, correct=True, feedback="Yes."), make.area("b", "At the elbow", 75)),
)  # fmt: skip
TWO_PLACES = make.question(
    "q-both", "Which two?",
    make.hotspot(
        make.area("a", "Wound", 10, correct=True), make.area("b", "Hand", 40, correct=True), make.area("c", "Head", 70)
    ),
    points=2,
)  # fmt: skip
ESSAY = make.question(
    "q-essay", "Describe a case.", ExtendedText(span=make.AT, lines=4), points=3,
    guidance=make.prose("One point for each fact."), explanation=make.prose("Facts have dates."),
)  # fmt: skip
OPINION = make.question("q-ready", "I feel ready.", make.likert())
OPINIONS = make.question("q-sure", "How sure are you?", make.likert("I can press", "I can call"))
CASE = make.case(
    *make.prose("Mira comes back to work."),
    make.question("q-first", "First?", make.true_false(True)),
    make.inject("The manager calls."),
    make.question("q-then", "Then?", make.true_false(False)),
    make.inject("A neighbour calls."),
    make.question("q-last", "Last?", make.true_false(True)),
)
EVERY = (ORDER, GAPS, ONE_PLACE, TWO_PLACES, ESSAY, OPINION, OPINIONS, CASE)


def started() -> list[str]:
    """Return the lines of q-order in the order that the plan fixed."""
    quiz, _ = plan_practice(make.edition(ORDER), resources(), None)
    (order,) = walk(quiz, Order)
    return list(order.shown)


def test_lines_move_by_buttons_and_the_focus_stays_on_them(tmp_path: Path) -> None:
    steps = [
        {"read": "q-order"}, *check("q-order"), *moves(started()), {"read": "q-order"}, *check("q-order"),
        {"reload": True}, {"read": "q-order"},
    ]  # fmt: skip
    before, judged, moved, done, kept = play(tmp_path, make.edition(ORDER), *steps)
    assert before["lines"] == started()
    assert judged["verdict"] in ("partly", "wrong"), "an order that nobody touched is an answer, too, not a right one"
    assert moved["lines"] == ["s1", "s2", "s3", "s4"]
    assert moved["verdict"] is None
    assert moved["focus"].endswith("._up")
    assert moved["spoken"].startswith("Place ")
    assert moved["spoken"].endswith(" of 4")
    assert (done["verdict"], set(done["marks"].values())) == ("right", {"✓Right"})
    assert "Score: 4 of 4" in done["result"]
    assert (kept["lines"], kept["verdict"]) == (moved["lines"], "right")


def moves(lines: list[str]) -> list[dict[str, str]]:
    """Return the keys that sort lines: each goes up until it stands behind those already placed."""
    steps = []
    for place, id in enumerate(sorted(lines)):
        steps.extend(go(f"q-order.{id}._up"))
        steps.extend(press(*["Enter"] * (lines.index(id) - place)))
        lines = [*lines[:place], id, *[line for line in lines[place:] if line != id]]
    return steps


def test_a_line_at_the_end_goes_no_further_and_retrying_keeps_the_order(tmp_path: Path) -> None:
    start = started()
    first = start[0]
    steps = [
        *go(f"q-order.{first}._up"), *press("Enter"), {"read": "q-order"}, *press("Tab", "Enter"), {"read": "q-order"},
        *check("q-order"), *press("Enter"), {"read": "q-order"}, *go("_restart"), *press("Enter"), {"read": "q-order"},
    ]  # fmt: skip
    stayed, down, judged, again, restarted = play(tmp_path, make.edition(ORDER), *steps)
    assert stayed["lines"] == start
    assert down["lines"] == [start[1], first, *start[2:]]
    assert again["lines"] == judged["lines"]
    assert (again["verdict"], again["marks"]) == (None, {})
    assert again["focus"].endswith("._up")
    assert sorted(restarted["lines"]) == sorted(start)
    assert restarted["lines"] != ["s1", "s2", "s3", "s4"]


def test_gaps_are_filled_by_typing_and_choosing(tmp_path: Path) -> None:
    steps = [
        *check("q-gaps"), *go("q-gaps.time"), {"type": "17,5"}, *go("q-gaps.kind"), {"type": "i"}, *go("q-gaps.what"),
        {"type": "WRAP"}, *check("q-gaps"), *press("Enter"), {"read": "q-gaps"}, {"type": "r"}, *check("q-gaps"),
        {"reload": True}, {"read": "q-gaps"},
    ]  # fmt: skip
    empty, partly, again, right, kept = play(tmp_path, make.edition(GAPS), *steps)
    assert empty["result"] == "Give an answer first."
    assert partly["verdict"] == "partly"
    assert "Score: 1.5 of 3" in partly["result"], "two gaps of three, less half of one"
    assert partly["marks"] == {
        "q-gaps.time.mark": "✓Right", "q-gaps.kind.mark": "✗Not right", "q-gaps.what.mark": "✓Right",
    }  # fmt: skip
    assert "Gap 2" in partly["result"]
    assert "Ice does harm." in partly["result"]
    for line in ("Gap 1: 20 ± 5", "Gap 2: running", "Gap 3: cover / wrap"):
        assert line in partly["solutionText"]
    assert (again["answer"], again["focus"]) == (["17,5", "WRAP"], "q-gaps.kind")
    assert right["verdict"] == "right"
    assert "Heat stays in the skin." in right["result"]
    assert (kept["answer"], kept["verdict"]) == (["17,5", "a", "WRAP"], "right")


def test_places_are_found_by_keyboard_and_by_pressing_on_them(tmp_path: Path) -> None:
    steps = [
        *go("q-where.a"), *press("ArrowDown"), *check("q-where"), *press("Enter"),
        {"click": "#q-where .area:nth-of-type(1)"}, {"read": "q-where"}, *check("q-where"),
        *go("q-both.a"), *press("Space"), *check("q-both"), *go("q-both.b"), *press("Space"), *check("q-both"),
    ]  # fmt: skip
    wrong, pressed, right, one, both = play(tmp_path, make.edition(ONE_PLACE, TWO_PLACES), *steps)
    assert (wrong["verdict"], wrong["answer"]) == ("wrong", ["b"])
    assert wrong["areas"] == [[False, ""], [True, "wrong"]]
    assert wrong["marks"] == {"q-where.b.mark": "✗Not right"}
    assert (pressed["answer"], pressed["areas"]) == (["a"], [[True, ""], [False, ""]])
    assert right["verdict"] == "right"
    assert "Yes." in right["result"]
    assert (one["verdict"], both["verdict"]) == ("partly", "right"), "where several are right, several are ticked"
    assert "Score: 1 of 2" in one["result"]


def test_an_essay_is_compared_and_marked_by_its_writer(tmp_path: Path) -> None:
    steps = [
        *check("q-essay"), *go("q-essay.answer"), {"type": "In 2019 she moved."}, *check("q-essay"), {"score": True},
        *go("q-essay._points"), {"type": "2"}, {"read": "q-essay"}, {"score": True}, {"reload": True},
        {"read": "q-essay"}, {"score": True}, *go("q-essay.answer"), {"type": "More. "}, {"read": "q-essay"},
        *go("q-essay:check"), *press("Enter"), {"read": "q-essay"}, {"score": True},
    ]  # fmt: skip
    empty, compared, unmarked, marked, score, kept, kept_score, edited, again, reset = play(
        tmp_path, make.edition(ESSAY), *steps
    )
    assert empty["result"] == "Give an answer first."
    assert empty["button"] == Word.COMPARE.value
    assert "One point for each fact." not in empty["result"]
    for text in (Word.GOOD_ANSWER.value, "One point for each fact.", "Facts have dates."):
        assert text in compared["result"]
    assert compared["verdict"] is None
    assert unmarked == {"score": "Score: 0 of 3", "answered": "Answered: 1 of 1"}
    assert marked["verdict"] == "partly"
    assert "Score: 2 of 3" in marked["result"]
    assert score["score"] == kept_score["score"] == "Score: 2 of 3"
    assert (kept["answer"], kept["verdict"]) == (["In 2019 she moved.", "2"], "partly")
    assert "More." in edited["answer"][0]
    assert edited["verdict"] == "partly", "who writes on keeps what there is to compare with"
    assert (again["result"], again["focus"], again["button"]) == ("", "q-essay.answer", Word.COMPARE.value)
    assert reset == {"score": "Score: 0 of 3", "answered": "Answered: 0 of 1"}


def test_opinions_are_answered_and_never_judged(tmp_path: Path) -> None:
    steps = [
        *go("q-ready._.1"), *press("Space", "ArrowDown"), {"read": "q-ready"}, {"score": True}, *go("q-sure.t1.1"),
        *press("Space"), {"score": True}, *go("q-sure.t2.1"), *press("Space", "ArrowUp"), {"read": "q-sure"},
        {"score": True}, {"reload": True}, {"read": "q-sure"}, {"score": True},
        {"text": "#_points"}, *go("_restart"), *press("Enter"), {"read": "q-sure"}, {"score": True},
    ]  # fmt: skip
    one, first, half, both, whole, kept, kept_score, points, gone, reset = play(
        tmp_path, make.edition(OPINION, OPINIONS), *steps
    )
    assert (one["verdict"], one["result"], one["button"], one["answer"]) == (None, "", None, ["2"])
    assert first["answered"] == half["answered"] == "Answered: 1 of 2"
    assert both["answer"] == kept["answer"] == ["1", "5"]
    assert whole["answered"] == kept_score["answered"] == "Answered: 2 of 2"
    assert points["texts"] == [], "where nothing brings points, none are shown"
    assert (gone["answer"], reset["answered"]) == ([], "Answered: 0 of 2")


def test_a_case_goes_on_when_the_learner_does(tmp_path: Path) -> None:
    steps = [
        {"read": "q-then"}, {"text": ".next"}, *go("q-first.true"), *press("Space"), *check("q-first"),
        *go("next:_case-1.2"), *press("Enter"), {"read": "q-then"}, {"read": "q-last"}, {"text": ".next"},
        {"reload": True}, {"read": "q-then"}, {"read": "q-last"}, *go("next:_case-1.3"), *press("Enter"),
        {"read": "q-last"}, {"text": ".next"}, *go("_restart"), *press("Enter"), {"read": "q-then"},
    ]  # fmt: skip
    hidden, one, judged, told, not_yet, next_, kept, kept_hidden, last, none, again = play(
        tmp_path, make.edition(CASE), *steps
    )
    assert (hidden["visible"], judged["verdict"]) == (False, "right")
    assert one["texts"] == next_["texts"] == [Word.INJECT.value]
    assert (told["visible"], told["focus"]) == (True, "_case-1.2")
    assert not_yet["visible"] is False
    assert (kept["visible"], kept_hidden["visible"]) == (True, False)
    assert (last["visible"], none["texts"]) == (True, [])
    assert again["visible"] is False


def test_on_paper_the_case_and_a_long_answer_are_whole_and_buttons_are_gone(tmp_path: Path) -> None:
    text = "word " * 40
    steps = [
        *go("q-essay.answer"), {"type": text}, {"media": "print"}, {"text": ".told"}, {"text": "button"},
        {"text": ".printed"}, {"text": "textarea"},
    ]  # fmt: skip
    steps += [{"text": "#_points"}, {"media": "screen"}, *check("q-order"), {"media": "print"}, {"text": "#_points"}]
    told, buttons, printed, boxes, unscored, _, scored = play(tmp_path, make.edition(CASE, ORDER, ESSAY), *steps)
    assert len(told["texts"]) == 3
    assert buttons["texts"] == boxes["texts"] == []
    assert [shown.strip() for shown in printed["texts"]] == [text.strip()]
    assert unscored["texts"] == [], "a sheet to fill has no score yet"
    assert [shown.partition(":")[0] for shown in scored["texts"]] == ["Score"]


def test_units_may_be_typed_or_left_out(tmp_path: Path) -> None:
    question = make.question("q", "How far?", make.numeric("12.5", unit="km | kilometres"))
    typed = {"12,5": "right", "12.5 km": "right", "12,5 Kilometres": "right", "12.5 miles": None, "km": None}
    steps = [step for text in typed for step in enter("q", text)]
    *reads, unit = play(tmp_path, make.edition(question), *steps, {"text": ".unit"})
    assert {text: read["verdict"] for text, read in zip(typed, reads, strict=True)} == typed
    assert unit["texts"] == ["km"]
    assert "12.5 km" in reads[0]["solutionText"]


@pytest.mark.parametrize(
    ("language", "accepted"), [("sr-Cyrl", "Његош"), pytest.param("sr-Latn", "Njegoš", marks=pytest.mark.slow)]
)
def test_serbian_words_are_right_in_both_scripts(tmp_path: Path, language: str, accepted: str) -> None:
    question = make.question("q", "Ko?", make.text_entry(accepted, language=language))
    typed = {"Његош": "right", "njegoš": "right", "NJEGOŠ": "right", "његош": "right", "Negoš": "wrong"}
    steps = [step for text in typed for step in enter("q", text)]
    reads = play(tmp_path, make.edition(question, language=language), *steps)
    assert {text: read["verdict"] for text, read in zip(typed, reads, strict=True)} == typed
    other = {"sr-Cyrl": "njegoš", "sr-Latn": "његош"}[language]
    assert accepted in reads[0]["solutionText"]
    assert other not in reads[0]["solutionText"]


def test_a_store_that_is_not_ours_is_no_harm(tmp_path: Path) -> None:
    stores = [
        '{"q-order":7,"q-gaps":{"answer":[1],"checked":true},"q-ready":{"answer":null},"_told":5}', "null", "[]", "7",
        '"x"', "{", '{"q-order":{"answer":"s1","checked":true},"_round":-1}', '{"q-order":{"answer":["s1","s1"]}}',
    ]  # fmt: skip
    steps = [step for text in stores for step in ({"keep": text}, {"reload": True}, {"read": "q-order"})]
    reads = play(tmp_path, make.edition(ORDER, GAPS, OPINION, CASE), *steps)
    assert [sorted(read["lines"]) for read in reads] == [["s1", "s2", "s3", "s4"]] * len(stores)


def test_a_browser_that_keeps_nothing_plays_all_the_same(tmp_path: Path) -> None:
    steps = [*go("q-gaps.time"), {"type": "20"}, *check("q-gaps"), {"reload": True}, {"read": "q-gaps"}]
    judged, fresh = play(tmp_path, make.edition(GAPS), *steps, store=False)
    assert judged["verdict"] == "partly"
    assert fresh["answer"] == []


def test_options_are_shown_in_one_order_for_all_languages_and_another_after_starting_again(tmp_path: Path) -> None:
    options = [make.option(f"o{number}", f"{number}", correct=number == 0) for number in range(6)]
    question = make.question("q", "?", make.choice(*options), shuffle=True)
    steps = [{"text": ".option label"}, *go("_restart"), *press("Enter"), {"text": ".option label"}, {"reload": True},
             {"text": ".option label"}]  # fmt: skip
    english, macedonian = (play(tmp_path, make.edition(question, language=tag), *steps) for tag in ("en", "mk"))
    assert english == macedonian
    first, second, kept = (read["texts"] for read in english)
    assert sorted(first) == sorted(second) == [f"{number}" for number in range(6)]
    assert first != sorted(first)
    assert first != second
    assert second == kept


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 1280), ("dark", 320),
        pytest.param("dark", 1280, marks=pytest.mark.slow), pytest.param("light", 320, marks=pytest.mark.slow),
    ],
)  # fmt: skip
def test_axe_finds_nothing_whatever_the_type(tmp_path: Path, scheme: str, width: int) -> None:
    steps = [
        {"axe": "before"}, {"sizes": True}, *check("q-order"), *go("q-gaps.time"), {"type": "20"}, *check("q-gaps"),
        *go("q-where.a"), *press("ArrowDown"), *check("q-where"), *go("q-both.a"), *press("Space"), *check("q-both"),
        *go("q-essay.answer"), {"type": "x"}, *check("q-essay"), *go("q-essay._points"), {"type": "3"},
        *go("q-ready._.1"), *press("Space"), *go("next:_case-1.2"), *press("Enter"), {"axe": "after"}, {"sizes": True},
    ]  # fmt: skip
    reads = play(tmp_path, make.edition(*EVERY), *steps, scheme=scheme, width=width)
    assert [read["violations"] for read in reads if "axe" in read] == [[], []]
    sizes = [read for read in reads if "overflow" in read]
    assert sizes == [{"small": [], "overflow": 0}] * 2
