"""Rules about outcomes: each is assessed, at its level, and some step works towards it."""

from collections.abc import Iterable

import pytest

from builder.diagnostics import Code, Severity, severity_of
from tests.check.lessons import TEXTS, check_texts

PATH = "modules/main/01-sample.md"
BOXES = "- [x] A {#a}\n- [ ] B {#b}"
AREAS = '![A hand](figures/hand.svg)\n\n- [x] A {#a area="rect 0 0 9 9"}\n- [ ] B {#b area="rect 9 9 9 9"}'
QUESTIONS = {
    "true-false": "answer: true",
    "text": "answer: Tirana",
    "numeric": "answer: 12",
    "single": BOXES,
    "multiple": BOXES,
    "match": "- A => B {#p1}\n- C => D {#p2}",
    "order": "1. A {#s1}\n2. B {#s2}",
    "cloze": "It is [[a]].\n\n[[a]]: 12",
    "hotspot": AREAS,
    "essay": "guidance: Two facts.",
    "likert scale=agree-5": "",
}
LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
REACH = {
    "true-false": "understand",
    "text": "understand",
    "numeric": "apply",
    **dict.fromkeys(("single", "multiple", "match", "order", "cloze", "hotspot"), "evaluate"),
    "essay": "create",
}
ACTIVITY = "::: activity {#try minutes=5 outcome=press}\n- Press\n:::"


def question(kind: str, outcome: str = "press", *, name: str = "q", use: str = "practice") -> str:
    """Return a question of a kind that names an outcome."""
    return f"::: question {{#{name} type={kind} outcome={outcome} use={use}}}\nWhat?\n\n{QUESTIONS[kind]}\n:::"


def findings(body: str, *outcomes: str, steps: Iterable[str] = ("",)) -> list[tuple[str, int]]:
    """Return the outcomes that the rules complain about, as code and place in the list, 1 the first."""
    listed = "".join(f"  - {{id: {name}, level: {level}, text: Do it.}}\n" for name, _, level in map(split, outcomes))
    heads = [f"## Step {number} {{#s{number} minutes=10{head}}}\n\n- A point\n" for number, head in enumerate(steps)]
    head = f"---\ntitle: Sample\nminutes: {10 * len(heads)}\noutcomes:\n"
    text = f"{head}{listed}---\n\n{chr(10).join(heads)}\n{body}\n"
    found = [one for one in check_texts({**TEXTS, PATH: text}) if one.code.value.startswith("outcome-")]
    assert all(one.hint and one.severity is Severity.WARNING for one in found)
    return [(one.code.value, one.span.line - head.count("\n")) for one in found if one.span]


def split(outcome: str) -> tuple[str, str, str]:
    return outcome.partition(":")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", REACH)
def test_a_kind_of_question_shows_levels_up_to_its_own(kind: str, level: str) -> None:
    enough = LEVELS.index(level) <= LEVELS.index(REACH[kind])
    assert findings(question(kind), f"press:{level}") == ([] if enough else [("outcome-level", 1)])


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("block", [ACTIVITY, f"::: case {{#c}}\nMira.\n\n{question('true-false')}\n:::"])
def test_activities_and_cases_show_any_level(block: str, level: str) -> None:
    assert findings(block, f"press:{level}") == []


def test_the_highest_kind_counts() -> None:
    body = f"{question('true-false')}\n\n{question('single', name='q-b')}"
    assert findings(body, "press:evaluate") == []
    assert findings(body, "press:create") == [("outcome-level", 1)]


def test_a_question_beside_a_case_is_not_in_it() -> None:
    body = f"::: case {{#c}}\nMira.\n\n{question('true-false', 'call')}\n:::\n\n{question('true-false', name='q-b')}"
    assert findings(body, "call:create", "press:apply") == [("outcome-level", 2)]


@pytest.mark.parametrize("body", ["", question("single", "call"), question("likert scale=agree-5")])
def test_what_a_lesson_promises_is_assessed(body: str) -> None:
    assert ("outcome-unassessed", 2) in findings(body, "call:remember", "press:remember")


def test_an_opinion_in_a_case_is_an_opinion() -> None:
    body = f"::: case {{#c}}\nMira.\n\n{question('likert scale=agree-5')}\n:::"
    assert findings(body, "press:remember") == [("outcome-unassessed", 1)]


@pytest.mark.parametrize(
    ("steps", "body", "found"),
    [
        (("", ""), question("single", use="test"), []),  # no step says what it works towards
        ((" outcome=call", ""), question("single", use="test"), [("outcome-untaught", 2)]),
        ((" outcome=call", " outcome=press"), question("single", use="test"), []),
        ((' outcome="call press"', ""), question("single", use="test"), []),
        ((" outcome=call", ""), question("single"), []),
        ((" outcome=call", ""), ACTIVITY, []),
        ((" outcome=call", ""), "", [("outcome-unassessed", 2), ("outcome-untaught", 2)]),
    ],
)
def test_what_is_assessed_is_taught(steps: tuple[str, ...], body: str, found: list[tuple[str, int]]) -> None:
    call = question("single", "call", name="q-call", use="test")
    assert findings(f"{call}\n\n{body}", "call:remember", "press:remember", steps=steps) == found


def test_a_lesson_without_outcomes_promises_nothing() -> None:
    assert findings("- Another point") == []


def test_the_finding_names_what_was_found_and_what_would_do() -> None:
    text = "---\ntitle: Sample\nminutes: 10\noutcomes:\n  - {id: press, level: create, text: Do it.}\n---\n\n"
    text += f"## Start {{#start minutes=10}}\n\n- A point\n\n{question('numeric')}\n"
    (found,) = check_texts({**TEXTS, PATH: text})
    assert found.code is Code.OUTCOME_LEVEL
    assert severity_of(found.code) is Severity.WARNING
    assert (
        found.message
        == "the outcome `press` is of the level create, but what assesses it (numeric) shows apply at most"
    )
    assert found.hint == "add an essay or an activity with `outcome=press`, or lower the level of the outcome"
