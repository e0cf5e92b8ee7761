"""What is nearly full is told while one writes, with the language that is the fullest; a workspace is not flooded."""

import pytest
from hypothesis import given, settings

from builder.diagnostics import Code, Severity
from builder.plan.deck import decide_breaks, plan_deck
from builder.plan.deck.tight import BAR
from tests.plan.decks import RESOURCES, translated
from tests.plan.lesson_editions import edition_of
from tests.plan.test_deck_properties import lessons

TITLE = (
    "### A title that goes on for three lines at its smallest size " + "and on, " * 17 + "to its end {#long}\n\n- One\n"
)


def points(count: int) -> str:
    return "".join(f"- Point {n}\n" for n in range(1, count + 1))


def told(source: str, *others: tuple[str, int]) -> list[str]:
    """Return what is said of tight slides, in English and in other languages that say each text so often."""
    english = edition_of(source)
    everyone = (english, *(translated(english, tag, longer=longer) for tag, longer in others))
    _, found = decide_breaks(everyone, RESOURCES)
    tight = [finding for finding in found if finding.code is Code.SLIDE_TIGHT]
    assert all(finding.severity is Severity.INFO for finding in tight)
    assert all(finding.language is None and finding.hint and finding.span for finding in tight)
    return [finding.message for finding in tight]


@pytest.mark.parametrize(("count", "notes"), [(4, 0), (8, 0), (10, 1), (11, 1), (12, 0)])
def test_a_slide_is_told_of_from_eighty_per_cent_on_until_it_is_split(count: int, notes: int) -> None:
    assert len(told(points(count))) == notes


def test_the_fullest_language_comes_first_and_those_with_room_are_left_out() -> None:
    long = "".join(f"- A point with number {n} that says something of some length in its one line\n" for n in range(6))
    (message,) = told(long, ("mk", 2), ("sq", 1))
    assert message.endswith("% in Macedonian")
    assert "Albanian" not in message
    assert "English" not in message
    (message,) = told(points(10), ("sq", 1))
    assert message.endswith("84 % in English, 84 % in Albanian")


def test_a_title_is_told_of_too() -> None:
    (message,) = told(TITLE)
    assert message.startswith("the title of slide “A title that goes on")


def test_a_title_that_can_move_into_the_body_is_not() -> None:
    prompt = TITLE.removeprefix("### ").partition(" {#")[0]
    question = (
        f"::: question {{#q-one type=single outcome=press}}\n{prompt}\n\n- [x] One {{#a}}\n- [ ] Two {{#b}}\n:::\n"
    )
    assert told(question) == []


@settings(max_examples=25)
@given(lessons())
def test_what_is_told_of_fits_and_is_nearly_full(lesson) -> None:  # type: ignore[no-untyped-def]
    source, _ = lesson
    _, problems = plan_deck(edition_of(source), RESOURCES, None)
    for message in told(source):
        share = int(message.rpartition(": ")[2].split(" ")[0])
        assert 100 * BAR <= share <= 100
        name = message.partition("“")[2].partition("”")[0]
        assert not any(f"“{name}”" in finding.message and "text is" in finding.message for finding in problems)
