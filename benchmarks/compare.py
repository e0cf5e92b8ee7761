"""`make compare`: our deck beside pandoc's and Marp's of the same slides; writes the table of docs/comparison.md."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pypandoc

from benchmarks.judge import Worth, judge, overfull_pages, wanted_of
from benchmarks.marp_source import marp_markdown
from benchmarks.measure import Figures, measure_in_turn
from benchmarks.pandoc_source import deck_markdown
from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import Loaded, load
from builder.build.make import Job, format_of, plan_of
from builder.build.targets import Target
from builder.model.course import Course
from builder.output.deck import Deck
from builder.resolve.selection import parts_of

ROOT = Path(__file__).parent.parent
COURSE = str(Path(sys.executable).with_name("course"))
PANDOC = pypandoc.get_pandoc_path()
PEERS = Path(__file__).parent / "peers"
MARP = PEERS / "node_modules" / "@marp-team" / "marp-cli" / "marp-cli.js"
PAPER = ROOT / "docs" / "comparison.md"
CHROMIUM = shutil.which("chromium") or "chromium"
PART, LANGUAGE = "regional-history", "en"
"""A module with pictures, tables and charts."""
RUNS = 3
_VERSION = re.compile(r'"@marp-team/marp-cli": "([^"]+)"')


def main() -> None:
    """Make the three decks, judge them, measure the commands, write the page."""
    os.environ.setdefault("CHROME_NO_SANDBOX", "1")
    jobs = _jobs()
    decks = {name: plan_of(job)[0] for name, job in jobs.items()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        worths, clipped = _judged(jobs[PART], decks[PART], folder)
        times = _times(folder, tuple(jobs))
    sizes = [len(deck.slides) for name, deck in decks.items() if name != PART]
    costs = _costs(times, len(decks[PART].slides) / sum(sizes))
    PAPER.write_text("\n".join(_page(decks[PART], worths, clipped, costs)) + "\n", encoding="utf-8")
    print(PAPER.read_text(encoding="utf-8"))


def _loaded() -> Loaded:
    loaded, _ = load(ROOT)
    if loaded is None:
        raise SystemExit("the workspace cannot be read")
    return loaded


def _course(loaded: Loaded) -> Course:
    return next(course for course in loaded.workspace.courses if PART in parts_of(course))


def _jobs() -> dict[str, Job]:
    """Return the decks of all modules of a course."""
    loaded = _loaded()
    course = _course(loaded)
    targets = tuple(Target(course.id, part, LANGUAGE, "deck.pptx") for part in parts_of(course))
    return {job.target.part: job for job in prepare(loaded, targets, Findings())}


def _judged(job: Job, deck: Deck, folder: Path) -> tuple[list[Worth], int]:
    """Return what our file, pandoc's and Marp's are worth, and how many of Marp's slides hold more than they show."""
    files = [folder / f"{name}.pptx" for name in ("ours", "pandoc", "marp")]
    files[0].write_bytes(format_of(job.target).write(deck, job.resources))
    (folder / "pandoc.md").write_text(deck_markdown(deck, folder), encoding="utf-8")
    (folder / "marp.md").write_text(marp_markdown(deck, folder), encoding="utf-8")
    for command in (_pandoc(), _marp("pptx"), [*_marp("html"), "--template", "bare"]):
        subprocess.run(command, cwd=folder, capture_output=True, check=True)
    wanted = wanted_of(deck)
    worths = []
    for file in files:
        inner = folder / file.stem
        inner.mkdir()
        worths.append(judge(file, wanted, inner))
    return worths, overfull_pages(folder / "marp.html", CHROMIUM)


def _pandoc() -> list[str]:
    return [PANDOC, "pandoc.md", "--standalone", "--slide-level=2", "-o", "pandoc.pptx"]


def _marp(suffix: str) -> list[str]:
    return [
        "node", str(MARP), "marp.md", "--allow-local-files", "--no-stdin", "--browser", "chrome",
        "--browser-path", CHROMIUM, "-o", f"marp.{suffix}",
    ]  # fmt: skip


def _times(folder: Path, parts: Iterable[str]) -> tuple[Figures, ...]:
    """Return the figures of commands run in turn: ours for one module, ours for all, pandoc's, Marp's."""
    one, every = (_ours(folder / "out", chosen) for chosen in ((PART,), parts))
    commands = (one, every, _pandoc(), _marp("pptx"))
    return measure_in_turn(commands, folders=(ROOT, ROOT, folder, folder), runs=RUNS)


def _costs(times: Sequence[Figures], share: float) -> tuple[float, float, float]:
    """Return processor time in pandoc's: our whole command, what a further module of that size adds, Marp's command.

    ``share`` is what the first deck's slides are of all the others'.
    """
    one, every, pandoc, marp = (figures.cpu for figures in times)
    return one / pandoc, (every - one) * share / pandoc, marp / pandoc


def _ours(out: Path, parts: Iterable[str]) -> list[str]:
    """Return our command for the decks of some modules, which builds from nothing each time."""
    build = [COURSE, "build", "--format", "deck.pptx", "--variant", "plain", "--lang", LANGUAGE, "--out", str(out)]
    build += [option for part in parts for option in ("--part", part)]
    return ["/bin/sh", "-c", 'rm -rf "$1"; shift; exec "$@"', "sh", str(out), *build]


def _page(deck: Deck, worths: Sequence[Worth], clipped: int, costs: tuple[float, float, float]) -> Iterator[str]:
    version = _VERSION.search((PEERS / "package.json").read_text(encoding="utf-8"))
    peers = f"pandoc {pypandoc.get_pandoc_version()} and Marp CLI {version[1] if version else '?'}"
    yield "# Our deck beside pandoc’s and Marp’s\n"
    yield f"Written by `make compare` on {date.today().isoformat()}: the module “{PART}” in English, {peers}.\n"
    yield (
        f"All three show the same {len(deck.slides)} slides: those that Coursewright decided, said again in each tool’s"
        " Markdown with their notes, tables and pictures (charts as tables, since the others draw none). So the others"
        " are spared what they do not do: splitting what does not fit.\n"
    )
    yield "| | Coursewright | pandoc | Marp |"
    yield "|---|---:|---:|---:|"
    yield from _rows(worths, clipped, costs)
    yield ""
    yield from _explained()


def _rows(worths: Sequence[Worth], clipped: int, costs: tuple[float, float, float]) -> Iterator[str]:
    shares = (
        ("words that are native, editable text", "words"), ("slides with a title of their own", "titles"),
        ("words of the notes", "notes"), ("pictures and charts with their alternative text", "alternatives"),
        ("charts that can be edited as charts", "charts"), ("pieces of text that say their language", "languages"),
    )  # fmt: skip
    for label, name in shares:
        yield f"| {label} | " + " | ".join(_percent(getattr(worth, name)) for worth in worths) + " |"
    ours, pandoc, _ = worths
    yield f"| slides with text outside its box or the slide | {ours.overfull} | {pandoc.overfull} | {clipped} |"
    yield "| errors of the Open XML SDK | " + " | ".join(str(worth.errors) for worth in worths) + " |"
    yield "| size of the file | " + " | ".join(f"{worth.bytes / 1024:.0f} KB" for worth in worths) + " |"
    whole, further, marp = costs
    yield f"| processor time of the whole command, pandoc’s is 1 | {whole:.2f} | 1 | {marp:.2f} |"
    yield f"| processor time of a further module of this size | {further:.2f} | 1 | {marp:.2f} |"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _explained() -> Iterator[str]:
    yield "How each row is measured:\n"
    yield "- **words, titles, notes, alternative texts, charts, languages**: read from the packages with python-pptx."
    yield "  A title counts if it stands in a title placeholder and no other slide bears it; a run counts if it names"
    yield "  a language. Marp’s slides are pictures of a page, without text."
    yield "- **text outside**: LibreOffice draws the deck, and each word is looked for in the shapes of its slide; in"
    yield "  Marp’s own page, slides that hold more than they show, which its deck cuts off."
    yield "- **errors**: what the Open XML SDK’s validator reports."
    yield f"- **time**: medians of {RUNS} runs of all commands in turn, start included."
    yield "  Ours reads and checks the workspace first, once for whatever is built; a further module of this length in"
    yield "  the same command, read, checked, planned and written, costs what the last row says. The others write one"
    yield "  deck a command."


if __name__ == "__main__":
    main()
