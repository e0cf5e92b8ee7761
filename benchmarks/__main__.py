"""`make bench`: print, as one Markdown table, what our commands cost beside pandoc's and how cost grows."""

import argparse
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypandoc

from benchmarks.corpus import write_corpus
from benchmarks.measure import Figures, measure, measure_pair
from benchmarks.pandoc_source import deck_markdown, document_markdown
from builder.build.editions import Editions
from builder.build.load import load
from builder.build.resources import Shelf
from builder.formats import find_formats

ROOT = Path(__file__).parent.parent
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
    _write_sources(folder)
    peer: Figures | None = None
    for name, source, suffix in (
        ("deck.pptx", "deck.md", "pptx"),
        ("handout.docx", "handout.md", "docx"),
        ("handout.html", "handout.md", "html"),
    ):
        ours = [COURSE, "build", "--part", "concepts", "--format", name, "--lang", "en", "--out", str(folder / "out")]
        theirs = [PANDOC, source, "--standalone", "-o", f"peer.{suffix}"]
        mine, other = measure_pair(_afresh(ours, folder), theirs, folders=(ROOT, folder), runs=runs)
        yield _row(f"`course build --part concepts --format {name} --lang en`", mine, other)
        if name == "deck.pptx":
            peer = other
    if peer is not None:
        yield _row("each further deck (Macedonian, in the same command)", _further_deck(folder, runs), peer)


def _further_deck(folder: Path, runs: int) -> Figures:
    """Return what a second language adds to the same command, from runs of both in turn."""
    one = [COURSE, "build", "--part", "concepts", "--format", "deck.pptx", "--out", str(folder / "out")]
    both, alone = measure_pair(
        _afresh(one, folder), _afresh([*one, "--lang", "en"], folder), folders=(ROOT, ROOT), runs=runs
    )
    return Figures(cpu=both.cpu - alone.cpu, wall=both.wall - alone.wall, memory=both.memory)


def _afresh(command: list[str], folder: Path) -> list[str]:
    """Return a command that builds from nothing each time: what was built before is thrown away first."""
    return ["/bin/sh", "-c", 'rm -rf "$1"; shift; exec "$@"', "sh", str(folder / "out"), *command]


def _start_up(folder: Path, runs: int) -> Iterator[str]:
    bare = [sys.executable, "-c", "import click"]
    ours, click = measure_pair([COURSE, "--help"], bare, folders=(folder, folder), runs=max(runs, 9))
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
    course, editions, shelf = loaded.workspace.courses[0], Editions(loaded), Shelf()
    edition = editions.edition(course, "concepts", "en")
    for name, convert, path in (
        ("deck.pptx", deck_markdown, "deck.md"),
        ("handout.html", document_markdown, "handout.md"),
    ):
        format = find_formats((name,))[0]
        resources = shelf.resources(format)
        everyone = [editions.edition(course, "concepts", tag) for tag in course.languages]
        decided = format.decide(everyone, resources)[0] if format.decide else None
        plan, _ = format.plan(edition, resources, decided)
        (folder / path).write_text(convert(plan, folder), encoding="utf-8")


def _row(what: str, ours: Figures, theirs: Figures) -> str:
    return (
        f"| {what} | {ours.cpu:.3f} | {theirs.cpu:.3f} | {ours.cpu / theirs.cpu:.2f} "
        f"| {ours.wall / theirs.wall:.2f} | {ours.memory:.0f} |"
    )


if __name__ == "__main__":
    main()
