"""The reference workspace reads without a finding, and says what it says."""

from pathlib import Path

from builder.content.interactions import Hotspot
from builder.content.phrase import Phrase
from builder.content.walk import walk
from builder.diagnostics import Diagnostics
from builder.model.blocks import Question
from builder.read.course import read_course
from builder.read.decode import decode
from builder.read.glossary import read_glossary
from builder.read.lesson import read_lesson
from builder.read.manifest import read_manifest
from builder.read.module import read_module
from builder.read.publisher import read_publisher
from builder.read.references import read_references
from builder.source import SourceFile
from tests.read.helpers import EXAMPLE, PATH, REFERENCE, read


def source(path: str) -> SourceFile:
    """Return a file of the example."""
    decoded, faults = decode((EXAMPLE / path).read_bytes(), path)
    assert faults == ()
    assert decoded is not None
    return decoded


def test_every_file_reads_without_a_finding() -> None:
    findings: list[Diagnostics] = []
    for file in sorted(EXAMPLE.glob("modules/*/*.md")):
        findings.append(read_lesson(source(str(file.relative_to(EXAMPLE))))[1])
    for path, reader in (
        ("workspace.yaml", read_manifest),
        ("courses/refresher/course.yaml", read_course),
        ("publishers/default/profile.yaml", read_publisher),
        ("modules/references.yaml", read_references),
        ("modules/glossary.yaml", read_glossary),
    ):
        value, faults = reader(source(path))  # type: ignore[operator]
        assert value
        findings.append(faults)
    for name in ("bleeding", "shock"):
        module, faults = read_module(source(f"modules/{name}/module.yaml"), ())
        assert module is not None
        assert module.id == name
        findings.append(faults)
    assert findings == [()] * 9


def test_the_reference_lesson_is_the_one_of_the_syntax() -> None:
    """Every row of the table of constructs: place, kind and message of a phrase of each."""
    lesson, _ = read(REFERENCE)
    found = {(phrase.place, phrase.kind.value, phrase.message) for phrase in walk(lesson, Phrase)}
    assert EXPECTED - found == set()
    assert (lesson.module, lesson.id, lesson.path, lesson.minutes) == ("bleeding", "press", PATH, 60)
    assert [(step.id, step.minutes, step.core, len(step.slides)) for step in lesson.steps] == [
        ("press-first", 15, True, 3), ("practise", 20, False, 1), ("check", 25, True, 1),
    ]  # fmt: skip
    types = [question.type for question in walk(lesson, Question)]
    assert types == [
        "single", "true-false", "numeric", "text", "match", "order", "cloze", "essay", "likert", "hotspot", "single",
    ]  # fmt: skip
    assert [area.option.id for hotspot in walk(lesson, Hotspot) for area in hotspot.areas] == ["a", "b"]


EXPECTED = {
    ("title", "title", "Press: the first minutes"),
    ("aim", "aim", "Participants can stop severe bleeding."),
    ("outcomes", "outcome", "Press within ten seconds."),
    ("key_messages", "key message", "Press hard, press at once."),
    ("press-first", "heading", "Press first"),
    ("press-first", "heading", "Two hands are better"),
    (
        "press-first",
        "paragraph",
        "Blood that spurts or pools is an emergency [@who-2020, p. 7; @unodc-2016]. In Kosovo{*} call "
        "{{ emergency_number }}\\\nand read [shock](ref:shock/keep-warm#pale).",
    ),
    ("press-first", "item", "**Press** on the [wounds](term:wound)"),
    ("press-first", "item", "Keep pressing"),
    ("fig-press", "alt", "Hand on a forearm"),
    ("fig-press", "caption", "Press *at once* [@who-2020]"),
    ("press-first", "cell", "Spurting | pumping"),
    ("press-first", "term", "Tourniquet"),
    ("press-first", "definition", "A band that stops the flow."),
    ("press-first", "quotation", "A titled slide."),
    ("bandage", "item", "Casualty"),
    ("card-officer", "role", "Police officer"),
    ("bandage", "output", "One bandage a pair."),
    ("bandage", "debrief", "What was hard?"),
    ("practise", "title", "In one line"),
    ("q-first", "prompt", "What do you do first?"),
    ("q-first.a", "option", "Look for gloves"),
    ("q-first.a", "feedback", "It takes too long."),
    ("q-first", "hint", "Think of seconds."),
    ("q-first", "explanation", "Everything else later."),
    ("q-capital", "answer", "Tirana | Tiranë"),
    ("q-pairs.p1", "left", "Cold skin"),
    ("q-pairs.p2", "right", "Heat stroke"),
    ("q-order.s1", "option", "Call"),
    ("q-gaps", "prompt", "Cool for [[time]] minutes under *[[kind]]* water; then [[what]] it."),
    ("q-gaps.kind.a", "option", "running"),
    ("q-case", "guidance", "Two facts, one feeling."),
    ("case-mira", "title", "Mira, 34"),
}


def test_the_copy_is_whole() -> None:
    names = {str(path.relative_to(EXAMPLE)) for path in EXAMPLE.rglob("*") if path.is_file()}
    assert {"locales/mk/shock.po", "locales/mk/review.tsv", "modules/bleeding/figures/press.svg"} <= names
    assert Path(EXAMPLE, "workspace.yaml").read_text(encoding="utf-8").startswith("# Marks the root")
