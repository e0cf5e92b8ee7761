"""Marks on names in papers and quizzes: at every mention, or at the first under a heading, in a question; or nowhere."""

from dataclasses import replace

import pytest

from builder.content.walk import walk
from builder.output.document import Figure, Heading
from builder.output.quiz import Item, Turn
from builder.output.text import Run, plain_text
from builder.plan.handout import plan_handout
from builder.plan.quiz import plan_bank, plan_practice
from tests.plan.brands import DISCLAIMER, STATEMENT, branded
from tests.plan.lesson_editions import NOTHING, edition_of, words

TEXT = """To read of Kosovo{*} and of Kosovo{*}.

- Kosovo{*} in a list

### More of Kosovo{*} {#more}

Here Kosovo{*} is named again.

::: question {#q-one type=single outcome=press}
Where is Kosovo{*}?

- [x] Here in Kosovo{*} {#a}
- [ ] Not in Kosovo{*} {#b}
:::

::: question {#q-two type=single outcome=press}
And Kosovo{*}?

- [x] Yes {#a}
- [ ] No {#b}
:::

::: case {#case-a title="A case"}
In Kosovo{*} and Kosovo{*}.

::: question {#q-three type=single}
Kosovo{*}?

- [x] Kosovo{*} {#a}
- [ ] No {#b}
:::
:::
"""


def edition(policy):
    return branded(edition_of(TEXT), policy=policy)


def marks(node):
    return sum(run.mark for run in walk(node, Run))


@pytest.mark.parametrize(("policy", "least", "most"), [("every", 14, 30), ("first", 4, 8), ("off", 0, 0)])
def test_a_handout_marks_names_as_the_publisher_wants(policy, least, most):
    document, _ = plan_handout(edition(policy), NOTHING, None)
    assert least <= marks(document.blocks) <= most
    assert bool(document.name_note) == (policy != "off")
    assert ("The note on the name." in words(document.blocks)) == (policy != "off")


def test_of_each_section_of_a_handout_the_first_mention_alone_is_marked():
    document, _ = plan_handout(edition("first"), NOTHING, None)
    section, counts = [], []
    for block in document.blocks:
        if isinstance(block, Heading):
            counts.append(marks(tuple(section)))
            section = []
        section.append(block)
    counts.append(marks(tuple(section)))
    assert max(counts) == 1
    assert counts.count(1) >= 3


@pytest.mark.parametrize("plan", [plan_bank, plan_practice])
@pytest.mark.parametrize("policy", ["every", "first", "off"])
def test_a_question_marks_names_as_the_publisher_wants(plan, policy):
    quiz, _ = plan(edition(policy), NOTHING, None)
    counts = [marks(item) for item in walk(quiz.sections, Item)]
    expected = {"every": [3, 1, 2], "first": [1, 1, 1], "off": [0, 0, 0]}[policy]
    assert sorted(counts) == sorted(expected)
    turns = [marks(turn.blocks) for turn in walk(quiz.sections, Turn)]
    assert turns == [{"every": 2, "first": 1, "off": 0}[policy]]
    assert bool(quiz.name_note) == (policy != "off")


def test_what_is_not_marked_is_still_named():
    document, _ = plan_handout(edition("first"), NOTHING, None)
    everywhere, _ = plan_handout(edition("every"), NOTHING, None)
    assert words(document).replace("*", "").replace("\n", "") == words(everywhere).replace("*", "").replace("\n", "")


def test_a_handout_shows_the_publisher_on_its_cover_and_who_paid_in_its_imprint():
    document, _ = plan_handout(edition("off"), NOTHING, None)
    assert [plain_text(logo.alternative) for logo in document.logos] == ["A circle"]
    assert plain_text(document.emblem.alternative) == plain_text(document.statement) == STATEMENT
    imprint = document.blocks[
        [plain_text(one.text) if isinstance(one, Heading) else "" for one in document.blocks].index(
            "About this document"
        ) :
    ]
    (emblem,) = (one for one in imprint if isinstance(one, Figure))
    assert (plain_text(emblem.alternative), emblem.tallest) == (STATEMENT, 14.0)
    assert words(imprint).count(STATEMENT) == 2
    assert DISCLAIMER in words(imprint)


def test_a_handout_without_an_emblem_says_who_paid_among_the_facts():
    whole = edition("off")
    funding = replace(whole.publisher.funding, emblem=None)
    document, _ = plan_handout(replace(whole, publisher=replace(whole.publisher, funding=funding)), NOTHING, None)
    assert document.emblem is None
    assert f"Funding\n{STATEMENT}" in words(document.blocks)


def test_a_quiz_brings_the_emblem_before_the_logos_and_both_notices():
    quiz, _ = plan_practice(edition("off"), NOTHING, None)
    assert [plain_text(logo.alternative) for logo in quiz.logos] == [STATEMENT, "A circle"]
    assert [plain_text(notice) for notice in quiz.notices] == [STATEMENT, DISCLAIMER]


@pytest.mark.parametrize(
    "plan", [lambda one: plan_handout(one, NOTHING, None)[0], lambda one: plan_practice(one, NOTHING, None)[0]]
)
def test_words_of_the_publisher_that_nobody_approved_make_a_draft(plan):
    whole = edition("off")
    pending = tuple(replace(text, approved=False) for text in whole.publisher.disclaimers)
    assert plan(replace(whole, publisher=replace(whole.publisher, disclaimers=pending))).draft
    assert not plan(whole).draft


def test_the_colours_of_a_publisher_are_those_of_its_papers_and_quizzes():
    whole = branded(edition_of(TEXT), colours=(("primary", "7A1F3D"),))
    assert plan_handout(whole, NOTHING, None)[0].palette.teal == "7A1F3D"
    assert plan_practice(whole, NOTHING, None)[0].palette.teal == "7A1F3D"
