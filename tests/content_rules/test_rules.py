"""Each rule on our content finds the fault it is for, and is silent where there is none."""

from collections.abc import Callable, Iterator

import pytest

from builder.model.lesson import Lesson
from builder.model.workspace import Workspace
from tests.content_rules import rules
from tests.resolve.workspaces import resolved

PATH = "modules/main/01-sample.md"
PROSE = "Prose is read by people who have time for it. " * 100
HEAD = """---
title: Sample
minutes: 10
outcomes:
  - {id: press, level: apply, text: Press.}
sources: [who-2020]
---

## Start {#start minutes=10 outcome=press}

- A point [@who-2020] on a [wound](term:wound)

"""
SINGLE = "::: question {#q type=single outcome=press}\nWhat?\n\n- [x] A {#a}\n  > Right.\n- [ ] B {#b}\n  > No.\n:::\n"
SPOT = (
    "::: question {#q type=hotspot}\nWhere?\n\n![A hand](figures/hand.svg)\n\n"
    '- [x] A {#a area="rect 0 0 9 9"}\n  > Right.\n- [ ] B {#b area="rect 9 9 9 9"}\n  > No.\n:::\n'
)
CASE = "::: case {#c}\nThis case is fictional.\n:::\n"
GOOD = f"{HEAD}{PROSE}\n\n{SINGLE}\n{CASE}"


def workspace(lesson: str, glossary: str = "", references: str = "") -> Workspace:
    texts = {
        "workspace.yaml": "name: Sample\nsource: en\nlanguages: [en]\npublisher: default\n",
        "publishers/default/profile.yaml": "name: Circle\n",
        "modules/main/module.yaml": "title: Main\n",
        "modules/glossary.yaml": f"- {{id: wound, term: wound, definition: A hurt.}}\n{glossary}",
        "modules/references.yaml": f"who-2020: {{type: book, title: Care in Kosovo}}\n{references}",
        PATH: lesson,
    }
    return resolved(texts)[0]


def beside(block: str) -> str:
    return GOOD.replace(PROSE, f"{block}\n\n{PROSE}")


def faults(rule: Callable[[Lesson], Iterator[str]], text: str) -> list[str]:
    (lesson,) = rules.lessons_of(workspace(text))
    return list(rule(lesson))


@pytest.mark.parametrize("rule", rules.LESSON_RULES, ids=lambda rule: rule.__name__)
def test_a_good_lesson_keeps_every_rule(rule: Callable[[Lesson], Iterator[str]]) -> None:
    assert faults(rule, GOOD) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (rules.minutes_that_do_not_add_up, GOOD.replace("minutes=10", "minutes=9")),
        (rules.minutes_that_do_not_add_up, f"{GOOD}\n## End {{#end minutes=0}}\n"),
        (rules.outcomes_no_step_names, GOOD.replace("minutes=10 outcome=press", "minutes=10")),
        (rules.outcomes_no_step_names, GOOD.replace("outcomes:\n  - {id: press, level: apply, text: Press.}\n", "")),
        (rules.options_without_feedback, GOOD.replace("  > No.\n", "")),
        (rules.options_without_feedback, f"{HEAD}{SPOT}".replace("  > Right.\n", "")),
        (rules.too_few_words, GOOD.replace(PROSE, PROSE[: len(PROSE) // 2])),
        (rules.too_few_words, GOOD.replace(PROSE, "").replace("  > No.", f"  > {PROSE}")),
        (rules.sentences_too_long, GOOD.replace(PROSE, PROSE.replace("it. ", "it and then "))),
        (rules.cases_not_called_fictional, GOOD.replace("This case is fictional.", "Mira is real.")),
        (rules.cases_not_called_fictional, GOOD.replace("This case is fictional.", "- This case is fictional.")),
        (rules.sources_not_as_cited, GOOD.replace("[who-2020]", "[]", 1)),
        (rules.sources_not_as_cited, GOOD.replace(" [@who-2020]", "")),
    ],
)
def test_a_lesson_with_a_fault_breaks_its_rule(rule: Callable[[Lesson], Iterator[str]], text: str) -> None:
    assert len(faults(rule, text)) == 1


@pytest.mark.parametrize(
    "where",
    [
        "In Kosovo there is",
        "Kosovo's towns",
        "KOSOVO's towns",
        "kosovo",
        "a Kosovar",
        "![A map of Kosovo](figures/a.svg)",
    ],
)
def test_a_name_without_its_mark_is_found_in_any_message(where: str) -> None:
    assert len(list(rules.names_without_their_mark(workspace(beside(where))))) == 1


@pytest.mark.parametrize(
    "where",
    [
        "In Kosovo{*}, Kosovo{*}'s", "the **Kosovo{*}** and **Kosovo**{*} towns", "![A map of Kosovo{*}](figures/kosovo.svg)",
        "A law [@birn-kosovo-2015] and a [place](term:kosovo) and a [lesson](ref:kosovo)",
    ],
)  # fmt: skip
def test_a_name_with_its_mark_and_a_name_that_is_not_read_are_no_fault(where: str) -> None:
    assert list(rules.names_without_their_mark(workspace(beside(where)))) == []


def test_a_name_without_its_mark_is_found_in_the_glossary_but_not_in_a_published_title() -> None:
    entry = "- {id: place, term: place, definition: Such as Kosovo.}\n"
    assert len(list(rules.names_without_their_mark(workspace(GOOD, glossary=entry)))) == 1
    assert list(rules.names_without_their_mark(workspace(GOOD))) == []


def test_a_source_or_term_that_nobody_needs_is_found() -> None:
    assert list(rules.sources_nobody_cites(workspace(GOOD))) == []
    assert list(rules.terms_nobody_links(workspace(GOOD))) == []
    assert len(list(rules.sources_nobody_cites(workspace(GOOD, references="un-2019: {type: book, title: A}\n")))) == 1
    assert len(list(rules.terms_nobody_links(workspace(GOOD, glossary="- {id: a, term: a, definition: B.}\n")))) == 1


def test_what_is_too_little_is_counted() -> None:
    (lessons, questions, tests, cases, terms) = rules.too_little_of(workspace(GOOD))
    assert lessons == "1 lessons, fewer than 18"
    assert questions == "1 questions, fewer than 90"
    assert tests == "0 test questions, fewer than 30"
    assert cases == "1 cases, fewer than 6"
    assert terms == "1 glossary terms, fewer than 60"
