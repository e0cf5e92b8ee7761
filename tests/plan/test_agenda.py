"""What participants get to know of their days."""

import pytest

from builder.content.walk import walk
from builder.output import document as d
from tests.plan.course_papers import EXAMPLE, STRESS, agenda, editions, rows, tables, text, words

SIX = ("en", "sq", "mk", "sr-Cyrl", "sr-Latn", "bs")


def test_each_session_stands_at_its_time_with_its_aim_and_how_people_work() -> None:
    (table,) = tables(agenda(EXAMPLE, "en"))
    assert rows(table) == [
        ["09:00–09:30", "Registration and first test", ""],
        ["09:30–10:30", "Press: the first minutes\nParticipants can stop severe bleeding.", "lecture, work in groups, discussion in plenary"],
        ["10:30–10:45", "Break", ""],
        ["10:45–10:55", rows(table)[3][1], rows(table)[3][2]],
        ["10:55–11:55", "Lunch", ""],
    ]  # fmt: skip


def test_where_and_when_is_left_to_write_by_hand() -> None:
    facts = [(text(fact.label), text(fact.value)) for fact in walk(agenda(EXAMPLE, "en").blocks, d.Fact)]
    assert facts[0] == ("For whom", "Workplace first-aiders")
    assert facts[1][0] == "Place"
    assert set(facts[1][1]) == {"_"}
    assert facts[2][0] == "Date"
    assert facts[2][1].strip("_") == " · 09:00–11:55"
    assert editions(EXAMPLE, "en")[0].course.date not in words(agenda(EXAMPLE, "en").blocks)


@pytest.mark.parametrize("language", SIX)
def test_times_are_the_same_in_every_language(language: str) -> None:
    days = [[row[0] for row in rows(table)] for table in tables(agenda(STRESS, language))]
    assert days == [
        ["00:05–00:06", "00:06–00:36", "00:36–00:37", "00:37–01:17", "01:17–05:17"],
        ["23:30–00:15", "00:15–01:15"],
    ]


def test_each_day_begins_a_page() -> None:
    kinds = [type(block).__name__ for block in agenda(STRESS, "en").blocks]
    assert kinds[:7] == ["Facts", "Heading", "Facts", "Table", "PageBreak", "Heading", "Facts"]


def test_it_is_a_sheet_with_its_imprint_in_small_print() -> None:
    paper = agenda(EXAMPLE, "en")
    assert paper.brief
    small = [text(block) for block in paper.blocks if isinstance(block, d.Paragraph) and block.tone == "small"]
    assert small[0].startswith("Workplace Safety Circle · Edition\u00a01.0.0 · 1 December 2026")


def test_it_says_nothing_but_what_the_days_are() -> None:
    assert "who has seen this" not in words(agenda(EXAMPLE, "en"))
    assert "You hold the door" not in words(agenda(EXAMPLE, "en"))


def test_untranslated_words_of_ours_make_a_draft_of_it() -> None:
    assert agenda(EXAMPLE, "mk").draft
