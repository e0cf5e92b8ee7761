"""The planner of quizzes: who gets what, what is right, what each answer is worth."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.inlines import Text
from builder.content.walk import walk
from builder.diagnostics import Code
from builder.languages.interface import Interface
from builder.languages.states import State
from builder.languages.words import Word
from builder.model import course as courses
from builder.model.edition import Edition
from builder.output import quiz as planned
from builder.output.document import Blocks, Figure
from builder.output.resources import Resources
from builder.output.text import Run, plain_text
from builder.plan.quiz import plan_bank, plan_moodle, plan_practice
from builder.plan.quiz_carry import carry
from builder.plan.quiz_scoring import decide_fractions
from tests.plan import quiz_editions as make
from tests.plan.form_editions import one_lesson

NOTHING = Resources(files={}, fonts="")
CHOICES = (planned.Choice, planned.TrueFalse)


def bank(edition: Edition) -> planned.Quiz:
    return plan_bank(edition, NOTHING, None)[0]


def practice(edition: Edition) -> planned.Quiz:
    return plan_practice(edition, NOTHING, None)[0]


def ids(quiz: planned.Quiz) -> list[str]:
    return [item.id for item in planned.items(quiz)]


def text(node: object) -> str:
    return plain_text(tuple(walk(node, Run)))


def item(quiz: planned.Quiz, id: str) -> planned.Item:
    return next(item for item in planned.items(quiz) if item.id == id)


def test_the_bank_holds_every_question_of_every_type_once_in_order() -> None:
    edition = make.edition(*make.SIX, *make.FIVE)
    assert ids(bank(edition)) == [question.id for question in (*make.SIX, *make.FIVE)]


def test_practice_leaves_out_tests_and_plays_every_type() -> None:
    secret = make.question("q-secret", "A test?", make.true_false(True), use="test")
    quiz, found = plan_practice(make.edition(secret, *make.SIX, *make.FIVE), NOTHING, None)
    assert ids(quiz) == [question.id for question in (*make.SIX, *make.FIVE)]
    assert found == ()


@pytest.mark.parametrize("place", ["notes", "trainer", "slide"])
def test_what_is_not_for_participants_reaches_the_bank_alone(place: str) -> None:
    edition = make.edition(make.only(place, make.SIX[0]), make.only("handout", make.SIX[2]))
    assert ids(bank(edition)) == ["q-single", "q-true"]
    assert ids(practice(edition)) == ["q-true"]


def test_guidance_of_an_essay_is_for_who_marks_it() -> None:
    examined = make.question(
        "q-exam", "Describe.", make.FIVE[3].interaction, use="test", guidance=make.prose("Secret guidance.")
    )
    edition = make.edition(*make.FIVE, examined)
    essay = item(bank(edition), "q-essay").interaction
    assert isinstance(essay, planned.ExtendedText)
    assert text(essay.guidance) == "Two facts, one feeling."
    assert "Secret guidance." in text(bank(edition))
    assert "Two facts, one feeling." in text(practice(edition)), "who practises alone is the one who marks"
    assert "Secret guidance." not in text(practice(edition))


def test_an_opinion_brings_no_points() -> None:
    assert item(bank(make.edition(*make.FIVE)), "q-ready").points == 0


def test_orders_to_show_are_mixed_alike_in_every_language_and_lists_that_must_not_be_are_not() -> None:
    options = [make.option(f"o{number}", "x", correct=not number) for number in range(6)]
    questions = [
        make.question(f"q-{shuffle}", "?", make.choice(*options), shuffle=shuffle) for shuffle in (True, False)
    ]
    questions.append(make.question("q-line", "?", make.order("Look", "Press", "Call")))
    shown = [
        [getattr(item.interaction, "shown", ()) for item in planned.items(bank(make.edition(*questions, language=tag)))]
        for tag in ("en", "mk")
    ]
    assert shown[0] == shown[1]
    mixed, listed, line = shown[0]
    assert sorted(mixed) == list(listed) == [option.id for option in options]
    assert mixed != listed
    assert sorted(line) == ["s1", "s2", "s3"]
    assert line != ("s1", "s2", "s3")


@pytest.mark.parametrize(
    ("language", "written", "accepted"),
    [
        ("sr-Cyrl", "Његош | Љубав", [("Његош", "sr-Cyrl"), ("Љубав", "sr-Cyrl"), ("njegoš", "sr-Latn"), ("ljubav", "sr-Latn")]),
        ("sr-Latn", "injekcija", [("injekcija", "sr-Latn"), ("ињекција", "sr-Cyrl"), ("инјекција", "sr-Cyrl")]),
        ("mk", "Љубов", [("Љубов", "mk")]),
        ("sr-Cyrl", "112", [("112", "sr-Cyrl")]),
    ],
)  # fmt: skip
def test_serbian_answers_are_accepted_in_both_scripts(
    language: str, written: str, accepted: list[tuple[str, str]]
) -> None:
    question = make.question("q", "?", make.text_entry(written, language=language))
    entry = item(bank(make.edition(question, language=language)), "q").interaction
    assert isinstance(entry, planned.TextEntry)
    assert [(run.text, run.language) for run in entry.accepted] == accepted


def test_a_number_has_its_units_the_one_to_show_first() -> None:
    question = make.question("q", "?", make.numeric("12", "1", "km | kilometres"))
    number = item(bank(make.edition(question)), "q").interaction
    assert isinstance(number, planned.Numeric)
    assert [run.text for run in number.units] == ["km", "kilometres"]


def test_several_right_places_are_to_be_found_together() -> None:
    one = make.question("q1", "?", make.hotspot(make.area("a", "A", 10, correct=True), make.area("b", "B", 40)))
    two = make.question(
        "q2", "?", make.hotspot(make.area("a", "A", 10, correct=True), make.area("b", "B", 40, correct=True))
    )
    spots = list(walk(bank(make.edition(one, two)), planned.Hotspot))
    assert [spot.multiple for spot in spots] == [False, True]


def test_the_test_is_drawn_from_the_bank_of_the_whole_course() -> None:
    questions = [make.question(f"q{number}", "?", make.true_false(True), use="test") for number in range(3)]
    edition = make.edition(*questions, make.SIX[0], part="all")
    tests = courses.Tests(span=make.AT, pass_percent=70, items=20, forms=("A", "B"), seed=7)
    course = replace(edition, course=replace(edition.course, tests=tests))
    assert bank(course).draw == planned.Draw(items=3, pass_percent=70, seed=7, forms=("A", "B"))
    assert bank(replace(course, part="concepts")).draw is None
    assert bank(edition).draw is None
    assert practice(course).draw is None


def weights(*values: tuple[bool, str | None]) -> tuple[Decimal, ...]:
    options = tuple(
        make.option(f"o{number}", "x", correct=correct, weight=weight)
        for number, (correct, weight) in enumerate(values)
    )
    return decide_fractions(options)


def test_right_options_share_a_hundred_and_weights_hold() -> None:
    assert weights((True, None), (False, None)) == (100, 0)
    assert weights((True, None), (True, None), (False, "-50")) == (50, 50, -50)
    assert weights((True, None), (True, None), (True, None)) == (Decimal("33.33333"),) * 3
    assert weights((True, "80"), (True, None), (False, None)) == (80, 20, 0)
    assert weights((True, "100"), (True, None)) == (100, 0)
    assert weights((False, None), (False, "25")) == (0, 25)


@given(st.lists(st.booleans(), min_size=1, max_size=40).filter(any))
def test_unweighted_right_options_always_add_up_to_a_hundred(right: list[bool]) -> None:
    shares = weights(*((correct, None) for correct in right))
    assert abs(sum(shares) - 100) < Decimal("0.001")
    assert all((share > 0) == correct for share, correct in zip(shares, right, strict=True))


def test_pairs_become_stems_and_targets_in_an_order_that_is_not_the_answer() -> None:
    edition = make.edition(*make.SIX)
    interaction = item(bank(edition), "q-match").interaction
    assert isinstance(interaction, planned.Match)
    assert [(stem.id, stem.target) for stem in interaction.stems] == [("p1", "p1"), ("p2", "p2"), ("p3", "p3")]
    assert sorted(target.id for target in interaction.targets) == ["p1", "p2", "p3", "p4"]
    assert [target.id for target in interaction.targets] != ["p1", "p2", "p3", "p4"]


def test_targets_stand_in_the_same_order_in_every_language() -> None:
    def order(language: str, *rights: str) -> list[str]:
        pairs = [(f"{language}{number}", right) for number, right in enumerate(rights)]
        interaction = item(
            bank(make.edition(make.question("q", "?", make.match(*pairs)), language=language)), "q"
        ).interaction
        assert isinstance(interaction, planned.Match)
        return [target.id for target in interaction.targets]

    assert order("en", "one", "two", "three", "four") == order("mk", "еден", "два", "три", "четири")


def test_equal_targets_are_one_and_both_stems_lead_to_it() -> None:
    question = make.question("q", "?", make.match(("a", "Same"), ("b", " Same "), ("c", "Other")))
    interaction = item(bank(make.edition(question)), "q").interaction
    assert isinstance(interaction, planned.Match)
    assert len(interaction.targets) == 2
    first, second, third = (stem.target for stem in interaction.stems)
    assert first == second != third
    assert {first, third} == {target.id for target in interaction.targets}


def test_accepted_answers_are_plain_normal_and_each_once() -> None:
    question = make.question("q", "?", make.text_entry("Tirane\u0308 | Tiranë | Tirana"))
    entry = item(bank(make.edition(question)), "q").interaction
    assert isinstance(entry, planned.TextEntry)
    assert [run.text for run in entry.accepted] == ["Tiran\u00eb", "Tirana"]


def test_a_gap_is_a_run_that_knows_its_id() -> None:
    gaps = item(bank(make.edition(*make.FIVE)), "q-gaps")
    runs = [run for run in walk(gaps.prompt, Run) if run.gap]
    assert [run.gap for run in runs] == ["time", "kind"]
    assert runs[1].emphasis
    assert all(run.link is None for run in walk(gaps.prompt, Run))


def test_an_item_names_its_outcome_level_lesson_and_module() -> None:
    planned_item = item(bank(make.edition(*make.SIX)), "q-true")
    assert (planned_item.outcome, planned_item.level) == ("define", "remember")
    assert (planned_item.module, planned_item.lesson) == ("concepts", "words")


CASE = make.case(
    *make.prose("Mira comes back."),
    make.only("trainer", *make.prose("Trainer only.")),
    make.only("notes", *make.prose("Notes only.")),
    make.SIX[0],
    make.inject("The manager calls."),
    replace(make.SIX[2], use="test"),
    make.inject("A neighbour calls."),
    make.FIVE[0],
    *make.prose("Behind the last question."),
)


def test_a_case_brings_its_text_in_turns_before_its_questions() -> None:
    (section,) = bank(make.edition(CASE)).sections
    (scenario,) = section.entries
    assert isinstance(scenario, planned.Scenario)
    assert text(scenario.label) == "Case"
    assert text(scenario.title) == "Mira, 34"
    assert [turn.id for turn in scenario.turns] == ["case-mira", "case-mira.2", "case-mira.3"]
    assert [[item.id for item in turn.items] for turn in scenario.turns] == [["q-single"], ["q-true"], ["q-order"]]
    assert text(scenario.turns[1].blocks) == "What happens nextThe manager calls."


def test_a_case_never_tells_what_is_the_trainers() -> None:
    shown = text(bank(make.edition(CASE)).sections)
    for secret in ("Trainer only.", "Notes only.", "Secret model answer.", "Behind the last question."):
        assert secret not in shown


def test_a_case_keeps_its_text_up_to_the_last_question_that_a_format_carries() -> None:
    quiz, lost = carry(practice(make.edition(CASE)), CHOICES, "a format")
    (scenario,) = quiz.sections[0].entries
    assert isinstance(scenario, planned.Scenario)
    assert scenario.id == "case-mira"
    assert [[item.id for item in turn.items] for turn in scenario.turns] == [["q-single"]]
    assert [finding.code for finding in lost] == [Code.QUESTION_NOT_CARRIED]


def test_a_case_without_a_question_is_none() -> None:
    edition = make.edition(make.case(*make.prose("Only text.")), make.case(make.FIVE[0]))
    (section,) = practice(edition).sections
    assert [len(entry.turns) for entry in section.entries if isinstance(entry, planned.Scenario)] == [1]
    assert carry(practice(edition), CHOICES, "a format")[0].sections == ()


def test_sections_are_lessons_that_ask_something() -> None:
    lessons = (make.lesson(make.SIX[0]), make.lesson(id="empty"), make.lesson(make.SIX[2], id="third", title="Third"))
    quiz = bank(make.edition(lessons=lessons, part="all"))
    assert [(section.lesson, text(section.title)) for section in quiz.sections] == [
        ("words", "Words and aims"), ("third", "Third"),
    ]  # fmt: skip
    assert text(quiz.title) == "Foundations"
    assert text(bank(make.edition(lessons=lessons)).title) == "Concepts"


def test_a_quiz_of_reviewed_text_is_no_draft() -> None:
    quiz = practice(make.edition(*make.SIX))
    assert not quiz.draft
    assert quiz.draft_label == ()


@pytest.mark.parametrize("state", [State.DRAFT, State.TRANSLATED, State.MISSING, State.STALE])
def test_any_text_that_is_not_reviewed_makes_a_draft(state: State) -> None:
    quiz = practice(make.edition(make.with_state(make.SIX[2], state), *make.SIX[3:]))
    assert quiz.draft
    assert text(quiz.draft_label) == Word.DRAFT.value


def test_accepted_answers_and_interface_words_count_too() -> None:
    drafted = make.question("q", "?", make.text_entry("Tirana", state=State.DRAFT))
    assert bank(make.edition(drafted)).draft
    edition = make.edition(*make.SIX, language="mk")
    missing = replace(edition, interface=Interface(language="mk", texts={}))
    assert practice(missing).draft
    assert practice(missing).labels[Word.CHECK].language == "en"
    assert not bank(missing).draft, "the bank shows none of them"


def test_a_draft_that_a_format_does_not_carry_makes_no_draft() -> None:
    edition = make.edition(make.SIX[2], make.with_state(make.FIVE[0], State.DRAFT))
    assert bank(edition).draft
    moodle, lost = plan_moodle(edition, NOTHING, None)
    assert moodle.draft == (not lost)


def test_the_note_on_a_name_comes_where_the_mark_is_and_makes_a_draft_while_not_approved() -> None:
    marked = make.question("q", make.marked("In Kosovo"), make.true_false(True))
    assert text(practice(make.edition(marked)).name_note) == "* The note on the name."
    assert practice(make.edition(*make.SIX)).name_note == ()
    assert not practice(make.edition(marked)).draft
    assert practice(make.edition(marked, language="mk")).draft


def blocks_of(quiz: planned.Quiz) -> Blocks:
    return tuple(block for item in planned.items(quiz) for block in item.prompt)


def test_figures_are_counted_on_a_page_and_from_one_in_a_bank() -> None:
    one, two = (make.question(f"q{n}", (make.figure(caption="Arm"),), make.true_false(True)) for n in (1, 2))

    def captions(quiz: planned.Quiz) -> list[str]:
        return [text(figure.caption) for figure in blocks_of(quiz) if isinstance(figure, Figure)]

    assert captions(practice(make.edition(one, two))) == ["Figure 1. Arm", "Figure 2. Arm"]
    assert captions(bank(make.edition(one, two))) == ["Figure 1. Arm", "Figure 1. Arm"]


def test_a_figure_that_is_not_there_leaves_its_words() -> None:
    question = make.question("q", (make.figure("An arm"),), make.true_false(True))
    edition = replace(make.edition(question), pictures={})
    assert text(item(bank(edition), "q").prompt) == "An arm"


@given(st.lists(st.sampled_from(range(11)), unique=True, min_size=1))
def test_no_word_of_a_carried_question_is_lost(chosen: list[int]) -> None:
    questions = [(*make.SIX, *make.FIVE)[number] for number in chosen]
    quiz = bank(make.edition(*questions))
    for question in questions:
        shown = text(item(quiz, question.id))
        for words in walk(replace(question, guidance=()), Text):
            assert all(part.strip() in shown for part in words.value.split("|"))


def test_an_opinion_is_in_no_pool() -> None:
    asked = make.question("q-tested", "True?", make.true_false(True), use="test")
    opinion = make.question("q-felt", "I feel ready.", make.likert(), use="test")
    whole = bank(one_lesson(asked, opinion, items=2))
    assert [item.id for item in planned.pool(whole)] == ["q-tested"]
    assert whole.draw is not None
    assert whole.draw.items == 1
