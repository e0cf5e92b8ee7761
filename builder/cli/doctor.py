"""`course doctor`."""

import click

from builder.build.doctor import examine
from builder.cli.report import ExitCode


@click.command("doctor")
def doctor_command() -> None:
    """Look at Python, the libraries, fonts, themes, the cache and the output folder; say what each is needed for."""
    symptoms = examine()
    for symptom in symptoms:
        mark = click.style("ok     ", fg="green") if symptom.healthy else click.style("missing", fg="red", bold=True)
        click.echo(f"{mark} {symptom.what}: {symptom.detail}")
        if not symptom.healthy:
            click.echo(f"        without it: {symptom.consequence}")
    if not all(symptom.healthy for symptom in symptoms):
        raise click.exceptions.Exit(ExitCode.ENVIRONMENT)
