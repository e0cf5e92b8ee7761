"""What to build: a request, checked against the workspace, spread out into targets."""

from collections.abc import Collection, Sequence

from builder.diagnostics.nearest import nearest
from builder.formats import Format, find_formats
from builder.languages.table import find_language
from builder.model.course import Course
from builder.model.workspace import Workspace
from builder.records import dataclass
from builder.resolve.selection import parts_of


class WrongUse(Exception):
    """A request that names something that is not there; the text says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a person asked for; empty means all."""

    courses: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One file to make."""

    course: str
    part: str
    language: str
    format: str
    variant: str = ""


def modules_needed(selection: Selection, courses: Sequence[Course]) -> set[str]:
    """Return the modules that a build of the selection reads."""
    parts = {part for part in selection.parts if part != "all"}
    everything = not selection.parts or "all" in selection.parts
    taken = (part for course in courses if _asked(course.id, selection.courses) for part in parts_of(course))
    return {part for part in taken if everything or part in parts}


def spread(selection: Selection, workspace: Workspace) -> tuple[Target, ...]:
    """Return the targets of a selection, sorted; raises `WrongUse` for a name that is nowhere in the workspace."""
    formats = find_formats(selection.formats)
    courses = [course for course in workspace.courses if _asked(course.id, selection.courses)]
    check_selection(selection, workspace.courses, formats)
    return tuple(
        sorted(
            Target(course.id, part, language, format.name)
            for course in courses
            for language in course.languages
            if _asked(language, selection.languages)
            for format in formats
            for part in _parts(course, format)
            if _asked(part, selection.parts)
        )
    )


def check_selection(selection: Selection, courses: Sequence[Course], formats: Sequence[Format]) -> None:
    """Raise `WrongUse` for a course, part, language or format that does not exist."""
    _check_names("course", selection.courses, [course.id for course in courses])
    _check_names("part", selection.parts, ["all", *(part for course in courses for part in parts_of(course))])
    for tag in selection.languages:
        check_language(tag)
    _check_names("language", selection.languages, [tag for course in courses for tag in course.languages])
    for pattern in selection.formats:
        if not find_formats((pattern,)):
            _check_names("format", (pattern,), [format.name for format in find_formats(())])


def check_language(tag: str) -> None:
    """Raise `WrongUse` for a language that we do not know, with the way out."""
    if tag == "sr":
        raise WrongUse("sr is ambiguous: use sr-Cyrl or sr-Latn")
    if find_language(tag) is None:
        raise WrongUse(f"unknown language {tag!r}: `course formats --languages` lists those we know")


def _parts(course: Course, format: Format) -> tuple[str, ...]:
    modules = parts_of(course) if "module" in format.parts else ()
    return (*modules, "all") if "all" in format.parts else modules


def _asked(name: str, names: Collection[str]) -> bool:
    return not names or name in names


def _check_names(kind: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            close = nearest(name, known)
            advice = f"; did you mean {close!r}?" if close else f"; there are: {', '.join(sorted(set(known)))}"
            raise WrongUse(f"there is no {kind} {name!r}{advice}")
