"""`course review`."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from builder.build.review import Desk, approved_by, open_desk, remark, sign_texts
from builder.build.targets import WrongUse, check_kind, check_language
from builder.cli.changes import marked_changes
from builder.cli.report import Manner, document, exit_code, manner_options, tell, workspace_root
from builder.diagnostics import Diagnostics
from builder.localize.review import Waiting

_KEYS = "y sign it · n not now · c write a remark · a sign this and all that follow · q stop"


@click.command("review")
@click.argument("language")
@click.option("--by", metavar="NAME", help="Sign in the name of a person; without it, show what waits.")
@click.option("--module", "names", multiple=True, metavar="NAME", help="Only this catalogue: a module, _glossary …")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only texts of this kind: heading, option …")
@click.option("--changed", is_flag=True, help="Only texts that somebody had approved before they changed.")
@click.option("--all", "every", is_flag=True, help="Sign all of these at once, as after a reading on paper.")
@click.option(
    "--from", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="Sign what this XLIFF or Word file marks as approved.",
)  # fmt: skip
@manner_options
def review_command(
    language: str,
    *,
    by: str | None,
    names: tuple[str, ...],
    kinds: tuple[str, ...],
    changed: bool,
    every: bool,
    file: Path | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show what waits for a reviewer of LANGUAGE, text by text, and sign it with --by NAME.

    A signature stands for the two texts as they are, wherever they stand: who changes one of them, in any program,
    ends it. Texts that changed since they were approved come with what changed, word by word.
    """
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    desk, found = _opened(language, names, kinds, by)
    if desk is None:
        tell(manner, found)
        raise click.exceptions.Exit(exit_code(found))
    items = [one for one in desk.waiting if _is_wanted(one, kinds, changed=changed)]
    if by is None:
        _list(items, manner, found)
        raise click.exceptions.Exit(exit_code(found))
    if file is not None:
        approved, unread = approved_by(desk, file, items)
        items, found = list(approved), (*found, *unread)
    after, told = _signed(desk, items, by, at_once=every or file is not None, asks=not as_json)
    _end(desk, after, items, by, (*found, *told), manner)


def _opened(
    language: str, names: tuple[str, ...], kinds: tuple[str, ...], by: str | None
) -> tuple[Desk | None, Diagnostics]:
    if by is not None and not by.strip():
        raise click.UsageError("--by needs a name: nobody's signature is none")
    try:
        for kind in kinds:
            check_kind(kind)
        check_language(language)
        return open_desk(workspace_root(), language, names=names)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem


def _is_wanted(one: Waiting, kinds: tuple[str, ...], *, changed: bool) -> bool:
    return (not kinds or not set(kinds).isdisjoint(one.kinds)) and (one.before is not None or not changed)


def _signed(desk: Desk, items: list[Waiting], by: str, *, at_once: bool, asks: bool) -> tuple[Desk, Diagnostics]:
    today = date.today().isoformat()
    if at_once:
        return sign_texts(desk, items, by=by, today=today)
    if not asks or not sys.stdin.isatty():
        raise click.UsageError("nobody is there to answer: add --all, or --from FILE, or run it in a terminal")
    return _ask(desk, items, by, today)


def _end(before: Desk, after: Desk, items: list[Waiting], by: str, found: Diagnostics, manner: Manner) -> None:
    """Tell what was signed and what is left, and end the command."""
    signed = len(before.waiting) - len(after.waiting)
    if manner.as_json:
        _print_document(found, signed, [one for one in items if one in after.waiting])
    else:
        tell(manner, found)
        click.echo("" if manner.quiet else f"{signed} signed by {by}, {len(items) - signed} left", nl=not manner.quiet)
    raise click.exceptions.Exit(exit_code(found))


def _list(items: list[Waiting], manner: Manner, found: Diagnostics) -> None:
    if manner.as_json:
        _print_document(found, 0, items)
        return
    tell(manner, found)
    for number, one in enumerate(items, 1):
        _show(one, number, len(items))
    counts = Counter(Path(one.path).stem for one in items)
    listed = ", ".join(f"{count} in {name}" for name, count in counts.items())
    click.echo(f"{len(items)} texts wait: {listed}; --by NAME signs them" if items else "nothing waits for a reviewer")


def _print_document(found: Diagnostics, signed: int, items: Sequence[Waiting]) -> None:
    """Print what ``--json`` asks for; its schema is ``report.schema.json`` beside this file."""
    told = document(found, (), {})["diagnostics"]
    rows = [_row(one) for one in items]
    content = {"schema": 1, "diagnostics": told, "signed": signed, "waiting": rows}
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))


def _row(one: Waiting) -> dict[str, object]:
    message = one.message
    return {
        "path": one.path, "places": list(message.references), "kind": ", ".join(one.kinds), "state": one.state.value,
        "context": message.msgctxt, "source": message.msgid, "translation": message.msgstr[0],
        "before": asdict(one.before) if one.before else None,
    }  # fmt: skip


def _ask(desk: Desk, items: list[Waiting], by: str, today: str) -> tuple[Desk, Diagnostics]:
    """Go through the texts one by one; what is signed is on disk before the next one is shown."""
    told: Diagnostics = ()
    click.echo(_KEYS)
    for number, one in enumerate(items, 1):
        _show(one, number, len(items))
        answer = click.prompt("", type=click.Choice(["y", "n", "c", "a", "q"]), show_choices=True, prompt_suffix=" ")
        if answer == "q":
            break
        if answer == "c":
            desk, found = remark(desk, one, click.prompt("remark to the translator"), by=by, today=today)
            told = (*told, *found)
        if answer in ("y", "a"):
            desk, found = sign_texts(desk, items[number - 1 :] if answer == "a" else [one], by=by, today=today)
            told = (*told, *found)
        if answer == "a":
            break
    return desk, told


def _show(one: Waiting, number: int, count: int) -> None:
    place = one.message.references[0] if one.message.references else one.path
    head = f"{number}/{count}  {place}  {', '.join(one.kinds)}  {one.state.value}".rstrip()
    click.echo(click.style(head, bold=True))
    before = one.before
    english, translation = one.message.msgid, one.message.msgstr[0]
    if before is None:
        click.echo(f"  {english}")
        if translation != english:
            click.echo(f"  {translation}")
    else:
        click.echo(f"  {marked_changes(before.source, english)}")
        click.echo(f"  {marked_changes(before.translation, translation)}")
        click.echo(f"  (approved before by {before.by}, {before.date})")
    for remark_line in one.message.comments:
        click.echo(f"  # {remark_line}")
