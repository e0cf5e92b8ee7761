"""`python -m benchmarks.catalogues`: a large catalogue brought up to date, beside gettext's msgmerge in the same run.

Both read the same two files and write one: 5,000 messages, 526 of them edited in English. Then how the whole command
grows: 100 modules in 24 languages, updated after an edit in each module.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.measure import in_turn, whole
from builder.languages.table import find_language
from builder.localize.catalogue import Catalogue, Message
from builder.localize.header import header_for
from builder.localize.po import read_catalogue, write_catalogue
from builder.source import SourceFile

ROOT = Path(__file__).parent.parent
COURSE = str(Path(sys.executable).with_name("course"))
MESSAGES, EDITS = 5_000, 526
_TAGS = "sq mk sr-Cyrl bs hr cnr de fr it es pt nl pl cs sk sl hu ro bg el tr ar uk ru"
_WORDS = (
    "after again all and assess at before between but call care case change child clear close community court "
    "danger day do each family follow for from group harm have help her hold home if in interview keep law leave "
    "listen local long may meeting must need not note of officer on only open order our own part people person place "
    "plan prison probation programme question ready record refer release report return review risk say school see "
    "service share sign since staff stay step stop support take team tell that the their then there they to trust "
    "until visit wait what when where who with work worker write year young"
)


def main() -> None:
    """Measure and print; every number is a median of whole processes of this one run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.catalogues")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    parser.add_argument("--growth", action="store_true", help="also measure modules × languages; it takes minutes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"| {MESSAGES} messages, {EDITS} edited | Coursewright | msgmerge | ratio |\n|---|---:|---:|---:|")
        for line in _beside_msgmerge(folder, asked.runs):
            print(line, flush=True)
        if asked.growth:
            print("\n| modules × languages | CPU s | CPU per catalogue, ms | peak MB |\n|---|---:|---:|---:|")
            for line in _growth(folder):
                print(line, flush=True)


def _beside_msgmerge(folder: Path, runs: int) -> Iterator[str]:
    if shutil.which("msgmerge") is None:
        raise SystemExit("msgmerge is not installed: it comes with gettext")
    write_pair(folder)
    ours = [sys.executable, "-m", "benchmarks.merge_once"]
    ours += [str(folder / name) for name in ("old.po", "new.pot", "our.po")]
    theirs = ["msgmerge", "-q", "--previous", "--no-wrap", "-o", "their.po", "old.po", "new.pot"]
    mine, gettext = in_turn((partial(whole, ours, ROOT), partial(whole, theirs, folder)), runs)
    ratio = mine.cpu / gettext.cpu
    yield f"| CPU s, whole process, start included | {mine.cpu:.2f} | {gettext.cpu:.2f} | {ratio:.2f} |"
    right = [_matched(folder, name) for name in ("our.po", "their.po")]
    yield f"| edits with their own earlier text and translation | {right[0]} | {right[1]} | |"


def _matched(folder: Path, name: str) -> int:
    """Return how many stale messages of a file have the translation that stood in their place before."""
    old, new = (read_catalogue(SourceFile(one, (folder / one).read_text("utf-8")))[0] for one in ("old.po", name))
    pot = read_catalogue(SourceFile("new.pot", (folder / "new.pot").read_text("utf-8")))[0]
    place = {message.msgid: number for number, message in enumerate(pot.messages)}
    return sum(message.msgstr == old.messages[place[message.msgid]].msgstr for message in new.active if message.fuzzy)


def write_pair(folder: Path) -> None:
    """Write a translated catalogue and the template of the day after an author's work."""
    language = find_language("mk")
    if language is None:
        raise SystemExit("the language is unknown")
    chance = random.Random(5)
    texts = [
        " ".join(chance.choices(_WORDS.split(), k=chance.randint(4, 45))).capitalize() + "." for _ in range(MESSAGES)
    ]
    edited = set(chance.sample(range(MESSAGES), EDITS))
    for name, change in (("old.po", False), ("new.pot", True)):
        messages = tuple(
            Message(
                msgid=_edited(text, chance) if change and number in edited else text,
                msgstr=("" if change else f"Превод {number}: {text[::-1]}",),
                extracted=("paragraph",),
                references=(f"modules/m/{number // 250:02}-lesson.md#step-{number // 10}",),
            )
            for number, text in enumerate(texts)
        )
        catalogue = Catalogue(path=name, header=header_for(language), messages=messages)
        (folder / name).write_text(write_catalogue(catalogue), encoding="utf-8")


def _edited(text: str, chance: random.Random) -> str:
    words = text.split()
    words[chance.randrange(len(words))] = chance.choice(_WORDS.split())
    words.insert(chance.randrange(len(words)), chance.choice(_WORDS.split()))
    return " ".join(words)


def _growth(folder: Path) -> Iterator[str]:
    tags = [tag for tag in _TAGS.split() if find_language(tag) is not None]
    for modules, languages in ((10, 1), (10, len(tags)), (100, 1), (100, len(tags))):
        root = folder / f"corpus-{modules}-{languages}"
        write_corpus(root, modules=modules, languages=("en", *tags[:languages]))
        command = [COURSE, "translate", "update"]
        whole(command, root)  # the catalogues are new
        _edit(root)
        figures = whole(command, root)
        count = modules * languages
        each = 1000 * figures.cpu / count
        yield f"| {modules} × {languages} | {figures.cpu:.2f} | {each:.1f} | {figures.memory:.0f} |"


def _edit(root: Path) -> None:
    """Change a sentence of every lesson."""
    for path in sorted(root.glob("modules/*/*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("the ", "the very ", 3), encoding="utf-8")


if __name__ == "__main__":
    main()
