"""The order of the steps: load, localize, decide, plan, write, place. Readable in one screen."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from builder import files
from builder.build.executors import executor_for, run, settled
from builder.build.findings import Findings, about, has_errors
from builder.build.jobs import prepare
from builder.build.load import load
from builder.build.make import Job, Made, digest_of, format_of, make
from builder.build.manifest import (
    Row,
    discard,
    is_current,
    merge,
    not_writable,
    place,
    read_manifest,
    sha256,
    write_manifest,
)
from builder.build.pseudo_languages import with_pseudo
from builder.build.release import gate
from builder.build.targets import (
    Selection,
    Target,
    WrongUse,
    is_dropped,
    languages_told,
    modules_needed,
    spread,
    unmade_variants,
)
from builder.diagnostics import Diagnostics
from builder.model.course import Course
from builder.model.workspace import Workspace
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
    loaded = with_pseudo(loaded, request.selection)
    targets = spread(request.selection, loaded.workspace)
    findings.add(unmade_variants(loaded.workspace.courses))
    if has_errors(findings.all(), strict=request.strict):
        return Report(diagnostics=findings.all())
    if not targets:
        raise WrongUse(_nothing_to_build(loaded.workspace.courses))
    with settled():
        jobs = list(prepare(loaded, targets, findings, strict=request.strict))
    jobs = gate(jobs, loaded.memory, dict(loaded.workspace.manifest.derive), findings) if request.release else jobs
    with files.held(request.out), executor_for(request.jobs) as executor:
        report = _carry_out(request, jobs, loaded.workspace, executor, findings, progress or _no_progress)
    languages = languages_told(request.selection, targets, loaded.workspace.courses)
    return replace(report, diagnostics=about(report.diagnostics, languages))


def _carry_out(
    request: Request,
    jobs: list[Job],
    workspace: Workspace,
    executor: Executor,
    findings: Findings,
    progress: Callable[[int, int, Target], None],
) -> Report:
    rows: list[Row] = []
    unchanged = 0
    code = files.code_digest()
    digests = {job.target: digest_of(job, code) for job in jobs}
    try:
        before = read_manifest(request.out)
        # What a file made before could not carry is told only where it is made: so nothing counts as made.
        current, waiting = ([], jobs) if request.strict else _sort_out(request.out, jobs, digests, before)
        rows.extend(current)
        unchanged = len(rows)
        with _recording(request.out, before, rows), settled():
            for number, made in enumerate(run(executor, make, waiting), 1):
                progress(number, len(waiting), made.job)
                findings.add(made.found)
                if made.data is not None:
                    rows.append(_row(made, made.data, digests[made.job]))
                    findings.add(place(request.out, made.data, rows[-1], before))
            for row in before:
                if is_dropped(row.target, row.edition, request.selection, workspace):
                    findings.add(discard(request.out, row))
    except OSError as problem:
        findings.add((not_writable(request.out, problem),))
    return Report(diagnostics=findings.all(), outputs=tuple(sorted(rows)), unchanged=unchanged)


def _sort_out(
    out: Path, jobs: list[Job], digests: Mapping[Target, str], before: tuple[Row, ...]
) -> tuple[list[Row], list[Job]]:
    """Return the rows of the files that are current already, and the jobs to do."""
    known = {(row.target, row.edition): row for row in before}
    rows: list[Row] = []
    waiting: list[Job] = []
    for job in jobs:
        row = known.get((job.target, job.edition.course.edition))
        if row is not None and is_current(out, row, digests[job.target]):
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


def _row(made: Made, data: bytes, digest: str) -> Row:
    target, edition = made.job, made.edition
    format = format_of(target)
    artefact = f"{format.artefact}-{target.variant}" if target.variant else format.artefact
    draft = "-DRAFT" if made.draft else ""
    folder = f"{target.course}/{target.language}" + ("/trainer" if format.audience == "trainer" else "")
    name = f"{target.course}_{target.part}_{artefact}_{target.language}_{edition}{draft}.{format.suffix}"
    return Row(
        path=f"{folder}/{name}", sha256=sha256(data), bytes=len(data), course=target.course, part=target.part,
        artefact=format.artefact, variant=target.variant, format=format.name, lang=target.language, edition=edition,
        audience=format.audience, draft=made.draft, digest=digest,
    )  # fmt: skip


def _nothing_to_build(courses: tuple[Course, ...]) -> str:
    if not courses:
        return "there is no course yet; start one with `course new course NAME`"
    return "no file fits these courses, parts, languages and formats together; `course formats` lists what there is"


def _no_progress(_done: int, _total: int, _target: Target) -> None:
    """Show nothing."""
