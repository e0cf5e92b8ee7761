"""Lessons for tests, read from text as an author writes it."""

from pathlib import Path

from builder.model.lesson import Lesson, Module
from builder.read.lesson import read_lesson
from builder.read.module import read_module
from builder.source import SourceFile

EXAMPLE = Path(__file__).parent.parent / "cases" / "example" / "workspace"
FRONT = (
    "---\ntitle: Shock\nminutes: 10\naim: Learn about shock today.\n---\n\n## Act {#act minutes=10 method=lecture}\n\n"
)


def lesson(body: str) -> Lesson:
    """Return a lesson of one step that holds the given text."""
    return _lesson(SourceFile("modules/m/01-shock.md", FRONT + body))


def example(path: str) -> SourceFile:
    """Return a file of the reference workspace."""
    return SourceFile(path, (EXAMPLE / path).read_text(encoding="utf-8"))


def example_lesson() -> Lesson:
    """Return the reference lesson, which has every construct."""
    return _lesson(example("modules/bleeding/01-press.md"))


def example_module() -> Module:
    """Return the module whose catalogue stands in the reference workspace."""
    lessons = (_lesson(example("modules/shock/01-keep-warm.md")),)
    module, found = read_module(example("modules/shock/module.yaml"), lessons)
    assert module is not None
    assert not found
    return module


def _lesson(source: SourceFile) -> Lesson:
    read, found = read_lesson(source)
    assert read is not None
    assert not found, found
    return read
