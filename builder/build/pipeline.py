"""The order of the steps: load, localize, decide, plan, write, place. Readable in one screen."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from typing import Any

from builder import files
from builder.build.editions import Editions
from builder.build.executors import executor_for, run
from builder.build.findings import Findings, about, has_errors
from builder.build.load import Loaded, load
from builder.build.make import Job, Made, digest_of, format_of, make
from builder.build.manifest import Row, is_current, merge, not_writable, place, read_manifest, sha256, write_manifest
from builder.build.release import gate
from builder.build.resources import Shelf
from builder.build.targets import Selection, Target, WrongUse, modules_needed, spread
from builder.diagnostics import Diagnostics
from builder.model.course import Course
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A build that a person asked for."""

    root: Path
    out: Path
    selection: Selection
    jobs: int = 1
    strict: bool = False
    release: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did and what it found."""

    diagnostics: Diagnostics
    outputs: tuple[Row, ...] = ()
    """The rows of the files that the request names, made now or found current."""
    unchanged: int = 0
    """How many of them were current already."""


def build(request: Request, progress: Callable[[int, int, Target], None] | None = None) -> Report:
    """Return the files and findings of one build; raises `WrongUse` for a selection that names nothing.

    Files are placed one by one, each whole; what fails leaves the old file as it was.
    """
    findings = Findings()
    loaded = findings.take(load(request.root, modules=lambda courses: modules_needed(request.selection, courses)))
    if loaded is None:
        return Report(diagnostics=findings.all())
    targets = spread(request.selection, loaded.workspace)
    if has_errors(findings.all(), strict=request.strict):
        return Report(diagnostics=findings.all())
    if not targets:
        raise WrongUse(_nothing_to_build(loaded.workspace.courses))
    jobs = list(_jobs(loaded, targets, request, findings))
    jobs = gate(jobs, findings) if request.release else jobs
    with files.held(request.out), executor_for(request.jobs) as executor:
        return _carry_out(request, jobs, executor, findings, progress or _no_progress)


def _jobs(loaded: Loaded, targets: tuple[Target, ...], request: Request, findings: Findings) -> Iterator[Job]:
    """Yield a job per target whose language has no error; what is decided for all languages is decided once."""
    shelf = Shelf()
    editions = Editions(loaded)
    courses = {course.id: course for course in loaded.workspace.courses}
    together = sorted(targets, key=lambda target: (target.course, target.part, target.format, target.language))
    for (name, part, _format), group in groupby(together, lambda target: (target.course, target.part, target.format)):
        course = courses[name]
        decided: Any = None
        for number, target in enumerate(group):
            edition = editions.edition(course, part, target.language)
            resources = shelf.resources(format_of(target))
            if number == 0:
                decided = _decide(course, target, editions, resources, findings)
            if not has_errors(editions.found(), strict=request.strict, language=target.language):
                digest = digest_of(edition, resources, decided, shelf.code)
                yield Job(
                    target=target, edition=edition, resources=resources, decided=decided, digest=digest,
                    strict=request.strict,
                )  # fmt: skip
    findings.add(editions.found())


def _decide(course: Course, target: Target, editions: Editions, resources: Any, findings: Findings) -> Any:
    decide = format_of(target).decide
    if decide is None:
        return None
    everyone = [editions.edition(course, target.part, tag) for tag in course.languages]
    return findings.take(decide(everyone, resources))


def _carry_out(
    request: Request,
    jobs: list[Job],
    executor: Executor,
    findings: Findings,
    progress: Callable[[int, int, Target], None],
) -> Report:
    rows: list[Row] = []
    unchanged = 0
    try:
        before = read_manifest(request.out)
        current, waiting = _sort_out(request.out, jobs, before)
        rows.extend(current)
        unchanged = len(rows)
        with _recording(request.out, before, rows):
            for number, made in enumerate(run(executor, make, waiting), 1):
                progress(number, len(waiting), made.job)
                findings.add(made.found)
                if made.data is not None:
                    rows.append(_row(made, made.data))
                    findings.add(place(request.out, made.data, rows[-1], before))
    except OSError as problem:
        findings.add((not_writable(request.out, problem),))
    found = about(findings.all(), request.selection.languages)
    return Report(diagnostics=found, outputs=tuple(sorted(rows)), unchanged=unchanged)


def _sort_out(out: Path, jobs: list[Job], before: tuple[Row, ...]) -> tuple[list[Row], list[Job]]:
    """Return the rows of the files that are current already, and the jobs to do."""
    known = {(row.target, row.edition): row for row in before}
    rows: list[Row] = []
    waiting: list[Job] = []
    for job in jobs:
        row = known.get((job.target, job.edition.course.edition))
        if row is not None and is_current(out, row, job.digest):
            rows.append(row)
        else:
            waiting.append(job)
    return rows, waiting


@contextmanager
def _recording(out: Path, before: tuple[Row, ...], rows: list[Row]) -> Iterator[None]:
    """Write the manifest when the files are placed, or when something cuts that short: then of those that are."""
    try:
        yield
    except BaseException:
        rows[:] = [row for row in rows if is_current(out, row, row.digest)]
        with suppress(OSError):  # what cut it short is told, and that is enough
            _record(out, before, rows)
        raise
    _record(out, before, rows)


def _record(out: Path, before: tuple[Row, ...], rows: list[Row]) -> None:
    after = merge(before, rows, out)
    if after != before:
        write_manifest(out, after)


def _row(made: Made, data: bytes) -> Row:
    target, edition = made.job, made.edition
    format = format_of(target)
    artefact = f"{format.artefact}-{target.variant}" if target.variant else format.artefact
    draft = "-DRAFT" if made.draft else ""
    folder = f"{target.course}/{target.language}" + ("/trainer" if format.audience == "trainer" else "")
    name = f"{target.course}_{target.part}_{artefact}_{target.language}_{edition}{draft}.{format.suffix}"
    return Row(
        path=f"{folder}/{name}", sha256=sha256(data), bytes=len(data), course=target.course, part=target.part,
        artefact=format.artefact, variant=target.variant, format=format.name, lang=target.language, edition=edition,
        audience=format.audience, draft=made.draft, digest=made.digest,
    )  # fmt: skip


def _nothing_to_build(courses: tuple[Course, ...]) -> str:
    if not courses:
        return "there is no course yet; start one with `course new course NAME`"
    return "no file fits these courses, parts, languages and formats together; `course formats` lists what there is"


def _no_progress(_done: int, _total: int, _target: Target) -> None:
    """Show nothing."""
