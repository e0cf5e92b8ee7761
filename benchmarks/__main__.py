"""`make bench`: print, as one Markdown table, what our commands cost beside pandoc's and how cost grows."""

import argparse
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pypandoc

from benchmarks.corpus import write_corpus
from benchmarks.measure import Figures, in_turn, measure, measure_in_turn, part
from benchmarks.measure import whole as whole_command
from benchmarks.pandoc_source import deck_markdown, document_markdown
from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import load
from builder.build.make import plan_of
from builder.build.targets import Target

ROOT = Path(__file__).parent.parent
PART = "concepts"
COURSE = str(Path(sys.executable).with_name("course"))
PANDOC = pypandoc.get_pandoc_path()


def main() -> None:
    """Measure and print; every number is a median of whole processes of this one run."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    runs = parser.parse_args().runs
    print(f"{date.today().isoformat()}, {platform.machine()}, Python {platform.python_version()}, ", end="")
    print(f"pandoc {pypandoc.get_pandoc_version()}, medians of {runs} runs of whole commands\n")
    print("| command | CPU s | pandoc CPU s | CPU ratio | wall ratio | peak MB |")
    print("|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for line in (*_beside_pandoc(Path(folder), runs), *_start_up(Path(folder), runs)):
            print(line, flush=True)
        print("\n| modules × languages | CPU s | CPU per module and language, ms | peak MB |\n|---|---:|---:|---:|")
        for line in _growth(Path(folder), runs):
            print(line, flush=True)


def _beside_pandoc(folder: Path, runs: int) -> Iterator[str]:
    """Yield two rows a format: our whole command, and one more such file in a build, each beside pandoc's command."""
    _write_sources(folder)
    for name in ("deck.pptx", "handout.pdf", "handout.docx", "handout.html", "handout.epub"):
        build = [COURSE, "build", "--part", PART, "--format", name, "--lang", "en", "--out", str(folder / "out")]
        more = [sys.executable, "-m", "benchmarks.marginal", str(ROOT), PART, "mk", name]
        theirs = partial(whole_command, _pandoc(*name.split(".")), folder)
        measures = (partial(whole_command, _afresh(build, folder), ROOT), partial(part, more, ROOT), theirs)
        whole, further, other = in_turn(measures, runs)
        yield _row(f"`course build --part {PART} --format {name} --lang en`", whole, other)
        yield _row(f"one more {name} (Macedonian) in the same build", further, other)


def _pandoc(source: str, suffix: str) -> list[str]:
    """Return pandoc's command; a PDF is set by Typst there too, by the same library that sets ours."""
    if suffix != "pdf":
        return [PANDOC, f"{source}.md", "--standalone", "-o", f"peer.{suffix}"]
    typeset = "import typst; typst.compile('peer.typ', output='peer.pdf')"
    script = '"$1" "$2" --standalone -t typst -o peer.typ && "$3" -c "$4"'
    return ["/bin/sh", "-c", script, "sh", PANDOC, f"{source}.md", sys.executable, typeset]


def _afresh(command: list[str], folder: Path) -> list[str]:
    """Return a command that builds from nothing each time: what was built before is thrown away first."""
    return ["/bin/sh", "-c", 'rm -rf "$1"; shift; exec "$@"', "sh", str(folder / "out"), *command]


def _start_up(folder: Path, runs: int) -> Iterator[str]:
    bare = [sys.executable, "-c", "import click"]
    ours, click = measure_in_turn(([COURSE, "--help"], bare), folders=(folder, folder), runs=max(runs, 9))
    yield _row("`course --help`, beside `import click`", ours, click)


def _growth(folder: Path, runs: int) -> Iterator[str]:
    for modules, languages in ((1, ("en",)), (10, ("en",)), (10, ("en", "mk")), (100, ("en",))):
        root = folder / f"corpus-{modules}-{len(languages)}"
        write_corpus(root, modules=modules, languages=languages)
        command = [COURSE, "build", "--format", "deck.pptx", "--format", "handout.html", "--out", str(root / "out")]
        figures = measure(_afresh(command, root), folder=root, runs=max(1, runs // 2) if modules < 100 else 1)
        count = modules * len(languages)
        each = 1000 * figures.cpu / count
        yield f"| {modules} × {len(languages)} | {figures.cpu:.2f} | {each:.0f} | {figures.memory:.0f} |"


def _write_sources(folder: Path) -> None:
    loaded, _ = load(ROOT)
    if loaded is None:
        raise SystemExit("the workspace cannot be read")
    course = loaded.workspace.courses[0].id
    for name, convert, path in (
        ("deck.pptx", deck_markdown, "deck.md"),
        ("handout.html", document_markdown, "handout.md"),
    ):
        (job,) = prepare(loaded, (Target(course, PART, "en", name),), Findings())
        plan, _ = plan_of(job)
        (folder / path).write_text(convert(plan, folder), encoding="utf-8")


def _row(what: str, ours: Figures, theirs: Figures) -> str:
    return (
        f"| {what} | {ours.cpu:.3f} | {theirs.cpu:.3f} | {ours.cpu / theirs.cpu:.2f} "
        f"| {ours.wall / theirs.wall:.2f} | {ours.memory:.0f} |"
    )


if __name__ == "__main__":
    main()
