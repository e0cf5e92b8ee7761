"""How findings are told: those that say the same of many places as one, with their number and the first places."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import course
from builder.cli.report import Manner, put_together, tell
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.files import package_folder
from builder.source import Span

PLAIN = Manner(as_json=False, quiet=False, verbose=False)


def lost(line: int, why: str = "its type is order") -> Diagnostic:
    return diagnose(
        Code.QUESTION_NOT_CARRIED, f"quiz.gift cannot carry q-{line}: {why}", Span.at("a.md", line), hint="ask otherwise",
        together=f"quiz.gift cannot carry {{count}} questions: {why}",
    )  # fmt: skip


def test_findings_that_say_the_same_are_told_once_with_their_number_and_first_places(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(PLAIN, [lost(line) for line in range(1, 6)])
    assert capsys.readouterr().err.splitlines() == [
        "warning[question-not-carried]: quiz.gift cannot carry 5 questions: its type is order",
        "    at a.md:1, a.md:2, a.md:3 … (-v shows all)",
        "    hint: ask otherwise",
    ]


def test_one_alone_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    tell(PLAIN, [lost(7)])
    assert capsys.readouterr().err.startswith("a.md:7: warning[question-not-carried]: quiz.gift cannot carry q-7: its")


def test_each_is_told_where_all_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    tell(Manner(as_json=False, quiet=False, verbose=True), [lost(line) for line in range(1, 6)])
    assert len(re.findall(r"a\.md:\d: warning", capsys.readouterr().err)) == 5


def test_a_hint_that_follows_again_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    tell(PLAIN, [lost(line, why) for why in ("one", "two") for line in (1, 2)])
    assert capsys.readouterr().err.count("hint: ask otherwise") == 1


def test_nothing_is_put_together_that_says_something_else() -> None:
    groups = put_together([lost(1), lost(2), lost(3, "another")])
    assert [len(group) for group in groups] == [1, 2]
    assert {finding for group in groups for finding in group} == {lost(1), lost(2), lost(3, "another")}


def test_what_stands_alone_comes_last_and_is_never_hidden_by_groups(capsys: pytest.CaptureFixture[str]) -> None:
    alone = diagnose(Code.SLIDE_OVERFLOW, "too much", Span.at("b.md", 1))
    tell(PLAIN, [alone, *(lost(line, f"reason {line % 30}") for line in range(90))])
    told = capsys.readouterr().err.splitlines()
    assert sum("cannot carry 3 questions" in line for line in told) == 30
    assert told[-1] == "b.md:1: error[slide-overflow]: too much"


def test_a_build_tells_losses_by_format_and_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shutil.copytree(package_folder("starters/questions"), tmp_path / "w"))
    build = ("build", "--part", "all", "--format", "quiz.aiken")
    short = CliRunner().invoke(course, build, catch_exceptions=False)
    assert "quiz.aiken cannot carry 4 questions, each for this reason: its type is numeric" in short.stderr
    assert "cannot carry the question practice-4" not in short.stderr
