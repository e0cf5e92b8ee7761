"""What the tests of reading share: lessons at hand, all texts of a tree, findings as lines."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from builder.content.node import Node
from builder.diagnostics import Diagnostics
from builder.model.lesson import Lesson
from builder.read.lesson import read_lesson
from builder.source import SourceFile

CASES = Path(__file__).parents[1] / "cases"
EXAMPLE = CASES / "example" / "workspace"
PATH = "modules/bleeding/01-press.md"
REFERENCE = (EXAMPLE / PATH).read_text(encoding="utf-8")
HEAD = "---\ntitle: A title\nminutes: 5\n---\n\n## A step {#step minutes=5}\n\n"
"""What a lesson needs around a snippet: seven lines."""


def read(text: str, path: str = PATH) -> tuple[Lesson, Diagnostics]:
    """Return the lesson of a text that is not empty."""
    lesson, findings = read_lesson(SourceFile(path, text))
    assert lesson is not None
    return lesson, findings


def snippet(text: str) -> tuple[Lesson, Diagnostics]:
    """Return a lesson with one step that holds a snippet, which begins on line 8."""
    return read(HEAD + text)


def codes(findings: Diagnostics) -> list[tuple[str, int]]:
    """Return code and line of findings."""
    return [(finding.code.value, finding.span.line) for finding in findings if finding.span is not None]


def nodes(value: Any) -> Iterator[Node]:
    """Yield every node of a tree."""
    if isinstance(value, tuple):
        for item in value:
            yield from nodes(item)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Node):
            yield value
        for field in fields(value):
            yield from nodes(getattr(value, field.name))


def strings(value: Any) -> Iterator[str]:
    """Yield every string and number of a tree."""
    if isinstance(value, str | int | Decimal):
        yield str(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
