"""`course translate`."""

from datetime import date

import click

from builder.build.targets import WrongUse, check_language
from builder.build.translate import Update, update
from builder.cli.report import Manner, exit_code, manner_options, tell, workspace_root


@click.group("translate")
def translate_command() -> None:
    """Work with the catalogues in locales/."""


@translate_command.command("update")
@click.argument("languages", nargs=-1)
@click.option("--drafts", metavar="NAME", help="Enter texts that the ledger does not know as drafts made by NAME.")
@manner_options
def update_command(
    languages: tuple[str, ...], *, drafts: str | None, as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Bring the catalogues of the LANGUAGES, or of all, in line with the lessons; no translation is ever dropped."""
    try:
        for tag in languages:
            check_language(tag)
        found = update(workspace_root(), languages, drafts_by=drafts, today=date.today().isoformat())
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    tell(Manner(as_json=as_json, quiet=quiet, verbose=verbose), found.diagnostics)
    if not as_json and not quiet:
        _print(found)
    raise click.exceptions.Exit(exit_code(found.diagnostics))


def _print(found: Update) -> None:
    for path, changes in found.changes:
        click.echo(f"{path}: {changes}")
    if not found.changes:
        click.echo("all catalogues are up to date")
