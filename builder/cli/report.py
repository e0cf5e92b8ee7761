"""How findings, outputs and states are told: as lines for people or as one JSON document for programs."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from enum import IntEnum
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

import click

from builder.build.manifest import Row
from builder.diagnostics import Code, Diagnostic, Severity
from builder.records import dataclass

_SHOWN = 20
_PLACES = 3
"""Of findings that say the same."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_ORDER = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
CommandT = TypeVar("CommandT", bound=Callable[..., Any])


class ExitCode(IntEnum):
    """How a command ended (DESIGN section 6)."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    ENVIRONMENT = 3
    GATE = 4
    CONFLICT = 5
    VERIFICATION = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a person wants to be told."""

    as_json: bool
    quiet: bool
    verbose: bool


def manner_options(command: CommandT) -> CommandT:
    """Add ``--json``, ``-q`` and ``-v`` to a command."""
    command = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")(command)
    command = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")(command)
    return click.option("-v", "--verbose", is_flag=True, help="Print every finding, notes included.")(command)


def tell(
    manner: Manner,
    diagnostics: Sequence[Diagnostic],
    *,
    outputs: Sequence[Row] = (),
    status: Mapping[str, Any] | None = None,
) -> None:
    """Print the findings on stderr; with ``--json`` print one document on stdout instead."""
    if manner.as_json:
        text = json.dumps(document(diagnostics, outputs, status or {}), ensure_ascii=False, indent=1)
        click.echo(text.encode("utf-8", "backslashreplace").decode())  # a file's name may be no text at all
        return
    wanted = [finding for finding in diagnostics if _wanted(finding, manner)]
    wanted.sort(key=lambda finding: (_ORDER[finding.severity], _place(finding)))
    single = [finding for finding in wanted if manner.verbose or not finding.together]
    many = [] if manner.verbose else put_together(finding for finding in wanted if finding.together)
    _print_many(many)
    shown = single if manner.verbose else single[-_SHOWN:]
    if len(shown) < len(single):
        click.echo(f"… and {len(single) - len(shown)} before these (-v shows all)", err=True)
    for finding in shown:
        _print([finding], hint=finding.hint)


def put_together(findings: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Return findings that say the same of several places as one group each, by severity and words."""
    groups: dict[object, list[Diagnostic]] = {}
    for finding in findings:
        groups.setdefault((_ORDER[finding.severity], finding.together, finding.language or ""), []).append(finding)
    return [groups[key] for key in sorted(groups, key=str)]


def document(diagnostics: Sequence[Diagnostic], outputs: Sequence[Row], status: Mapping[str, Any]) -> dict[str, Any]:
    """Return what ``--json`` prints; its schema is ``report.schema.json`` beside this file."""
    return {
        "schema": 1,
        "diagnostics": [_finding(finding) for finding in diagnostics],
        "outputs": [asdict(row) for row in outputs],
        "status": dict(status),
    }


def exit_code(diagnostics: Sequence[Diagnostic], *, strict: bool = False) -> ExitCode:
    """Return how a command that found these ends."""
    codes = {finding.code for finding in diagnostics}
    if Code.OUTPUT_NOT_WRITABLE in codes:
        return ExitCode.ENVIRONMENT
    bar = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    serious = {finding.code for finding in diagnostics if finding.severity in bar}
    if Code.IMPORT_CONFLICT in serious:
        return ExitCode.CONFLICT
    if serious - {Code.RELEASE_UNREVIEWED, Code.RELEASE_UNRECORDED}:
        return ExitCode.FINDINGS
    return ExitCode.GATE if serious else ExitCode.DONE


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return ``2 errors, 1 warning``."""
    return ", ".join(
        f"{count} {severity.value}{'' if count == 1 else 's'}"
        for severity in (Severity.ERROR, Severity.WARNING)
        for count in [sum(finding.severity is severity for finding in diagnostics)]
    )


def workspace_root() -> Path:
    """Return the root of the workspace around the current folder; ends the command where there is none."""
    from builder.files import MANIFEST_NAME, find_root

    try:
        root = find_root(Path.cwd())
    except FileNotFoundError:  # the current folder was deleted
        root = None
    if root is None:
        raise click.UsageError(
            f"no {MANIFEST_NAME} here or above; go into a workspace, or start one: course new workspace NAME"
        )
    return root


def _wanted(finding: Diagnostic, manner: Manner) -> bool:
    if manner.quiet:
        return finding.severity is Severity.ERROR
    return manner.verbose or finding.severity is not Severity.INFO


def _place(finding: Diagnostic) -> tuple[str, int]:
    return (finding.span.path, finding.span.line) if finding.span else ("", 0)


def _print_many(groups: Sequence[Sequence[Diagnostic]]) -> None:
    """Print groups of findings, a hint that the next one gives as well only there."""
    for group, after in zip_longest(groups, groups[1:]):
        repeated = after is not None and group[0].hint == after[0].hint
        _print(group, hint=None if repeated else group[0].hint)


def _print(findings: Sequence[Diagnostic], *, hint: str | None) -> None:
    """Print a finding, or as one those that say the same of several places, with the first of these."""
    first, places = findings[0], [_where(finding) for finding in findings]
    alone = len(findings) == 1
    place = f"{places[0]}: " if alone and places[0] else ""
    label = click.style(f"{first.severity.value}[{first.code.value}]", fg=_COLOURS[first.severity], bold=True)
    message = first.message if alone else (first.together or "").replace("{count}", str(len(findings)))
    click.echo(f"{place}{label}: {message}", err=True)
    if not alone:
        more = " … (-v shows all)" if len(places) > _PLACES else ""
        click.echo(f"    at {', '.join(places[:_PLACES])}{more}", err=True)
    if hint:
        click.echo(f"    hint: {hint}", err=True)


def _where(finding: Diagnostic) -> str:
    return f"{finding.span.path}:{finding.span.line}" if finding.span else ""


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "path": finding.span.path if finding.span else None,
        "line": finding.span.line if finding.span else None,
        "lang": finding.language,
        "message": finding.message,
        "hint": finding.hint,
    }
