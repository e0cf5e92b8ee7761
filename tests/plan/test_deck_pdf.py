"""What participants get of a deck: its slides as they are, nothing that is the trainer's, nothing that PDF cannot show."""

from dataclasses import replace

import pytest

from builder.content.phrase import Phrase
from builder.content.walk import rewrite, walk
from builder.languages.states import State
from builder.model.options import DeckOptions
from builder.output.deck import ChartShape, PictureShape, TextShape
from builder.output.text import plain_text
from builder.plan.deck import plan_deck
from builder.plan.deck_pdf import plan_deck_pdf
from tests.plan.deck_papers import DRAWN, PLAIN, paper
from tests.plan.decks import picture, texts, wall
from tests.plan.lesson_editions import edition_of

SECRETS = """- A point

A paragraph to read, for the notes.

::: notes
Say this.
:::

::: trainer
Keep this.
:::

::: question {#q-test type=single use=test}
Asked in the test?

- [x] Yes {#a}
- [ ] No {#b}
:::

::: question {#q-practice type=single}
Asked in the room?

- [x] Perhaps {#a}
- [ ] Never {#b}
explain: Because of that.
:::
"""


def in_state(edition, state, word):
    """Return an edition in which the texts that hold a word are in a state."""
    return rewrite(edition, Phrase, lambda one: replace(one, state=state) if word in one.message else one)


def bands(deck):
    return [
        shape
        for slide in deck.slides
        for shape in slide.elements
        if isinstance(shape, TextShape) and shape.placeholder is None
    ]


def test_the_slides_are_those_of_the_deck():
    edition = edition_of(SECRETS)
    trainers, _ = plan_deck(edition, DRAWN, None, PLAIN)
    shown, found = plan_deck_pdf(edition, DRAWN, None)
    assert [slide.id for slide in shown.deck.slides] == [slide.id for slide in trainers.slides]
    assert [texts(slide) for slide in shown.deck.slides] == [texts(slide) for slide in trainers.slides]
    assert found == ()


def test_notes_and_questions_of_tests_are_not_in_it():
    shown, _ = paper(SECRETS)
    assert [slide.notes for slide in shown.deck.slides] == [()] * len(shown.deck.slides)
    words = repr(shown)
    assert "Asked in the room?" in words
    for secret in ("Say this", "Keep this", "Asked in the test", "Because of that", "for the notes"):
        assert secret not in words


def test_it_is_a_draft_only_for_what_is_in_it():
    edition = edition_of(SECRETS)
    in_notes, _ = plan_deck_pdf(in_state(edition, State.DRAFT, "Say this"), DRAWN, None)
    assert plan_deck(in_state(edition, State.DRAFT, "Say this"), DRAWN, None)[0].draft
    assert not in_notes.draft
    assert bands(in_notes.deck) == []
    on_slide, _ = plan_deck_pdf(in_state(edition, State.DRAFT, "A point"), DRAWN, None)
    assert on_slide.draft
    assert len(bands(on_slide.deck)) == len(on_slide.deck.slides)


def test_an_outdated_text_bears_no_mark_of_the_trainers():
    edition = in_state(edition_of(SECRETS), State.STALE, "A point")
    assert "[outdated translation] A point" in wall(plan_deck(edition, DRAWN, None)[0])
    shown, _ = plan_deck_pdf(edition, DRAWN, None)
    assert "A point" in wall(shown.deck)
    assert "outdated" not in wall(shown.deck)
    assert shown.draft


def test_a_text_that_only_looks_like_the_mark_stays():
    shown, _ = paper("- [outdated translation] is what we say\n")
    assert "[outdated translation] is what we say" in wall(shown.deck)


@pytest.mark.parametrize("pages", [1, 3])
def test_how_many_stand_on_a_page_is_passed_on(pages):
    assert paper(SECRETS, options=DeckOptions(slides_a_page=pages))[0].slides_a_page == pages


def test_what_the_fonts_do_not_have_is_a_box_and_a_finding():
    shown, found = paper("- The sign 日 here\n\n### Numbers\n\n| 本 | A 日 |\n|---|--:|\n| x 日 | 4 |\n{chart=bar}\n")
    assert "The sign ▯ here" in wall(shown.deck)
    (chart,) = walk(shown, ChartShape)
    assert [plain_text(label) for label in chart.categories] == ["x ▯"]
    assert plain_text(chart.series[0].name) == "A ▯"
    assert "x 日" in plain_text(chart.alternative), "what is read aloud keeps every character"
    assert {finding.code.value for finding in found} == {"block-not-carried"}
    assert {finding.severity for finding in found} == {"warning"}
    assert all("deck.pdf in English" in finding.message for finding in found)


def test_words_in_a_drawing_are_boxes():
    pictures = picture("figures/sign.svg")
    data = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>\xe6\x97\xa5</text></svg>'
    drawn = {"figures/sign.svg": replace(pictures["figures/sign.svg"], data=data)}
    shown, (finding,) = paper("![The sign](figures/sign.svg)\n", pictures=drawn)
    (figure,) = walk(shown, PictureShape)
    assert ">▯<" in figure.image.data.decode()
    assert "日" in finding.message


def test_a_course_whose_name_no_font_has_still_has_a_head():
    edition = edition_of("- A point\n")
    title = replace(edition.course.title, message="日本", inlines=edition.course.title.inlines)
    named = rewrite(title, type(title.inlines[0]), lambda text: replace(text, value="日本"))
    shown, _ = plan_deck_pdf(replace(edition, course=replace(edition.course, title=named)), DRAWN, None)
    assert shown.head.endswith("▯▯")
    assert shown.deck.title.endswith("日本")
