"""What each format makes of each kind of question: nobody declares it, a sample of each is planned and looked at."""

from collections.abc import Iterable, Mapping
from typing import Literal

from builder import files
from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import Loaded, load
from builder.build.make import plan_of
from builder.build.targets import Selection, spread
from builder.diagnostics import Code, Diagnostic, Diagnostics
from builder.formats import FORMATS
from builder.model.lesson import Step
from builder.records import dataclass
from builder.resolve.selection import ALL

_SAMPLE = "starters/questions"
Carried = Literal["whole", "part", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriage:
    """What one format makes of one kind of question."""

    kind: str
    """In words: ``pairs``, ``hint`` …"""
    format: str
    carried: Carried
    losses: tuple[str, ...]
    """What a build would say of it."""


def carriages() -> tuple[Carriage, ...]:
    """Return what every format for questions makes of every kind, kind by kind."""
    loaded, _ = load(files.package_folder(_SAMPLE))
    if loaded is None:
        raise FileNotFoundError(_SAMPLE)
    formats = tuple(format.name for format in FORMATS if format.asks)
    losses = {name: _losses(loaded, name) for name in formats}
    steps = [lesson.steps for module in loaded.workspace.modules for lesson in module.lessons]
    return tuple(
        _carriage(alike, name, losses[name]) for alike in zip(*steps, strict=True) for name in formats
    )  # fmt: skip


def _losses(loaded: Loaded, format: str) -> Diagnostics:
    findings = Findings()
    targets = spread(Selection(parts=(ALL,), formats=(format,)), loaded.workspace)
    for job in prepare(loaded, targets, findings):
        findings.take(plan_of(job))
    return findings.all()


def _carriage(alike: Iterable[Step], format: str, losses: Diagnostics) -> Carriage:
    """Return what becomes of steps that hold the same question, once to practise and once to test."""
    steps = tuple(alike)
    found = [finding for finding in losses if any(_is_about(finding, step) for step in steps)]
    carried: Carried = "part" if found else "whole"
    if any(finding.code is Code.QUESTION_NOT_CARRIED for finding in found):
        carried = "none"
    kind = steps[0].title.message
    messages = tuple(dict.fromkeys(finding.message for finding in found))
    return Carriage(kind=kind, format=format, carried=carried, losses=messages)


def _is_about(finding: Diagnostic, step: Step) -> bool:
    span = finding.span
    return span is not None and span.path == step.span.path and step.span.line <= span.line <= step.span.end_line


def table(rows: Iterable[Carriage]) -> Mapping[str, Mapping[str, Carried]]:
    """Return by kind and format what is carried."""
    found: dict[str, dict[str, Carried]] = {}
    for row in rows:
        found.setdefault(row.kind, {})[row.format] = row.carried
    return found
