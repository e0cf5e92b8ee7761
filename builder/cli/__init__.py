"""The `course` command: the only printing, the only exit codes. Each command's file loads when it is called."""

import _thread
import importlib
import os
import signal
import sys

import click

from builder import __version__

_COMMANDS = {
    "new": ("new", "Start a workspace, course, module or lesson."),
    "check": ("check", "Find what is wrong, and say how to mend it."),
    "build": ("build", "Make the decks, handouts and quizzes."),
    "status": ("status", "Show how far each language is."),
    "translate": ("translate", "Bring the translators' catalogues up to date."),
    "review": ("review", "Show what waits for a reviewer, and sign it."),
    "ids": ("ids", "Give questions their ids, and keep what went out."),
    "timetable": ("timetable", "Print when everything of a course happens."),
    "show": ("show", "Print a lesson as one step of the build sees it."),
    "pack": ("pack", "Put what was built into zips to hand out."),
    "formats": ("tables", "List what can be built, and for whom."),
    "explain": ("tables", "Explain the code of a finding."),
    "doctor": ("doctor", "Say whether this machine has what a build needs."),
    "clean": ("clean", "Remove what was built, and nothing else."),
}


class _Commands(click.Group):
    """Knows its commands by name; imports a command's file only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of a first day's work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, its file imported now."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"builder.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command asked for; an unknown name is answered with the nearest."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from builder.diagnostics.nearest import nearest

            near = nearest(args[0], _COMMANDS)
            ctx.fail(f"there is no command {args[0]!r}" + (f"; did you mean {near!r}?" if near else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
def course() -> None:
    """Compile Markdown lessons into slide decks, handouts and quizzes in every language.

    Start with `course new workspace my-course`, then `course build` inside it.
    """


def main() -> None:
    """Run the command line; exit codes are those of DESIGN section 6."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.unraisablehook = _send_interrupts_again
    try:
        # click returns the code of an `Exit` here instead of raising it
        sys.exit(course(prog_name="course", standalone_mode=False))
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; what was there is whole", err=True)
        sys.exit(130)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as problem:
        if os.environ.get("COURSE_TRACEBACK"):
            raise
        click.echo(f"error: course itself failed: {type(problem).__name__}: {problem}", err=True)
        click.echo("    hint: please report it, with what COURSE_TRACEBACK=1 in the environment prints", err=True)
        sys.exit(3)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is said and done; Python needs a moment to end


def _send_interrupts_again(problem: "sys.UnraisableHookArgs") -> None:
    """Press Ctrl-C once more where Python could not raise it, in a destructor say, and would only print it."""
    if problem.exc_type is KeyboardInterrupt:
        _thread.interrupt_main()
    else:
        sys.__unraisablehook__(problem)
