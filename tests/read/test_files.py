"""The YAML files of a workspace: what they may hold, and what each mistake is called."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.phrase import Kind, Phrase
from builder.content.walk import walk
from builder.diagnostics import Diagnostics
from builder.model.course import EventSession, LessonSession, PauseSession
from builder.model.options import GuideOptions, HandoutOptions
from builder.read.course import read_course
from builder.read.glossary import read_glossary
from builder.read.manifest import read_manifest
from builder.read.module import read_module
from builder.read.publisher import read_publisher
from builder.read.references import read_references
from builder.source import SourceFile
from tests.read.helpers import EXAMPLE, codes, nodes

Reader = Callable[[SourceFile], tuple[Any, Diagnostics]]
READERS: dict[str, Reader] = {
    "workspace.yaml": read_manifest,
    "courses/refresher/course.yaml": read_course,
    "publishers/default/profile.yaml": read_publisher,
    "modules/references.yaml": read_references,
    "modules/glossary.yaml": read_glossary,
    "modules/shock/module.yaml": lambda source: read_module(source, ()),
}
TEXTS = {path: (EXAMPLE / path).read_text(encoding="utf-8") for path in READERS}


def changed(path: str, old: str, new: str) -> tuple[Any, list[tuple[str, int]]]:
    """Return what a file of the example reads as with one change, with code and line of each finding."""
    assert TEXTS[path].count(old) >= 1
    value, findings = READERS[path](SourceFile(path, TEXTS[path].replace(old, new, 1)))
    assert all(finding.hint for finding in findings)
    return value, codes(findings)


MANIFEST, COURSE, PROFILE, REFERENCES, GLOSSARY, MODULE = READERS
FOLDER = "publishers/default"


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (MANIFEST, "name: First aid at work\n", "", [("key-missing", 2)]),
        (MANIFEST, "source: en ", "source: sr ", [("language-ambiguous", 3)]),
        (MANIFEST, "source: en ", "source: bs ", [("value-choice", 3)]),
        (MANIFEST, "mk, sr-Cyrl", "mk, sr-cyrl", [("language-unknown", 4), ("value-choice", 6)]),
        (MANIFEST, "mk, sr-Cyrl", "mk, mk, sr-Cyrl", [("key-duplicate", 4)]),
        (MANIFEST, "sr-Latn: sr-Cyrl", "sr-Latn: bs", [("value-choice", 6)]),
        (MANIFEST, "sr-Latn: sr-Cyrl", "- sr-Latn", [("value-type", 5)]),
        (MANIFEST, "licence:", "license:", [("key-unknown", 8)]),
        (MANIFEST, "[en, mk, sr-Cyrl, sr-Latn]", "en", [("value-type", 4)]),
        (COURSE, "title: First aid refresher\n", "", [("key-missing", 2)]),
        (COURSE, "1.0.0", "1.10", [("value-type", 3)]),
        (COURSE, "2026-12-01", "2026-13-01", [("value-type", 4)]),
        (COURSE, "2026-12-01", "1 December", [("value-type", 4)]),
        (COURSE, "[en, mk]", "[en, xx]", [("language-unknown", 6)]),
        (COURSE, "ideal: 12", "ideal: 20", [("value-choice", 8)]),
        (COURSE, "ideal: 12", "ideal: many", [("value-type", 8)]),
        (COURSE, "min: 4, ", "", [("key-missing", 8)]),
        (COURSE, "emergency_number", "Emergency", [("key-unknown", 10)]),
        (COURSE, '"112"', "[112]", [("value-type", 10)]),
        (COURSE, '"09:00"', "9 o'clock", [("value-type", 13)]),
        (COURSE, "minutes: 30", "minutes: half", [("value-type", 16)]),
        (COURSE, "        minutes: 30\n", "", [("key-missing", 15)]),
        (COURSE, "bleeding/press", "press", [("value-type", 17)]),
        (COURSE, "break: 15", "brake: 15", [("key-unknown", 18), ("key-missing", 18)]),
        (COURSE, "break: 15", "break: 15\n        lunch: 15", [("key-missing", 18)]),
        (COURSE, "core: true", "core: yes", [("value-choice", 20)]),
        (COURSE, "pass: 70", "pass: 170", [("value-type", 23)]),
        (COURSE, "[A, B]", "[A, b]", [("value-type", 25)]),
        (COURSE, "{size: 18}", "18", [("value-type", 29)]),
        (COURSE, "days:", "dayz:", [("key-unknown", 11), ("key-missing", 2)]),
        (PROFILE, "policy: every", "policy: evry", [("value-choice", 8)]),
        (PROFILE, "approved: true", "aproved: true", [("key-unknown", 10)]),
        (PROFILE, "    en: {text", "    sr: {text", [("language-ambiguous", 10)]),
        (PROFILE, 'text: "The note of this publisher on the name.", ', "", [("key-missing", 10)]),
        (PROFILE, "# colours: {primary: 0F4C5C, accent: E2A32B}", "colours: {primary: blue}", [("value-type", 4)]),
        (PROFILE, "# logos: [{file: logo.svg, alt:", "logos: [{file: a, x:", [("key-unknown", 5), ("key-missing", 5)]),
        (PROFILE, "# colours: {primary: 0F4C5C, accent", "colours: {primary: 0F4C5C, acent", [("key-unknown", 4)]),
        (PROFILE, "# template: deck.pptx", "template: ../../deck.pptx", [("value-type", 3)]),
        (PROFILE, "# template: deck.pptx", "layouts: [Points]", [("value-type", 3)]),
        (PROFILE, "# template: deck.pptx", "layouts: {Points: [a]}", [("value-type", 3)]),
        (PROFILE, "# template: deck.pptx", "fonts: {Verdana: [a]}", [("value-type", 3)]),
        (PROFILE, "# template: deck.pptx", "fonts: {Verdana: {bold: b.ttf}}", [("key-missing", 3)]),
        (PROFILE, "# template: deck.pptx", "fonts: {Verdana: 'C:/fonts/verdana.ttf'}", [("value-type", 3)]),
        (PROFILE, "# disclaimer: {en: {text: …, approved: …}}", "funding: {emblem: /a.svg}", [("value-type", 13)]),
        (REFERENCES, "type: report", "type: raport", [("value-choice", 2)]),
        (REFERENCES, "title: Emergency", "titel: Emergency", [("key-unknown", 2), ("key-missing", 2)]),
        (REFERENCES, "[[2020]]", "[[May]]", [("value-type", 2)]),
        (REFERENCES, "[{literal: World Health Organization}]", "WHO", [("value-type", 2)]),
        (REFERENCES, "who-2020:", "who 2020:", [("value-type", 2)]),
        (GLOSSARY, "id: wound, ", "", [("key-missing", 1)]),
        (GLOSSARY, "id: wound", "id: Wound", [("value-type", 1)]),
        (GLOSSARY, "- {id: wound", "a: {id: wound", [("yaml-syntax", 2)]),
        (MODULE, "title: Shock\n", "title:\n", [("value-type", 1)]),
        (MODULE, "title: Shock\n", "title: {{ x }}\n", [("yaml-syntax", 1), ("value-type", 1)]),
        (MODULE, "summary:", "sumary:", [("key-unknown", 2)]),
    ],
)  # fmt: skip
def test_mistakes(path: str, old: str, new: str, expected: list[tuple[str, int]]) -> None:
    assert changed(path, old, new)[1] == expected


def test_the_manifest() -> None:
    manifest, _ = changed(MANIFEST, "name", "name")
    assert (manifest.name, manifest.source, manifest.publisher, manifest.licence) == (
        "First aid at work", "en", "default", "CC-BY-4.0",
    )  # fmt: skip
    assert manifest.languages == ("en", "mk", "sr-Cyrl", "sr-Latn")
    assert manifest.derive == (("sr-Latn", "sr-Cyrl"),)
    assert dict(manifest.keys)["languages"] == 4
    assert changed(MANIFEST, "languages: [en, mk, sr-Cyrl, sr-Latn]", "")[0] is None


def test_the_course() -> None:
    course, _ = changed(COURSE, "title", "title")
    assert (course.id, course.edition, course.date, course.languages) == (
        "refresher",
        "1.0.0",
        "2026-12-01",
        ("en", "mk"),
    )
    assert (course.group.min, course.group.ideal, course.group.max) == (4, 12, 16)
    assert (course.tests.pass_percent, course.tests.items, course.tests.forms, course.tests.seed) == (
        70,
        2,
        ("A", "B"),
        1,
    )
    (day,) = course.days
    event, first, pause, second, lunch = day.sessions
    assert isinstance(event, EventSession)
    assert event.minutes == 30
    assert [(session.module, session.lesson, session.core) for session in (first, second)] == [
        ("bleeding", "press", False), ("shock", "keep-warm", True),
    ]  # fmt: skip
    assert isinstance(first, LessonSession)
    assert [(session.kind, session.minutes) for session in (pause, lunch)] == [("break", 15), ("lunch", 60)]
    assert isinstance(pause, PauseSession)
    assert [(phrase.place, phrase.kind) for phrase in walk(course, Phrase)] == [
        ("title", Kind.TITLE), ("audience", Kind.AUDIENCE), ("variables", Kind.VARIABLE), ("days", Kind.TITLE),
        ("days", Kind.EVENT),
    ]  # fmt: skip
    assert [(variant.artefact, variant.name, variant.options) for variant in course.variants][-2:] == [
        ("handout", "large", HandoutOptions(size=18)), ("guide", "script", GuideOptions(depth="script")),
    ]  # fmt: skip
    assert changed(COURSE, "languages: [en, mk]", "")[0].languages == ()
    assert changed(COURSE, "publisher: default", "")[0].publisher == ""


def test_the_profile_with_every_key() -> None:
    text = (
        TEXTS[PROFILE]
        .replace("# template", "template")
        .replace("# colours", "colours")
        .replace("# logos", "logos")
        .replace(
            "# funding: {statement: {en: {text: …, approved: …}}",
            "funding: {statement: {en: {text: We, approved: true}}",
        )
        .replace("# disclaimer: {en: {text: …, approved: …}}", "disclaimer: {en: {text: Not us}}")
    )
    publisher, findings = read_publisher(SourceFile(PROFILE, text))
    assert findings == ()
    assert publisher is not None
    assert (publisher.id, publisher.template) == ("default", f"{FOLDER}/deck.pptx")
    assert publisher.colours == (("primary", "0F4C5C"), ("accent", "E2A32B"))
    assert [(logo.path, logo.alternative) for logo in publisher.logos] == [
        (f"{FOLDER}/logo.svg", "Workplace Safety Circle")
    ]
    assert publisher.mark is not None
    assert [(note.language, note.approved) for note in publisher.mark.notes] == [("en", True), ("mk", False)]
    assert publisher.funding is not None
    assert (publisher.funding.emblem, publisher.funding.statements[0].text) == (f"{FOLDER}/emblem.svg", "We")
    assert [(text.text, text.approved) for text in publisher.disclaimers] == [("Not us", False)]


def test_the_profile_s_template_layouts_and_typefaces() -> None:
    lines = (
        "template: master/deck.pptx\nlayouts: {Section: Chapter, Closing: Thank you}\nfonts:\n  Aptos: Carlito\n"
        "  Verdana: fonts/verdana.ttf\n  Gill Sans: {regular: fonts/gill.otf, bold: fonts/gill-b.otf}\n"
    )
    publisher, found = changed(PROFILE, "# template: deck.pptx", lines)
    assert found == []
    assert publisher.template == f"{FOLDER}/master/deck.pptx"
    assert publisher.layouts == (("Section", "Chapter"), ("Closing", "Thank you"))
    assert [(one.name, one.files, one.twin) for one in publisher.typefaces] == [
        ("Aptos", (), "Carlito"),
        ("Verdana", (("regular", f"{FOLDER}/fonts/verdana.ttf"),), ""),
        ("Gill Sans", (("regular", f"{FOLDER}/fonts/gill.otf"), ("bold", f"{FOLDER}/fonts/gill-b.otf")), ""),
    ]


def test_references_are_csl() -> None:
    references, _ = changed(REFERENCES, "issued", "issued")
    assert references[0].data == {
        "type": "report",
        "title": "Emergency care at work",
        "author": [{"literal": "World Health Organization"}],
        "issued": {"date-parts": [[2020]]},
    }
    assert [reference.span.line for reference in references] == [2, 3]


def test_a_comma_that_ended_a_text_is_guessed() -> None:
    text = "- {id: a, term: one, two, definition: three}\n"
    _, (finding,) = read_glossary(SourceFile(GLOSSARY, text))
    assert finding.code == "key-unknown"
    assert "quotation marks" in str(finding.hint)


@pytest.mark.parametrize("path", [REFERENCES, GLOSSARY])
def test_what_may_be_empty(path: str) -> None:
    assert READERS[path](SourceFile(path, "# nothing yet\n")) == ((), ())


@pytest.mark.parametrize("path", [MANIFEST, COURSE, PROFILE, MODULE])
def test_what_may_not_be_empty(path: str) -> None:
    value, findings = READERS[path](SourceFile(path, ""))
    assert value is None
    assert codes(findings) == [("yaml-syntax", 1)]


@given(st.data())
def test_a_damaged_file_is_read(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[path]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 20, len(text))))
        text = (
            text[:start]
            + data.draw(st.sampled_from(["", "\n", ": ", "- ", "[", "{", "}", '"', " #", "&a ", "é"]))
            + text[end:]
        )
    value, findings = READERS[path](SourceFile(path, text))
    last = text.count("\n") + 1
    assert value is not None or findings
    assert all(finding.hint and finding.span and 1 <= finding.span.line <= last for finding in findings)
    assert all(1 <= node.span.line <= node.span.end_line <= last for node in nodes(value or ()))


@pytest.mark.parametrize("pair", ["sr-Latn: sr-Latn", "mk: en", "sr-Cyrl: sr-Latn"])
def test_only_what_can_be_derived_is(pair: str) -> None:
    text = f"name: A\nsource: en\nlanguages: [en, mk, sr-Cyrl, sr-Latn]\nderive: {{{pair}}}\n"
    manifest, findings = read_manifest(SourceFile("workspace.yaml", text))
    assert manifest is not None
    assert manifest.derive == ()
    assert codes(findings) == [("value-choice", 4)]


@pytest.mark.parametrize("date", ["2020, 13", "2020, 0", "2020, 5, 32"])
def test_dates_that_are_none(date: str) -> None:
    text = f"a:\n  type: report\n  title: A\n  issued: {{date-parts: [[{date}]]}}\n"
    assert codes(read_references(SourceFile("modules/references.yaml", text))[1]) == [("value-type", 4)]
