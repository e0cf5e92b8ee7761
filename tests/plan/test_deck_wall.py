"""What goes on the wall, what into the notes, and that nothing is lost on the way."""

import pytest

from builder.output.deck import Ornament, PictureShape, TableShape
from tests.plan.decks import body, deck_of, notes, picture, shapes, slide, spoken, texts, titles, wall

PRESS = picture("figures/press.svg")
WIDE = picture("figures/wide.svg", 320, 8)
TALL = picture("figures/tall.svg", 200, 400)


def test_points_are_for_the_wall_and_prose_is_for_the_notes():
    deck = deck_of("Blood that spurts is an emergency.\n\n- Press\n  - at once\n")
    first = slide(deck, "First step")
    assert body(first) == ["Press", "at once"]
    assert "Blood that spurts is an emergency." in notes(deck)
    assert "Blood" not in wall(deck)


def test_a_slide_with_prose_only_shows_its_title():
    deck = deck_of("Nothing for the wall.\n")
    only = slide(deck, "First step")
    assert (only.layout, body(only)) == ("Title only", [])
    assert "Nothing for the wall." in spoken(only)


def test_containers_say_where_their_text_goes():
    deck = deck_of(
        "::: slide\nOn the wall.\n:::\n\n::: handout\n- On paper only\n:::\n\n::: notes\nAsk **who**.\n:::\n\n"
        "::: trainer\nKeep it.\n:::\n"
    )
    assert body(slide(deck, "First step")) == ["On the wall."]
    assert "On paper only" not in wall(deck) + notes(deck)
    assert {"Ask who.", "Keep it."} <= set(notes(deck).splitlines())
    bold = [run.text for paragraph in slide(deck, "First step").notes for run in paragraph.runs if run.strong]
    assert "who" in bold


def test_what_is_said_comes_before_what_is_read_and_lists_stay_lists():
    deck = deck_of("To read.\n\n- A point\n\n::: notes\n1. First\n2. Second\n:::\n")
    lines = [
        (paragraph.look.marker, "".join(run.text for run in paragraph.runs))
        for paragraph in slide(deck, "First step").notes
    ]
    assert lines[1:] == [("number", "First"), ("number", "Second"), ("none", "Text: To read.")]


def test_a_heading_stands_on_the_wall_only_over_what_stands_there():
    deck = deck_of("#### Over points\n\n- A point\n\n#### Over prose\n\nTo read.\n")
    assert body(slide(deck, "First step")) == ["Over points", "A point"]
    assert "Over prose" in notes(deck)


def test_slides_begin_where_the_author_says_and_untitled_ones_go_on():
    deck = deck_of("- One\n\n---\n\n- Two\n\n### Titled {#own}\n\n- Three\n")
    assert titles(deck) == ["First step (1/2)", "First step (2/2)", "Titled"]
    assert [one.id for one in deck.slides][3:6] == ["first-1", "first-2", "own-1"]


def test_points_a_table_and_points_share_a_slide_while_they_are_short():
    deck = deck_of("- Before\n\n| Sign | Meaning |\n|---|---|\n| a | b |\n\n- After\n")
    first = slide(deck, "First step")
    assert body(first) == ["Before", "Sign", "Meaning", "a", "b", "After"]
    tops = [element.box.top for element in first.elements[1:4]]
    assert tops == sorted(tops)


def test_a_table_keeps_its_header_and_its_alignment():
    deck = deck_of("| Sign | People |\n|---|--:|\n| a | 12 |\n")
    first = slide(deck, "First step")
    (table,) = shapes(first, TableShape)
    assert (first.layout, table.placeholder.kind) == ("Table", "tbl")
    assert [cell.align for cell in table.rows[0].cells] == ["left", "right"]
    assert sum(table.columns) == pytest.approx(table.box.width)


def test_a_tall_figure_stands_beside_points_and_a_wide_one_below():
    source = '- A point\n\n![An arm](figures/{}.svg "Press *at once*")\n'
    tall = slide(deck_of(source.format("tall"), pictures=TALL), "First step")
    (figure,) = shapes(tall, PictureShape)
    assert tall.layout == "Picture and points"
    assert figure.box.left > tall.elements[1].box.right
    assert body(tall) == ["A point", "Press at once"]
    wide = slide(deck_of(source.format("press"), pictures=PRESS), "First step")
    (figure,) = shapes(wide, PictureShape)
    assert figure.box.top >= wide.elements[1].box.bottom
    for shown, ratio in ((tall, 0.5), (wide, 320 / 180)):
        (figure,) = shapes(shown, PictureShape)
        assert figure.box.width / figure.box.height == pytest.approx(ratio)
        assert "".join(run.text for run in figure.alternative) == "An arm"


def test_a_decorative_figure_says_nothing_and_never_makes_a_slide_of_its_own():
    deck = deck_of("- A point\n\n![](figures/wide.svg){decorative}\n", pictures=WIDE)
    (figure,) = shapes(slide(deck, "First step"), PictureShape)
    assert figure.decorative
    assert figure.alternative == ()
    assert len(titles(deck)) == 1


def test_a_figure_that_is_not_there_leaves_the_rest():
    assert body(slide(deck_of("- A point\n\n![An arm](figures/none.svg)\n"), "First step")) == ["A point"]


def test_a_quotation_stands_beside_a_bar_and_says_whose_it_is():
    deck = deck_of("> A titled slide.\n>\n> — A social worker\n")
    quoted = slide(deck, "First step")
    assert (quoted.layout, body(quoted)) == ("Quotation", ["A titled slide.", "— A social worker"])
    assert [one.name for one in shapes(quoted, Ornament)] == ["Bar", "Progress"]
    assert [paragraph.level for paragraph in quoted.elements[1].paragraphs] == [0, 1]


def test_a_key_message_is_the_title_of_a_slide_of_its_own():
    deck = deck_of('- A point\n\n::: key {title="In one line"}\nPress.\n:::\n')
    assert titles(deck) == ["First step", "Press."]
    assert (slide(deck, "Press.").layout, body(slide(deck, "Press."))) == ("Key message", ["In one line"])


def test_a_longer_key_message_stands_under_its_name():
    deck = deck_of("- A point\n\n::: key\n- Press\n- Wait\n:::\n\n::: key\n" + "Long. " * 90 + "\n:::\n")
    assert titles(deck) == ["First step", "Key message (1/2)", "Key message (2/2)"]
    assert body(slide(deck, "Key message (1/2)")) == ["Press", "Wait"]


def test_other_boxes_show_their_points_under_their_name():
    deck = deck_of("::: warning\nTo read.\n\n- Watch out\n:::\n\n::: example\nOnly read.\n:::\n")
    assert body(slide(deck, "First step")) == ["Warning", "Watch out"]
    assert "\n".join(spoken(slide(deck, "First step"))).count("Warning") == 1
    assert {"To read.", "Only read."} <= set(notes(deck).splitlines())


def test_columns_of_text_stand_side_by_side():
    column = "::: column\n- {}\n:::\n"
    two = slide(deck_of("::: columns\n" + column.format("Left") + column.format("Right") + ":::\n"), "First step")
    left, right = two.elements[1:3]
    assert (two.layout, left.box.top, left.box.right < right.box.left) == ("Two columns", right.box.top, True)
    three = "::: columns\n" + "".join(column.format(name) for name in "ABC") + ":::\n"
    assert slide(deck_of(three), "First step").layout == "Three columns"
    four = "::: columns\n" + "".join(column.format(name) for name in "ABCD") + ":::\n"
    assert body(slide(deck_of(four), "First step")) == list("ABCD")


def test_a_column_with_a_picture_is_not_squeezed():
    source = "::: columns\n::: column\n- Left\n:::\n::: column\n![An arm](figures/press.svg)\n:::\n:::\n"
    shown = slide(deck_of(source, pictures=PRESS), "First step")
    assert body(shown) == ["Left"]
    assert len(shapes(shown, PictureShape)) == 1


def test_a_definition_stands_under_its_term():
    deck = deck_of("Tourniquet\n: A band that stops the flow.\n: A last resort.\n")
    assert body(slide(deck, "First step")) == ["Tourniquet", "A band that stops the flow.", "A last resort."]


def test_code_is_shown_as_typed():
    deck = deck_of("```\nif a:\n    b\n```\n")
    shape = slide(deck, "First step").elements[1]
    assert [(run.text, run.code) for line in shape.paragraphs for run in line.runs] == [
        ("if a:", True),
        ("    b", True),
    ]


@pytest.mark.parametrize("kind", ["process", "timeline"])
def test_a_process_and_a_timeline_are_forms_with_their_text_in_placeholders(kind):
    deck = deck_of(f"::: {kind}\n- Admission\n  - needs and risks\n- Release\n  - first contact\n:::\n")
    shown = slide(deck, "First step")
    assert body(shown) == ["Admission", "needs and risks", "Release", "first contact"]
    assert shown.layout == kind.title()
    assert all(shape.placeholder for shape in shapes(shown))
    forms = [one.form for one in shapes(shown, Ornament)]
    assert forms[:2] == (["start", "chevron"] if kind == "process" else ["rectangle", "ellipse"])


def test_a_process_with_long_steps_runs_down_the_slide():
    steps = "\n".join(
        f"{n}. Talk with the person about needs, fears and wishes before anything else, part {n}" for n in range(1, 6)
    )
    shown = slide(deck_of(f"::: process\n{steps}\n:::\n"), "First step")
    forms = shapes(shown, Ornament)[:5]
    assert len({form.box.left for form in forms}) == 1
    assert [form.box.top for form in forms] == sorted(form.box.top for form in forms)


def test_a_table_can_be_drawn_as_a_comparison():
    deck = deck_of("::: compare\n| Prison | Probation |\n|---|---|\n| Plan | Contact |\n| Visits | |\n:::\n")
    shown = slide(deck, "First step")
    assert (shown.layout, body(shown)) == ("Comparison", ["Prison", "Plan", "Visits", "Probation", "Contact"])


def test_a_comparison_that_cannot_be_drawn_stays_a_list():
    deck = deck_of("::: compare\n- Alone\n  - with a point\n:::\n")
    assert body(slide(deck, "First step")) == ["Alone", "with a point"]


def test_a_figure_inside_a_point_follows_it_and_numbers_go_on():
    deck = deck_of("1. One\n\n   ![An arm](figures/press.svg)\n\n2. Two\n", pictures=PRESS)
    first = slide(deck, "First step")
    assert texts(first)[1:] == ["One", "Two"]
    numbered = [
        paragraph for shape in shapes(first) for paragraph in shape.paragraphs if paragraph.look.marker == "number"
    ]
    assert [paragraph.start for paragraph in numbered] == [1, 2]
