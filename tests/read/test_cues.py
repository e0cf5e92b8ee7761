"""What notes tell a trainer to do is read from the author's words."""

import pytest

from builder.content.prose import Paragraph
from builder.content.walk import walk
from tests.plan.lesson_editions import lesson_of


def cues(body: str) -> list[str | None]:
    return [paragraph.cue for paragraph in walk(lesson_of(body), Paragraph)]


def test_the_first_word_of_a_note_says_what_to_do() -> None:
    body = "::: notes\nSay: one.\n\ndo: two.\n\n**Ask:** three?\n\n*Ask*: four?\n\nA note: five.\n\nSaying six.\n:::\n"
    assert cues(body) == ["say", "do", "ask", "ask", None, None]


@pytest.mark.parametrize("place", ["handout", "slide"])
def test_elsewhere_it_is_text(place: str) -> None:
    assert cues(f"::: {place}\nSay: one.\n:::\n\nAsk: two?\n") == [None, None]


def test_a_trainer_s_own_text_has_cues_too() -> None:
    assert cues("::: trainer\nDo: one.\n:::\n") == ["do"]
