"""``course.yaml`` → a course."""

import re
from datetime import date

from builder.content.phrase import Kind, Phrase
from builder.diagnostics import Code, Diagnostics
from builder.model.course import Course, Group, Tests
from builder.read.days import read_days
from builder.read.manifest import read_languages
from builder.read.record import Record, file_scope, file_tree, folder_name, read_record, scalar_phrase
from builder.read.text import read_phrase
from builder.read.translation_policy import read_translation_policy
from builder.read.variants import read_variants
from builder.read.yaml import Scalar
from builder.source import SourceFile

_KEYS = (
    "title", "edition", "date", "audience", "languages", "publisher", "group", "variables", "days", "tests", "variants",
    "translation",
)  # fmt: skip
_EDITION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FORM = re.compile(r"[A-Z]")
_VARIABLE = re.compile(r"[a-z][a-z0-9_-]*")


def read_course(source: SourceFile, *, language: str = "en") -> tuple[Course | None, Diagnostics]:
    """Return the course of a file; no languages or an empty publisher mean those of the workspace.

    No course is returned where the file cannot be read.
    """
    scope = file_scope(source, language)
    tree = file_tree(source, scope)
    if tree is None:
        return None, tuple(scope.findings)
    record = read_record(tree, scope, owner="the course", keys=_KEYS)
    title = record.phrase("title", Kind.TITLE, "First aid refresher", required=True)
    course = Course(
        span=scope.span(1, max(source.text.rstrip("\n").count("\n") + 1, 1)),
        id=folder_name(source),
        title=title or read_phrase("", 1, Kind.TITLE, scope, place="title"),
        edition=record.matching("edition", _EDITION, "1.0.0", required=True) or "0.0.0",
        date=_date(record),
        audience=record.phrase("audience", Kind.AUDIENCE, "Workplace first-aiders"),
        languages=read_languages(record),
        publisher=record.text("publisher", "default") or "",
        group=_group(record),
        variables=_variables(record),
        days=read_days(record),
        tests=_tests(record),
        variants=read_variants(record),
        translation=read_translation_policy(record),
        keys=record.key_lines(),
    )
    return course, tuple(scope.findings)


def _date(record: Record) -> str:
    example = "2026-12-01"
    written = record.matching("date", _DATE, example, required=True)
    if written is None:
        return "1970-01-01"
    try:
        date.fromisoformat(written)
    except ValueError:
        record.wrong_type("date", f"is no day of the calendar: {written}", example)
    return written


def _group(record: Record) -> Group | None:
    group = record.record("group", ("min", "ideal", "max"))
    if group is None:
        return None
    least, ideal, most = (group.whole(key, "12", required=True) for key in ("min", "ideal", "max"))
    if least is None or ideal is None or most is None:
        return None
    if not least <= ideal <= most:
        message = f"the group's sizes are not in order: {least}, {ideal}, {most}"
        record.scope.report(Code.VALUE_CHOICE, message, group.line, hint="write min ≤ ideal ≤ max")
    return Group(span=record.scope.span(group.line), min=least, ideal=ideal, max=most)


def _variables(record: Record) -> tuple[tuple[str, Phrase], ...]:
    variables = []
    for key, value in record.entries("variables", '{emergency_number: "112"}'):
        if _VARIABLE.fullmatch(key.text) is None:
            hint = "a name has lower-case letters, digits and _, and begins with a letter"
            record.scope.report(Code.KEY_UNKNOWN, f"`{key.text}` is no name of a variable", key.line, hint=hint)
        elif not isinstance(value, Scalar):
            record.wrong_type(key.text, "is a list or mapping, not a text", '"112"', line=key.line)
        else:
            variables.append((key.text, scalar_phrase(value, Kind.VARIABLE, record.scope, "variables")))
    return tuple(variables)


def _tests(record: Record) -> Tests | None:
    tests = record.record("tests", ("pass", "items", "forms", "seed"))
    if tests is None:
        return None
    percent = tests.whole("pass", "70", required=True)
    if percent is not None and percent > 100:
        tests.wrong_type("pass", f"is more than 100 per cent: {percent}", "70")
    forms = []
    for scalar in tests.scalars("forms", "[A, B]"):
        if _FORM.fullmatch(scalar.text) and scalar.text not in forms:
            forms.append(scalar.text)
        else:
            tests.wrong_type(
                "forms", f"holds what is no letter, or comes twice: {scalar.text}", "[A, B]", line=scalar.line
            )
    return Tests(
        span=record.scope.span(tests.line),
        pass_percent=min(percent or 0, 100),
        items=tests.whole("items", "10", required=True) or 1,
        forms=tuple(forms) or ("A",),
        seed=tests.whole("seed", "1", least=0) or 0,
    )
