"""``references.yaml`` → sources as CSL data."""

import re
from typing import Any

from builder.diagnostics import Code, Diagnostics
from builder.model.course import Reference
from builder.read.csl import DATE_FIELDS, DATES, FIELDS, NAME_FIELDS, NAMES, TYPES
from builder.read.record import Record, file_scope, read_record
from builder.read.scope import Scope
from builder.read.yaml import Mapping, Scalar, Sequence, Tree, read_tree
from builder.source import SourceFile

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.-]*")
_YEAR = re.compile(r"-?[0-9]{1,4}")
_EXAMPLE = "who-2020: {type: report, title: Emergency care at work}"


def read_references(source: SourceFile) -> tuple[tuple[Reference, ...] | None, Diagnostics]:
    """Return the sources of a file; an empty file has none."""
    scope = file_scope(source)
    tree = read_tree(source.text, 1, scope)
    if tree is None:
        return (None if scope.findings else ()), tuple(scope.findings)
    if not isinstance(tree, Mapping):
        scope.report(Code.VALUE_TYPE, "the references are no mapping", tree.line, hint=f"write keys: {_EXAMPLE}")
        return None, tuple(scope.findings)
    references = []
    for key, value in tree.entries:
        if _KEY.fullmatch(key.text) is None:
            hint = "a key has letters, digits and - . : _, and no blanks"
            scope.report(Code.VALUE_TYPE, f"`{key.text}` is no key of a source", key.line, hint=hint)
        elif isinstance(value, Mapping):
            references.append(_reference(key, value, scope))
        else:
            scope.report(Code.VALUE_TYPE, f"`{key.text}` is no mapping", key.line, hint=f"write {_EXAMPLE}")
    return tuple(references), tuple(scope.findings)


def _reference(key: Scalar, value: Mapping, scope: Scope) -> Reference:
    record = read_record(value, scope, owner=f"the source `{key.text}`", keys=FIELDS)
    record.choice("type", TYPES, required=True)
    record.scalar("title", "Emergency care at work", required=True)
    data = {name: data for name, (_, tree) in record.values.items() if (data := _field(name, tree, record)) is not None}
    return Reference(span=scope.span(key.line), id=key.text, data=data)


def _field(name: str, tree: Tree, record: Record) -> Any:
    if name in NAMES:
        return _names(name, tree, record)
    if name in DATES:
        return _date(name, tree, record)
    if isinstance(tree, Scalar):
        return tree.text
    record.wrong_type(name, "is a list or mapping, not a text", '"…"', line=tree.line)
    return None


def _names(name: str, tree: Tree, record: Record) -> list[dict[str, str]] | None:
    example = "[{family: Frank, given: Anne}, {literal: World Health Organization}]"
    if not isinstance(tree, Sequence):
        record.wrong_type(name, "is no list of names", example, line=tree.line)
        return None
    names = []
    for item in tree.items:
        person = read_record(item, record.scope, owner=f"a name of `{name}`", keys=NAME_FIELDS)
        texts = {key: person.text(key, "…") for key in person.values}
        names.append({key: text for key, text in texts.items() if text is not None})
        if not person.values:
            record.wrong_type(name, "holds a name without its parts", example, line=item.line)
    return names


def _date(name: str, tree: Tree, record: Record) -> dict[str, Any] | None:
    example = "{date-parts: [[2020, 5, 1]]}"
    if not isinstance(tree, Mapping):
        record.wrong_type(name, "is no date", example, line=tree.line)
        return None
    date = read_record(tree, record.scope, owner=f"the date `{name}`", keys=DATE_FIELDS)
    data: dict[str, Any] = {}
    for key, (_, value) in date.values.items():
        if key != "date-parts":
            data[key] = date.text(key, "…")
            continue
        parts = _date_parts(value)
        if parts is None:
            record.wrong_type(name, "holds what is no date", example, line=value.line)
        else:
            data[key] = parts
    return data


def _date_parts(tree: Tree) -> list[list[int]] | None:
    if not isinstance(tree, Sequence) or not 1 <= len(tree.items) <= 2:
        return None
    dates = []
    for date in tree.items:
        if not isinstance(date, Sequence) or not 1 <= len(date.items) <= 3:
            return None
        texts = [part.text for part in date.items if isinstance(part, Scalar)]
        if len(texts) < len(date.items) or not all(_YEAR.fullmatch(text) for text in texts):
            return None
        numbers = [int(text) for text in texts]
        if not all(1 <= number <= most for number, most in zip(numbers[1:], (12, 31), strict=False)):
            return None
        dates.append(numbers)
    return dates
