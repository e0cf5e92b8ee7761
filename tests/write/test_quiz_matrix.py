"""Every kind of question in every format: it means what the lesson says, or what it loses is declared, or it is not there."""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder.build.carried import Carriage, carriages
from builder.build.findings import Findings
from builder.build.jobs import prepare
from builder.build.load import load
from builder.build.make import make
from builder.build.targets import Selection, spread
from builder.content.walk import walk
from builder.files import package_folder
from builder.formats import FORMATS
from builder.model.blocks import Question
from builder.output.scoring import comparable
from tests.write.meaning_page import page
from tests.write.meaning_papers import PAPERS, paper
from tests.write.meaning_readers import BY_PROMPT, READERS
from tests.write.meanings import Meaning, meanings

SAMPLE = package_folder("starters/questions")
NAMES = tuple(format.name for format in FORMATS if format.asks)
TITLES = tuple(
    line.removeprefix("## ").partition(" {")[0]
    for line in (Path(SAMPLE) / "modules/questions/01-practice.md").read_text("utf-8").splitlines()
    if line.startswith("## ")
)
CELLS = [(kind, format) for kind in TITLES for format in NAMES]
DECLARED: dict[str, set[str]] = {
    "hint is left out": {"hint"},
    "explanation is left out": {"explanation"},
    "feedback on its": {"feedback"},
    "good answer holds is left out": {"guidance"},
    "text of its case is left out": {"case"},
    "one point is counted instead": {"points"},
    "counts 1 instead of": set(),
    "share that each option brings": {"worth"},
    "never in part": {"worth"},
    "as a whole or not at all": {"worth"},
    "options are worth": {"worth"},
    "is worth": {"worth"},
    "cannot be found by keyboard": set(),
    "gaps count": {"points"},
}
"""What of a question may differ, by the words in which a build says so."""


@cache
def sample() -> tuple[dict[str, Meaning], dict[str, list[str]]]:
    """Return what every question of the sample means, and the questions of each kind."""
    loaded, _ = load(SAMPLE)
    assert loaded is not None
    (module,) = loaded.workspace.modules
    all_: dict[str, Meaning] = {}
    kinds: dict[str, list[str]] = {}
    for lesson in module.lessons:
        all_ |= meanings(lesson)
        for step in lesson.steps:
            kinds.setdefault(step.title.message, []).extend(question.id for question in walk(step, Question))
    return all_, kinds


@cache
def built(name: str) -> dict[str, bytes]:
    """Return the files of a format, by their variants."""
    loaded, _ = load(SAMPLE)
    assert loaded is not None
    targets = spread(Selection(parts=("all",), formats=(name,)), loaded.workspace)
    made = [make(job) for job in prepare(loaded, targets, Findings())]
    return {f"{one.job.variant}{place}": one.data or b"" for place, one in enumerate(made)}


@cache
def found(name: str) -> dict[str, Meaning]:
    """Return what a file says that its questions mean."""
    files = list(built(name).values())
    if name in PAPERS:
        key = next(iter(built(name.replace("test", "key")).values()))
        return paper(name, files[0], key, sample()[0])
    if name == "quiz.html":
        return page(files[0])
    if name in BY_PROMPT:
        return BY_PROMPT[name](
            files[0], {meaning["prompt"]: id for id, meaning in sample()[0].items() if "practice" in id}
        )
    return READERS[name](files[0])


@cache
def told() -> dict[tuple[str, str], Carriage]:
    return {(row.kind, row.format): row for row in carriages()}


@pytest.mark.parametrize(
    ("kind", "format"), CELLS, ids=[f"{format}-{kind.replace(' ', '-')}" for kind, format in CELLS]
)
def test_a_question_means_the_same_or_its_loss_is_declared(kind: str, format: str) -> None:
    carriage = told()[kind, format]
    use = "test-" if format.startswith("test.") else "practice-"
    (id,) = [one for one in sample()[1][kind] if one.startswith(use)]
    if carriage.carried == "none":
        assert id not in found(format)
        return
    expected, read = sample()[0][id], found(format)[id]
    unlike = {name for name, value in read.items() if not alike(name, value, expected[name])}
    losses = [loss for loss in carriage.losses if id in loss]
    allowed = {name for words, names in DECLARED.items() for loss in losses if words in loss for name in names}
    assert all(any(words in loss for words in DECLARED) for loss in losses), "every loss says what it is"
    assert unlike <= allowed, {name: (read[name], expected[name]) for name in unlike - allowed}
    if carriage.carried == "whole":
        assert not losses


def alike(name: str, read: Any, expected: Any) -> bool:
    if name in ("prompt", "case"):
        return expected in read
    if name == "worth":
        return read.keys() == expected.keys() and all(abs(read[text] - expected[text]) < 0.01 for text in read)
    if name == "key" and isinstance(expected, set):
        return {comparable(text) for text in read} == {comparable(text) for text in expected}
    return bool(read == expected)


def test_every_format_that_asks_has_a_reader() -> None:
    assert set(NAMES) == {*READERS, *BY_PROMPT, *PAPERS, "quiz.html"}
    assert len(CELLS) == len(told())


CLIENTS = Path(__file__).parents[1] / "clients"
GIFT = (
    "import * as gift from 'gift-pegjs'; import {readFileSync} from 'node:fs';"
    "console.log(JSON.stringify(gift.parse(readFileSync(0, 'utf-8'))))"
)


@pytest.mark.client
@pytest.mark.skipif(
    not shutil.which("node") or not (CLIENTS / "node_modules/gift-pegjs").is_dir(),
    reason="needs node and gift-pegjs: run tests/clients/install",
)
def test_another_reader_of_gift_finds_the_same_questions_with_the_same_keys() -> None:
    (data,) = built("quiz.gift").values()
    done = subprocess.run(
        ["node", "--input-type=module", "-e", GIFT],
        cwd=CLIENTS, input=data, capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    theirs = {one["id"]: one for one in json.loads(done.stdout) if one["type"] not in ("Category", "Description")}
    ours = found("quiz.gift")
    assert theirs.keys() == ours.keys()
    for id, one in theirs.items():
        if one["type"] == "MC":
            right = [bool(choice["isCorrect"]) or (choice["weight"] or 0) > 0 for choice in one["choices"]]
            key = ours[id]["key"]
            assert right == list((key[0] if isinstance(key, list) else key).values())
        elif one["type"] == "TF":
            assert {"True": one["isTrue"], "False": not one["isTrue"]} == ours[id]["key"]
        elif one["type"] == "Matching":
            assert sum(len(ours[id]["key"][part]) for part in (0, 1)) == len(one["matchPairs"])
