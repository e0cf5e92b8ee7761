"""The test that participants answer and the trainer's key to it: they agree with each other and with the bank."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from builder.content.interactions import Choice, Hotspot, Numeric, Option, Order, TextEntry, TrueFalse
from builder.content.walk import rewrite, walk
from builder.languages.states import State
from builder.model.blocks import Question
from builder.model.course import Group
from builder.model.edition import Edition
from builder.model.options import FormOptions
from builder.output import document, quiz
from builder.output.document import Document
from builder.output.scoring import Answer, mark
from builder.output.text import plain_text
from builder.plan.forms import Form
from builder.plan.key import plan_key
from builder.plan.quiz import plan_bank, plan_moodle
from builder.plan.test import plan_test
from tests.plan.form_editions import NOTHING, courses, forms_of, in_language, one_lesson
from tests.plan.lesson_editions import words
from tests.plan.quiz_editions import (
    FIVE,
    SIX,
    case,
    choice,
    figure,
    inject,
    option,
    phrase,
    prose,
    question,
    text_entry,
    true_false,
    with_state,
)

ASKED = tuple(replace(one, use="test", shuffle=True) for one in (*SIX, *FIVE) if one.id != "q-ready")
WHOLE = one_lesson(*ASKED)


def sheet_of(whole: Edition, form: str = "a", *, size: int = 11, forms: tuple[Form, ...] = ()) -> Document:
    document, found = plan_test(whole, NOTHING, forms or forms_of(whole), FormOptions(file=form, size=size))
    assert found == ()
    return document


def key_of(whole: Edition) -> Document:
    document, found = plan_key(whole, NOTHING, forms_of(whole), None)
    assert found == ()
    return document


def questions_in(paper: Document) -> list[document.Question]:
    return list(walk(paper.blocks, document.Question))


def key_rows(key: Document, form: int) -> list[tuple[str, ...]]:
    """Return the rows of right answers of a form, as text."""
    tables = [table for table in walk(key.blocks, document.Table) if plain_text(table.header[0]) == "No."]
    return [tuple(map(plain_text, row)) for row in tables[form].rows]


def answer_of(shown: document.Question, right: str, item: quiz.Item) -> Answer:
    """Return what somebody answers who copies the key's signs onto the test, in the bank's ids."""
    interaction = item.interaction
    match shown.response, interaction:
        case document.Options(items=items), quiz.TrueFalse():
            (text,) = [plain_text(one.text) for one in items if one.letter == right.split()[0]]
            return frozenset([text.lower()])
        case document.Options(items=items), quiz.Choice() | quiz.Hotspot():
            options = (
                [area.option for area in interaction.areas]
                if isinstance(interaction, quiz.Hotspot)
                else interaction.options
            )
            ids = {plain_text(one.text): one.id for one in options}
            letters = {one.letter: ids[plain_text(one.text)] for one in items}
            return frozenset(letters[letter] for letter in right.split(", "))
        case document.Blank(), _:
            return typed(right)
        case document.Pairing(left=left, right=lettered), quiz.Match(stems=stems, targets=targets):
            by_letter = {one.letter: plain_text(one.text) for one in lettered}
            by_text = {plain_text(one.text): one.id for one in targets}
            stem_ids = {plain_text(stem.text): stem.id for stem in stems}
            letters = right.split(", ")
            return {
                stem_ids[plain_text(line)]: by_text[by_letter[letter]]
                for line, letter in zip(left, letters, strict=True)
            }
        case document.Ordering(items=lines), quiz.Order(items=steps):
            by_text = {plain_text(one.text): one.id for one in steps}
            numbered = sorted(zip(map(int, right.split(", ")), lines, strict=True), key=lambda pair: pair[0])
            return tuple(by_text[plain_text(line.text)] for _, line in numbered)
        case document.Gaps(), quiz.Cloze(gaps=gaps):
            parts = [re.sub(r"^\(\d+\) ", "", part) for part in right.split("; ")]
            return {gap.id: gap_answer(gap, part) for gap, part in zip(gaps, parts, strict=True)}
        case _:
            raise AssertionError(shown.response)


def gap_answer(gap: quiz.GapField, part: str) -> str | frozenset[str]:
    if isinstance(gap.interaction, quiz.Choice):
        return frozenset(one.id for one in gap.interaction.options if plain_text(one.text) in part.split(" / "))
    return typed(part)


def typed(right: str) -> str:
    return right.split(" ± ")[0].split(" / ")[0]


def bank_of(whole: Edition) -> dict[str, quiz.Item]:
    return {item.id: item for item in quiz.items(plan_bank(whole, NOTHING, None)[0])}


def agreements(whole: Edition) -> Iterator[tuple[str, Answer | None, quiz.Item]]:
    """Yield every question of every form with the answer that the key gives it."""
    forms, bank, key = forms_of(whole), bank_of(whole), key_of(whole)
    for number, form in enumerate(forms):
        shown, rows = questions_in(sheet_of(whole, form.letter.lower())), key_rows(key, number)
        for asked, printed, row in zip(form.asked, shown, rows, strict=True):
            item = bank[asked.id]
            assert row[0] == plain_text(printed.number)
            assert plain_text(printed.worth).split()[0] == row[2] == f"{item.points}"
            essay = isinstance(item.interaction, quiz.ExtendedText)
            yield row[1], None if essay else answer_of(printed, row[1], item), item


@settings(max_examples=20, deadline=None)
@given(courses())
def test_who_copies_the_key_onto_the_test_has_everything_right(whole: Edition) -> None:
    """One proof for three papers: the key's letters lead on the test to what the bank calls right."""
    if not forms_of(whole)[0].asked:
        return
    for right, answer, item in agreements(whole):
        if answer is None:
            assert right == "marked by a person"
        else:
            verdict = mark(item.interaction, answer)
            assert verdict is not None
            assert verdict.exact, (right, item)
            assert verdict.fraction == 1


@settings(max_examples=20, deadline=None)
@given(courses())
def test_what_the_key_calls_right_moodle_does(whole: Edition) -> None:
    if not forms_of(whole)[0].asked:
        return
    moodle = {item.id: item for item in quiz.items(plan_moodle(whole, NOTHING, None)[0])}
    for _, answer, item in agreements(whole):
        if item.id in moodle and isinstance(item.interaction, quiz.Choice):
            options = moodle[item.id].interaction.options  # type: ignore[union-attr]
            assert {one.id for one in options if one.fraction > 0} == answer


def flipped(node: object) -> object:
    """Return an interaction with another key: as many options are right, since that may be seen, but others."""
    match node:
        case Choice(options=options):
            return replace(node, options=other_options(options))
        case Hotspot(areas=areas):
            options = other_options(tuple(area.option for area in areas))
            return replace(node, areas=tuple(map(lambda area, one: replace(area, option=one), areas, options)))
        case TrueFalse():
            return replace(node, answer=not node.answer)
        case Numeric():
            return replace(node, value=node.value + 1, tolerance=Decimal(9))
        case TextEntry():
            return text_entry("another")
        case Order():
            return replace(node, items=node.items[::-1])
        case _:
            return node


def other_options(options: tuple[Option, ...]) -> tuple[Option, ...]:
    rights = [one.correct for one in (*options[1:], options[0])]
    return tuple(
        replace(one, correct=right, weight=Decimal(-10), feedback=prose("No."))
        for one, right in zip(options, rights, strict=True)
    )


def with_another_key(whole: Edition) -> Edition:
    secret = {"hint": prose("Secret hint."), "explanation": prose("Secret reason."), "guidance": prose("Secret.")}
    keyed = rewrite(whole, (Choice, Hotspot, TrueFalse, Numeric, TextEntry, Order), flipped)
    told = [replace(one, **secret) for one in walk(keyed.modules, Question)]
    by_id = {one.id: one for one in told}
    return rewrite(keyed, Question, lambda one: by_id[one.id])


@settings(max_examples=12, deadline=None)
@given(courses())
def test_nothing_of_what_is_right_is_in_the_test(whole: Edition) -> None:
    """A test is the same whatever its key is, so there is nothing in it to read the key from."""
    forms = forms_of(whole)
    for form in forms:
        letter = form.letter.lower()
        assert sheet_of(whole, letter, forms=forms) == sheet_of(with_another_key(whole), letter, forms=forms)


def test_a_key_that_leaks_would_be_seen() -> None:
    """The check above sees a key where there is one."""
    assert key_of(WHOLE) != plan_key(with_another_key(WHOLE), NOTHING, forms_of(WHOLE), None)[0]


@settings(max_examples=15, deadline=None)
@given(courses())
def test_letters_and_numbers_are_the_same_in_every_language(whole: Edition) -> None:
    """One key serves a room of several languages."""
    other = in_language(whole, "mk")
    forms = forms_of(whole, other)
    if not forms[0].asked:
        return
    keys = [plan_key(one, NOTHING, forms, None)[0] for one in (whole, other)]
    for number in range(len(forms)):
        first, second = (key_rows(key, number) for key in keys)
        assert len(first) == len(second)
        for one, another in zip(first, second, strict=True):
            if re.fullmatch(r"([A-Z]|\d+)(, ([A-Z]|\d+))*", one[1]):
                assert one[:3] == another[:3]


def test_a_test_asks_for_a_code_and_says_how_it_is_passed() -> None:
    paper = sheet_of(WHOLE)
    text = words((paper.title, paper.artefact, paper.blocks))
    assert plain_text(paper.title) == "Test · Form A"
    assert plain_text(paper.artefact) == "10 questions · Passed with: 10 of 14 points (70 per cent)".replace(
        "10 q", "10\u00a0q"
    )
    grid = next(walk(paper.blocks, document.Grid))
    assert [plain_text(cell) for cell in grid.header] == ["Your code", "Date", "Points"]
    assert [plain_text(cell) for cell in grid.rows[0]] == ["", "", "/ 14"]
    assert "Do not write your name" in text
    assert plain_text(paper.strip).startswith("Form A · ")
    assert sum(int(plain_text(one.worth).split()[0]) for one in questions_in(paper)) == 14


@pytest.mark.parametrize(("percent", "needed"), [(0, 0), (1, 1), (50, 7), (51, 8), (70, 10), (99, 14), (100, 14)])
def test_the_fewest_whole_points_that_pass(percent: int, needed: int) -> None:
    whole = one_lesson(*ASKED, percent=percent)
    assert f"{needed} of 14 points ({percent} per cent)" in plain_text(sheet_of(whole).artefact)
    assert f"{needed} of 14 points ({percent} per cent)" in words(key_of(whole))


def test_a_test_gives_no_hint() -> None:
    assert all(one.hint == () for one in questions_in(sheet_of(WHOLE)))
    assert "What does he do?" not in words(sheet_of(WHOLE))


def test_every_type_has_its_room() -> None:
    responses = {one.id.rpartition(".")[2]: one.response.__class__.__name__ for one in questions_in(sheet_of(WHOLE))}
    assert responses == {
        "q-single": "Options", "q-multiple": "Options", "q-true": "Options", "q-number": "Blank", "q-text": "Blank",
        "q-match": "Pairing", "q-order": "Ordering", "q-gaps": "Gaps", "q-where": "Options", "q-essay": "Lines",
    }  # fmt: skip


def test_what_the_paper_says_of_itself_takes_no_page_behind_the_questions() -> None:
    paper = sheet_of(WHOLE)
    assert isinstance(paper.blocks[-1], document.Question)
    small = next(
        place for place, block in enumerate(paper.blocks) if "Edition 1.0.0" in words(block).replace("\u00a0", " ")
    )
    assert small < next(place for place, block in enumerate(paper.blocks) if isinstance(block, document.Question))


def test_large_print_is_the_same_test_in_larger_letters() -> None:
    large = sheet_of(WHOLE, size=18)
    assert large.size == 18
    assert replace(large, size=11.0) == sheet_of(WHOLE)


def test_a_form_that_the_course_no_longer_has_is_not_mixed_up() -> None:
    whole = one_lesson(*ASKED, forms="BC")
    assert plain_text(sheet_of(whole, "c").title) == "Test · Form C"
    assert [one.id for one in questions_in(sheet_of(whole, "b"))] != [
        one.id for one in questions_in(sheet_of(whole, "c"))
    ]


def test_the_text_of_a_case_stands_once_before_its_first_question() -> None:
    inside = [question(f"q-{n}", f"Asked {n}?", true_false(True), use="test") for n in range(3)]
    told = case(*prose("Mira comes back."), inside[0], inject("Her manager calls."), *inside[1:])
    paper = sheet_of(one_lesson(told, *ASKED[:2]))
    text = words(paper.blocks)
    assert text.count("Mira comes back.") == text.count("Her manager calls.") == 1
    assert text.index("Mira comes back.") < text.index("Asked 0?") < text.index("Her manager calls.")
    assert text.index("Her manager calls.") < text.index("Asked 1?")
    assert "Secret model answer" not in text


def test_a_case_is_told_up_to_the_question_even_where_others_before_it_are_not_drawn() -> None:
    inside = [question(f"q-{n}", f"Asked {n}?", true_false(True), use="test" if n else "practice") for n in range(2)]
    told = case(*prose("Mira comes back."), inside[0], inject("Her manager calls."), inside[1])
    text = words(sheet_of(one_lesson(told)).blocks)
    assert text.index("Mira comes back.") < text.index("Her manager calls.") < text.index("Asked 1?")
    assert "Asked 0?" not in text


def test_figures_of_a_prompt_are_on_the_test_and_not_in_the_key() -> None:
    asked = question("q-seen", (*prose("What is it?"), figure()), true_false(True), use="test")
    whole = one_lesson(asked)
    assert len(list(walk(sheet_of(whole).blocks, document.Figure))) == 1
    assert list(walk(key_of(whole).blocks, document.Figure)) == []


def test_a_test_with_a_text_that_nobody_has_reviewed_is_a_draft() -> None:
    assert not sheet_of(WHOLE).draft
    waiting = with_state(ASKED[0], State.DRAFT)
    assert sheet_of(one_lesson(waiting, *ASKED[1:])).draft
    fine = one_lesson(replace(ASKED[0], explanation=prose(phrase("Why.", state=State.DRAFT))), *ASKED[1:])
    assert not sheet_of(fine).draft, "what the test does not hold makes no draft of it"
    assert key_of(fine).draft


def test_the_key_says_for_whom_it_is_and_gives_reasons() -> None:
    key = key_of(WHOLE)
    assert "Trainer only" in plain_text(key.artefact)
    assert plain_text(key.strip).startswith("Trainer only · ")
    text = words(key)
    for reason in ("This describes thinking.", "Disengagement is a change of behaviour.", "Two facts, one feeling."):
        assert text.count(reason) == 2, "in each form"
    assert "Outcomes asked" in text
    assert "1 of 1" in text
    assert "remember" in text


def test_the_key_tells_shares_where_they_are_not_all_or_nothing() -> None:
    text = words(key_of(one_lesson(SIX_MULTIPLE, forms="A")))
    assert "A 50\u00a0%" in text
    assert "−50\u00a0%" in text
    weighed = question(
        "q-w", "Which?", choice(option("a", "x", correct=True), option("b", "y", weight="-50")), use="test"
    )
    assert "A 100\u00a0% · B −50\u00a0%" in words(key_of(one_lesson(weighed, forms="A")))
    assert "Shares" not in words(key_of(one_lesson(replace(ASKED[2], shuffle=False), forms="A")))


SIX_MULTIPLE = replace(SIX[1], use="test")


def test_the_key_tells_the_number_of_each_question_in_every_form() -> None:
    whole = one_lesson(*ASKED, forms="ABC")
    table = next(walk(key_of(whole).blocks, document.Table))
    numbers = {plain_text(row[0]): [int(plain_text(cell)) for cell in row[2:]] for row in table.rows}
    for place, form in enumerate(forms_of(whole)):
        assert {id: found[place] for id, found in numbers.items()} == {
            one.id: number for number, one in enumerate(form.asked, start=1)
        }
    assert "The same question" not in words(key_of(one_lesson(*ASKED, forms="A")))


@pytest.mark.parametrize(("count", "grids"), [(1, 1), (16, 1), (17, 2), (40, 3)])
def test_a_grid_has_a_column_for_each_question_and_a_row_for_each_code(count: int, grids: int) -> None:
    questions = [question(f"q-{n}", f"Asked {n}?", true_false(True), use="test", points=2) for n in range(count)]
    whole = one_lesson(*questions, forms="A")
    group = Group(span=questions[0].span, min=1, ideal=5, max=7)
    found = list(walk(key_of(replace(whole, course=replace(whole.course, group=group))).blocks, document.Grid))
    assert len(found) == grids
    heads = [plain_text(cell) for grid in found for cell in grid.header]
    assert [head for head in heads if head.isdigit()] == [f"{number}" for number in range(1, count + 1)]
    assert heads.count("Total") == 1
    assert heads[-1] == "Total"
    assert all(len(grid.rows) == 8 for grid in found)
    assert plain_text(found[-1].rows[0][-1]) == f"/ {2 * count}"
