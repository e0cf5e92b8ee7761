"""A workspace as read → the same with every name bound."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from builder.content.index import Index, index
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.blocks import Activity, Question
from builder.model.keys import key_span
from builder.model.lesson import Lesson, Module
from builder.model.workspace import Workspace
from builder.resolve.bind import bind
from builder.resolve.courses import bind_course, check_manifest
from builder.resolve.ids import check_ids
from builder.resolve.inlines import check_source
from builder.resolve.names import Names, Scope, collect_names, lesson_scope
from builder.resolve.nearest import suggest

ValueT = TypeVar("ValueT")


def resolve_workspace(
    workspace: Workspace, *, outline: Mapping[str, frozenset[str] | None]
) -> tuple[Workspace, Diagnostics]:
    """Return the workspace with references and figures made absolute, and a finding for each name that is unknown.

    ``outline`` maps ``module/lesson`` of lessons that are there but were not read to their anchors, None where these
    are not known. Binding twice changes nothing.
    """
    contents = {lesson.path: index(lesson) for module in workspace.modules for lesson in module.lessons}
    names = collect_names(workspace, contents, outline)
    found = [*check_manifest(workspace.manifest, names), *check_ids(workspace, contents)]
    found.extend(_check_modules(workspace, names))
    modules = tuple(_take(found, _bind_module(module, workspace, contents, names)) for module in workspace.modules)
    courses = tuple(_take(found, bind_course(course, workspace.manifest, names)) for course in workspace.courses)
    everywhere = Scope(courses=workspace.courses, taken=True)
    glossary = _take(found, bind(workspace.glossary, index(workspace.glossary), everywhere, names))
    return replace(workspace, modules=modules, courses=courses, glossary=glossary), tuple(found)


def _check_modules(workspace: Workspace, names: Names) -> Iterator[Diagnostic]:
    """Yield a finding for each module without lessons; one whose lessons cannot be read is not empty."""
    filled = {name.partition("/")[0] for name in names.lessons}
    for module in workspace.modules:
        if module.id not in filled:
            hint = f"add a lesson, such as modules/{module.id}/01-first.md, or delete the folder"
            yield diagnose(Code.MODULE_EMPTY, f"the module `{module.id}` has no lesson", module.span, hint=hint)


def _bind_module(
    module: Module, workspace: Workspace, contents: Mapping[str, Index], names: Names
) -> tuple[Module, Diagnostics]:
    found: list[Diagnostic] = []
    texts = (module.title, module.summary)
    texts, unknown = bind(texts, index(texts), lesson_scope(workspace, module.id), names)
    lessons = tuple(
        _take(found, _bind_lesson(lesson, contents[lesson.path], lesson_scope(workspace, module.id, lesson.id), names))
        for lesson in module.lessons
    )
    return replace(module, title=texts[0], summary=texts[1], lessons=lessons), (*unknown, *found)


def _bind_lesson(lesson: Lesson, content: Index, scope: Scope, names: Names) -> tuple[Lesson, Diagnostics]:
    found = [
        finding
        for key in lesson.sources
        for finding in check_source(key, names, key_span(lesson, f"sources.{key}", "sources"))
    ]
    bound, unknown = bind(lesson, content, scope, names)
    return bound, (*found, *unknown, *_check_outcomes(lesson, content))


def _check_outcomes(lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    known = [outcome.id for outcome in lesson.outcomes]
    serves = [
        *(("step", name, step) for step in lesson.steps for name in step.outcomes),
        *(("activity", name, activity) for activity in content.of(Activity) for name in activity.outcomes),
        *(("question", question.outcome, question) for question in content.of(Question) if question.outcome),
    ]
    for kind, name, node in serves:
        if name not in known:
            message = f"the {kind} serves the outcome `{name}`, which the lesson does not have"
            hint = suggest(name, known, otherwise="add it under `outcomes:` at the top of the lesson")
            yield diagnose(Code.OUTCOME_UNKNOWN, message, node.span, hint=hint)


def _take(found: list[Diagnostic], result: tuple[ValueT, Diagnostics]) -> ValueT:
    found.extend(result[1])
    return result[0]
