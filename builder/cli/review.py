"""`course review`."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from builder.build.review import Desk, open_desk, remark, sign_texts
from builder.build.targets import WrongUse, check_language
from builder.cli.report import Manner, document, exit_code, manner_options, tell, workspace_root
from builder.content.phrase import Kind
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.localize.review import Waiting
from builder.localize.word_changes import Change, word_changes
from builder.source import Span

_KEYS = "y sign it · n not now · c write a remark · a sign this and all that follow · q stop"
_KINDS = tuple(kind.value for kind in Kind)
_LOOKS = {"same": {}, "old": {"fg": "red", "strikethrough": True}, "new": {"fg": "green", "underline": True}}
_BRACKETS = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}


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
    if by is not None and not by.strip():
        raise click.UsageError("--by needs a name: nobody's signature is none")
    unknown = [kind for kind in kinds if kind not in _KINDS]
    if unknown:
        raise click.UsageError(f"{unknown[0]!r} is no kind of text; there are: {', '.join(_KINDS)}")
    try:
        check_language(language)
        desk, found = open_desk(workspace_root(), language, names=names)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    if desk is None:
        tell(manner, found)
        raise click.exceptions.Exit(exit_code(found))
    items = [one for one in desk.waiting if (not kinds or one.kind in kinds) and (one.before or not changed)]
    if by is None:
        _list(items, manner, found)
        raise click.exceptions.Exit(exit_code(found))
    if file is not None:
        items, unread = _approved_in(file, desk, items)
        found = (*found, *unread)
    today = date.today().isoformat()
    before = len(desk.waiting)
    if every or file is not None:
        desk, told = sign_texts(desk, items, by=by, today=today)
    elif as_json or not sys.stdin.isatty():
        raise click.UsageError("nobody is there to answer: add --all, or --from FILE, or run it in a terminal")
    else:
        desk, told = _ask(desk, items, by, today)
    signed = before - len(desk.waiting)
    if as_json:
        _print_document((*found, *told), signed, [one for one in items if one in desk.waiting])
    else:
        tell(manner, (*found, *told))
        click.echo("" if quiet else f"{signed} signed by {by}, {len(items) - signed} left", nl=not quiet)
    raise click.exceptions.Exit(exit_code((*found, *told)))


def _approved_in(file: Path, desk: Desk, items: list[Waiting]) -> tuple[list[Waiting], Sequence[Diagnostic]]:
    """Return what a file approves as it stands here, and a finding for each text that has changed since."""
    from builder.build.exchange import approved_in

    approved, found = approved_in(file, desk.tag)
    texts = {key[:3]: key[3] for key in approved}
    named = [one for one in items if (one.path, *one.message.key) in texts]
    signed = [one for one in named if texts[one.path, *one.message.key] == one.message.msgstr[0]]
    changed = tuple(_changed(one, file, desk.tag) for one in named if one not in signed)
    return signed, (*found, *changed)


def _changed(one: Waiting, file: Path, tag: str) -> Diagnostic:
    message = f"{file.name} approves another translation of “{one.message.msgid[:60]}” than the one that stands here"
    hint = f"`course translate import {file.name}` takes what it says, or export again and let it be read"
    return diagnose(Code.REVIEW_REFUSED, message, Span.at(one.path, one.message.line or 1), hint=hint, language=tag)


def _list(items: list[Waiting], manner: Manner, found: Sequence[Diagnostic]) -> None:
    if manner.as_json:
        _print_document(found, 0, items)
        return
    tell(manner, found)
    for number, one in enumerate(items, 1):
        _show(one, number, len(items))
    counts = Counter(Path(one.path).stem for one in items)
    listed = ", ".join(f"{count} in {name}" for name, count in counts.items())
    click.echo(f"{len(items)} texts wait: {listed}; --by NAME signs them" if items else "nothing waits for a reviewer")


def _print_document(found: Sequence[Diagnostic], signed: int, items: Sequence[Waiting]) -> None:
    """Print what ``--json`` asks for; its schema is ``report.schema.json`` beside this file."""
    told = document(found, (), {})["diagnostics"]
    rows = [_row(one) for one in items]
    content = {"schema": 1, "diagnostics": told, "signed": signed, "waiting": rows}
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))


def _row(one: Waiting) -> dict[str, object]:
    places = list(one.message.references)
    return {
        "path": one.path, "places": places, "kind": one.kind, "state": one.state.value, "context": one.message.msgctxt,
        "source": one.message.msgid, "translation": one.message.msgstr[0],
        "before": asdict(one.before) if one.before else None,
    }  # fmt: skip


def _ask(desk: Desk, items: list[Waiting], by: str, today: str) -> tuple[Desk, tuple[Diagnostic, ...]]:
    """Go through the texts one by one; what is signed is on disk before the next one is shown."""
    told: list[Diagnostic] = []
    click.echo(_KEYS)
    for number, one in enumerate(items, 1):
        _show(one, number, len(items))
        answer = click.prompt("", type=click.Choice(["y", "n", "c", "a", "q"]), show_choices=True, prompt_suffix=" ")
        if answer == "q":
            break
        if answer == "c":
            desk, found = remark(desk, one, click.prompt("remark to the translator"), by=by, today=today)
            told += found
        if answer in ("y", "a"):
            desk, found = sign_texts(desk, items[number - 1 :] if answer == "a" else [one], by=by, today=today)
            told += found
        if answer == "a":
            break
    return desk, tuple(told)


def _show(one: Waiting, number: int, count: int) -> None:
    place = one.message.references[0] if one.message.references else one.path
    head = f"{number}/{count}  {place}  {one.kind}  {one.state.value}".rstrip()
    click.echo(click.style(head, bold=True))
    before = one.before
    english, translation = one.message.msgid, one.message.msgstr[0]
    if before is None:
        click.echo(f"  {english}")
        if translation != english:
            click.echo(f"  {translation}")
    else:
        click.echo(f"  {_marked(word_changes(before.source, english))}")
        click.echo(f"  {_marked(word_changes(before.translation, translation))}")
        click.echo(f"  (approved before by {before.by}, {before.date})")
    for remark_line in one.message.comments:
        click.echo(f"  # {remark_line}")


def _marked(changes: Sequence[Change]) -> str:
    """Return both texts in one line: what went and what came in brackets, so that it is told not by colour alone."""
    return "".join(
        click.style(f"{_BRACKETS[one.kind][0]}{one.text}{_BRACKETS[one.kind][1]}", **_LOOKS[one.kind])  # type: ignore[arg-type]
        for one in changes
    )
