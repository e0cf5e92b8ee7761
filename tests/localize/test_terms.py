"""Agreed terms reach the translator beside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Code
from builder.localize.terms import Term, TermFinder, read_terms
from builder.source import SourceFile, Span
from tests.localize.trees import example


def read(text: str) -> tuple[Term, ...]:
    terms, found = read_terms(SourceFile("locales/mk/terms.csv", "term,use,form,other_forms,note\n" + text))
    assert not found
    return terms


def test_the_reference_file() -> None:
    terms, found = read_terms(example("locales/mk/terms.csv"))
    assert not found
    span = Span.at("locales/mk/terms.csv")
    assert terms == (
        Term(term="wound", use="preferred", form="рана", other_forms=("раната", "рани", "раните"), note="", span=span),
        Term(term="wound", use="forbidden", form="повреда", other_forms=(), note="means injury", span=span),
    )
    assert [term.span.line for term in terms] == [2, 3]


def test_terms_are_found_in_singular_and_plural_and_the_longest_first() -> None:
    finder = TermFinder(
        read("service,preferred,служба\nprobation service,preferred,пробациска служба\nagency,admitted,агенција\n"), {}
    )
    assert finder.lines("Probation services and an agency; agencies, the Service.") == (
        "term: probation service = пробациска служба", "term: agency = агенција", "term: service = служба",
    )  # fmt: skip
    assert finder.lines("Servicemen") == ()
    assert TermFinder((), {}).lines("service") == ()


def test_a_glossary_id_stands_for_its_words_and_preferred_forms_hide_admitted_ones() -> None:
    rows = "vep,admitted,ЗНЕ\nvep,preferred,затвореник\nvep,preferred,затвореничка\nvep,forbidden,зло\n"
    finder = TermFinder(read(rows), {"vep": "violent extremist prisoner"})
    assert finder.lines("Two violent extremist prisoners") == (
        "term: violent extremist prisoner = затвореник / затвореничка",
    )


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("wound,preferred,", "needs a term and its form"),
        ("wound,prefered,рана", "is not a use"),
        ("wound,preferred,рана,а|б,note,aproved", "is not a status"),
        ("wound,preferred,рана,а|б,note,approved,more", "this one has 7"),
    ],
)
def test_a_row_that_says_nothing_is_answered(row: str, says: str) -> None:
    text = f'term,use,form,other_forms,note\nwound,preferred,"ра\nна"\n{row}\n'
    terms, (finding,) = read_terms(SourceFile("locales/mk/terms.csv", text))
    assert (finding.code, finding.language) == (Code.TERMS_MALFORMED, "mk")
    assert finding.span is not None
    assert finding.span.line == 4
    assert says in finding.message
    assert len(terms) == 1


@given(st.text(), st.text())
def test_reading_never_raises(text: str, english: str) -> None:
    terms, _found = read_terms(SourceFile("locales/mk/terms.csv", text))
    TermFinder(terms, {}).lines(english)


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ("", "approved"),
        (",in official texts", "approved"),
        (",a native expert should confirm", "needs native check"),
        (",all C (descriptive); native check", "needs native check"),
        (",needs native check,approved", "approved"),
        (",,needs native check", "needs native check"),
    ],
)
def test_a_term_says_whether_a_native_speaker_stands_behind_it(cells: str, status: str) -> None:
    (term,) = read(f"wound,preferred,рана,рани{cells}\n")
    assert term.status == status
