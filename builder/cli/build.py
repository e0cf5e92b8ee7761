"""`course build`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from builder.build.pipeline import Report, Request, build
from builder.build.targets import Selection, Target, WrongUse
from builder.cli.report import Manner, exit_code, manner_options, summary, tell, workspace_root


@click.command("build")
@click.argument("courses", nargs=-1)
@click.option("--part", "parts", multiple=True, metavar="MODULE", help="Only this module (or `all`).")
@click.option("--lang", "languages", multiple=True, metavar="LANGUAGE", help="Only this language.")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format; 'handout.*' takes several.")
@click.option(
    "--variant", "variants", multiple=True, metavar="NAME", help="Only this variant; `plain` for files without."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Another folder than dist/.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes side by side.")
@click.option("--strict", is_flag=True, help="Take warnings as errors.")
@click.option("--release", is_flag=True, help="Build only what is reviewed and approved; else exit with 4.")
@manner_options
def build_command(
    courses: tuple[str, ...],
    parts: tuple[str, ...],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    variants: tuple[str, ...],
    *,
    out: Path | None,
    jobs: int,
    strict: bool,
    release: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make the files of the COURSES named, or of all; each file lands in dist/ whole or not at all."""
    manner = Manner(as_json=as_json, quiet=quiet, verbose=verbose)
    root = workspace_root()
    request = Request(
        root=root, out=out or root / "dist", jobs=jobs, strict=strict, release=release,
        selection=Selection(
            courses=courses, parts=parts, languages=languages, formats=formats, variants=variants
        ),
    )  # fmt: skip
    try:
        with _progress(manner) as progress:
            report = build(request, progress)
    except WrongUse as problem:
        raise click.UsageError(str(problem)) from problem
    tell(manner, report.diagnostics, outputs=report.outputs)
    _say_done(manner, request, report)
    raise click.exceptions.Exit(exit_code(report.diagnostics, strict=strict))


@contextmanager
def _progress(manner: Manner) -> Iterator[Callable[[int, int, Target], None] | None]:
    """Yield a progress bar's step on a terminal; None elsewhere."""
    if manner.as_json or manner.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("building", total=None)
        yield lambda done, total, target: bar.update(
            task,
            completed=done,
            total=total,
            description=" ".join((target.part, target.format, target.language, target.variant)),
        )


def _say_done(manner: Manner, request: Request, report: Report) -> None:
    if manner.as_json or manner.quiet:
        return
    made = len(report.outputs) - report.unchanged
    drafts = sum(row.draft for row in report.outputs)
    size = sum(row.bytes for row in report.outputs) / 1_000_000
    click.echo(
        f"{len(report.outputs)} files ({made} made, {report.unchanged} unchanged, {drafts} drafts), "
        f"{size:.1f} MB in {request.out}: {summary(report.diagnostics)}"
    )
    for row in report.outputs if manner.verbose else ():
        click.echo(f"  {row.path}")
