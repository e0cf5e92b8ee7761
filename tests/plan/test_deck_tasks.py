"""Activities, cases and questions on slides; secrets and answers in the notes only."""

import pytest

from builder.languages.words import Word
from builder.output.deck import Ornament, PictureShape, TextShape
from tests.plan.decks import body, deck_of, notes, picture, shapes, slide, spoken, titles, wall

ACTIVITY = """::: activity {#bandage minutes=20 grouping=groups size=4}
Press, bandage, swap.

1. Read your card.

::: card {#card-officer role="Police officer"}
You hold the door.
:::

output: One bandage a pair.
debrief:
- What was hard?
:::
"""
CASE = """::: case {#case-mira title="Mira, 34"}
Mira comes back to work.

::: inject {minutes=5}
The manager calls you.
:::

::: question {#q-mira type=single}
What do you do first?

- [x] Listen {#a}
- [ ] Call {#b}
:::

answer: First listen. (For the trainer.)
:::
"""


def question(kind: str, text: str, attributes: str = "") -> str:
    return f"::: question {{#q-one type={kind} outcome=press {attributes}}}\n{text}\n:::\n"


def test_an_activity_takes_the_slide_with_its_minutes_and_its_task():
    deck = deck_of(ACTIVITY)
    assert titles(deck) == ["First step"]
    shown = slide(deck, "First step")
    assert (shown.layout, shown.id) == ("Activity", "bandage-1")
    assert body(shown) == [
        "20", "minutes", "Way of working", "groups of 4", "Press, bandage, swap.", "Read your card.", "Output: One bandage a pair.",
    ]  # fmt: skip


def test_a_role_is_named_in_the_notes_and_its_secret_is_nowhere():
    deck = deck_of(ACTIVITY)
    assert {"Role: Police officer", "Debrief", "What was hard?"} <= set(notes(deck).splitlines())
    assert "You hold the door" not in wall(deck) + notes(deck)
    assert "What was hard?" not in wall(deck)


def test_an_activity_beside_points_has_a_slide_of_its_own():
    deck = deck_of('- A point\n\n::: activity {#own title="Who knows what?"}\nTalk.\n:::\n')
    assert titles(deck) == ["First step", "Who knows what?"]
    assert body(slide(deck, "Who knows what?")) == ["Activity", "Talk."]


def test_columns_and_examples_of_a_task_stay_with_it():
    deck = deck_of(
        "::: activity {#a minutes=5}\nSwap.\n\n::: columns\n::: column\n- Casualty\n:::\n::: column\n- Helper\n:::\n:::\n\n"
        "::: example\nA note to read.\n:::\n:::\n"
    )
    assert body(slide(deck, "First step"))[2:] == ["Swap.", "Casualty", "Helper", "Example", "A note to read."]


def test_a_case_is_told_its_turns_follow_and_its_answer_is_the_trainers():
    deck = deck_of(CASE)
    assert titles(deck) == ["Mira, 34 (1/2)", "Mira, 34 (2/2)", "What do you do first?"]
    assert [one.layout for one in deck.slides[3:6]] == ["Case", "Case", "Question"]
    assert body(deck.slides[3]) == ["Case", "Mira comes back to work."]
    assert body(deck.slides[4]) == ["What happens next · 5\u00a0minutes", "The manager calls you."]
    assert "Model answer: First listen. (For the trainer.)" in spoken(deck.slides[3])
    assert "First listen" not in wall(deck)


def test_a_choice_is_asked_on_cards_and_answered_in_the_notes():
    deck = deck_of(
        question(
            "single",
            "What first?\n\n- [ ] Gloves {#a}\n  > Too slow.\n- [x] Press {#b}\nhint: Seconds.\nexplain: Pressure first.",
        )
    )
    shown = slide(deck, "What first?")
    cards = shown.elements[1:3]
    assert [(card.paragraphs[0].mark, card.outline) for card in cards] == [("A", True), ("B", True)]
    assert body(shown) == ["Gloves", "Press"]
    assert len([form for form in shapes(shown, Ornament) if form.name == "Edge"]) == 2
    assert spoken(shown)[1:] == ["First step", "Answer: B. Press", "A. Too slow.", "Pressure first.", "Hint: Seconds."]
    assert "Pressure first" not in wall(deck)


def test_nothing_on_the_wall_tells_the_right_option_from_a_wrong_one():
    first = deck_of(question("single", "What?\n\n- [x] One {#a}\n- [ ] Two {#b}"))
    other = deck_of(question("single", "What?\n\n- [ ] One {#a}\n- [x] Two {#b}"))
    assert slide(first, "What?").elements == slide(other, "What?").elements


def test_questions_of_a_test_are_not_in_the_deck():
    deck = deck_of("- A point\n\n" + question("single", "Secret?\n\n- [x] One {#a}\n- [ ] Two {#b}", "use=test"))
    assert "Secret?" not in wall(deck) + notes(deck)


@pytest.mark.parametrize(
    ("kind", "text", "shown", "answer"),
    [
        ("true-false", "It is so.\n\nanswer: false", ["True", "False"], "Answer: B. False"),
        ("numeric", "How many?\n\nanswer: 12 ± 0.5", ["Your answer: ________"], "Answer: 12 ± 0.5"),
        ("text", "The capital?\n\nanswer: Tirana | Tiranë", ["Your answer: ________"], "Answer: Tirana / Tiranë"),
        ("likert", "I feel ready.", [word.value for word in (
            Word.SCALE_STRONGLY_DISAGREE, Word.SCALE_DISAGREE, Word.SCALE_NEITHER, Word.SCALE_AGREE, Word.SCALE_STRONGLY_AGREE)], None),
    ],
)  # fmt: skip
def test_other_questions_leave_room_for_the_answer(kind, text, shown, answer):
    attributes = "scale=agree-5" if kind == "likert" else ""
    (asked,) = [one for one in deck_of(question(kind, text, attributes)).slides if one.id == "q-one-1"]
    assert body(asked) == shown
    assert answer is None or answer in spoken(asked)


def test_pairs_and_sequences_are_shown_in_an_order_that_gives_nothing_away():
    pairs = deck_of(
        question("match", "What belongs together?\n\n- Cold => Shock {#p1}\n- Red => Heat {#p2}\n- => Other {#p3}")
    )
    left, right = slide(pairs, "What belongs together?").elements[1:3]
    assert [(one.mark, one.runs[0].text) for one in left.paragraphs] == [("1.", "Cold"), ("2.", "Red")]
    shown = [one.runs[0].text for one in right.paragraphs]
    assert sorted(shown) == ["Heat", "Other", "Shock"]
    assert shown != ["Shock", "Heat", "Other"]
    order = deck_of(question("order", "Put in order.\n\n1. Call {#s1}\n2. Press {#s2}\n3. Wait {#s3}"))
    assert body(slide(order, "Put in order.")) != ["Call", "Press", "Wait"]


def test_a_cloze_shows_its_gaps_and_what_may_fill_them():
    deck = deck_of(
        question(
            "cloze",
            "Cool for [[time]] minutes under [[kind]] water.\n\n[[time]]: 20\n[[kind]]:\n- [x] running {#a}\n- [ ] icy {#b}",
        )
    )
    shown = body(slide(deck, "Question · First step"))
    assert shown[0].startswith("Cool for (1)")
    assert shown[1] == "(2) running · icy"
    assert "20" not in "".join(shown)


def test_a_hotspot_shows_the_figure_and_none_of_its_areas():
    text = 'Where?\n\n![An arm](figures/press.svg)\n\n- [x] On the wound {#a area="rect 40 30 20 15"}\n- [ ] Elbow {#b area="circle 80 50 10"}'
    deck = deck_of(question("hotspot", text), pictures=picture("figures/press.svg"))
    shown = slide(deck, "Where?")
    assert len(shapes(shown, PictureShape)) == 1
    assert "On the wound" not in wall(deck)
    assert body(shown) == []


def test_a_long_prompt_stands_in_the_body():
    deck = deck_of(question("essay", "Describe a case.\n\nguidance: Two facts."))
    assert body(slide(deck, "Question · First step")) == ["Describe a case."]
    assert "Guidance: Two facts." in notes(deck)
    long = " ".join(["Somebody asks at length."] * 14)
    deck = deck_of(question("single", f"{long}\n\n- [x] One {{#a}}\n- [ ] Two {{#b}}"))
    assert body(slide(deck, "Question · First step")) == [long, "One", "Two"]


def test_every_text_of_a_task_is_in_a_placeholder():
    deck = deck_of(ACTIVITY, CASE)
    loose = [shape.name for one in deck.slides for shape in shapes(one, TextShape) if shape.placeholder is None]
    assert loose == []


def test_a_question_that_is_no_title_is_named_after_its_step_and_never_after_another_question():
    essay = "::: question {{#q-{0} type=essay}}\nDescribe.\n\n- {0}\n:::\n"
    deck = deck_of(essay.format("one") + "\n### Later\n\n" + essay.format("two"))
    assert {"Question · First step", "Question · Later"} <= {one.title for one in deck.slides}
    long = "A step whose title is so long that it fills the room for titles " * 6
    asked = [one for one in deck_of(f"### {long}\n\n" + essay.format("one")).slides if one.id == "q-one-1"]
    assert [one.title for one in asked] == ["Question"]


def test_what_a_key_message_holds_beside_its_words_is_not_lost():
    asked = question("single", "What first?\n\n- [x] One {#a}\n- [ ] Two {#b}")
    deck = deck_of(f"- Point\n\n::: key {{title=Remember}}\nPress.\n\n{asked}:::\n")
    assert {"Remember", "What first?"} <= {one.title for one in deck.slides}


def test_gaps_in_a_table_have_their_numbers():
    text = "Fill [[one]] in.\n\n| Say | What |\n|--|--|\n| so | [[two]] |\n\n[[one]]: a\n[[two]]: b"
    shown = wall(deck_of(question("cloze", text)))
    assert "(1)" in shown
    assert "(2)\u00a0________" in shown


def test_heads_of_a_table_that_is_drawn_as_steps_are_in_the_notes():
    deck = deck_of("::: process\n\n| Phase | Task |\n|--|--|\n| First | Look |\n| Then | Press |\n:::\n")
    shown = slide(deck, "First step")
    assert shown.layout == "Process"
    assert "Phase | Task" in spoken(shown)
