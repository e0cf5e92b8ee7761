"""`course formats` and `course explain`: the tables behind builds and findings."""

import json

import click

from builder.cli.report import ExitCode


@click.command("formats")
@click.option("--languages", is_flag=True, help="List the languages we know instead.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def formats_command(*, languages: bool, as_json: bool) -> None:
    """List what can be built: name, audience, parts, and what it is."""
    rows = _language_rows() if languages else _format_rows()
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    widths = [max(len(row[name]) for row in rows) for name in rows[0]]
    for row in rows:
        click.echo("  ".join(value.ljust(width) for value, width in zip(row.values(), widths, strict=True)).rstrip())


@click.command("explain")
@click.argument("code", required=False)
def explain_command(code: str | None) -> None:
    """Explain the CODE of a finding, such as `slide-overflow`; without one, list all codes."""
    from builder.diagnostics import severity_of
    from builder.diagnostics.explanations import EXPLANATIONS, explain, nearest_code

    if code is None:
        for known in EXPLANATIONS:
            click.echo(f"{known.code.value:32}{severity_of(known.code).value:9}{known.title}")
        return
    row = explain(code)
    if row is None:
        near = nearest_code(code)
        click.echo(f"there is no code {code!r}" + (f"; did you mean {near!r}?" if near else ""), err=True)
        raise click.exceptions.Exit(ExitCode.WRONG_USE)
    click.echo(f"{row.code.value} ({severity_of(row.code).value}): {row.title}\n\n{row.why}\n\n{row.fix}")
    for label, example in (("Wrong", row.bad), ("Right", row.good)):
        if example:
            click.echo(f"\n{label}:\n" + "\n".join(f"    {line}".rstrip() for line in example.splitlines()))


def _format_rows() -> list[dict[str, str]]:
    from builder.formats import FORMATS

    return [
        {
            "name": format.name,
            "audience": format.audience,
            "parts": ", ".join(format.parts),
            "summary": format.summary,
        }
        for format in FORMATS
    ]


def _language_rows() -> list[dict[str, str]]:
    from builder.languages.table import LANGUAGES

    return [{"tag": language.tag, "name": language.name, "english": language.english} for language in LANGUAGES]
