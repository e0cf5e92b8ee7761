"""What a publisher must have said itself: its note on names, its funding statement, its disclaimer, per language."""

from collections.abc import Iterator, Mapping

from builder.check.taken import steps_taken
from builder.content.index import Index, index
from builder.content.inlines import NameMark, TermReference
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.course import Course
from builder.model.workspace import ApprovedText, Publisher, Workspace
from builder.source import Span


def check_notes(course: Course, workspace: Workspace, contents: Mapping[str, Index]) -> Iterator[Diagnostic]:
    """Yield a finding for each text of the publisher that a language of the course lacks, or that is not approved."""
    publisher = next((one for one in workspace.publishers if one.id == course.publisher), None)
    if publisher is None:
        return
    if _marks_names(course, workspace, contents):
        yield from _check_mark(publisher, course)
    if publisher.funding is not None:
        texts, span = publisher.funding.statements, publisher.funding.span
        yield from _check(texts, "funding statement", "funding: statement:", course, span)
    if publisher.disclaimers:
        yield from _check(publisher.disclaimers, "disclaimer", "disclaimer:", course, publisher.disclaimers[0].span)


def _check_mark(publisher: Publisher, course: Course) -> Iterator[Diagnostic]:
    mark = publisher.mark
    if mark is None:
        message = (
            f"lessons mark names with `{{*}}`, but the publisher `{publisher.id}` does not say what that stands for"
        )
        hint = "ask the publisher, and write its rule under `mark:`; `policy: off` leaves the mark out"
        yield diagnose(Code.TEXT_MISSING, message, publisher.span, hint=hint)
    elif mark.policy != "off":
        yield from _check(mark.notes, "note on names", "mark: note:", course, mark.span)


def _check(texts: tuple[ApprovedText, ...], what: str, where: str, course: Course, span: Span) -> Iterator[Diagnostic]:
    by_language = {text.language: text for text in texts}
    for language in course.languages:
        text = by_language.get(language)
        if text is None:
            message = f"the publisher has no {what} in {language}"
            hint = (
                f"ask the publisher for its wording and add it under `{where} {language}:`; it is never translated here"
            )
            yield diagnose(Code.TEXT_MISSING, message, span, hint=hint, language=language)
        elif not text.approved:
            message = f"the publisher's {what} in {language} is not approved: every file with it is a draft"
            hint = "let the publisher approve it, then write `approved: true`"
            yield diagnose(Code.TEXT_UNAPPROVED, message, text.span, hint=hint, language=language)


def _marks_names(course: Course, workspace: Workspace, contents: Mapping[str, Index]) -> bool:
    """Return whether any text of the course does; of the glossary's, those that its lessons lead to."""
    sessions = [session for session, _, _ in steps_taken(course, workspace)]
    lessons = [contents[lesson.path] for _, lesson, _ in steps_taken(course, workspace)]
    modules = {session.module for session in sessions}
    titles = tuple((module.title, module.summary) for module in workspace.modules if module.id in modules)
    terms = {reference.term for lesson in lessons for reference in lesson.of(TermReference)}
    entries = tuple(entry for entry in workspace.glossary if entry.id in terms)
    return any(content.of(NameMark) for content in (*lessons, index((course, titles, entries))))
