"""`course check`: all findings of a workspace, its languages and its decks, without making a file."""

from pathlib import Path

from builder.build.editions import Editions
from builder.build.findings import Findings, about, has_errors
from builder.build.load import Loaded, load
from builder.build.resources import Shelf
from builder.build.targets import Selection, Target, check_selection, modules_needed, spread
from builder.diagnostics import Diagnostics
from builder.formats import FORMATS
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What `course check` found, and over how much."""

    diagnostics: Diagnostics
    lessons: int = 0
    languages: int = 0


def check(root: Path, selection: Selection) -> Verdict:
    """Return every finding of the selection; raises `WrongUse` for a name that is nowhere.

    With nothing selected the whole workspace is read, modules that no course takes included.
    """
    findings = Findings()
    some = selection.courses or selection.parts
    wanted = (lambda courses: modules_needed(selection, courses)) if some else None
    loaded = findings.take(load(root, modules=wanted))
    if loaded is None:
        return Verdict(diagnostics=findings.all())
    check_selection(selection, loaded.workspace.courses, FORMATS)
    targets = () if has_errors(findings.all()) else spread(selection, loaded.workspace)
    _check_targets(loaded, targets, findings)
    return Verdict(
        diagnostics=about(findings.all(), selection.languages),
        lessons=sum(len(module.lessons) for module in loaded.workspace.modules),
        languages=len({target.language for target in targets}),
    )


def _check_targets(loaded: Loaded, targets: tuple[Target, ...], findings: Findings) -> None:
    editions, shelf = Editions(loaded), Shelf()
    courses = {course.id: course for course in loaded.workspace.courses}
    pairs = dict.fromkeys((target.course, target.part) for target in targets)
    for name, part in pairs:
        everyone = [editions.edition(courses[name], part, tag) for tag in courses[name].languages]
        faultless = [one for one in everyone if not has_errors(editions.found(), language=one.language.tag)]
        for format in FORMATS:
            kind = "all" if part == "all" else "module"
            if format.decide is not None and kind in format.parts:
                resources = shelf.resources(format)
                decided = findings.take(format.decide(everyone, resources))
                for edition in faultless:
                    findings.take(format.plan(edition, resources, decided))
    findings.add(editions.found())
