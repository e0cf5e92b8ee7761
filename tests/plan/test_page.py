"""Tables wider than the page are turned, with what leads to them; nothing else is."""

from builder.output import document as d
from builder.output.text import plain_text
from tests.plan.lesson_editions import blocks_of, handout

WIDE = "| " + " | ".join("ABCDEFGHIJKL") + " |\n" + "|--" * 12 + "|\n| " + " | ".join(["123456789"] * 12) + " |\n"


def test_a_wide_table_takes_its_heading_with_it():
    document = handout(f"Before.\n\n### Wide {{#wide}}\n\n{WIDE}\nAfter.\n")
    (turned,) = blocks_of(document, d.Sideways)
    assert [type(block) for block in turned.blocks] == [d.Heading, d.Table]
    order = [plain_text(block.text) for block in document.blocks if isinstance(block, d.Paragraph)]
    assert order.index("Before.") < order.index("After.")


def test_two_of_them_share_the_page_and_a_drawing_goes_along():
    document = handout(f"{WIDE}{{chart=bar}}\n\n### Second {{#second}}\n\n{WIDE}")
    (turned,) = blocks_of(document, d.Sideways)
    kinds = [type(block) for block in turned.blocks if not isinstance(block, d.Heading)]
    assert kinds == [d.Table, d.Table] or kinds == [d.Figure, d.Table, d.Table]


def test_a_table_that_fits_stays_and_one_in_a_box_cannot_turn():
    assert not list(blocks_of(handout("| a | b |\n|---|---|\n| c | d |\n"), d.Sideways))
    assert not list(blocks_of(handout(f"::: note\n{WIDE}\n:::\n"), d.Sideways))
