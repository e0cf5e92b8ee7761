"""What a course takes: languages the workspace has, and of each lesson something that is left to teach."""

from collections.abc import Iterator, Mapping

from builder.check.taken import steps_taken
from builder.content.index import Index
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.course import Course
from builder.model.keys import key_span
from builder.model.options import further_languages
from builder.model.workspace import Workspace


def check_course(course: Course, workspace: Workspace, _contents: Mapping[str, Index]) -> Iterator[Diagnostic]:
    """Yield a finding for each language and each session of a course that cannot be."""
    yield from _check_languages(course, workspace.manifest.languages)
    yield from _check_core(course, workspace)
    yield from _check_variants(course)


def _check_languages(course: Course, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    for language in course.languages:
        if language not in languages:
            message = f"the course is to be built in `{language}`, which the workspace does not have"
            hint = f"add it to `languages:` in workspace.yaml; there are: {', '.join(languages)}"
            yield diagnose(Code.LANGUAGE_UNKNOWN, message, key_span(course, "languages"), hint=hint)


def _check_core(course: Course, workspace: Workspace) -> Iterator[Diagnostic]:
    for session, lesson, steps in steps_taken(course, workspace):
        if lesson.steps and not steps:
            message = f"only the core of {session.module}/{session.lesson} is taken, but every step is `core=false`"
            hint = "take the whole lesson, or make a step part of the core"
            yield diagnose(Code.LESSON_EMPTY, message, session.span, hint=hint)


def _check_variants(course: Course) -> Iterator[Diagnostic]:
    for variant in course.variants:
        for name, _ in variant.keys:
            language = getattr(variant.options, name)
            if language in further_languages(variant.options) and language not in course.languages:
                message = (
                    f"the {variant.artefact}’s variant `{variant.name}` needs `{language}`, which the course has not"
                )
                hint = f"add it to the `languages:` of the course; there are: {', '.join(course.languages)}"
                yield diagnose(Code.LANGUAGE_UNKNOWN, message, key_span(variant, name), hint=hint)
