"""How findings, outputs and states are told: as lines for people or as one JSON document for programs."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from enum import IntEnum
from pathlib import Path
from typing import Any, TypeVar

import click

from builder.build.manifest import Row
from builder.diagnostics import Code, Diagnostic, Severity
from builder.records import dataclass

_SHOWN = 20
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
    shown = wanted if manner.verbose else wanted[-_SHOWN:]
    if len(shown) < len(wanted):
        click.echo(f"… and {len(wanted) - len(shown)} before these (-v shows all)", err=True)
    for finding in shown:
        _print(finding)


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


def _print(finding: Diagnostic) -> None:
    place = f"{finding.span.path}:{finding.span.line}: " if finding.span else ""
    label = click.style(f"{finding.severity.value}[{finding.code.value}]", fg=_COLOURS[finding.severity], bold=True)
    click.echo(f"{place}{label}: {finding.message}", err=True)
    if finding.hint:
        click.echo(f"    hint: {finding.hint}", err=True)


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
