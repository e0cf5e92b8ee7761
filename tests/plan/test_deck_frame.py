"""What stands around a slide: ids, titles, strip, band, note on a name, sections, the slides that we add."""

from dataclasses import replace

import pytest

from builder.languages.states import State
from builder.languages.words import Word
from builder.model.workspace import ApprovedText, Funding, Mark
from builder.output.deck import Ornament, TextShape
from builder.output.text import plain_text
from builder.plan.deck import plan_deck
from builder.plan.deck.slots import Slots
from builder.typeset.template import read_theme
from tests.plan.decks import RESOURCES, authored, body, deck_of, notes, shapes, slide, spoken, texts, titles, translated
from tests.plan.lesson_editions import AT, HEAD, edition_of, lesson_of, references


def strip(one, kind="ftr"):
    (shape,) = [shape for shape in shapes(one) if shape.placeholder and shape.placeholder.kind == kind]
    return plain_text(shape.paragraphs[0].runs)


def with_publisher(edition, **parts):
    return replace(edition, publisher=replace(edition.publisher, **parts))


def planned(edition):
    deck, found = plan_deck(edition, RESOURCES, None)
    assert [finding for finding in found if finding.severity == "error"] == []
    return deck


def test_every_slide_has_a_title_of_its_own():
    deck = deck_of("- One\n\n---\n\n- Two\n\n### First step\n\n- Three\n", "- Four\n")
    assert [one.title for one in deck.slides if one.title.startswith("First step")] == [
        f"First step ({number}/4)" for number in range(1, 5)
    ]
    found = [one.title for one in deck.slides]
    assert len(set(found)) == len(found)
    assert all(found)


def test_a_title_that_looks_numbered_already_stays_unique():
    deck = deck_of("- One\n\n---\n\n- Two\n\n### First step (1/2)\n\n- Three\n")
    found = [one.title for one in deck.slides]
    assert len(set(found)) == len(found)


def test_a_title_that_comes_to_nothing_is_the_anchor():
    edition = edition_of("- One\n\n::: key {#mark}\n{*}\n:::\n")
    mark = replace(edition.publisher.mark, policy="off")
    assert planned(with_publisher(edition, mark=mark)).slides[4].title == "mark"


def test_ids_count_under_the_nearest_anchor_through_the_deck():
    deck = deck_of("- One\n\n---\n\n- Two\n", "- Three\n")
    assert [one.id for one in deck.slides] == [
        "concepts-1", "part-1-1", "part-1-2", "first-1", "first-2", "part-1-3", "part-2-1", "part-2-2", "first-3",
        "part-2-3", "concepts-2",
    ]  # fmt: skip


def test_the_strip_names_course_edition_language_and_slide():
    for one in deck_of("- One\n").slides:
        assert strip(one) == "Foundations · 1.0.0 · en"
        assert strip(one, "sldNum") == one.id


def test_a_long_course_title_is_cut_in_the_strip_only():
    edition = edition_of("- One\n")
    title = edition.course.title
    long = replace(title, inlines=tuple(replace(inline, value="Very long words " * 12) for inline in title.inlines))
    deck = planned(replace(edition, course=replace(edition.course, title=long)))
    assert strip(deck.slides[3]).endswith("… · 1.0.0 · en")
    assert "…" not in texts(deck.slides[0])[0]


def test_progress_grows_to_the_full_width():
    widths = [shapes(one, Ornament)[-1].box.width for one in deck_of("- One\n").slides]
    assert widths == sorted(widths)
    assert widths[-1] == 960


def test_a_reviewed_deck_bears_no_band_and_any_other_text_makes_one():
    clean = edition_of("- One\n")
    assert not planned(clean).draft
    (step,) = clean.modules[0].lessons[0].steps
    dirty = replace(step, title=replace(step.title, state=State.DRAFT))
    lesson = replace(clean.modules[0].lessons[0], steps=(dirty,))
    deck = planned(replace(clean, modules=(replace(clean.modules[0], lessons=(lesson,)),)))
    assert deck.draft
    for one in deck.slides:
        band = shapes(one)[-1]
        assert (band.name, plain_text(band.paragraphs[0].runs), band.fill) == ("Draft", Word.DRAFT.value, "brick")
        assert (band.box.right, band.box.top) == (pytest.approx(960), 0)


def test_a_word_of_ours_that_is_not_reviewed_makes_a_draft():
    edition = edition_of("- One\n")
    word = replace(edition.interface[Word.NEXT_STEP], state=State.DRAFT)
    interface = replace(edition.interface, texts={**edition.interface.texts, Word.NEXT_STEP: word})
    assert planned(replace(edition, interface=interface)).draft


def test_only_a_slide_that_names_a_marked_place_bears_the_note():
    deck = deck_of("- In Kosovo{*} too\n\n### Elsewhere {#else}\n\n- In Albania\n")
    first, other = authored(deck)
    assert body(first)[0] == "In Kosovo* too"
    assert body(first)[-1].startswith("* ")
    assert body(other) == ["In Albania"]
    assert all("* " not in line for line in body(deck.slides[0]))


@pytest.mark.parametrize(
    ("policy", "shown"),
    [("every", "Kosovo* and Kosovo*"), ("first", "Kosovo* and Kosovo"), ("off", "Kosovo and Kosovo")],
)
def test_the_publisher_says_how_often_a_name_is_marked(policy, shown):
    edition = edition_of("- Kosovo{*} and Kosovo{*}\n")
    note = ApprovedText(span=AT, language="en", text="The note.", source=None, approved=True)
    deck = planned(with_publisher(edition, mark=Mark(span=AT, symbol="*", policy=policy, notes=(note,))))
    assert body(slide(deck, "First step")) == ([shown, "* The note."] if policy != "off" else [shown])


def test_a_note_that_is_not_approved_makes_a_draft():
    edition = edition_of("- Kosovo{*}\n")
    note = ApprovedText(span=AT, language="en", text="The note.", source=None, approved=False)
    assert planned(with_publisher(edition, mark=Mark(span=AT, symbol="*", policy="every", notes=(note,)))).draft


def test_a_long_note_takes_room_from_the_body():
    text = "A note that goes on for a very long time, as lawyers write them. " * 9
    note = ApprovedText(span=AT, language="en", text=text, source=None, approved=True)
    deck = planned(
        with_publisher(edition_of("- Kosovo{*}\n"), mark=Mark(span=AT, symbol="*", policy="every", notes=(note,)))
    )
    first = slide(deck, "First step")
    points, below = first.elements[1], first.elements[2]
    assert points.box.bottom <= below.box.top + 1


def test_the_deck_opens_with_course_module_edition_language_and_licence():
    edition = edition_of("- One\n")
    first = planned(edition).slides[0]
    assert first.layout == "Title"
    assert texts(first) == ["Foundations", "Module · Concepts", "Edition 1.0.0 · English · CC-BY-4.0"]


def test_a_lesson_opens_with_its_aim_its_outcomes_and_its_agenda_in_the_notes():
    deck = deck_of("- One\n")
    assert texts(deck.slides[1]) == ["Bleeding", "1", "Stop it."]
    assert spoken(deck.slides[1]) == ["0:00–0:10 · 10\u00a0minutes · First step"]
    assert texts(deck.slides[2]) == ["What you will be able to do", "Press fast."]


def test_the_deck_ends_with_its_sources_and_a_next_step():
    edition = edition_of("- One [@kelly-2019]\n", references=references(**KELLY))
    deck = planned(edition)
    assert [one.layout for one in deck.slides[-3:]] == ["Key messages", "Sources", "Closing"]
    assert body(deck.slides[-2]) == ["Kelly 2019 · A report · gov.uk"]
    (link,) = [run.link for run in deck.slides[-2].elements[1].paragraphs[0].runs if run.link]
    assert link == "https://www.gov.uk/report"
    assert "Sources: Kelly 2019 · A report · gov.uk" in notes(deck)


KELLY = {
    "kelly-2019": {
        "type": "report", "title": "A report", "author": [{"family": "Kelly", "given": "Luke"}],
        "issued": {"date-parts": [[2019]]}, "URL": "https://www.gov.uk/report",
    }
}  # fmt: skip


def test_funding_and_disclaimer_stand_on_the_last_slide_in_the_publishers_words():
    approved = ApprovedText(span=AT, language="en", text="Paid by a fund.", source=None, approved=True)
    pending = replace(approved, text="Not its opinion.", approved=False)
    other = replace(approved, language="mk", text="Друго.")
    edition = with_publisher(
        edition_of("- One\n"),
        funding=Funding(span=AT, statements=(other, approved), emblem=None),
        disclaimers=(pending,),
    )
    deck = planned(edition)
    title, paid, disclaimer, edition_line = texts(deck.slides[-1])
    assert (title, paid, disclaimer) == ("About this document", "Paid by a fund.", "Not its opinion.")
    assert edition_line.startswith("A circle · Edition 1.0.0")
    assert deck.draft
    assert "Друго" not in "".join(texts(deck.slides[-1]))


def test_sections_bear_the_names_of_lessons_and_hold_every_slide():
    deck = deck_of("- One\n", "- Two\n")
    assert [section.name for section in deck.sections] == ["Foundations", "Bleeding", "Bleeding", "Your next step"]
    assert sum(section.slides for section in deck.sections) == len(deck.slides)


def test_notes_begin_with_the_clock_of_the_step():
    for one in authored(deck_of("- One\n\n---\n\n- Two\n")):
        assert spoken(one)[0] == "0:00–0:10 · 10\u00a0minutes"


def test_reading_order_is_title_body_visuals_and_strip():
    first = slide(deck_of("- One\n\n| a | b |\n|---|---|\n| c | d |\n"), "First step")
    assert [element.name for element in first.elements] == ["Title", "Text", "Table", "Strip", "Slide", "Progress"]


def test_a_translated_deck_says_so_and_marks_what_is_missing():
    english = edition_of("- One\n")
    deck = planned(translated(english, "mk", {"One": "Еден"}))
    assert deck.language == "mk"
    assert body(deck.slides[3]) == ["Еден"]
    assert strip(deck.slides[3]).endswith("mk")
    assert titles(deck) == ["First step"]


def test_every_paragraph_of_the_body_keeps_the_floor():
    deck = deck_of("".join(f"- Point {n} with some words\n  - nested\n" for n in range(30)))
    small = [
        paragraph.look.size
        for one in authored(deck)
        for shape in shapes(one, TextShape)
        if shape.placeholder and shape.placeholder.index == 1
        for paragraph in shape.paragraphs
    ]
    assert min(small) >= 18


def test_every_placeholder_that_is_said_to_be_in_the_layout_is_there():
    head = HEAD.replace("title: Bleeding", 'title: "Bleeding in Kosovo{*}"')
    lesson = lesson_of("- One {*}\n\n::: key\nKosovo{*}.\n:::\n", head=head)
    edition = replace(edition_of(), modules=(replace(edition_of().modules[0], lessons=(lesson,)),))
    edition = replace(edition, course=replace(edition.course, title=lesson.title))
    theme = read_theme(RESOURCES.files["deck.pptx"])
    noted = set()
    for one in planned(edition).slides:
        areas = theme.areas(one.layout)
        for shape in shapes(one):
            if shape.placeholder and shape.placeholder.box:
                assert areas[shape.placeholder.index].placeholder == shape.placeholder, (one.id, shape.name)
            if shape.name == "Note":
                noted.add(one.layout)
                assert "The note on the name." in plain_text(shape.paragraphs[0].runs)
    assert {"Title", "Section", "Points", "Key message"} <= noted


def test_a_placeholder_that_a_layout_lacks_is_drawn_whole():
    theme = read_theme(RESOURCES.files["deck.pptx"])
    area = theme.area("Points", 10)
    borrowed = Slots("Points", theme).borrow(area, 10)
    assert (borrowed.box, borrowed.placeholder.box, borrowed.placeholder.looks) == (area.box, None, ())
    assert (borrowed.placeholder.kind, borrowed.placeholder.index) == ("body", 10)


def test_the_title_of_a_slide_with_nothing_but_a_question_is_in_its_notes():
    asked = "::: question {#q-one type=single}\nWhat?\n\n- [x] One {#a}\n- [ ] Two {#b}\n:::\n"
    deck = deck_of(f"- A point\n\n### Check yourself\n\n{asked}")
    assert "Check yourself" in spoken(slide(deck, "What?"))
    assert "First step" not in spoken(slide(deck, "What?"))
