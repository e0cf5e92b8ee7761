"""`course pack`."""

from pathlib import Path

import click

from builder.build.pack import pack
from builder.build.targets import Selection, WrongUse
from builder.cli.report import Manner, exit_code, manner_options, tell, workspace_root


@click.command("pack")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option("--lang", "languages", multiple=True, metavar="LANGUAGE", help="Only this language.")
@click.option("--from", "dist", type=click.Path(file_okay=False, path_type=Path), help="Another folder than dist/.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Another folder than packs/.")
@manner_options
def pack_command(
    courses: tuple[str, ...],
    languages: tuple[str, ...],
    *,
    dist: Path | None,
    out: Path | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Put what was built of each COURSE into zips to hand out: one for participants, one for trainers, per language."""
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    root = workspace_root()
    selection = Selection(courses=courses, languages=languages)
    try:
        packs = pack(root, dist or root / "dist", out or root / "packs", selection)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    tell(manner, packs.diagnostics)
    if not as_json and not quiet:
        for path, count in packs.written:
            click.echo(f"{path}: {count} files")
    raise click.exceptions.Exit(exit_code(packs.diagnostics))
