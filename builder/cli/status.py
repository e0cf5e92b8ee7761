"""`course status`."""

from dataclasses import asdict
from typing import Any

import click

from builder.build.status import Line, status
from builder.build.targets import WrongUse, check_language
from builder.cli.report import Manner, exit_code, manner_options, tell, workspace_root
from builder.localize.status import Counts

_COLUMNS = ("messages", "missing", "draft", "translated", "reviewed", "stale")


@click.command("status")
@click.argument("languages", nargs=-1)
@click.option("--kinds", "by_kind", is_flag=True, help="Tell kinds of text apart: heading, paragraph, option …")
@manner_options
def status_command(languages: tuple[str, ...], *, by_kind: bool, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Show per language and catalogue how many texts are missing, draft, translated, reviewed or stale."""
    try:
        for tag in languages:
            check_language(tag)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    found = status(workspace_root(), languages)
    table: dict[str, dict[str, dict[str, Any]]] = {}
    for line in found.lines:
        table.setdefault(line.language, {})[line.catalogue] = _line(line)
    tell(Manner(as_json=as_json, quiet=quiet, verbose=verbose), found.diagnostics, status=table)
    if not as_json:
        _print(table, by_kind=by_kind)
    raise click.exceptions.Exit(exit_code(found.diagnostics))


def _line(line: Line) -> dict[str, Any]:
    return {**_counts(line.counts), "kinds": {kind: _counts(counts) for kind, counts in line.kinds.items()}}


def _counts(counts: Counts) -> dict[str, int]:
    found = asdict(counts)
    return {name: found["total"] if name == "messages" else found[name] for name in _COLUMNS}


def _print(table: dict[str, dict[str, dict[str, Any]]], *, by_kind: bool) -> None:
    click.echo(f"{'language':9}{'catalogue':22}" + "".join(f"{name:>11}" for name in _COLUMNS))
    for language, catalogues in table.items():
        for catalogue, counts in catalogues.items():
            click.echo(f"{language:9}{catalogue:22}" + "".join(f"{counts[name]:>11}" for name in _COLUMNS))
            for kind, own in counts["kinds"].items() if by_kind else ():
                click.echo(f"{'':9}  {kind:20}" + "".join(f"{own[name]:>11}" for name in _COLUMNS))
