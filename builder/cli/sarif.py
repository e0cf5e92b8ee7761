"""Findings as SARIF 2.1.0, the form in which code hosts and editors take them."""

from collections.abc import Sequence
from typing import Any

from builder import __version__
from builder.diagnostics import Code, Diagnostic, Severity, severity_of
from builder.diagnostics.explanations import explain
from builder.files import MANIFEST_NAME

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "WORKSPACE"


def sarif(diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    """Return one SARIF log with a run; its rules are the codes that were found, as `course explain` has them."""
    codes = sorted({finding.code for finding in diagnostics})
    places = {code: place for place, code in enumerate(codes)}
    driver = {"name": "course", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: {"description": {"text": f"The folder that holds {MANIFEST_NAME}."}}},
        "results": [_result(finding, places[finding.code]) for finding in diagnostics],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: Code) -> dict[str, Any]:
    row = explain(code.value)
    rule: dict[str, Any] = {"id": code.value, "defaultConfiguration": {"level": _LEVELS[severity_of(code)]}}
    if row is not None:
        rule["shortDescription"] = {"text": row.title}
        rule["fullDescription"] = {"text": row.why}
        rule["help"] = {"text": row.fix}
    return rule


def _result(finding: Diagnostic, rule: int) -> dict[str, Any]:
    text = finding.message if finding.hint is None else f"{finding.message}\n{finding.hint}"
    result: dict[str, Any] = {
        "ruleId": finding.code.value,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
    }
    if finding.span is not None:
        region = {"startLine": finding.span.line, "endLine": finding.span.end_line}
        place = {"artifactLocation": {"uri": _uri(finding.span.path), "uriBaseId": _ROOT}, "region": region}
        result["locations"] = [{"physicalLocation": place}]
    if finding.language is not None:
        result["properties"] = {"language": finding.language}
    return result


def _uri(path: str) -> str:
    """Return a path as a relative URI; a name may hold letters that URIs write as octets."""
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"))
