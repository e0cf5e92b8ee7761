"""`course ids`."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from builder.build.ids import IdsReport, IdsRequest, ids
from builder.build.left_out import LeftOut
from builder.build.targets import WrongUse
from builder.cli.report import Manner, document, exit_code, manner_options, tell, workspace_root
from builder.diagnostics import Code
from builder.model.lock import lock_path


@click.command("ids")
@click.option("--write", is_flag=True, help="Write the missing ids into the lessons, and enter questions in the locks.")
@click.option(
    "--accept", multiple=True, metavar="ID", help="What is right has changed, and shall. 'q-x-*' for several."
)
@click.option("--retire", multiple=True, metavar="ID", help="The question is gone for good.")
@manner_options
def ids_command(
    *, write: bool, accept: tuple[str, ...], retire: tuple[str, ...], as_json: bool, quiet: bool, verbose: bool
) -> None:
    """List the ids that authors left out, and what the locks say of the questions that went out.

    A lock, modules/MODULE/ids.lock, remembers what was right in each question, so that no id comes to mean something
    else. Run `course ids --write` before you publish; keep the locks with the lessons.
    """
    try:
        report = ids(IdsRequest(root=workspace_root(), write=write, accept=accept, retire=retire))
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    if as_json:
        click.echo(json.dumps(_document(report), ensure_ascii=False, indent=1))
    else:
        others = [finding for finding in report.diagnostics if finding.code is not Code.ID_MISSING]  # listed below
        tell(Manner(as_json=False, quiet=quiet, verbose=verbose), others)
        for line in () if quiet else _lines(report, done=write or bool(accept or retire), verbose=verbose):
            click.echo(line)
    raise click.exceptions.Exit(exit_code(report.diagnostics))


def _lines(report: IdsReport, *, done: bool, verbose: bool) -> Iterator[str]:
    for one in report.left_out:
        if verbose or not done or not one.written:
            result = " not written" if done and not one.written else ""
            yield f"{one.path}:{one.new.line}: {one.new.kind} {_full_name(one)}{result}"
    for change in report.changes if verbose else ():
        yield f"{lock_path(change.module)}: {change.entry.id} {change.deed}"
    written = sum(one.written for one in report.left_out)
    deeds = Counter(change.deed for change in report.changes)
    listed = ", ".join(f"{count} {deed}" for deed, count in deeds.items())
    locks = _count(len({change.module for change in report.changes}), "lock")
    if done:
        yield f"{_count(written, 'id')} written; " + (f"{listed} in {locks}" if listed else "the locks are up to date")
    elif report.left_out or listed:
        waiting = _count(deeds["entered"] + deeds["updated"] + deeds["moved"], "question")
        yield f"{_count(len(report.left_out), 'id')} missing, {waiting} to enter in locks: `course ids --write`"
    else:
        yield "every question has its ids, and the locks are up to date"


def _full_name(one: LeftOut) -> str:
    return f"{one.new.question}.{one.new.id}" if one.new.question else one.new.id


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _document(report: IdsReport) -> dict[str, Any]:
    """Return what ``--json`` prints; its schema is ``report.schema.json`` beside this file."""
    return {
        "schema": 1,
        "diagnostics": document(report.diagnostics, (), {})["diagnostics"],
        "ids": [
            {
                "path": one.path,
                "line": one.new.line,
                "kind": one.new.kind,
                "id": one.new.id,
                "question": one.new.question or None,
                "written": one.written,
            }
            for one in report.left_out
        ],
        "locks": [
            {
                "path": lock_path(change.module),
                "id": change.entry.id,
                "deed": change.deed,
                "type": change.entry.type,
                "key": change.entry.key,
            }
            for change in report.changes
        ],
    }
