"""`course translate export`, `import`, `words` and `package`: exchange with translators."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from builder.build.targets import WrongUse, check_language
from builder.cli.report import ExitCode, Manner, exit_code, manner_options, tell, workspace_root
from builder.localize.exchange.words import BANDS, Count

_FORMS = ("xliff", "xliff21", "tmx", "tbx", "docx", "csv")
_COUNTED = ("texts", "words", "characters")


@click.command("export")
@click.argument("language")
@click.option("--as", "form", type=click.Choice(_FORMS), default="xliff", show_default=True, help="Kind of file.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to; here by default.")
@click.option("--module", "modules", multiple=True, metavar="NAME", help="Only this catalogue: a module, _glossary …")
@click.option("--only", "states", metavar="STATES", help="Only these: missing,stale,draft,translated,reviewed.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only texts of this kind: heading, option …")
@manner_options
def export_command(
    language: str,
    *,
    form: str,
    output: Path | None,
    modules: tuple[str, ...],
    states: str | None,
    kinds: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the texts of LANGUAGE into a file for a translator.

    xliff (1.2) is for most translators' programs, xliff21 for the newest, docx for Word, csv for a spreadsheet, tmx and
    tbx for a memory of texts and terms. What comes back goes in with `course translate import`. Nothing in locales/
    changes.
    """
    from builder.build.exchange import Selected, export
    from builder.localize.exchange.files import SUFFIXES

    listed = tuple(state.strip() for state in (states or "").split(",") if state.strip())
    try:
        check_language(language)
        selected = Selected(modules=modules, states=listed, kinds=kinds)
        found = export(workspace_root(), language, form, selected)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    path = output or Path(f"{language}.{SUFFIXES[form]}")
    if found.data is not None:
        _write(path, found.data)
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    tell(manner, found.diagnostics, status={"file": path.as_posix(), "texts": found.texts})
    if found.data is not None and not as_json and not quiet:
        click.echo(f"{path}: {found.texts} texts" if form != "tbx" else f"{path}: the terms")
    raise click.exceptions.Exit(exit_code(found.diagnostics))


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE…")
@click.option("--lang", "language", metavar="LANGUAGE", help="For a file that does not say its language.")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; only say what would be taken.")
@manner_options
def import_command(
    paths: tuple[Path, ...], *, language: str | None, only_check: bool, as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Enter what translators send back: XLIFF, TMX, Word or CSV, in any of the forms that `export` writes.

    A text that only the file changed is taken. One that was changed here too stays as it is; the file's stands above
    it as a comment `also:`, and the command ends with 5. Damaged markup is refused, with the reason.
    """
    from builder.build.exchange import import_files

    try:
        if language is not None:
            check_language(language)
        found = import_files(workspace_root(), paths, language=language, only_check=only_check)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    tell(manner, found.diagnostics, status={"changes": dict(found.changes)})
    if not as_json and not quiet:
        for path, change in found.changes:
            click.echo(f"{path}: {change}")
        if not found.changes and exit_code(found.diagnostics) is ExitCode.DONE:
            click.echo("nothing is new in it")
    raise click.exceptions.Exit(exit_code(found.diagnostics))


@click.command("words")
@click.argument("languages", nargs=-1)
@click.option("--kinds", "by_kind", is_flag=True, help="Tell kinds of text apart: heading, paragraph, option …")
@manner_options
def words_command(languages: tuple[str, ...], *, by_kind: bool, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Count what is to translate into LANGUAGES, or all: new, changed and repeated texts, words and characters.

    "changed" are texts whose English was edited, by per cent of likeness; "repeated" stand for texts that are
    translated once, in the same catalogue or in another.
    """
    from builder.build.exchange_words import words

    try:
        for tag in languages:
            check_language(tag)
        found = words(workspace_root(), languages)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    status = {tag: _json(counts) for tag, counts in found.counts}
    tell(Manner(as_json=as_json, quiet=quiet, verbose=verbose), found.diagnostics, status=status)
    if not as_json:
        _print(found.counts, by_kind=by_kind)
    raise click.exceptions.Exit(exit_code(found.diagnostics))


@click.command("package")
@click.argument("language")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to; here by default.")
@click.option("--module", "modules", multiple=True, metavar="NAME", help="Only this catalogue: a module, _glossary …")
@click.option("--only", "states", metavar="STATES", help="Only these: missing,stale,draft,translated,reviewed.")
@manner_options
def package_command(
    language: str,
    *,
    output: Path | None,
    modules: tuple[str, ...],
    states: str | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write one zip with all that a translator into LANGUAGE needs, who has neither the workspace nor this command.

    Word and XLIFF files of each module, the slides as pictures with their texts, the terms, and instructions in her
    language.
    """
    from builder.build.exchange import Selected
    from builder.build.exchange_package import package

    listed = tuple(state.strip() for state in (states or "").split(",") if state.strip())
    try:
        check_language(language)
        found = package(workspace_root(), language, Selected(modules=modules, states=listed))
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    path = output or Path(f"translate-{language}.zip")
    if found.data is not None:
        _write(path, found.data)
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    tell(manner, found.diagnostics, status={"file": path.as_posix(), "texts": found.texts})
    if found.data is not None and not as_json and not quiet:
        click.echo(f"{path}: {found.texts} texts, {len(found.data) / 1e6:.1f} MB")
    raise click.exceptions.Exit(exit_code(found.diagnostics))


def _write(path: Path, data: bytes) -> None:
    from builder import files

    try:
        files.write(path, data)
    except OSError as problem:
        raise click.FileError(str(path), str(problem.strerror)) from problem


def _json(counts: Sequence[Count]) -> list[dict[str, object]]:
    return [
        {"catalogue": one.catalogue, "kind": one.kind, "band": one.band}
        | {name: getattr(one, name) for name in _COUNTED}
        for one in counts
    ]  # fmt: skip


def _print(counts: Sequence[tuple[str, Sequence[Count]]], *, by_kind: bool) -> None:
    """Print the words in each band, a line for each catalogue, then texts, words and characters of the language."""
    heads = [band.replace("changed ", "~").replace("repeated ", "=") for band in BANDS]
    click.echo(f"{'language':9}{'catalogue':22}" + "".join(f"{head:>11}" for head in heads) + f"{'to do':>11}")
    for tag, listed in counts:
        groups = dict.fromkeys((one.catalogue, one.kind if by_kind else "") for one in listed)
        for catalogue, kind in groups:
            own = [one for one in listed if one.catalogue == catalogue and kind in ("", one.kind)]
            click.echo(f"{tag:9}{f'{catalogue} {kind}'.strip():22}{_line(own, 'words')}")
        for unit in _COUNTED:
            click.echo(f"{tag:9}{f'all, {unit}':22}{_line(listed, unit)}")


def _line(counts: Sequence[Count], unit: str) -> str:
    sums: Counter[str] = Counter()
    for one in counts:
        sums[one.band] += getattr(one, unit)
    todo = sum(number for band, number in sums.items() if band != "done")
    return "".join(f"{sums[band]:>11}" for band in BANDS) + f"{todo:>11}"
