"""Variants of a course: typed options, and what each mistake is called, where it stands and what would be right."""

import pytest

from builder.model.course import Variant
from builder.model.options import (
    ARTEFACTS,
    DeckOptions,
    GuideOptions,
    HandoutOptions,
    chosen_options,
    further_languages,
    options_in,
    plain_options,
)
from builder.read.course import read_course
from builder.source import SourceFile

COURSE = 'title: Sample\nedition: 1.0.0\ndate: 2026-12-01\nlanguages: [en, mk]\ndays: [{title: One, start: "09:00", sessions: [{lesson: a/b}]}]\nvariants:\n'


def read(text: str) -> tuple[tuple[Variant, ...], list[tuple[str, int, str]]]:
    """Return the variants of a course, and each finding's code, line (counted from `variants:`) and hint."""
    course, found = read_course(SourceFile("courses/sample/course.yaml", COURSE + text))
    assert course is not None
    return course.variants, [(finding.code, finding.span.line - 6, finding.hint) for finding in found if finding.span]  # type: ignore[misc]


def test_each_artefact_has_options_of_its_own_type() -> None:
    variants, found = read(
        "  deck: {notes: {notes_language: mk}, paper: {slides_a_page: 3, second_language: en}}\n"
        "  handout:\n    large: {size: 18}\n  guide: {script: {depth: script}}\n"
    )
    assert found == []
    assert [(one.artefact, one.name, one.options) for one in variants] == [
        ("deck", "notes", DeckOptions(notes_language="mk")),
        ("deck", "paper", DeckOptions(slides_a_page=3, second_language="en")),
        ("handout", "large", HandoutOptions(size=18)),
        ("guide", "script", GuideOptions(depth="script")),
    ]
    assert variants[2].span.line == 9
    assert dict(variants[1].keys).keys() == {"slides_a_page", "second_language"}


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        ("  dek: {a: {size: 1}}\n", "key-unknown", 1, "did you mean `deck`? allowed: deck, handout, guide"),
        ("  handout:\n    a: {sise: 18}\n", "key-unknown", 2, "did you mean `size`? allowed: size, second_language"),
        ("  handout: {a: {size: 40}}\n", "value-choice", 1, "allowed: 11 … 32"),
        ("  handout: {a: {size: big}}\n", "value-choice", 1, "allowed: 11 … 32"),
        ("  deck: {a: {slides_a_page: 2}}\n", "value-choice", 1, "allowed: 1 | 3"),
        ("  guide: {a: {depth: scripd}}\n", "value-choice", 1, "did you mean `script`? allowed: agenda, plan, script"),
        ("  deck:\n    a:\n      notes_language: sr\n", "language-ambiguous", 3, "use sr-Cyrl or sr-Latn"),
        ("  deck: {a: {slides_a_page: 1}}\n", "value-choice", 1, "allowed: notes_language: LANGUAGE"),
        ("  deck: {a: {}}\n", "value-choice", 1, "allowed: notes_language: LANGUAGE"),
        ("  deck: {plain: {notes_language: mk}}\n", "value-type", 1, "not `plain`"),
        (f"  deck: {{{'a' * 41}: {{notes_language: mk}}}}\n", "value-type", 1, "up to 40"),
        ("  deck: {a: 3}\n", "value-type", 1, "write keys and values"),
        ("  deck: three\n", "value-type", 1, "write deck"),
        ("  deck: {a: {notes_language: [mk]}}\n", "value-type", 1, "write notes_language"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_is_allowed(text: str, code: str, line: int, hint: str) -> None:
    variants, found = read(text)
    assert variants == ()
    ((told, at, advice),) = found
    assert (told, at) == (code, line)
    assert hint in advice


def test_a_mistake_leaves_the_other_variants() -> None:
    variants, found = read("  handout:\n    a: {size: 40}\n    b: {size: 18}\n")
    assert [one.name for one in variants] == ["b"]
    assert len(found) == 1


@pytest.mark.parametrize("artefact", ARTEFACTS, ids=lambda artefact: artefact.name)
def test_the_table_names_the_fields_of_each_record(artefact: object) -> None:
    names = {option.name for option in artefact.options}  # type: ignore[attr-defined]
    plain = plain_options(artefact.name)  # type: ignore[attr-defined]
    assert plain is not None
    assert names == set(plain.__slots__) - {"file"}, "which of several files is no choice of a variant"
    assert chosen_options(plain) == ()


def test_what_is_the_files_own_language_anyway_makes_no_difference() -> None:
    both = DeckOptions(notes_language="mk", second_language="en")
    assert further_languages(both) == ("mk", "en")
    assert options_in(both, "mk") == DeckOptions(second_language="en")
    assert options_in(both, "sq") == both
    assert options_in(DeckOptions(notes_language="mk"), "mk") is None
    assert options_in(HandoutOptions(size=18), "mk") == HandoutOptions(size=18)
