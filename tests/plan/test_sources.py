"""Full entries of sources, author and date."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.inlines import Citation, CitationItem
from builder.languages.interface import Interface, InterfaceText
from builder.languages.states import State
from builder.languages.words import Word
from builder.output.text import plain_text
from builder.plan import citations
from builder.plan.citations import citation_text
from builder.plan.runs import Voice
from builder.plan.sources import source_runs, sources_block
from tests.plan.lesson_editions import AT, edition_of, references

HORGAN = {
    "type": "article-journal",
    "title": "Deradicalization or Disengagement?",
    "author": [{"family": "Horgan", "given": "John"}],
    "issued": {"date-parts": [[2008]]},
    "container-title": "Perspectives on Terrorism",
    "volume": "2",
    "issue": "4",
    "page": "3-8",
    "URL": "http://example.org/32",
}
CASES = {
    "journal": (
        HORGAN,
        "Horgan, John (2008). Deradicalization or Disengagement? Perspectives on Terrorism 2(4), 3–8. http://example.org/32",
    ),
    "book": (
        {
            "type": "book",
            "title": "The Psychology of Criminal Conduct",
            "author": [{"family": "Bonta", "given": "James"}, {"family": "Andrews", "given": "D. A."}],
            "issued": {"date-parts": [[2017]]},
            "edition": "6",
            "publisher": "Routledge",
            "publisher-place": "New York",
        },
        "Bonta, James; Andrews, D. A. (2017). The Psychology of Criminal Conduct. Edition 6. New York: Routledge.",
    ),
    "chapter": (
        {
            "type": "chapter",
            "title": "A part",
            "author": [{"family": "Ek", "given": "A."}],
            "editor": [{"family": "Ro", "given": "B."}],
            "container-title": "A whole",
            "issued": {"date-parts": [[2001]]},
            "page": "10-20",
            "publisher": "Press",
        },
        "Ek, A. (2001). A part. In: Ro, B. (ed.), A whole, 10–20. Press.",
    ),
    "news": (
        {
            "type": "article-newspaper",
            "title": "A piece",
            "author": [{"literal": "AP"}],
            "container-title": "Daily",
            "issued": {"date-parts": [[2019, 4, 22]]},
            "publisher": "AP",
        },
        "AP (2019). A piece. Daily. 22 April 2019.",
    ),
    "page": (
        {
            "type": "webpage",
            "title": "A page",
            "author": [{"literal": "NIFP"}],
            "accessed": {"date-parts": [[2026, 11, 22]]},
            "URL": "https://example.org",
        },
        "NIFP (n.d.). A page. https://example.org (accessed 22 November 2026)",
    ),
    "law": (
        {
            "type": "legislation",
            "title": "Resolution 2178",
            "author": [{"literal": "Security Council"}],
            "issued": {"date-parts": [["2014"]]},
            "number": "S/RES/2178",
            "publisher": "United Nations",
        },
        "Security Council (2014). Resolution 2178. S/RES/2178. United Nations.",
    ),
    "law without an author": (
        {"type": "legislation", "title": "Law on Probation", "issued": {"date-parts": [[2015]]}, "number": "226/15"},
        "Law on Probation (2015). 226/15.",
    ),
    "editors": (
        {
            "type": "book",
            "title": "A whole",
            "editor": [{"family": "Ro", "given": "B."}, {"family": "Su", "given": "C."}],
            "issued": {"date-parts": [[2001], [2003]]},
        },
        "Ro, B.; Su, C. (ed.) (2001–2003). A whole.",
    ),
    "parts of names": (
        {
            "type": "report",
            "title": "Tools",
            "author": [
                {"family": "Heide", "given": "Liesbeth", "non-dropping-particle": "van der"},
                {"family": "King", "given": "Martin", "suffix": "Jr."},
                {"given": "Plato"},
            ],
            "issued": {"literal": "forthcoming"},
        },
        "van der Heide, Liesbeth; King, Martin, Jr.; Plato (forthcoming). Tools.",
    ),
    "institution that publishes itself": (
        {
            "type": "report",
            "title": "World report",
            "author": [{"literal": "World Health Organization"}],
            "issued": {"date-parts": [[2020]]},
            "publisher": "World Health Organization",
            "publisher-place": "Geneva",
        },
        "World Health Organization (2020). World report. Geneva.",
    ),
    "doi": (
        {
            "type": "report",
            "title": "T",
            "issued": {"date-parts": [[2020]]},
            "DOI": "10.1/x",
            "URL": "https://other.org",
        },
        "T (2020). https://doi.org/10.1/x",
    ),
    "unsafe": ({"type": "report", "title": "T", "URL": "javascript:alert(1)"}, "T (n.d.)."),
    "empty": ({}, "(n.d.)."),
}


def voice_of(**data: dict[str, object]) -> Voice:
    return Voice(edition=edition_of("- x\n", references=references(**data)), trainer=False)


@pytest.mark.parametrize("name", CASES)
def test_entries(name):
    data, expected = CASES[name]
    voice = voice_of(one=data)
    assert plain_text(source_runs(voice.edition.references["one"], voice)).strip() == expected


def test_a_work_is_set_apart_and_speaks_its_own_language():
    voice = voice_of(one={**HORGAN, "language": "de"})
    runs = source_runs(voice.edition.references["one"], voice)
    assert [run.text for run in runs if run.emphasis] == ["Perspectives on Terrorism"]
    assert {run.language for run in runs if "Disengagement" in run.text} == {"de"}
    assert [run.link for run in runs if run.link] == ["http://example.org/32"]


def test_entries_are_sorted_and_unknown_keys_have_none():
    voice = voice_of(
        b={**HORGAN, "author": [{"literal": "Žak"}]}, a={**HORGAN, "author": [{"literal": "abc"}]}, c=HORGAN
    )
    entries = sources_block(["b", "nowhere", "c", "a"], voice).entries
    assert [plain_text(entry).split()[0] for entry in entries] == ["abc", "Horgan,", "Žak"]


def test_two_works_of_one_author_and_year_bear_letters():
    voice = voice_of(first={**HORGAN, "title": "B"}, second={**HORGAN, "title": "A"}, third={**HORGAN, "issued": {}})
    cite = Citation(span=AT, items=tuple(CitationItem(span=AT, key=key) for key in ("first", "second", "third")))
    assert citation_text(cite, voice.edition)[0] == "(Horgan 2008b; Horgan 2008a; Horgan n.d.)"
    assert plain_text(source_runs(voice.edition.references["first"], voice)).startswith("Horgan, John (2008b). B")


def cited(voice: Voice, *keys: str) -> str:
    return citation_text(Citation(span=AT, items=tuple(CitationItem(span=AT, key=key) for key in keys)), voice.edition)[
        0
    ]


def test_a_citation_names_one_author_two_or_the_first_of_many():
    names = [{"family": family, "given": "X."} for family in ("Ek", "Ro", "Su")]
    voice = voice_of(
        one={**HORGAN, "author": names[:1]}, two={**HORGAN, "author": names[:2]}, three={**HORGAN, "author": names}
    )
    assert cited(voice, "one", "two", "three") == "(Ek 2008; Ek & Ro 2008; Ek et al. 2008)"


def test_sources_that_a_citation_would_name_alike_bear_letters():
    """Two authors of one name, a law and a report of one title, and pages without a year."""
    twins = [{"family": "Ek", "given": given} for given in ("Anna", "Berit")]
    law = {"type": "legislation", "title": "Law on Probation: a reading", "issued": {"date-parts": [[2015]]}}
    voice = voice_of(
        a={**HORGAN, "author": twins[:1], "title": "A"}, b={**HORGAN, "author": twins[1:], "title": "B"},
        law=law, reading={**law, "type": "report", "title-short": "Law on Probation", "title": "A reading"},
        page={**HORGAN, "issued": {}, "title": "P"}, other={**HORGAN, "issued": {}, "title": "Q"},
    )  # fmt: skip
    assert cited(voice, "a", "b") == "(Ek 2008a; Ek 2008b)"
    assert cited(voice, "law", "reading") == "(Law on Probation 2015b; Law on Probation 2015a)"
    assert cited(voice, "page", "other") == "(Horgan n.d.-a; Horgan n.d.-b)"


def test_our_words_in_a_citation_are_those_of_the_language_and_as_reviewed_as_they_are():
    many = {**HORGAN, "author": [{"family": family} for family in ("Ек", "Ро", "Су")], "issued": {}}
    voice = Voice(
        edition=edition_of("- x\n", references=references(many=many, one=HORGAN), language="mk"), trainer=False
    )
    words = {Word.AND_OTHERS: ("и др.", State.DRAFT), Word.NO_DATE: ("б. г.", State.REVIEWED)}
    texts = {word: InterfaceText(text=text, language="mk", state=state) for word, (text, state) in words.items()}
    voice = replace(voice, edition=replace(voice.edition, interface=Interface(language="mk", texts=texts)))
    for key, expected in (("many", ("(Ек и др. б. г.)", State.DRAFT)), ("one", ("(Horgan 2008)", State.REVIEWED))):
        cite = Citation(span=AT, items=(CitationItem(span=AT, key=key),))
        assert citation_text(cite, voice.edition) == expected


def test_a_work_of_one_author_stands_before_those_with_others():
    author, other = {"family": "Ek", "given": "A."}, {"family": "Aa", "given": "B."}
    voice = voice_of(
        late={**HORGAN, "author": [author], "issued": {"date-parts": [[2020]]}},
        two={**HORGAN, "author": [author, other]},
    )
    entries = sources_block(["two", "late"], voice).entries
    assert [plain_text(entry)[:16] for entry in entries] == ["Ek, A. (2020). D", "Ek, A.; Aa, B. ("]


@given(
    st.dictionaries(
        st.sampled_from(["one", "two", "six"]),
        st.fixed_dictionaries(
            {"title": st.sampled_from(["A", "A: b", "B"]), "type": st.just("book")},
            optional={
                "author": st.lists(
                    st.fixed_dictionaries({"family": st.sampled_from(["Ek", "Ro"]), "given": st.text(max_size=2)}),
                    min_size=1,
                    max_size=3,
                ),
                "issued": st.sampled_from([{"date-parts": [[2020]]}, {"literal": "soon"}]),
            },
        ),
        min_size=2,
    )
)
def test_no_two_sources_are_ever_cited_alike(data):
    voice = voice_of(**data)
    names = [cited(voice, key) for key in data]
    assert len(set(names)) == len(names)


def test_letters_are_given_once_for_all_sources(monkeypatch):
    """However often sources are cited, each is looked at once: a long list of sources costs no more than it is long."""
    looked: list[str] = []
    looks = citations._looks
    monkeypatch.setattr(citations, "_looks", lambda reference: looked.append(reference.id) or looks(reference))
    voice = voice_of(**{f"s{number}": HORGAN for number in range(300)})
    told = {cited(voice, f"s{number}") for number in range(300)}
    assert len(told) == 300
    assert len(looked) == 300
