"""``module.yaml`` and the lessons beside it → a module."""

from builder.content.phrase import Kind
from builder.diagnostics import Diagnostics
from builder.model.lesson import Lesson, Module
from builder.read.record import file_scope, file_tree, folder_name, read_record
from builder.read.text import read_phrase
from builder.source import SourceFile


def read_module(
    source: SourceFile, lessons: tuple[Lesson, ...], *, language: str = "en"
) -> tuple[Module | None, Diagnostics]:
    """Return the module of a file, with lessons read already; none where the file cannot be read."""
    scope = file_scope(source, language)
    tree = file_tree(source, scope)
    if tree is None:
        return None, tuple(scope.findings)
    record = read_record(tree, scope, owner="the module", keys=("title", "summary"))
    title = record.phrase("title", Kind.TITLE, "Bleeding", required=True)
    module = Module(
        span=scope.span(1, max(source.text.rstrip("\n").count("\n") + 1, 1)),
        id=folder_name(source),
        title=title or read_phrase("", 1, Kind.TITLE, scope, place="title"),
        summary=record.phrase("summary", Kind.SUMMARY, "Recognise and stop severe bleeding."),
        lessons=tuple(sorted(lessons, key=lambda lesson: lesson.path)),
    )
    return module, tuple(scope.findings)
