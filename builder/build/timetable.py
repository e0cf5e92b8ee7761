"""`course timetable`: when everything of a course happens, in one of its languages."""

from pathlib import Path

from builder.build.editions import Editions
from builder.build.findings import Findings, has_errors
from builder.build.load import Loaded, load
from builder.build.locales import load_locale
from builder.build.targets import Selection, check_language, check_selection
from builder.diagnostics import Diagnostic, Diagnostics, Severity
from builder.formats import FORMATS
from builder.languages.interface import Interface
from builder.model.course import Course
from builder.model.timetable import DayTimes, timetable
from builder.records import dataclass
from builder.resolve.selection import ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseTimes:
    """One course with the times of its days."""

    course: Course
    language: str
    interface: Interface
    days: tuple[DayTimes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetables:
    """The courses asked for, and what was found about them."""

    courses: tuple[CourseTimes, ...]
    diagnostics: Diagnostics


def timetables(root: Path, courses: tuple[str, ...], language: str | None) -> Timetables:
    """Return the timetables of courses (all without a name); raises `WrongUse` for what is not there.

    In the source language they are shown whatever else is wrong in the workspace: authors look while they write.
    """
    if language is not None:
        check_language(language)
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None:
        return Timetables(courses=(), diagnostics=findings.all())
    check_selection(Selection(courses=courses), loaded.workspace.courses, FORMATS)
    wanted = [course for course in loaded.workspace.courses if not courses or course.id in courses]
    if language in (None, loaded.workspace.manifest.source):
        times = _in_source(loaded, wanted)
    else:
        times = () if has_errors(findings.all()) else _translated(loaded, wanted, str(language), findings)
    return Timetables(courses=times, diagnostics=_about(findings.all(), wanted))


def _in_source(loaded: Loaded, courses: list[Course]) -> tuple[CourseTimes, ...]:
    source = loaded.workspace.manifest.source
    interface = Interface(language=source, texts={})
    if source != "en":
        interface = load_locale(loaded.root, source, ())[0].interface
    return tuple(
        CourseTimes(
            course=course, language=source, interface=interface, days=timetable(course, loaded.workspace.modules)
        )
        for course in courses
    )  # fmt: skip


def _translated(
    loaded: Loaded, courses: list[Course], language: str, findings: Findings
) -> tuple[CourseTimes, ...]:  # fmt: skip
    editions = Editions(loaded)
    made = [editions.edition(course, ALL, language) for course in courses]
    findings.add(editions.found())
    return tuple(
        CourseTimes(
            course=edition.course, language=language, interface=edition.interface,
            days=timetable(edition.course, edition.modules),
        )
        for edition in made
    )  # fmt: skip


def _about(diagnostics: Diagnostics, courses: list[Course]) -> tuple[Diagnostic, ...]:
    """Return every error, and what else was found in the files of the courses."""
    paths = {course.span.path for course in courses}
    return tuple(
        finding
        for finding in diagnostics
        if finding.severity is Severity.ERROR or (finding.span is not None and finding.span.path in paths)
    )
