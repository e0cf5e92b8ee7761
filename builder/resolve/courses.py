"""What courses and the workspace's manifest name: lessons, publishers, variables within variables."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from builder.content.index import index
from builder.content.inlines import Text, Variable
from builder.content.phrase import Phrase
from builder.content.walk import rewrite, walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.course import Course, LessonSession
from builder.model.keys import key_span
from builder.model.workspace import Manifest
from builder.resolve.bind import bind
from builder.resolve.names import Names, Scope
from builder.resolve.nearest import suggest
from builder.source import Span


def bind_course(course: Course, manifest: Manifest, names: Names) -> tuple[Course, Diagnostics]:
    """Return the course with its names bound and a finding for each that is unknown.

    Languages and a publisher that it does not name are those of the workspace.
    """
    found = [*_check_sessions(course, names), *_check_nesting(course)]
    if course.publisher not in ("", manifest.publisher):
        found.extend(_check_publisher(course.publisher, names, key_span(course, "publisher")))
    course = replace(
        course,
        publisher=course.publisher or manifest.publisher,
        languages=course.languages or manifest.languages,
        variables=tuple((name, _without_variables(value)) for name, value in course.variables),
    )
    course, unknown = bind(course, index(course), Scope(courses=(course,), taken=True), names)
    return course, (*found, *unknown)


def check_manifest(manifest: Manifest, names: Names) -> Diagnostics:
    """Return a finding where the manifest names a publisher that is not there."""
    return tuple(_check_publisher(manifest.publisher, names, key_span(manifest, "publisher")))


def _check_publisher(publisher: str, names: Names, span: Span) -> Iterator[Diagnostic]:
    if publisher not in names.publishers:
        hint = suggest(publisher, names.publishers, otherwise=f"create publishers/{publisher}/profile.yaml")
        yield diagnose(Code.PUBLISHER_UNKNOWN, f"there is no publisher `{publisher}`", span, hint=hint)


def _check_sessions(course: Course, names: Names) -> Iterator[Diagnostic]:
    for session in walk(course.days, LessonSession):
        name = f"{session.module}/{session.lesson}"
        if name not in names.lessons:
            hint = suggest(name, names.lessons, otherwise="write `module/lesson`, the lesson without its number")
            yield diagnose(Code.LESSON_UNKNOWN, f"there is no lesson `{name}`", session.span, hint=hint)


def _check_nesting(course: Course) -> Iterator[Diagnostic]:
    for name, value in course.variables:
        for variable in walk(value, Variable):
            message = f"the value of `{name}` uses the variable `{variable.name}`; values are not filled themselves"
            yield diagnose(Code.VARIABLE_UNKNOWN, message, variable.span, hint="write the value out")


def _without_variables(value: Phrase) -> Phrase:
    """Return the value with variables left as the text they are: looking them up could have no end."""

    def as_text(variable: Any) -> Text:
        return Text(value="{{ " + variable.name + " }}", span=variable.span)

    return rewrite(value, Variable, as_text)
