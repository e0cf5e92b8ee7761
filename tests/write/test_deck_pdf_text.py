"""Paragraphs as trees of lists: nothing lost, nothing moved, each item under what it is nested in."""

from hypothesis import given
from hypothesis import strategies as st

from builder.output.deck import Look, Paragraph
from builder.output.text import Run
from builder.write.deck_pdf_text import Texts

TEXTS = Texts.of_one_colour("en", "#000000")


def paragraph(text, level=0, marker="none", *, mark="", language="en", start=1):
    look = Look(size=20.0, margin=25.0 * (level + (marker != "none")), hanging=25.0, marker=marker, bullet="•")
    return Paragraph(runs=(Run(text=text, language=language),), level=level, look=look, mark=mark, start=start)


def shape(nodes):
    """Return a tree as nested lists: a text, or the items of a list, each with what is in it."""
    return [
        [(text(item), item["label"], shape(item["inner"])) for item in node["items"]] if "items" in node else text(node)
        for node in nodes
    ]


def text(node):
    (run,) = node["runs"]
    return run if isinstance(run, str) else run[0]


def flat(nodes):
    """Yield the texts of a tree in order."""
    for node in nodes:
        if "items" not in node:
            yield text(node)
            continue
        for item in node["items"]:
            yield text(item)
            yield from flat(item["inner"])


def test_points_are_one_list_with_what_is_nested_under_its_item():
    nodes = TEXTS.nodes(
        [paragraph("a", 0, "bullet"), paragraph("b", 1, "bullet"), paragraph("c", 1), paragraph("d", 0, "bullet")]
    )
    assert shape(nodes) == [[("a", "•", [[("b", "•", [])], "c"]), ("d", "•", [])]]


def test_a_paragraph_between_points_ends_their_list():
    nodes = TEXTS.nodes([paragraph("a", 0, "bullet"), paragraph("b"), paragraph("c", 0, "bullet")])
    assert shape(nodes) == [[("a", "•", [])], "b", [("c", "•", [])]]


def test_numbers_go_on_from_where_they_begin():
    nodes = TEXTS.nodes([paragraph("a", 0, "number", start=9), paragraph("b", 0, "number", start=9)])
    assert shape(nodes) == [[("a", "9.", []), ("b", "10.", [])]]
    assert nodes[0]["ordered"]


def test_letters_of_ours_stand_before_their_texts():
    nodes = TEXTS.nodes([paragraph("a", mark="A"), paragraph("b", mark="B")])
    assert shape(nodes) == [[("a", "A", []), ("b", "B", [])]]
    assert nodes[0]["marked"]


def test_points_read_from_another_side_are_another_list():
    nodes = TEXTS.nodes([paragraph("a", 0, "bullet"), paragraph("שלום", 0, "bullet"), paragraph("b", 0, "bullet")])
    assert [len(node["items"]) for node in nodes] == [1, 1, 1]
    assert [node["items"][0]["turned"] for node in nodes] == [False, True, False]


def test_a_run_says_only_what_sets_it_apart():
    runs = (
        Run(text="a", language="en"),
        Run(text="b", language="de", strong=True),
        Run(text="c", language="en", link="x:y"),
    )
    data = TEXTS.paragraph(Paragraph(runs=runs, look=Look(size=20.0)))
    assert data["runs"] == ["a", ["b", "s", "de", ""], ["c", "", "", "x:y"]]


kinds = st.tuples(st.integers(0, 3), st.sampled_from(["none", "bullet", "number"]), st.sampled_from(["", "", "A"]))


@given(st.lists(kinds, max_size=12))
def test_no_paragraph_is_lost_or_moved(chosen):
    paragraphs = [paragraph(str(place), level, kind, mark=mark) for place, (level, kind, mark) in enumerate(chosen)]
    assert list(flat(TEXTS.nodes(paragraphs))) == [str(place) for place in range(len(chosen))]
