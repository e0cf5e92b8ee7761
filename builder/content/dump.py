"""Any tree as text for people: `course show --stage`, and what tests expect."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from builder.content.inlines import Text
from builder.content.phrase import Phrase
from builder.languages.states import State
from builder.source import Span

_STEP = "  "


def dump(node: Any) -> str:
    """Return a tree as indented lines: kind, ``@line`` of its span, short fields; longer ones below.

    Empty fields are left out. A phrase is its kind, message and place; its inlines follow where they are more than
    text.
    """
    return "".join(f"{line}\n" for line in _lines(node, ""))


def _lines(value: Any, label: str) -> Iterator[str]:
    if isinstance(value, Phrase):
        yield from _phrase(value, label)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _record(value, label)
    elif isinstance(value, Mapping):
        yield from _indented(label.rstrip(), [line for key, item in value.items() for line in _lines(item, f"{key}: ")])
    elif isinstance(value, tuple | list) and not _is_short(value):
        yield from _indented(label.rstrip(), [line for item in value for line in _item(item)])
    else:
        yield f"{label}{_short(value)}"


def _item(value: Any) -> Iterator[str]:
    """Yield one of several values; a group of its own, such as a row of cells, is marked by a dash."""
    if isinstance(value, tuple | list) and not _is_short(value):
        yield from _indented("-", [line for item in value for line in _item(item)])
    else:
        yield from _lines(value, "")


def _indented(header: str, lines: list[str]) -> Iterator[str]:
    if header:
        yield header
    for line in lines:
        yield f"{_STEP if header else ''}{line}"


def _record(value: Any, label: str) -> Iterator[str]:
    short: list[str] = []
    long: list[tuple[str, Any]] = []
    for field in fields(value):
        item = getattr(value, field.name)
        if isinstance(item, Span):
            short.insert(0, _place(item))
        elif not field.repr or _is_empty(item):
            continue
        elif _is_short(item):
            short.append(f"{field.name}={_short(item)}")
        else:
            long.append((field.name, item))
    if isinstance(value, Text):
        short = [_short(value.value), *short[:1]]
    header = " ".join([type(value).__name__, *short])
    yield from _indented(f"{label}{header}", [line for name, item in long for line in _lines(item, _label(name))])


def _label(name: str) -> str:
    return "" if name == "children" else f"{name}: "


def _phrase(phrase: Phrase, label: str) -> Iterator[str]:
    words = [phrase.kind.value, _short(phrase.message), _place(phrase.span)]
    if phrase.place:
        words.insert(2, f"#{phrase.place}")
    words.extend(
        f"{name}={_short(value)}" for name, value in (("context", phrase.context), ("note", phrase.note)) if value
    )
    if not phrase.translatable:
        words.append("untranslatable")
    if phrase.state is not State.TRANSLATED:
        words.append(f"{phrase.language} {phrase.state.value}")
    plain = len(phrase.inlines) < 2 and all(isinstance(inline, Text) for inline in phrase.inlines)
    inlines = [] if plain else [line for inline in phrase.inlines for line in _lines(inline, "")]
    yield from _indented(f"{label}{' '.join(words)}", inlines)


def _place(span: Span) -> str:
    return f"@{span.line}" if span.line == span.end_line else f"@{span.line}-{span.end_line}"


def _is_empty(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return all(item is None for item in value)
    return value is None or (isinstance(value, Mapping | str) and not value)


def _is_short(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return all(_is_short(item) for item in value)
    return not (is_dataclass(value) or isinstance(value, Mapping))


def _short(value: Any) -> str:
    match value:
        case Enum():
            return str(value.value)
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case bytes():
            return f"{len(value)} bytes"
        case Decimal():
            return format(value, "f")
        case tuple() | list():
            return f"[{', '.join(_short(item) for item in value)}]"
        case _:
            return str(value)
