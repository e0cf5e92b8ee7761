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
    digest: str
    strict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of a job: bytes, or none where an error stands in the way."""

    job: Target
    edition: str
    """Of the course."""
    digest: str
    data: bytes | None
    draft: bool
    found: Diagnostics


def make(job: Job) -> Made:
    """Return the file of one target."""
    format = format_of(job.target)
    plan, found = format.plan(job.edition, job.resources, job.decided)
    bar = (Severity.ERROR, Severity.WARNING) if job.strict else (Severity.ERROR,)
    stopped = any(finding.severity in bar for finding in found)
    data = None if stopped else format.write(plan, job.resources)
    edition = job.edition.course.edition
    return Made(job=job.target, edition=edition, digest=job.digest, data=data, draft=plan.draft, found=found)


def format_of(target: Target) -> Format:
    """Return the record of a target's format."""
    return find_formats((target.format,))[0]


def digest_of(edition: Edition, resources: Resources, decided: Any, code: str) -> str:
    """Return the SHA-256 of everything that a target is made from; spans and paths of this machine are left out."""
    digest = hashlib.sha256(code.encode())
    digest.update(repr(edition).encode())
    digest.update(repr(decided).encode())
    for name, data in sorted(resources.files.items()):
        digest.update(name.encode())
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()
