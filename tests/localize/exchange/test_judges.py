"""Programs that are not ours read what we write, and we read what they write back."""

import subprocess
import sys
from pathlib import Path

import pytest

from builder.languages.states import State
from builder.localize.exchange.tbx import Concept, write_tbx
from builder.localize.exchange.unit import Outgoing
from builder.localize.terms import Term
from builder.source import Span
from tests.localize.exchange.exchange_texts import outgoing, read, written

BIN = Path(sys.executable).parent
ENGLISH = "Cover the [wound](term:wound) **well** [@red2019] & wait < 5 {{ unit }}."
GOOD = "Покријте ја [раната](term:wound) **добро** [@red2019] & чекајте < 5 {{ unit }}."
pytestmark = pytest.mark.skipif(not (BIN / "xliff2po").exists(), reason="needs translate-toolkit: requirements-dev.txt")


def texts() -> list[Outgoing]:
    return [
        outgoing(ENGLISH, GOOD, notes=("keep it short",)),
        outgoing("Warm", "", state=State.MISSING),
        outgoing("Pale skin", "Бледа кожа", key=("heading", "Pale skin"), state=State.REVIEWED),
        outgoing("New text", "Стар текст", state=State.STALE, previous=(None, "Old text")),
    ]


def toolkit(script: str, *arguments: Path) -> str:
    """Return what a program prints in which the toolkit reads or writes files."""
    command = [sys.executable, "-W", "ignore", "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


SHOW = """
import sys
from importlib import import_module
module, name = sys.argv[2].split(":")
store = getattr(import_module(module), name).parsefile(sys.argv[1])
for unit in store.units:
    print(repr((str(unit.source), str(unit.target or ""))))
"""


@pytest.mark.parametrize(
    ("form", "reader"),
    [("xliff", "translate.storage.xliff:Xliff1File"), ("xliff21", "translate.storage.xliff2:Xliff2File"),
     ("tmx", "translate.storage.tmx:tmxfile")],
)  # fmt: skip
def test_the_toolkit_reads_every_text(tmp_path: Path, form: str, reader: str) -> None:
    path = tmp_path / "mk.xml"
    path.write_bytes(written(form, *texts()))
    shown = toolkit(SHOW, path, Path(reader))
    assert "('Pale skin', 'Бледа кожа')" in shown
    assert ("Warm" in shown) == (form != "tmx")
    assert "Покријте ја " in shown
    assert len(shown.splitlines()) == (3 if form == "tmx" else 4)


def test_the_toolkit_makes_a_catalogue_of_it_that_gettext_takes(tmp_path: Path) -> None:
    source, made = tmp_path / "mk.xlf", tmp_path / "mk.po"
    source.write_bytes(written("xliff", *texts()))
    subprocess.run([BIN / "xliff2po", "--progress=none", source, made], check=True, capture_output=True, timeout=60)
    text = made.read_text("utf-8")
    assert 'msgid "Warm"\nmsgstr ""' in text
    assert 'msgid "Pale skin"\nmsgstr "Бледа кожа"' in text
    assert '#, fuzzy\nmsgid "New text"' in text


CHANGE = """
import sys
from importlib import import_module
module, name = sys.argv[2].split(":")
store = getattr(import_module(module), name).parsefile(sys.argv[1])
for unit in store.units:
    if str(unit.source) == "Warm":
        unit.target = "Топло & суво"
store.savefile(sys.argv[1])
"""


@pytest.mark.parametrize(
    ("form", "reader"),
    [("xliff", "translate.storage.xliff:Xliff1File"), ("xliff21", "translate.storage.xliff2:Xliff2File")],
)
def test_what_the_toolkit_saves_is_read_whole(tmp_path: Path, form: str, reader: str) -> None:
    path = tmp_path / "mk.xlf"
    path.write_bytes(written(form, *texts()))
    toolkit(CHANGE, path, Path(reader))
    back = {one.english: one for one in read(path.read_bytes()).texts}
    assert {name: one.translation for name, one in back.items()} == {
        ENGLISH: GOOD, "Warm": "Топло & суво", "Pale skin": "Бледа кожа", "New text": "Стар текст",
    }  # fmt: skip
    assert {one.id: one.base for one in back.values()} == {text.id: text.base for text in texts()}
    assert back["Pale skin"].approved


def test_the_toolkit_reads_the_terms(tmp_path: Path) -> None:
    span = Span.at("terms.csv")
    terms = [
        Term(term="wound", use=use, form=form, other_forms=(), note="", span=span)  # type: ignore[arg-type]
        for use, form in (("preferred", "рана"), ("forbidden", "дупка"))
    ]
    concepts = [Concept(id="wound", english="wound", definition="Broken <skin> & flesh")]
    path = tmp_path / "mk.tbx"
    path.write_bytes(write_tbx(concepts, terms, source="en", language="mk"))
    shown = toolkit(SHOW, path, Path("translate.storage.tbx:tbxfile"))
    assert "('wound', 'рана')" in shown
    assert path.read_bytes() == write_tbx(concepts, terms, source="en", language="mk")
