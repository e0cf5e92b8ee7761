"""`course clean`."""

from pathlib import Path

import click

from builder.build.clean import clean
from builder.cli.report import Manner, exit_code, manner_options, tell, workspace_root


@click.command("clean")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Another folder than dist/.")
@manner_options
def clean_command(*, out: Path | None, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Remove the files that the manifest lists; one that a person has edited is kept."""
    folder = out or workspace_root() / "dist"
    cleaned = clean(folder)
    tell(Manner(as_json=as_json, quiet=quiet, verbose=verbose), cleaned.diagnostics)
    if not as_json and not quiet:
        click.echo(f"{cleaned.removed} files removed from {folder}")
    raise click.exceptions.Exit(exit_code(cleaned.diagnostics))
