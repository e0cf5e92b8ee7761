"""``variants:`` of a course → further files beside the plain ones, each with its options typed."""

import re
from typing import Any, assert_never

from builder.diagnostics import Code
from builder.model.course import Variant
from builder.model.options import (
    ARTEFACTS,
    PLAIN,
    Artefact,
    LanguageOption,
    NumberOption,
    Option,
    WordOption,
    allowed_values,
    chosen_options,
    find_artefact,
)
from builder.read.nearest import suggestion
from builder.read.record import Record, read_record
from builder.read.yaml import Mapping, Scalar, Tree

_EXAMPLE = "{large: {size: 18}}"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def read_variants(record: Record) -> tuple[Variant, ...]:
    """Return the variants of a course; those that cannot be are reported and left out."""
    variants: list[Variant | None] = []
    for key, named in record.entries("variants", f"{{handout: {_EXAMPLE}}}"):
        artefact = find_artefact(key.text)
        if artefact is None or not artefact.options:
            hint = suggestion(key.text, [known.name for known in ARTEFACTS if known.options])
            message = f"`{key.text}` is no artefact that has variants"
            record.scope.report(Code.KEY_UNKNOWN, message, key.line, hint=hint)
        elif not isinstance(named, Mapping):
            record.wrong_type(key.text, "is no mapping of variants", _EXAMPLE, line=key.line)
        else:
            variants.extend(_variant(artefact, name, tree, record) for name, tree in named.entries)
    return tuple(variant for variant in variants if variant is not None)


def _variant(artefact: Artefact, name: Scalar, tree: Tree, record: Record) -> Variant | None:
    """Return a variant; None where its name or what it chooses cannot be, which is reported."""
    scope = record.scope
    before = len(scope.findings)
    if _NAME.fullmatch(name.text) is None or name.text == PLAIN:
        message = f"`{name.text}` cannot be the name of a variant"
        hint = f"it goes into file names: up to 40 small Latin letters, digits and hyphens; not `{PLAIN}`"
        scope.report(Code.VALUE_TYPE, message, name.line, hint=hint)
    names = [option.name for option in artefact.options]
    inner = read_record(tree, scope, owner=f"the {artefact.name}’s variant `{name.text}`", keys=names, line=name.line)
    values = {option.name: _value(option, inner) for option in artefact.options}
    options = artefact.record(**{key: value for key, value in values.items() if value is not None})
    if len(scope.findings) > before:
        return None
    if not chosen_options(options):
        message = f"the {artefact.name}’s variant `{name.text}` chooses nothing that the plain file has not"
        listed = ", ".join(f"{option.name}: {allowed_values(option)}" for option in artefact.options)
        scope.report(Code.VALUE_CHOICE, message, name.line, hint=f"allowed: {listed}")
        return None
    return Variant(
        span=scope.span(name.line), artefact=artefact.name, name=name.text, options=options, keys=inner.key_lines()
    )


def _value(option: Option, record: Record) -> Any:
    """Return the value of an option; None where it is not chosen or does not fit, which is reported."""
    match option:
        case LanguageOption(name=name):
            return record.language(name)
        case WordOption(name=name, words=words):
            return record.choice(name, words)
        case NumberOption():
            return _number(option, record)
        case _:
            assert_never(option)


def _number(option: NumberOption, record: Record) -> int | None:
    written = record.text(option.name, str(option.numbers[0]))
    if written is None:
        return None
    number = next((number for number in option.numbers if str(number) == written), None)
    if number is None:
        message = f"`{option.name}: {written}` does not fit {record.owner}"
        hint = f"allowed: {allowed_values(option)}"
        record.scope.report(Code.VALUE_CHOICE, message, record.line_of(option.name), hint=hint)
    return number
