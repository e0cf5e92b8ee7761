"""`course new`."""

from collections.abc import Callable
from pathlib import Path

import click

from builder.build.scaffold import Created, new_course, new_lesson, new_module, new_workspace
from builder.build.targets import WrongUse
from builder.cli.report import ExitCode, workspace_root


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
def course_command(name: str, lessons: tuple[str, ...]) -> None:
    """Start a course from lessons that are there."""
    _tell(lambda: new_course(workspace_root(), name, lessons))


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


def _tell(create: Callable[[], Created]) -> None:
    try:
        created = create()
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    except OSError as problem:
        click.echo(f"error: cannot write {problem.filename}: {problem.strerror}", err=True)
        raise click.exceptions.Exit(ExitCode.ENVIRONMENT) from problem
    for path in created.paths:
        click.echo(f"created {path}")
    click.echo("next: " + ", then ".join(f"`{step}`" for step in created.next_steps))
