"""Targets → jobs: the editions each needs, and what is decided once for all languages."""

from collections.abc import Iterator
from typing import Any

from builder.build.editions import Editions
from builder.build.findings import Findings, has_errors
from builder.build.load import Loaded
from builder.build.make import Job, format_of
from builder.build.resources import Shelf
from builder.build.targets import Target, target_options, variant_options
from builder.diagnostics import Diagnostics
from builder.model.course import Course
from builder.model.edition import Edition
from builder.model.options import further_languages
from builder.output.resources import Resources


def prepare(loaded: Loaded, targets: tuple[Target, ...], findings: Findings, *, strict: bool = False) -> Iterator[Job]:
    """Yield a job per target whose languages have no error; what is decided for all languages is decided once."""
    shelf, editions = Shelf(loaded.brands), Editions(loaded)
    courses = {course.id: course for course in loaded.workspace.courses}
    decisions: dict[Any, Any] = {}
    for target in sorted(targets, key=lambda target: (target.course, target.part, target.format, target.variant)):
        course, format = courses[target.course], format_of(target)
        resources = shelf.resources(format, course.publisher)
        options = target_options(target, course, format)
        edition = editions.edition(course, target.part, target.language, further_languages(options))
        # Formats with one `decide`, such as those of a deck, share what it says.
        key = (target.course, target.part, format.decide, variant_options(target, course, format))
        if key not in decisions:
            decisions[key] = findings.take(decide(target, course, editions, resources))
        if not _has_errors(edition, editions, strict=strict):
            yield Job(
                target=target, edition=edition, resources=resources, decided=decisions[key], options=options,
                strict=strict,
            )  # fmt: skip
    findings.add(editions.found())


def decide(target: Target, course: Course, editions: Editions, resources: Resources) -> tuple[Any, Diagnostics]:
    """Return what is equal in every language's file of a target's kind; nothing where its format decides nothing."""
    format = format_of(target)
    if format.decide is None:
        return None, ()
    everyone = [editions.edition(course, target.part, tag) for tag in course.languages]
    return format.decide(everyone, resources, variant_options(target, course, format))


def _has_errors(edition: Edition, editions: Editions, *, strict: bool) -> bool:
    spoken = (edition, *edition.further)
    return any(has_errors(editions.found(), strict=strict, language=one.language.tag) for one in spoken)
