"""QTI 3.0 in a player of the standard, in a browser: every type is shown, and scored as `output/scoring.py` says."""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder.output.quiz import items
from builder.output.scoring import Answer, mark
from builder.plan.quiz_qti import plan_qti3
from tests.plan import quiz_editions as make
from tests.write.qti_files import NOTHING, written

CLIENTS = Path(__file__).parents[1] / "clients"
PACKAGES = ("playwright-core", "qti3-item-player", "vue")
HAVE_ALL = all((CLIENTS / "node_modules" / name).is_dir() for name in PACKAGES)
HAVE_ALL = HAVE_ALL and bool(shutil.which("node")) and bool(shutil.which("chromium"))
pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(not HAVE_ALL, reason="needs node, Chromium and the packages of tests/clients"),
]
EDITION = make.edition(*make.SIX, *make.FIVE)
NOTHING_GIVEN: dict[str, Any] = {}
TRIES: tuple[tuple[str, dict[str, Any], Answer], ...] = (
    ("q-single", {"RESPONSE": "b"}, frozenset("b")),
    ("q-single", {"RESPONSE": "a"}, frozenset("a")),
    ("q-single", NOTHING_GIVEN, frozenset()),
    ("q-multiple", {"RESPONSE": ["a", "c"]}, frozenset("ac")),
    ("q-multiple", {"RESPONSE": ["a"]}, frozenset("a")),
    ("q-multiple", {"RESPONSE": ["a", "b"]}, frozenset("ab")),
    ("q-multiple", {"RESPONSE": ["b"]}, frozenset("b")),
    ("q-true", {"RESPONSE": "false"}, frozenset({"false"})),
    ("q-true", {"RESPONSE": "true"}, frozenset({"true"})),
    ("q-number", {"RESPONSE": "67"}, "67"),
    ("q-number", {"RESPONSE": "68"}, "68"),
    ("q-number", {"RESPONSE": "68.01"}, "68.01"),
    ("q-text", {"RESPONSE": "tiranË"}, "tiranË"),
    ("q-text", {"RESPONSE": "Rome"}, "Rome"),
    ("q-match", {"RESPONSE": ["p1 p1_target", "p2 p2_target", "p3 p3_target"]}, {"p1": "p1", "p2": "p2", "p3": "p3"}),
    ("q-match", {"RESPONSE": ["p1 p1_target", "p2 p4_target"]}, {"p1": "p1", "p2": "p4"}),
    ("q-order", {"RESPONSE": ["s1", "s2"]}, ("s1", "s2")),
    ("q-order", {"RESPONSE": ["s2", "s1"]}, ("s2", "s1")),
    ("q-gaps", {"RESPONSE_time": "25", "RESPONSE_kind": "a"}, {"time": "25", "kind": frozenset("a")}),
    ("q-gaps", {"RESPONSE_time": "26", "RESPONSE_kind": "a"}, {"time": "26", "kind": frozenset("a")}),
    ("q-where", {"RESPONSE": "a"}, frozenset("a")),
    ("q-where", NOTHING_GIVEN, frozenset()),
    ("q-essay", {"RESPONSE": "Two facts."}, ""),
    ("q-ready", {"RESPONSE": "point-2"}, frozenset({"point-2"})),
)  # fmt: skip
IDS = [f"{id}-{place}" for place, (id, _, _) in enumerate(TRIES)]


@cache
def report() -> list[dict[str, Any]]:
    files = written(EDITION, "3.0")
    tries = [{"xml": files[f"items/{id}.xml"].decode(), "answers": answers} for id, answers, _ in TRIES]
    done = subprocess.run(
        ["node", str(CLIENTS / "qti_score.mjs")], input=json.dumps(tries), capture_output=True, text=True, check=True,
        timeout=120,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["errors"] == []
    entries: list[dict[str, Any]] = told["tries"]
    return entries


@pytest.mark.parametrize("place", range(len(TRIES)), ids=IDS)
def test_the_player_scores_as_we_say(place: int) -> None:
    id, answers, answer = TRIES[place]
    found = report()[place]
    assert "failed" not in found, found
    for name, value in answers.items():
        taken = found["responses"][name]
        assert taken == value or (id == "q-match" and sorted(taken) == value), "the player took the answer"
    item = next(item for item in items(plan_qti3(EDITION, NOTHING, None)[0]) if item.id == id)
    worth = mark(item.interaction, answer)
    expected = 0.0 if worth is None else float(worth.fraction) * item.points
    assert found["outcomes"]["SCORE"] == pytest.approx(expected)


def test_the_player_shows_prompts_options_and_feedback() -> None:
    first = report()[0]
    assert first["text"].startswith("Which sentence describes disengagement?")
    assert "He takes no part in violence" in first["text"]
    shown = " ".join(first["feedback"])
    assert "This is behaviour." in shown
    assert "This describes thinking." not in shown
    assert "Disengagement is a change of behaviour." in shown


def test_what_a_good_answer_holds_is_not_shown() -> None:
    place = next(place for place, (id, _, _) in enumerate(TRIES) if id == "q-essay")
    assert "Two facts, one feeling" not in report()[place]["text"]
