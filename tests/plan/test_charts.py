"""A table of numbers in a paper: its drawing above it, which says nothing that the table does not."""

import re
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.output import document as d
from builder.typeset.letters import text_room
from tests.plan.lesson_editions import blocks_of, handout, words
from tests.write.paper_files import pdf

SVG = "{http://www.w3.org/2000/svg}"
BARS = "| Place | Calls | Visits |\n|---|--:|--:|\n| North | 1,070 | 3 |\n| South & East | – | 2.5 |\n{chart=bar}\n"
LINE = "| Year | Calls |\n|---|--:|\n| 2019 | 110 |\n| 2020 | 460 |\n| 2021 | 0 |\n{chart=line}\n"


def drawing(body: str, **parts: object) -> etree._Element:
    (figure,) = blocks_of(handout(body, **parts), d.Figure)
    return etree.fromstring(figure.image.data)


def texts(svg: etree._Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def test_a_drawing_stands_above_its_table_and_is_decoration():
    document = handout(BARS)
    kinds = [type(block) for block in document.blocks if isinstance(block, d.Figure | d.Table)]
    assert kinds == [d.Figure, d.Table]
    (figure,) = blocks_of(document, d.Figure)
    assert (figure.alternative, figure.caption) == ((), ())
    for cell in ("North", "South & East", "1,070", "2.5"):
        assert words(document).count(cell) == 1


def test_a_table_that_does_not_ask_has_none_and_one_that_cannot_be_drawn_neither():
    assert not list(blocks_of(handout("| a | b |\n|---|---|\n| c | 1 |\n"), d.Figure))
    assert not list(blocks_of(handout("| a | b |\n|---|---|\n| c | many |\n{chart=bar}\n"), d.Figure))


def test_bars_are_as_long_as_their_numbers_say_and_bear_them_as_written():
    svg = drawing(BARS)
    bars = [float(bar.get("width")) for bar in svg.iter(f"{SVG}rect") if bar.get("height") == "13"]
    north, third, half = bars
    assert abs(third - north * 3 / 1070) < 0.1
    assert north > 300
    assert half > 0
    assert [text for text in texts(svg) if text in ("1,070", "3", "2.5")] == ["1,070", "3", "2.5"]
    assert {"North", "Calls", "Visits"} <= set(texts(svg))


def test_series_differ_by_more_than_their_colour():
    lines = "| Year | A | B |\n|---|--:|--:|\n| 2019 | 1 | 2 |\n| 2020 | 2 | 3 |\n{chart=line}\n"
    dashes = {
        path.get("stroke-dasharray") for path in drawing(lines).iter(f"{SVG}path") if path.get("stroke-width") == "3"
    }
    assert dashes == {None, "9 5"}


def test_a_line_stands_over_a_scale_in_round_steps():
    marks = [text for text in texts(drawing(LINE)) if text.isdigit() and int(text) % 100 == 0 and text != "2020"]
    assert {"0", "100", "200", "300", "400", "500"} == set(marks)
    heights = [float(dot.get("cy")) for dot in drawing(LINE).iter(f"{SVG}circle")]
    assert heights[1] < heights[0] < heights[2]


def test_numbers_below_nought_lie_on_the_other_side():
    svg = drawing("| P | N |\n|---|--:|\n| a | -30 |\n| b | 60 |\n{chart=bar}\n")
    left, right = (bar for bar in svg.iter(f"{SVG}rect") if bar.get("height") == "20")
    assert abs(float(left.get("x")) + float(left.get("width")) - float(right.get("x"))) < 0.2
    assert abs(float(right.get("width")) - 2 * float(left.get("width"))) < 0.2


NUMBER = st.one_of(
    st.integers(-(10**9), 10**9).map(str), st.decimals(-999, 999, places=3).map(str), st.just("–"), st.just("0")
)
LABEL = st.text(alphabet="abcŠжЉ м&<>'", min_size=1, max_size=90).filter(lambda text: text.strip(" &<>'"))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["bar", "line"]),
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.tuples(LABEL, st.lists(NUMBER, min_size=width, max_size=width)), min_size=1, max_size=14
        )
    ),
)
def test_any_numbers_can_be_drawn_and_every_word_stays_on_the_drawing(kind, rows):
    count = len(rows[0][1])
    escaped = [re.sub(r"([&<>'])", r"\\\1", " ".join(label.split())) for label, _ in rows]
    head = "| L |" + " s |" * count + "\n|---|" + "--:|" * count + "\n"
    table = head + "".join(f"| {label} | {' | '.join(row)} |\n" for label, (_, row) in zip(escaped, rows, strict=True))
    document = handout(f"{table}{{chart={kind}}}\n")
    for figure in blocks_of(document, d.Figure):
        svg = etree.fromstring(figure.image.data)
        assert svg.get("viewBox") == f"0 0 640 {figure.image.height:g}"
        for text in svg.iter(f"{SVG}text"):
            if text.getparent() is svg:
                width = 14 * text_room("".join(text.itertext()))
                left = float(text.get("x")) - width * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor")]
                assert left >= -1
                assert left + width <= 641
                assert 0 <= float(text.get("y")) <= figure.image.height + 1


def test_pdf_takes_it_as_an_artifact():
    file = pikepdf.open(BytesIO(pdf(handout(BARS + "\n" + LINE))))
    assert b"/Figure" not in b"".join(
        str(thing.get("/S", "")).encode() for thing in file.objects if isinstance(thing, pikepdf.Dictionary)
    )
