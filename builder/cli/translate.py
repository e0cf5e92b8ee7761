"""`course translate`."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.build.targets import WrongUse, check_language
from builder.build.translate import Update, update
from builder.cli.changes import marked_changes
from builder.cli.exchange import export_command, import_command, package_command, words_command
from builder.cli.report import Manner, document, exit_code, manner_options, tell, workspace_root

if TYPE_CHECKING:
    from builder.build.translate_minor import Minor


@click.group("translate")
def translate_command() -> None:
    """Work with the catalogues in locales/."""


for exchange_command in (export_command, import_command, words_command, package_command):
    translate_command.add_command(exchange_command)


@translate_command.command("update")
@click.argument("languages", nargs=-1)
@click.option("--drafts", metavar="NAME", help="Enter texts that the ledger does not know as drafts made by NAME.")
@manner_options
def update_command(
    languages: tuple[str, ...], *, drafts: str | None, as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Bring the catalogues of the LANGUAGES, or of all, in line with the lessons; no translation is ever dropped."""
    try:
        _check(languages)
        found = update(workspace_root(), languages, drafts_by=drafts, today=_today())
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    _end(found, Manner(as_json=as_json, quiet=quiet, verbose=verbose))


@translate_command.command("minor")
@click.argument("reference", required=False)
@click.option("--by", metavar="NAME", help="Declare the edits harmless in the name of a person; without it, show them.")
@manner_options
def minor_command(reference: str | None, *, by: str | None, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Declare an English edit harmless: its translations and their reviews stand, in every language.

    REFERENCE is the place of a text (modules/shock/01-keep-warm.md#pale), a lesson, or the digest that this command
    shows; without one it lists all edits for which a translation waits. Refused where a sentence or a word comes or
    goes, or a number, a name, a "not", a "must", a limit or a link has changed.
    """
    from builder.build.translate_minor import minor

    try:
        found = minor(workspace_root(), reference, by=by, today=_today())
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    declared = bool(by and found.update.changes)
    if as_json:
        click.echo(json.dumps(_edits(found, declared), ensure_ascii=False, indent=1))
        raise click.exceptions.Exit(exit_code(found.update.diagnostics))
    for one in () if quiet else found.edits:
        click.echo(f"{one.digest} {', '.join(one.places)} ({', '.join(one.languages)})")
        click.echo(f"  {marked_changes(one.edit.old[1], one.edit.new[1])}")
    waiting = "--by NAME declares them harmless" if found.edits else "no translation waits for an English edit"
    _end(found.update, Manner(as_json=False, quiet=quiet, verbose=verbose), nothing=waiting)


@translate_command.command("resegment")
@click.argument("languages", nargs=-1)
@manner_options
def resegment_command(languages: tuple[str, ...], *, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Carry translations and reviews over texts that were split, joined or cut elsewhere.

    It updates the catalogues first. A text is cut only where both sides have as many lines or sentences; otherwise the
    earlier text is a suggestion to revise.
    """
    from builder.build.translate_resegment import resegment_languages

    try:
        _check(languages)
        found = resegment_languages(workspace_root(), languages, today=_today())
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    _end(found, Manner(as_json=as_json, quiet=quiet, verbose=verbose))


@translate_command.command("fmt")
@click.argument("languages", nargs=-1)
@click.option("--check", "only_check", is_flag=True, help="Change nothing; end with 1 where something would change.")
@manner_options
def fmt_command(languages: tuple[str, ...], *, only_check: bool, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Lay out catalogues, ledgers and memories as we write them, whichever program saved them. No text changes."""
    from builder.build.translate_format import format_files

    try:
        found = format_files(workspace_root(), languages, only_check=only_check)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    _end(found, manner, strict=only_check, nothing="all files are laid out as we write them")


@translate_command.command("merge-driver")
@click.argument("versions", nargs=-1, type=click.Path(path_type=Path))
@click.option("--path", default="", help="What the file is called in the workspace (git's %P).")
@click.option("--install", is_flag=True, help="Set git up: .gitattributes here, and this clone's configuration.")
@manner_options
def merge_driver_command(
    versions: tuple[Path, ...], *, path: str, install: bool, as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Merge three VERSIONS of a file, BASE OURS THEIRS, entry by entry, into OURS; git calls it.

    Without files it prints how to set git up; --install does it. A translation that both sides changed in different
    ways is kept twice, and the command ends with 1.
    """
    from builder.build import merge_driver

    if install or not versions:
        _set_up(install)
        return
    if len(versions) != 3:
        raise click.UsageError("give three files: BASE OURS THEIRS")
    base, ours, theirs = versions
    try:
        merged, found = merge_driver.merge_files(base, ours, theirs, path=path or ours.as_posix())
    except OSError as problem:
        raise click.FileError(str(problem.filename), str(problem.strerror)) from problem
    tell(Manner(as_json=as_json, quiet=quiet, verbose=verbose), found)
    raise click.exceptions.Exit(0 if merged else 1)


def _set_up(install: bool) -> None:
    from builder.build.merge_driver import ATTRIBUTES, COMMAND, NAME
    from builder.build.merge_setup import install_driver

    if install:
        try:
            done = install_driver(workspace_root())
        except WrongUse as problem:
            raise click.UsageError(str(problem)) from problem
        for line in done:
            click.echo(line)
        return
    click.echo("In .gitattributes beside workspace.yaml, for everybody:\n")
    click.echo("\n".join(f"  {line}" for line in ATTRIBUTES))
    click.echo("\nIn each clone, once:\n")
    click.echo(f'  git config merge.{NAME}.driver "{COMMAND}"')
    click.echo(f'  git config merge.{NAME}.name "translations, entry by entry"')
    click.echo("\n`course translate merge-driver --install` does both.")


def _edits(found: "Minor", declared: bool) -> dict[str, Any]:
    """Return what ``minor --json`` prints; its schema is ``report.schema.json`` beside this file."""
    return {
        "schema": 1,
        "diagnostics": document(found.update.diagnostics, (), {})["diagnostics"],
        "edits": [
            {
                "digest": one.digest,
                "places": list(one.places),
                "old": one.edit.old[1],
                "new": one.edit.new[1],
                "languages": list(one.languages),
            }
            for one in found.edits
        ],
        "declared": declared,
    }


def _check(languages: tuple[str, ...]) -> None:
    for tag in languages:
        check_language(tag)


def _today() -> str:
    return date.today().isoformat()


def _end(
    found: Update, manner: Manner, *, strict: bool = False, nothing: str = "all catalogues are up to date"
) -> None:
    tell(manner, found.diagnostics)
    code = exit_code(found.diagnostics, strict=strict)
    if not manner.as_json and not manner.quiet:
        for path, changes in found.changes:
            click.echo(f"{path}: {changes}")
        if not found.changes and not code:
            click.echo(nothing)
    raise click.exceptions.Exit(code)
