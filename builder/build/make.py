"""One target → one file's bytes: plan, then write. Pure and picklable, so that any executor can run it."""

import hashlib
from typing import Any

from builder.build.targets import Target
from builder.diagnostics import Diagnostics, Severity
from builder.formats import Format, find_formats
from builder.model.edition import Edition
from builder.output.resources import Resources
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """All that one file is made from."""

    target: Target
    edition: Edition
    resources: Resources
    decided: Any
    options: Any
    """The record of the format's artefact; None where it has no variants."""
    strict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of a job: bytes, or none where an error stands in the way."""

    job: Target
    edition: str
    """Of the course."""
    data: bytes | None
    draft: bool
    found: Diagnostics


def make(job: Job) -> Made:
    """Return the file of one target."""
    format = format_of(job.target)
    plan, found = plan_of(job)
    bar = (Severity.ERROR, Severity.WARNING) if job.strict else (Severity.ERROR,)
    stopped = any(finding.severity in bar for finding in found)
    data = None if stopped else format.write(plan, job.resources)
    edition = job.edition.course.edition
    return Made(job=job.target, edition=edition, data=data, draft=plan.draft, found=found)


def plan_of(job: Job) -> tuple[Any, Diagnostics]:
    """Return the output of one target, decided but not serialised, and what it cannot show."""
    return format_of(job.target).plan(job.edition, job.resources, job.decided, job.options)


def format_of(target: Target) -> Format:
    """Return the record of a target's format."""
    return find_formats((target.format,))[0]


def digest_of(job: Job, code: str) -> str:
    """Return the SHA-256 of everything that a target is made from; spans and paths of this machine are left out."""
    digest = hashlib.sha256(code.encode())
    digest.update(repr(job.edition).encode())
    digest.update(repr((job.decided, job.options)).encode())
    for name, data in sorted(job.resources.files.items()):
        digest.update(name.encode())
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()
