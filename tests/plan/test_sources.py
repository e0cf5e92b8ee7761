"""Full entries of sources, author and date."""

import pytest

from builder.content.inlines import Citation, CitationItem
from builder.output.text import plain_text
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
    assert citation_text(cite, voice.edition) == "(Horgan 2008b; Horgan 2008a; Horgan n.d.)"
    assert plain_text(source_runs(voice.edition.references["first"], voice)).startswith("Horgan, John (2008b). B")
