"""`course check`."""

import json

import click

from builder.build.check import check
from builder.build.targets import Selection, WrongUse
from builder.cli.report import Manner, exit_code, manner_options, summary, tell, workspace_root
from builder.diagnostics import Diagnostics


@click.command("check")
@click.argument("courses", nargs=-1)
@click.option("--part", "parts", multiple=True, metavar="MODULE", help="Only this module.")
@click.option("--lang", "languages", multiple=True, metavar="LANGUAGE", help="Only this language.")
@click.option("--strict", is_flag=True, help="Take warnings as errors.")
@click.option("--sarif", "as_sarif", is_flag=True, help="Print one SARIF 2.1.0 log and nothing else.")
@manner_options
def check_command(
    courses: tuple[str, ...],
    parts: tuple[str, ...],
    languages: tuple[str, ...],
    *,
    strict: bool,
    as_sarif: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Read everything, or the COURSES named, and list what is wrong; nothing is written."""
    if as_json and as_sarif:
        raise click.UsageError("--json and --sarif each print one document: choose one")
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    try:
        verdict = check(workspace_root(), Selection(courses=courses, parts=parts, languages=languages))
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    if as_sarif:
        _print_sarif(verdict.diagnostics)
    else:
        tell(manner, verdict.diagnostics)
    if not (as_json or as_sarif or quiet):
        click.echo(f"{verdict.lessons} lessons, {verdict.languages} languages: {summary(verdict.diagnostics)}")
    raise click.exceptions.Exit(exit_code(verdict.diagnostics, strict=strict))


def _print_sarif(diagnostics: Diagnostics) -> None:
    from builder.cli.sarif import sarif

    click.echo(
        json.dumps(sarif(diagnostics), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode()
    )
