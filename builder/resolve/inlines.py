"""Names within a text: citations, terms, variables."""

from builder.content.inlines import CitationItem, TermReference, Variable
from builder.diagnostics import Code, Diagnostics, diagnose
from builder.model.course import Course
from builder.resolve.names import Names, Scope
from builder.resolve.nearest import suggest
from builder.source import Span


def check_citation(item: CitationItem, names: Names) -> Diagnostics:
    """Return a finding for a source that the bibliography does not hold."""
    return check_source(item.key, names, item.span)


def check_source(key: str, names: Names, span: Span) -> Diagnostics:
    """Return a finding for a key that the bibliography does not hold."""
    if key in names.citations:
        return ()
    hint = suggest(key, names.citations, otherwise="add the source to modules/references.yaml")
    return (diagnose(Code.CITATION_UNKNOWN, f"there is no source `{key}` in modules/references.yaml", span, hint=hint),)


def check_term(reference: TermReference, names: Names) -> Diagnostics:
    """Return a finding for a term that the glossary does not hold."""
    if reference.term in names.terms:
        return ()
    hint = suggest(reference.term, names.terms, otherwise="add the term to modules/glossary.yaml")
    message = f"there is no term `{reference.term}` in modules/glossary.yaml"
    return (diagnose(Code.TERM_UNKNOWN, message, reference.span, hint=hint),)


def check_variable(variable: Variable, scope: Scope) -> Diagnostics:
    """Return a finding for a variable that a course which shows the text does not set."""
    lacking = [course for course in scope.courses if variable.name not in dict(course.variables)]
    if not lacking and scope.courses:
        return ()
    if not scope.taken and len(lacking) < len(scope.courses):
        return ()
    where = ", ".join(f"`{course.id}`" for course in lacking) if scope.taken and lacking else "any course"
    message = f"the variable `{variable.name}` is not set in {where}"
    hint = suggest(variable.name, _variables(lacking), otherwise=_how_to_set(variable.name, lacking))
    return (diagnose(Code.VARIABLE_UNKNOWN, message, variable.span, hint=hint),)


def _variables(courses: list[Course]) -> list[str]:
    return [name for course in courses for name, _ in course.variables]


def _how_to_set(name: str, lacking: list[Course]) -> str:
    course = lacking[0].id if lacking else "<course>"
    return f"add `{name}:` under `variables:` in courses/{course}/course.yaml"
