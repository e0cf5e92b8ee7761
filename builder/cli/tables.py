"""`course formats` and `course explain`: the tables behind builds and findings."""

import json

import click

from builder.cli.report import ExitCode


@click.command("formats")
@click.option("--languages", is_flag=True, help="List the languages we know instead.")
@click.option("--questions", is_flag=True, help="List what each makes of each kind of question instead.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def formats_command(*, languages: bool, questions: bool, as_json: bool) -> None:
    """List what can be built: name, audience, parts, what it is, and what a variant of it may choose."""
    if questions:
        _print_questions(as_json=as_json)
        return
    rows = _language_rows() if languages else _format_rows()
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    widths = [max(len(row[name]) for row in rows) for name in rows[0]]
    for row in rows:
        click.echo("  ".join(value.ljust(width) for value, width in zip(row.values(), widths, strict=True)).rstrip())


def _print_questions(*, as_json: bool) -> None:
    """Print what each format makes of each kind of question: a sample of each is planned."""
    from dataclasses import asdict

    from builder.build.carried import carriages, table

    rows = carriages()
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return
    carried = table(rows)
    for format in dict.fromkeys(row.format for row in rows):
        click.echo(format)
        lost = [(kind.lower(), formats[format]) for kind, formats in carried.items() if formats[format] != "whole"]
        for word, name in (("in part", "part"), ("not", "none")):
            kinds = ", ".join(kind for kind, how in lost if how == name)
            if kinds:
                click.echo(f"  {word + ':':9}{kinds}")
        if not lost:
            click.echo("  carries everything")


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
    from builder.model.options import allowed_values

    return [
        {
            "name": format.name,
            "audience": format.audience,
            "parts": ", ".join(format.parts),
            "summary": format.summary,
            "options": ", ".join(f"{option.name}: {allowed_values(option)}" for option in format.options),
        }
        for format in FORMATS
    ]


def _language_rows() -> list[dict[str, str]]:
    from builder.languages.table import LANGUAGES

    return [{"tag": language.tag, "name": language.name, "english": language.english} for language in LANGUAGES]
