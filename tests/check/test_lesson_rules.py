"""Rules about lessons: minutes, slides, figures, areas."""

import pytest

from builder.model.edition import Picture
from tests.check.lessons import BODY, HEAD, check_body, check_lesson_text


def lesson(minutes: int, *steps: int | None) -> str:
    heads = ("" if each is None else f" minutes={each}" for each in steps)
    body = "".join(f"## Step {number} {{#s{number}{head}}}\n\n- A point\n\n" for number, head in enumerate(heads))
    return f"---\ntitle: Sample\nminutes: {minutes}\n---\n\n{body}"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (lesson(30, 10, 20), []),
        (lesson(30, 10, 15), ["minutes-sum"]),
        (lesson(30, 30, 15), ["minutes-sum"]),
        (lesson(30, 10, None), []),  # the reader has said that the minutes are missing
        (lesson(0, 10), []),
    ],
)
def test_steps_fill_the_lesson(text: str, codes: list[str]) -> None:
    assert check_lesson_text(text) == codes


@pytest.mark.parametrize(
    ("minutes", "found"),
    [((10,), []), ((4, 6), []), ((11,), [1]), ((6, 6, 6), [5]), ((None, None), [])],
)
def test_activities_fit_into_their_step(minutes: tuple[int | None, ...], found: list[int]) -> None:
    heads = (f"::: activity{'' if each is None else f' {{minutes={each}}}'}\n- Try\n:::\n\n" for each in minutes)
    assert check_body("".join(heads)) == [("minutes-sum", line) for line in found]


@pytest.mark.parametrize(
    "block",
    [
        "- A point",
        "1. A point",
        "| A | B |\n|---|---|\n| 1 | 2 |",
        "![A hand](figures/hand.svg)",
        "> Somebody's words",
        "Term\n: What it means",
        "```\ncode\n```",
        "::: key\nPress.\n:::",
        "::: note\n- A point\n:::",
        "::: slide\nSeen by all.\n:::",
        "::: process\n- One\n- Two\n:::",
        "::: activity\nTry it.\n:::",
        "::: case\nMira comes back.\n:::",
        "::: columns\n::: column\n- One\n:::\n::: column\n- Two\n:::\n:::",
        "::: question {#q type=true-false}\nIt rains.\n\nanswer: true\n:::",
    ],
)
def test_points_are_for_the_wall(block: str) -> None:
    assert check_body(f"Prose.\n\n### Another\n\nProse.\n\n{block}\n") == []


@pytest.mark.parametrize(
    "block",
    [
        "More prose.",
        "#### A heading",
        "::: note\nMore prose.\n:::",
        "::: handout\n- A point\n:::",
        "::: notes\n- A point\n:::",
        "::: trainer\n- A point\n:::",
        "::: slide\n:::",
        "::: card\n- A point\n:::",
        "::: columns\n::: column\nProse.\n:::\n::: column\nProse.\n:::\n:::",
        "::: question {#q type=true-false use=test}\nIt rains.\n\nanswer: true\n:::",
    ],
)
def test_prose_is_for_reading(block: str) -> None:
    assert check_body(f"### Another\n\nProse.\n\n{block}\n") == [("slide-without-point", 1)]
    assert check_body(f"---\n\nProse.\n\n{block}\n") == [("slide-without-point", 1)]


def test_a_step_may_only_announce_its_slides() -> None:
    assert check_lesson_text(f"{HEAD}### First\n\n- A point\n") == []
    assert check_lesson_text(f"{HEAD}Prose.\n\n### First\n\n- A point\n") == ["slide-without-point"]
    assert check_lesson_text(f"{BODY}### First\n\n### Second\n\n- A point\n") == ["slide-without-point"]


def test_a_lesson_holds_something() -> None:
    assert check_lesson_text(HEAD) == ["lesson-empty"]
    assert check_lesson_text(f"{HEAD}### First\n") == ["lesson-empty"]
    assert check_lesson_text("") == []  # the reader has said so


@pytest.mark.parametrize(
    ("figure", "is_wrong"),
    [
        ("![A hand](figures/hand.svg)", False),
        ("![](figures/hand.svg){decorative}", False),
        ("![](figures/hand.svg)", True),
        ("![ ](figures/hand.svg)", True),
        ("![hand.svg](figures/hand.svg)", True),
        ("![Hand](figures/hand.svg)", True),
        (f"![{'a' * 250}](figures/hand.svg)", False),
        (f"![{'a' * 251}](figures/hand.svg)", True),
    ],
)
def test_figures_say_what_they_show(figure: str, is_wrong: bool) -> None:
    assert check_body(figure) == ([("figure-without-alt", 1)] if is_wrong else [])


@pytest.mark.parametrize(
    ("area", "is_wrong"),
    [
        ("rect 80 85 20 15", False),
        ("circle 50 50 20", False),
        ("circle 50 50 26", False),
        ("circle 50 50 29", True),  # 53 per cent of the height, up and down
        ("circle 50 30 20", True),
        ("circle 10 50 11", True),
    ],
)
def test_areas_lie_on_their_figure(area: str, is_wrong: bool) -> None:
    path = "modules/main/figures/hand.svg"
    picture = Picture(path=path, media_type="image/svg+xml", width=320, height=175, data=b"", digest="")
    options = f'- [x] Here {{#a area="{area}"}}\n- [ ] There {{#b area="rect 0 0 1 1"}}'
    body = f"::: question {{#q type=hotspot}}\nWhere?\n\n![A hand](figures/hand.svg)\n\n{options}\n:::"
    assert check_body(body, {path: picture}) == ([("area-malformed", 6)] if is_wrong else [])
