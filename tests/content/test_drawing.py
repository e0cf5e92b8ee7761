"""Words in drawings are found where they stand, and only they change."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.drawing import SMALLEST, fit_label, labels_in, relabelled

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'


def svg(body: str) -> bytes:
    return f"{HEAD}{body}</svg>".encode()


def words(data: bytes) -> list[str]:
    """Return what an independent reader finds in each text element."""
    found = ElementTree.fromstring(data).iter("{http://www.w3.org/2000/svg}text")
    return [" ".join("".join(one.itertext()).split()) for one in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<text x="1" y="2">Release</text>', ["Release"]),
        ("<text>\n  Two\n  words\n</text>", ["Two words"]),
        (
            '<text><tspan x="1" y="2">Plan the</tspan><tspan x="1" y="9">first day</tspan></text>',
            ["Plan the first day"],
        ),
        ("<text>un<tspan font-weight='bold'>certain</tspan>ty</text>", ["uncertainty"]),
        ("<text>A &amp; B &#x41F;</text>", ["A & B П"]),
        ("<text><![CDATA[a < b]]> c</text>", ["a < b c"]),
        ("<text>one<!-- not this --> two</text>", ["one two"]),
        ("<text> </text><rect/><title>Not drawn</title>", []),
        ("<g><text>In</text><text>Out</text></g>", ["In", "Out"]),
    ],
)
def test_the_words_of_a_drawing(body, expected):
    assert [label.text for label in labels_in(svg(body))] == expected


def test_a_label_knows_its_line_and_a_drawing_without_words_has_none():
    assert [label.line for label in labels_in(svg("\n\n<text>Here</text>"))] == [3]
    assert labels_in(svg('<path d="M0 0"/>')) == ()


def test_every_other_byte_stays():
    data = svg('<!-- é --><text\n x="1" >Yes</text ><g  id="q"/><text y="3">No &amp; no</text>')
    changed = relabelled(data, ["Да", "Не < не"])
    assert changed == data.replace(b">Yes<", ">Да<".encode()).replace(b">No &amp; no<", ">Не &lt; не<".encode())
    assert relabelled(data, ["Yes", "No & no"]) == data


def test_the_lines_of_a_wrapped_text_are_filled_evenly():
    data = svg('<text><tspan x="1" y="2">Plan the first</tspan><tspan x="1" y="9">day inside</tspan></text>')
    changed = relabelled(data, ["Планирај го првиот ден внатре"])
    assert "Планирај го".encode() in changed
    assert words(changed.replace(b"</tspan><tspan", b"</tspan> <tspan")) == ["Планирај го првиот ден внатре"]


def test_a_text_in_one_line_stays_in_one_line():
    data = svg("<text>very <tspan>bold</tspan> words</text>")
    assert words(relabelled(data, ["многу задебелени зборови"])) == ["многу задебелени зборови"]


def test_longer_words_are_set_smaller_and_never_too_small():
    (label,) = labels_in(svg("<text>Hand-over talk</text>"))
    assert fit_label(label, "Hand-over talks").share == 1.0
    assert SMALLEST < fit_label(label, "A longer hand-over").share < 1.0
    assert fit_label(label, "A very much longer hand-over").share < SMALLEST
    assert b'font-size="75%"' in relabelled(svg("<text>Hand-over talk</text>"), ["A very much longer hand-over"])


TEXT = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cn", "Co", "Zs", "Zl", "Zp")), min_size=1, max_size=12)
PHRASES = st.lists(TEXT, min_size=1, max_size=5).map(" ".join)


@given(st.lists(PHRASES, min_size=1, max_size=4), st.data())
def test_whatever_the_words_are_they_come_back(old, data):
    from html import escape

    drawing = svg("".join(f'<text x="1">{escape(one)}</text>' for one in old))
    assert [label.text for label in labels_in(drawing)] == old
    new = [data.draw(PHRASES) for _ in old]
    changed = relabelled(drawing, new)
    assert [label.text for label in labels_in(changed)] == new == words(changed)
