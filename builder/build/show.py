"""`course show`: a part of the workspace after each step, as text to read."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from builder.build.editions import Editions
from builder.build.findings import Findings, has_errors
from builder.build.jobs import prepare
from builder.build.load import Loaded, load
from builder.build.make import plan_of
from builder.build.targets import Selection, WrongUse, check_language, check_selection, spread
from builder.content.dump import dump
from builder.diagnostics import Diagnostics
from builder.formats import FORMATS
from builder.model.course import Course
from builder.model.options import PLAIN
from builder.model.workspace import Workspace
from builder.records import dataclass
from builder.resolve.selection import ALL, parts_of

STAGES = ("read", "resolved", "localized", "plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A dump, and what was found on the way."""

    text: str
    diagnostics: Diagnostics


def show(
    root: Path,
    part: str,
    *,
    stage: str,
    course_id: str | None,
    language: str | None,
    format_name: str,
    variant: str = PLAIN,
) -> Shown:
    """Return a module, one ``module/lesson``, or ``all``, after a stage; raises `WrongUse` for what is not there."""
    if language is not None:
        check_language(language)
    findings = Findings()
    module, _, lesson = part.partition("/")
    loaded = findings.take(load(root, modules=partial(_needed, module)))
    if loaded is None:
        return Shown(text="", diagnostics=findings.all())
    language = language or loaded.workspace.manifest.source
    if stage in ("localized", "plan") and has_errors(findings.all()):
        return Shown(text="", diagnostics=findings.all())
    if stage == "plan":
        asked = Selection(parts=(module,), languages=(language,), formats=(format_name,), variants=(variant,))
        node = _plan(loaded, _course(loaded, module, course_id), asked, findings)
    elif stage == "localized":
        editions = Editions(loaded)
        edition = editions.edition(_course(loaded, module, course_id), module, language)
        findings.add(editions.found())
        node = _lesson(edition.modules, module, lesson)
    else:
        node = _lesson(_workspace(loaded, stage).modules, module, lesson)
    return Shown(text="" if node is None else dump(node), diagnostics=findings.all())


def _needed(part: str, courses: tuple[Course, ...]) -> set[str]:
    return {name for course in courses for name in parts_of(course)} if part == ALL else {part}


def _workspace(loaded: Loaded, stage: str) -> Workspace:
    return loaded.unresolved if stage == "read" else loaded.workspace


def _plan(loaded: Loaded, course: Course, asked: Selection, findings: Findings) -> Any:
    """Return the plan of the first file that is asked for; None where its language has errors."""
    targets = spread(replace(asked, courses=(course.id,)), loaded.workspace)
    if not targets:
        named = f"{', '.join(asked.formats)} of {', '.join(asked.parts)} in {', '.join(asked.languages)}"
        raise WrongUse(
            f"{course.id} has no {named} as {', '.join(asked.variants)}; it speaks {', '.join(course.languages)}, "
            f"and `course formats` lists what there is of a module and of all"
        )
    job = next(prepare(loaded, targets[:1], findings), None)
    return findings.take(plan_of(job)) if job else None


def _course(loaded: Loaded, module: str, course_id: str | None) -> Course:
    courses = loaded.workspace.courses
    if course_id is not None:
        check_selection(Selection(courses=(course_id,)), courses, FORMATS)
        return next(course for course in courses if course.id == course_id)
    if module == ALL and len(courses) > 1:
        raise WrongUse(
            f"every course has a part {ALL!r}; name one with --course: {', '.join(one.id for one in courses)}"
        )
    taking = [course for course in courses if module in (ALL, *parts_of(course))]
    if not taking:
        raise WrongUse(f"no course takes the module {module!r}; name one with --course")
    return taking[0]


def _lesson(modules: tuple[Any, ...], module: str, lesson: str) -> Any:
    if module == ALL and not lesson:
        return modules
    found = next((candidate for candidate in modules if candidate.id == module), None)
    if found is None:
        raise WrongUse(f"there is no module {module!r}, or nothing in it can be read")
    if not lesson:
        return found
    chosen = next((candidate for candidate in found.lessons if candidate.id == lesson), None)
    if chosen is None:
        raise WrongUse(f"there is no lesson {lesson!r} in {module}")
    return chosen
