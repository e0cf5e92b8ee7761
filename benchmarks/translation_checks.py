"""`python -m benchmarks.translation_checks`: all our checks of translations beside translate-toolkit's pofilter.

Both are whole commands, Python's start included, over one file of 5,000 messages of the workspace's own texts.
With a file as argument it is our side of the comparison: read the catalogue, run every rule, print how many findings.
"""

import argparse
import sys
import tempfile
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from benchmarks.measure import measure_in_turn
from builder.build.findings import Findings
from builder.languages.table import find_language
from builder.localize.catalogue import Catalogue, Message
from builder.localize.checks.catalogues import Aids, check_catalogues
from builder.localize.checks.terms import TermBase
from builder.localize.po import read_catalogue, write_catalogue
from builder.localize.terms import read_terms
from builder.source import SourceFile

ROOT = Path(__file__).parent.parent
LANGUAGE = "mk"
POFILTER = str(Path(sys.executable).with_name("pofilter"))


def main() -> None:
    """Compare, or check one file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.translation_checks")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    asked = parser.parse_args()
    if asked.file is not None:
        print(_check(asked.file))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "all.po"
        file.write_text(_catalogue(asked.messages), encoding="utf-8")
        ours = [sys.executable, "-m", "benchmarks.translation_checks", str(file)]
        theirs = [POFILTER, "--progress=none", str(file), str(Path(folder) / "found.po")]
        mine, other = measure_in_turn((ours, theirs), folders=(ROOT, Path(folder)), runs=asked.runs)
    print("| messages | our checks, CPU s | pofilter, CPU s | ratio |\n|---:|---:|---:|---:|")
    print(f"| {asked.messages} | {mine.cpu:.2f} | {other.cpu:.2f} | {mine.cpu / other.cpu:.2f} |")


def _check(file: Path) -> int:
    """Return how many findings all rules have, terms included; dictionaries are what a machine happens to have."""
    language = find_language(LANGUAGE)
    assert language is not None
    findings = Findings()
    catalogue = findings.take(read_catalogue(SourceFile(file.name, file.read_text(encoding="utf-8"))))
    terms = (ROOT / f"locales/{LANGUAGE}/terms.csv").read_text(encoding="utf-8")
    base = TermBase(findings.take(read_terms(SourceFile("terms.csv", terms))), {})
    findings.add(check_catalogues((catalogue,), language=language, aids=Aids(terms=base)))
    return len(findings.all())


def _catalogue(size: int) -> str:
    """Return a catalogue of the workspace's texts, with a context where they come again."""
    known: list[Message] = []
    for path in sorted((ROOT / f"locales/{LANGUAGE}").glob("*.po")):
        catalogue, _ = read_catalogue(SourceFile(path.name, path.read_text(encoding="utf-8")))
        known += [message for message in catalogue.active if message.translated and not message.fuzzy]
    messages = [_again(message, at // len(known)) for at, message in enumerate(islice(cycle(known), size))]
    unique = {message.key: message for message in messages}
    return write_catalogue(Catalogue(path="all.po", header=catalogue.header, messages=tuple(unique.values())))


def _again(message: Message, turn: int) -> Message:
    return replace(message, msgctxt=f"{message.msgctxt or 'again'} {turn}") if turn else message


if __name__ == "__main__":
    main()
