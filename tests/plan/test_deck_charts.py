"""Tables of numbers become charts: what they draw, what they tell, when they stay tables."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builder.content.values import number_of, series_of
from builder.output.deck import ChartShape, TableShape
from builder.output.text import plain_text
from tests.plan.decks import authored, deck_of, plan

PLACES = "### People\n\n| Place | Women | Men |\n|---|--:|--:|\n| Kosovo{*} | 52 | 256 |\n| Serbia | – | 1,049 |\n"


def shapes(deck, kind):
    return [element for slide in authored(deck) for element in slide.elements if isinstance(element, kind)]


def test_a_chart_draws_the_numbers_of_its_table_and_tells_them_in_words():
    (chart,) = shapes(deck_of(PLACES + "{chart=bar}\n"), ChartShape)
    assert [plain_text(runs) for runs in chart.categories] == ["Kosovo*", "Serbia"]
    assert [plain_text(series.name) for series in chart.series] == ["Women", "Men"]
    assert [series.values for series in chart.series] == [(Decimal(52), None), (Decimal(256), Decimal(1049))]
    told = "Bar chart. Kosovo*: Women 52, Men 256; Serbia: Women –, Men 1,049."
    assert plain_text(chart.alternative) == told
    assert chart.box.left < chart.plot.left
    assert chart.plot.right < chart.box.right


def test_a_table_without_the_wish_stays_a_table():
    deck = deck_of(PLACES)
    assert shapes(deck, ChartShape) == []
    assert len(shapes(deck, TableShape)) == 1


def test_a_table_that_cannot_be_a_chart_stays_a_table():
    deck = deck_of("### People\n\n| Place | People |\n|---|--:|\n| Serbia | about 49 |\n{chart=bar}\n")
    assert shapes(deck, ChartShape) == []
    assert len(shapes(deck, TableShape)) == 1


def test_a_chart_with_more_labels_than_a_slide_holds_is_reported():
    rows = "".join(f"| Town number {n} | {n} |\n" for n in range(40))
    _, found = plan("### Towns\n\n| Town | People |\n|---|--:|\n" + rows + "{chart=bar}\n")
    assert [finding.code for finding in found if finding.severity == "error"] == ["slide-overflow"]


def test_a_note_on_a_name_stands_below_a_chart():
    deck = deck_of(PLACES + "{chart=line}\n")
    (slide,) = (one for one in authored(deck) if one.title == "People")
    assert slide.layout == "Chart"
    assert any("The note" in plain_text(paragraph.runs) for element in slide.elements
               for paragraph in getattr(element, "paragraphs", ()))  # fmt: skip


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_a_number_is_read_as_an_author_writes_it(whole, decimals):
    number = Decimal(whole).scaleb(-decimals)
    assert number_of(f"{number:,}") == number_of(str(number).replace("-", "−")) == number
    assert number_of(f"{number:,} %") == number


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text):
    found = number_of(text)
    assert found is None or series_of([[text]]) == ((found,),)
