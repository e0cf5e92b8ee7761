"""`course status`."""

from dataclasses import asdict

import click

from builder.build.status import Line, status
from builder.build.targets import WrongUse, check_language
from builder.cli.report import Manner, exit_code, manner_options, tell, workspace_root

_COLUMNS = ("messages", "missing", "draft", "translated", "reviewed", "stale")


@click.command("status")
@click.argument("languages", nargs=-1)
@manner_options
def status_command(languages: tuple[str, ...], *, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Show per language and catalogue how many texts are missing, draft, translated, reviewed or stale."""
    try:
        for tag in languages:
            check_language(tag)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    found = status(workspace_root(), languages)
    table: dict[str, dict[str, dict[str, int]]] = {}
    for line in found.lines:
        table.setdefault(line.language, {})[line.catalogue] = _counts(line)
    tell(Manner(as_json=as_json, quiet=quiet, verbose=verbose), found.diagnostics, status=table)
    if not as_json:
        _print(table)
    raise click.exceptions.Exit(exit_code(found.diagnostics))


def _counts(line: Line) -> dict[str, int]:
    counts = asdict(line.counts)
    return {name: counts["total"] if name == "messages" else counts[name] for name in _COLUMNS}


def _print(table: dict[str, dict[str, dict[str, int]]]) -> None:
    click.echo(f"{'language':9}{'catalogue':22}" + "".join(f"{name:>11}" for name in _COLUMNS))
    for language, catalogues in table.items():
        for catalogue, counts in catalogues.items():
            click.echo(f"{language:9}{catalogue:22}" + "".join(f"{counts[name]:>11}" for name in _COLUMNS))
