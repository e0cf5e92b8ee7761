"""Where slides split: the longest language decides for all, at natural places, and nothing shrinks too far."""

from builder.diagnostics import Code
from builder.output.deck import TableShape, TextShape
from builder.plan.deck import decide_breaks, plan_deck
from builder.plan.deck.fitting import FLOOR
from tests.plan.decks import RESOURCES, authored, body, deck_of, plan, shapes, titles, translated
from tests.plan.lesson_editions import edition_of

LONG = "Point {n} of a dense list that says something of some length, with care and with one more clause"
DENSE = "".join(f"- {LONG.format(n=n)}\n" for n in range(1, 19))
PARENT = "- A parent\n" + "".join(f"  - {LONG.format(n=n)}\n" for n in range(1, 24))
ROWS = "| No | What |\n|---|---|\n" + "".join(f"| {n} | Row {n} of the table |\n" for n in range(1, 41))


def sizes(slide):
    return {
        paragraph.look.size
        for shape in shapes(slide, TextShape)[1:]
        for paragraph in shape.paragraphs
        if shape.placeholder and shape.placeholder.index == 1
    }


def test_few_points_stand_at_full_size_and_more_at_smaller_ones():
    assert sizes(authored(deck_of("- One\n- Two\n"))[0]) == {28.0}
    smaller = authored(deck_of("".join(f"- {LONG.format(n=n)}\n" for n in range(6))))[0]
    assert len(sizes(smaller)) == 1
    assert FLOOR <= sizes(smaller).pop() < 28


def test_a_dense_list_is_split_evenly_with_its_title_continued():
    deck = deck_of(DENSE)
    assert titles(deck) == ["First step (1/2)", "First step (2/2)"]
    assert [len(body(one)) for one in authored(deck)] == [9, 9]
    assert "".join(f"- {line}\n" for one in authored(deck) for line in body(one)) == DENSE


def test_a_split_is_told_and_names_the_languages_that_ask_for_it():
    _, found = plan(DENSE)
    (told,) = [finding for finding in found if finding.code is Code.SLIDE_SPLIT]
    assert "2 slides" in told.message
    assert "English" in told.message


def test_a_point_is_never_torn_from_what_is_nested_in_it():
    source = "".join(f"- Parent {n}\n  - {LONG.format(n=n)}\n  - {LONG.format(n=n)}\n" for n in range(1, 9))
    for one in authored(deck_of(source)):
        assert body(one)[0].startswith("Parent")
        assert not body(one)[-1].startswith("Parent")


def test_a_point_too_long_for_a_slide_is_split_inside_and_leaves_no_widow():
    pages = [body(one) for one in authored(deck_of(PARENT))]
    assert len(pages) > 1
    assert pages[0][0] == "A parent"
    assert all(len(page) > 1 for page in pages)


def test_numbers_go_on_over_the_break():
    source = "".join(f"{n}. {LONG.format(n=n)}\n" for n in range(1, 19))
    pages = authored(deck_of(source))
    starts = [{paragraph.start for paragraph in one.elements[1].paragraphs} for one in pages]
    assert starts == [{1}, {10}]


def test_a_table_is_split_between_rows_under_its_header():
    pages = authored(deck_of(ROWS))
    tables = [table for one in pages for table in shapes(one, TableShape)]
    assert len(tables) > 2
    assert all(table.rows[0].cells[0].runs[0].text == "No" for table in tables)
    assert sum(len(table.rows) - 1 for table in tables) == 40
    assert max(len(table.rows) for table in tables) - min(len(table.rows) for table in tables) <= 1


def test_the_longest_language_decides_for_all():
    short = "".join(f"- A short point with number {n}\n" for n in range(1, 9))
    english = edition_of(short + "\n### Next {#next}\n\n- One\n")
    macedonian = translated(english, "mk", longer=4)
    breaks, _ = decide_breaks((english, macedonian), RESOURCES)
    decks = [plan_deck(one, RESOURCES, breaks)[0] for one in (english, macedonian)]
    assert [one.id for one in decks[0].slides] == [one.id for one in decks[1].slides]
    assert titles(decks[0]) == ["First step (1/2)", "First step (2/2)", "Next"]
    alone, _ = decide_breaks((english,), RESOURCES)
    assert titles(plan_deck(english, RESOURCES, alone)[0]) == ["First step", "Next"]


def test_a_question_changes_its_form_in_all_languages():
    source = "::: question {#q-one type=single outcome=press}\nWhat do you do first with it?\n\n- [x] One {#a}\n- [ ] Two {#b}\n:::\n"
    english = edition_of(source)
    macedonian = translated(english, "mk", longer=9)
    breaks, _ = decide_breaks((english, macedonian), RESOURCES)
    deck, _ = plan_deck(english, RESOURCES, breaks)
    assert body(authored(deck)[0]) == ["What do you do first with it?", "One", "Two"]


def test_without_breaks_a_language_splits_for_itself():
    deck, _ = plan_deck(edition_of(DENSE), RESOURCES, None)
    assert titles(deck) == ["First step (1/2)", "First step (2/2)"]


def test_what_cannot_fit_even_alone_is_an_error_that_says_by_how_much():
    deck, found = plan("- " + "word " * 700 + "\n")
    (error,) = [finding for finding in found if finding.code is Code.SLIDE_OVERFLOW]
    assert error.severity == "error"
    assert error.language == "en"
    assert error.span is not None
    assert error.span.line > 1
    assert "slide first-1" in error.message
    assert "lines too long" in error.message
    assert len(authored(deck)) == 1


def test_a_word_wider_than_its_box_is_an_error():
    _, found = plan("- " + "donau" * 40 + "\n")
    assert [finding.message.partition(": ")[2] for finding in found] == [
        "a word is wider than its box even at the smallest size"
    ]


def test_a_title_of_three_lines_is_set_smaller_and_a_longer_one_is_an_error():
    deck = deck_of("### " + "A long title " * 12 + "{#t}\n\n- One\n")
    title = next(one for one in deck.slides if one.id == "t-1").elements[0]
    assert title.paragraphs[0].look.size < 34
    _, found = plan("### " + "A long title " * 40 + "{#t}\n\n- One\n")
    assert "the title is" in found[-1].message


def test_parts_that_do_not_fit_together_go_on_slides_of_their_own():
    deck = deck_of("".join(f"- {LONG.format(n=n)}\n" for n in range(4)) + "\n" + ROWS[: ROWS.index("| 9 |")])
    assert [one.layout for one in authored(deck)] == ["Points", "Table"]


def test_a_list_without_end_is_split_in_good_time():
    source = "".join(f"- Point {n}\n" for n in range(6000))
    pages = authored(deck_of(source))
    assert [line for one in pages for line in body(one)] == [f"Point {n}" for n in range(6000)]


def test_parts_do_not_share_a_slide_where_a_word_then_leaves_its_box():
    """A long word has room in a card as wide as the slide, which there is only on a slide of its own."""
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    body = (
        "- A point\n\n::: question {#q-one type=single}\nWhat do you do first?\n\n" + 9 * "- a point\n" + "\n"
        "| and | a table |\n|---|---|\n| of | it |\n\n- [ ] Look for gloves {#a}\n- [x] Press on the wound {#b}\n"
        f"- [ ] Call {{#c}}\n- [ ] {word} {{#d}}\n:::\n"
    )
    deck, found = plan(body)
    assert [one.message for one in found if one.severity == "error"] == []
    cards = [one for slide in deck.slides for one in shapes(slide) if one.name.startswith("Answer")]
    assert len(cards) == 4
