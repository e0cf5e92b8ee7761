"""`course new`."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from builder.build.scaffold import Created, new_course, new_lesson, new_module, new_workspace
from builder.build.targets import WrongUse
from builder.build.workshop import LONGEST, Wish, new_workshop
from builder.cli.report import ExitCode, workspace_root

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


@click.group("new")
def new_command() -> None:
    """Start something that builds at once and explains itself."""


@new_command.command("workspace")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("."))
@click.option(
    "--languages", default="en", show_default=True, help="BCP 47 tags, separated by commas; the first is the source."
)
def workspace_command(folder: Path, languages: str) -> None:
    """Start a workspace in FOLDER, or here."""
    tags = tuple(tag.strip() for tag in languages.split(",") if tag.strip())
    _tell(lambda: new_workspace(folder, tags))


@new_command.command("course")
@click.argument("name")
@click.option("--lesson", "lessons", multiple=True, metavar="MODULE/LESSON", help="A lesson to take; by default all.")
@click.option("--lessons", "more", metavar="MODULE/LESSON,…", help="The same for several, separated by commas.")
@click.option("--from", "source", metavar="COURSE", help="Make a workshop with the settings of this course.")
@click.option(
    "--minutes", type=click.IntRange(30, LONGEST), default=240, show_default=True, help="With --from: it has to fit."
)
@click.option("--start", metavar="HH:MM", help="With --from: by default when that course begins.")
@click.option("--title", help="With --from: by default the name.")
def course_command(
    name: str, *, lessons: tuple[str, ...], more: str | None, source: str | None, minutes: int, start: str | None,
    title: str | None,
) -> None:  # fmt: skip
    """Start a course from lessons that are there.

    With --from it is a workshop that fits: steps with core=false are left out as far as need be, breaks are placed,
    and it is said what was left out.
    """
    named = (*lessons, *(lesson.strip() for lesson in (more or "").split(",") if lesson.strip()))
    if source is None:
        _tell(lambda: new_course(workspace_root(), name, named))
        return
    if start is not None and _CLOCK.fullmatch(start) is None:
        raise click.UsageError(f"{start!r} is no time; write --start 17:00")
    wish = Wish(name=name, source=source, lessons=named, minutes=minutes, start=start, title=title)
    _tell(lambda: new_workshop(workspace_root(), wish))


@new_command.command("module")
@click.argument("name")
def module_command(name: str) -> None:
    """Start a module with one lesson."""
    _tell(lambda: new_module(workspace_root(), name))


@new_command.command("lesson")
@click.argument("module")
@click.argument("name")
def lesson_command(module: str, name: str) -> None:
    """Start a lesson behind the last one of MODULE."""
    _tell(lambda: new_lesson(workspace_root(), module, name))


@new_command.command("language")
@click.argument("tag")
def language_command(tag: str) -> None:
    """Add the language TAG to the workspace, with the catalogues that its translator fills."""
    from builder.build.new_language import new_language

    _tell(lambda: new_language(workspace_root(), tag, today=date.today().isoformat()))


def _tell(create: Callable[[], Created]) -> None:
    try:
        created = create()
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    except OSError as problem:
        click.echo(f"error: cannot write {problem.filename}: {problem.strerror}", err=True)
        raise click.exceptions.Exit(ExitCode.ENVIRONMENT) from problem
    for path in created.changed:
        click.echo(f"changed {path}")
    for path in created.paths:
        click.echo(f"created {path}")
    for note in created.notes:
        click.echo(note)
    click.echo("next: " + ", then ".join(f"`{step}`" for step in created.next_steps))
