"""`course check --sarif`: a log that other programs take."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import course
from builder.cli.sarif import sarif
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.source import Span

CASES = Path(__file__).parent.parent / "diagnostics"


def workspace(folder: Path, case: str) -> Path:
    root = folder / "workspace"
    shutil.copytree(CASES / "base", root)
    shutil.copytree(CASES / "cases" / case, root, dirs_exist_ok=True)
    return root


def everything() -> list[Diagnostic]:
    span = Span("locales/mk/über „x“ 1.po", 3, 5)
    spanned = [diagnose(code, f"about {code}", span, hint="do it", language="mk") for code in Code]
    return [*spanned, diagnose(Code.FILE_MISSING, "nowhere")]


def test_the_command_prints_one_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace(tmp_path, "script-mixed"))
    result = CliRunner().invoke(course, ["check", "--sarif"])
    assert result.exit_code == 1
    log = json.loads(result.stdout)
    (run,) = log["runs"]
    (mixed,) = (one for one in run["results"] if one["ruleId"] == "script-mixed")
    assert mixed["level"] == "error"
    assert mixed["properties"] == {"language": "mk"}
    place = mixed["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "locales/mk/main.po"
    assert place["region"] == {"startLine": 10, "endLine": 10}
    assert run["tool"]["driver"]["rules"][mixed["ruleIndex"]]["id"] == "script-mixed"
    assert CliRunner().invoke(course, ["check", "--sarif", "--json"]).exit_code == 2


def test_every_code_is_a_rule_with_its_explanation() -> None:
    log = sarif(everything())
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(Code)
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert {one["level"] for one in run["results"]} == {"error", "warning", "note"}
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()
    assert "locations" not in run["results"][-1]


def test_another_library_reads_the_log() -> None:
    models = pytest.importorskip("sarif_pydantic")
    log = sarif(everything())
    read = models.Sarif.model_validate(log)
    assert len(read.runs[0].results) == len(everything())
    assert read.runs[0].results[0].rule_id == next(iter(Code)).value
