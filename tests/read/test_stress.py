"""The stress workspace reads without a finding and holds every construct there is; large and hostile texts are read."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from builder.content import inlines, interactions, prose
from builder.content.node import Node
from builder.content.phrase import Kind, Phrase
from builder.content.walk import walk
from builder.model import blocks, course, lesson, workspace
from builder.model.blocks import Callout, Diagram, Only, Question
from builder.model.lesson import Lesson
from builder.read.course import read_course
from builder.read.glossary import read_glossary
from builder.read.manifest import read_manifest
from builder.read.module import read_module
from builder.read.publisher import read_publisher
from builder.read.references import read_references
from builder.read.values import CALLOUTS, DIAGRAMS, PLACES, QUESTION_TYPES, SCALES, USES
from builder.source import SourceFile
from tests.read.helpers import CASES, HEAD, REFERENCE, nodes, read

STRESS = CASES / "stress" / "workspace"


def source(path: str) -> SourceFile:
    """Return a file of the workspace."""
    return SourceFile(path, (STRESS / path).read_text(encoding="utf-8"))


def lessons() -> tuple[Lesson, ...]:
    """Return its lessons, which read without a finding."""
    result = []
    for path in sorted(STRESS.glob("modules/*/*.md")):
        parsed, findings = read(path.read_text(encoding="utf-8"), str(path.relative_to(STRESS)))
        assert findings == ()
        result.append(parsed)
    return tuple(result)


def everything() -> Iterator[object]:
    """Yield the value of each file, which reads without a finding."""
    module, faults = read_module(source("modules/stress/module.yaml"), lessons())
    for value, findings in (
        (module, faults),
        read_manifest(source("workspace.yaml")),
        read_course(source("courses/stress/course.yaml")),
        read_publisher(source("publishers/default/profile.yaml")),
        read_references(source("modules/references.yaml")),
        read_glossary(source("modules/glossary.yaml")),
    ):
        assert findings == ()
        assert value
        yield value


def kinds_of(*modules: ModuleType) -> set[str]:
    """Return the names of the nodes that modules define."""
    return {
        name
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Node) and value.__module__ == module.__name__
    }


def test_every_construct_is_there() -> None:
    values = tuple(everything())
    found = {type(node).__name__ for node in nodes(values)}
    assert kinds_of(inlines, prose, interactions, blocks, lesson, course, workspace) - found == {
        "Workspace",
        "Logo",
        "Typeface",
    }
    assert {phrase.kind for phrase in walk(values, Phrase)} == set(Kind) - {Kind.LABEL}  # drawings are read later


def test_every_value_is_there() -> None:
    read_lessons = lessons()
    questions = list(walk(read_lessons, Question))
    assert {question.type for question in questions} == set(QUESTION_TYPES)
    assert {question.use for question in questions} == set(USES)
    assert {likert.scale for likert in walk(read_lessons, interactions.Likert)} == set(SCALES)
    assert {only.place for only in walk(read_lessons, Only)} == set(PLACES)
    assert {callout.kind for callout in walk(read_lessons, Callout)} == set(CALLOUTS)
    assert {diagram.kind for diagram in walk(read_lessons, Diagram)} == set(DIAGRAMS)
    assert max(len(table.rows) for table in walk(read_lessons, prose.Table)) == 40
    phrases = list(walk(read_lessons, Phrase))
    assert any(phrase.note for phrase in phrases)
    assert {phrase.context for phrase in phrases if phrase.context} == {"verb", "noun"}
    assert [phrase.message for phrase in phrases if phrase.message.startswith("Lorem") and not phrase.translatable]


@pytest.mark.slow
def test_a_lesson_of_five_megabytes() -> None:
    front, body = REFERENCE[4:].split("\n---\n", 1)
    text = f"---\n{front}\n---\n" + body * (5_000_000 // len(body.encode()) + 1)
    assert len(text.encode()) > 5_000_000
    parsed, findings = read(text)
    assert findings == ()
    assert len(parsed.steps) == 3 * text.count("## Press first")


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "::: notes\n", ":::\n", "- ", "> ", "- a\n",
        "  - a\n", "> a\n", "a\n: b\n", ": b\n", "```\n", "<!--\n", "<!-- a\n-->\n",
        "| a | b |\n", "![](a.svg)\n", "hint: a\n", "#### a {#a\n", "{chart=bar}\n",
        "text\n", "[a](b) ", "*a **b ", "\t",
    ],
)  # fmt: skip
def test_a_quarter_of_a_megabyte_of_anything(unit: str) -> None:
    parsed, _ = read(HEAD + unit * (250_000 // len(unit)))
    assert len(parsed.steps) == 1
