"""`course show`."""

import click

from builder.build.show import STAGES, show
from builder.build.targets import WrongUse
from builder.cli.report import Manner, exit_code, tell, workspace_root
from builder.model.options import PLAIN


@click.command("show")
@click.argument("part")
@click.option("--stage", type=click.Choice(STAGES), default="read", show_default=True, help="After which step.")
@click.option("--course", "course_id", metavar="COURSE", help="Which course, where several take the part.")
@click.option("--lang", metavar="LANGUAGE", help="For `localized` and `plan`; by default the source's.")
@click.option("--format", "format_name", default="deck.pptx", show_default=True, help="For `plan`.")
@click.option("--variant", default=PLAIN, show_default=True, metavar="NAME", help="For `plan`.")
def show_command(
    part: str, *, stage: str, course_id: str | None, lang: str | None, format_name: str, variant: str
) -> None:
    """Print PART (a module, module/lesson, or all) as it stands after a step of the build."""
    try:
        shown = show(
            workspace_root(), part, stage=stage, course_id=course_id, language=lang, format_name=format_name,
            variant=variant,
        )  # fmt: skip
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    tell(Manner(as_json=False, quiet=False, verbose=False), shown.diagnostics)
    if shown.text:
        click.echo(shown.text)
    raise click.exceptions.Exit(exit_code(shown.diagnostics))
