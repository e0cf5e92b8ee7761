"""What an answer is worth: by examples, by properties, and the same in the script of the page to play."""

import json
import shutil
import subprocess
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builder.output import quiz
from builder.output.scoring import Answer, comparable, mark, read_numbers
from builder.write.quiz_data import interaction_data
from tests.output import questions as make

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "builder" / "themes" / "quiz.scoring.js"
NODE = shutil.which("node")


def worth(interaction: quiz.Interaction, answer: Answer) -> float:
    found = mark(interaction, answer)
    assert found is not None
    return round(float(found.fraction), 4)


def choice(*options: tuple[str, bool, str], multiple: bool) -> quiz.Choice:
    made = (make.option(id, correct, Decimal(fraction)) for id, correct, fraction in options)
    return quiz.Choice(multiple=multiple, options=tuple(made))


def test_one_option_brings_its_own_share_be_it_less_than_nothing() -> None:
    one = choice(("a", True, "100"), ("b", False, "-50"), ("c", False, "0"), multiple=False)
    answers = [frozenset(answer) for answer in ("a", "b", "c", "")]
    assert [worth(one, answer) for answer in answers] == [1, -0.5, 0, 0]


def test_several_options_add_up_between_nothing_and_everything() -> None:
    several = choice(("a", True, "50"), ("b", True, "50"), ("c", False, "-50"), ("d", False, "-100"), multiple=True)
    answers = [frozenset(answer) for answer in ("a", "ab", "abc", "ac", "d", "")]
    assert [worth(several, answer) for answer in answers] == [0.5, 1, 0.5, 0, 0, 0]


def test_thirds_are_a_whole() -> None:
    thirds = choice(*((id, True, "33.33333") for id in "abc"), ("d", False, "0"), multiple=True)
    found = mark(thirds, frozenset("abcd"))
    assert found is not None
    assert (found.fraction, found.exact) == (1, False)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("1000.5", True), ("1000,5", True), ("1,000.5", True), ("1.000,5", True), ("1 000,5", True), ("1’000.5", True),
        ("1000.75", True), ("1000.76", False), ("1000.25", True), ("1000,5 km", True), ("1000,5 KM", True),
        ("1000,5kilometres", True), ("1000,5 miles", False), ("km", False), ("", False), ("−1000.5", False),
    ],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: str, right: bool) -> None:
    numeric = quiz.Numeric(
        value=Decimal("1000.5"), tolerance=Decimal("0.25"),
        units=tuple(make.runs(unit)[0] for unit in ("kilometres", "km")),
    )  # fmt: skip
    assert worth(numeric, typed) == right


def test_a_mark_that_can_mean_two_things_is_read_in_both_ways() -> None:
    assert read_numbers("1,234") == (Fraction("1.234"), 1234)
    assert read_numbers("−0,5") == (Fraction(-1, 2),)
    assert read_numbers("12 мин.", ["мин"]) == ()


@pytest.mark.parametrize("typed", ["tirana", " TIRANA ", "Ti\u00adrana", "Tirane\u0308", "TIRANË"])
def test_texts_whatever_their_capitals_blanks_and_composition(typed: str) -> None:
    entry = quiz.TextEntry(accepted=(make.runs("Tirana")[0], make.runs("Tiran\u00eb")[0]))
    assert worth(entry, typed) == 1


def test_apostrophes_and_dashes_are_one() -> None:
    assert comparable("l’homme – re\u2011entry") == comparable("L'HOMME - re-entry")
    assert comparable("ljudi") != comparable("ludi")


def test_parts_bring_equal_shares() -> None:
    stems = tuple(quiz.Stem(id=id, text=(), target=target) for id, target in (("a", "x"), ("b", "y"), ("c", "x")))
    match = quiz.Match(stems=stems, targets=())
    assert worth(match, {"a": "x", "b": "x", "c": "x"}) == 0.6667
    order = quiz.Order(items=tuple(quiz.Labelled(id=id, text=()) for id in "abcd"))
    assert worth(order, tuple("abdc")) == 0.5
    assert worth(order, tuple("bcda")) == 0


def test_gaps_bring_equal_shares_and_a_wrong_choice_may_cost() -> None:
    gaps = (
        quiz.GapField(id="g", interaction=choice(("a", True, "100"), ("b", False, "-50"), multiple=False)),
        quiz.GapField(id="h", interaction=quiz.TextEntry(accepted=make.runs("да"))),
    )
    cloze = quiz.Cloze(gaps=gaps)
    assert worth(cloze, {"g": frozenset("a"), "h": "Да"}) == 1
    assert worth(cloze, {"g": frozenset("b"), "h": "да"}) == 0.25
    assert worth(cloze, {"h": "не"}) == 0


def test_nobody_marks_essays_and_opinions_by_rule() -> None:
    assert mark(quiz.ExtendedText(lines=None, guidance=()), "Text") is None
    assert mark(quiz.Likert(scale="agree-5", points=(), statements=()), {"_": "1"}) is None


@given(make.asked())
def test_no_answer_brings_more_than_everything_or_costs_more_than_that(asked: make.Asked) -> None:
    interaction, answer = asked
    found = mark(interaction, answer)
    assert found is not None
    assert -1 <= found.fraction <= 1
    assert not found.exact or found.fraction == 1
    lowest = -1 if isinstance(interaction, quiz.Cloze) or not getattr(interaction, "multiple", True) else 0
    assert found.fraction >= lowest


@given(make.asked())
def test_the_key_brings_everything(asked: make.Asked) -> None:
    interaction, _ = asked
    found = mark(interaction, make.right_answer(interaction))
    assert found is not None
    assert found.exact
    assert found.fraction == 1
    assert all(found.parts.values())


@given(make.choices(multiple=True))
def test_one_more_right_option_never_costs_and_one_more_wrong_never_brings_a_right_answer(asked: make.Asked) -> None:
    interaction, chosen = asked
    assert isinstance(interaction, quiz.Choice)
    assert isinstance(chosen, frozenset)
    for option in interaction.options:
        before, after = mark(interaction, chosen - {option.id}), mark(interaction, chosen | {option.id})
        assert before is not None
        assert after is not None
        assert not option.correct or after.fraction >= before.fraction
        assert option.correct or not after.exact


@given(make.typed_numbers(make.NUMBERS))
def test_every_way_to_type_a_number_can_be_read(typed: str) -> None:
    assert bool(read_numbers(typed)) == ("stones" not in typed)


def to_script(answer: Any) -> Any:
    """Return an answer in the script's terms."""
    if isinstance(answer, frozenset | tuple):
        return list(answer)
    return {id: to_script(part) for id, part in answer.items()} if isinstance(answer, dict) else answer


@pytest.mark.client
@pytest.mark.skipif(not NODE, reason="needs node")
def test_the_script_of_the_page_says_the_same() -> None:
    cases: list[make.Asked] = []
    numbers: list[tuple[str, tuple[str, ...]]] = []
    texts: list[str] = []

    @settings(
        max_examples=1000, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(make.asked(), st.one_of(make.odd_numbers(), make.typed_numbers(make.NUMBERS)), make.UNITS, make.WORDS)
    def gather(asked: make.Asked, typed: str, units: tuple[str, ...], text: str) -> None:
        cases.append(asked)
        numbers.append((typed, units))
        texts.append(text)

    gather()
    given_ = {
        "questions": [(interaction_data(interaction), to_script(answer)) for interaction, answer in cases],
        "numbers": numbers,
        "texts": texts,
    }
    done = subprocess.run(
        [NODE or "", str(ROOT / "tests/clients/quiz_score.mjs"), str(SCRIPT)], input=json.dumps(given_),
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    said = json.loads(done.stdout)
    assert len(cases) >= 1000
    for (interaction, answer), theirs in zip(cases, said["marks"], strict=True):
        ours = mark(interaction, answer)
        assert ours is not None
        where = (interaction, answer)
        assert theirs["fraction"] == pytest.approx(float(ours.fraction), abs=1e-9), where
        assert theirs["exact"] == ours.exact, where
        assert theirs["parts"] == ours.parts, where
    for (typed, units), readings in zip(numbers, said["numbers"], strict=True):
        assert [Fraction(Decimal(reading)) for reading in readings] == list(read_numbers(typed, units)), (typed, units)
    assert said["texts"] == [comparable(text) for text in texts]
