"""`course check`: all findings of a workspace, its languages and its decks, without making a file."""

from dataclasses import replace
from pathlib import Path

from builder.build.executors import settled
from builder.build.findings import Findings, about, has_errors, told_once
from builder.build.jobs import prepare
from builder.build.load import Loaded, load
from builder.build.make import format_of, plan_of
from builder.build.pseudo_languages import with_pseudo
from builder.build.targets import (
    Selection,
    Target,
    check_selection,
    languages_told,
    modules_needed,
    spread,
    unmade_variants,
)
from builder.build.translation_checks import check_translations
from builder.diagnostics import Diagnostics
from builder.formats import FORMATS
from builder.records import dataclass
from builder.resolve.selection import ALL


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
    loaded = with_pseudo(loaded, selection)
    check_selection(selection, loaded.workspace.courses, FORMATS)
    findings.add(unmade_variants(loaded.workspace.courses))
    targets = () if has_errors(findings.all()) else spread(selection, loaded.workspace)
    with settled():
        _check_targets(loaded, targets, findings)
        findings.add(check_translations(loaded, sorted({target.language for target in targets})))
    told = about(findings.all(), languages_told(selection, targets, loaded.workspace.courses))
    return Verdict(
        diagnostics=told_once(told, loaded.workspace.manifest.derive),
        lessons=sum(len(module.lessons) for module in loaded.workspace.modules),
        languages=len({target.language for target in targets}),
    )


def _check_targets(loaded: Loaded, targets: tuple[Target, ...], findings: Findings) -> None:
    """Plan what is decided for all languages: only that can say more than the lessons themselves.

    A guide shows the decks of its modules, which are planned on their own.
    """
    decided = (target for target in targets if format_of(target).decide is not None)
    planned = [target for target in decided if target.part != ALL or format_of(target).asks]
    once = {(format_of(one).plan, replace(one, format="")): one for one in reversed(planned)}  # two may share a plan
    for job in prepare(loaded, tuple(reversed(once.values())), findings):
        findings.take(plan_of(job))
