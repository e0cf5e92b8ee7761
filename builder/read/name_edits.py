"""New ids, written into the text of a lesson: nothing else of it changes, be it a blank, a line's end or a mark."""

import re
from collections.abc import Collection, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from builder.content.index import index
from builder.content.interactions import Option, OrderItem, Pair
from builder.content.phrase import Phrase
from builder.diagnostics import Severity
from builder.model.blocks import Case, Question
from builder.model.lesson import Lesson, Step
from builder.read.decode import decode
from builder.read.lesson import read_lesson
from builder.read.lines import without_comments
from builder.read.naming import NewId

_NAMED = (Step, Case, Question, Option, Pair, OrderItem)
_LINE_END = re.compile(r"(\r\n|\r|\n)")
_INSIDE = r'\{(?:[a-z][a-z0-9-]*=)(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}'
_ATTRIBUTES = re.compile(rf"(?<!\]){_INSIDE}$")
_ATTRIBUTES_ALONE = re.compile(rf"[ \t]*{_INSIDE}$")
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")


def write_ids(data: bytes, path: str, new: Sequence[NewId], *, language: str) -> tuple[bytes, tuple[NewId, ...]]:
    """Return a lesson's bytes with the ids that could be written, and those ids.

    Every change is tried: the lesson is read again, and must be the same but for the new ids. A lesson with an error
    stays as it is, for what it means is not known.
    """
    before = _read(data, path, language)
    if before is None or not new:
        return data, ()
    written = _tried(data, before, new, new, language)
    if written is not None:
        return written, tuple(new)
    done: tuple[NewId, ...] = ()
    for one in new:  # something is odd in this lesson: what can be written is found one by one
        attempt = _tried(data, before, new, (*done, one), language)
        done = done if attempt is None else (*done, one)
    return _tried(data, before, new, done, language) or data, done


def _read(data: bytes, path: str, language: str) -> Lesson | None:
    """Return a lesson without errors, or None."""
    source, found = decode(data, path)
    lesson = None
    if source is not None:
        lesson, found = read_lesson(source, language=language)
    return None if any(finding.severity is Severity.ERROR for finding in found) else lesson


def _tried(data: bytes, before: Lesson, new: Sequence[NewId], chosen: Collection[NewId], language: str) -> bytes | None:
    """Return the lesson with the chosen ones of the new ids; None where it would not be the same otherwise."""
    changed = _written(data, chosen)
    after = _read(changed, before.path, language)
    if after is None or _nameless(after) != _nameless(before):
        return None
    waiting = iter(new)
    names = [name or _chosen(next(waiting), chosen) for name in _names(before)]
    return changed if _names(after) == names else None


def _chosen(new: NewId, chosen: Collection[NewId]) -> str:
    return new.id if new in chosen else ""


def _written(data: bytes, new: Collection[NewId]) -> bytes:
    parts = _LINE_END.split(data.decode())
    lines = parts[::2]
    for one in sorted(new, key=lambda one: one.line):
        number, place, text = _edit(lines, one)
        lines[number] = lines[number][:place] + text + lines[number][place:]
    parts[::2] = lines
    return "".join(parts).encode()


def _edit(lines: Sequence[str], new: NewId) -> tuple[int, int, str]:
    """Return the line, counted from 0, the place in it, and what is put in there."""
    first = new.line - 1
    text = _bare(lines[first], new)
    if attributes := _ATTRIBUTES.search(text):
        return first, attributes.start() + 1, f"#{new.id} "
    if new.question and first + 1 < len(lines):  # an item's attributes may stand in a line of their own
        following = _bare(lines[first + 1], new)
        if _ATTRIBUTES_ALONE.match(following):
            return first + 1, following.index("{") + 1, f"#{new.id} "
    return first, len(text), f" {{#{new.id}}}"


def _bare(line: str, new: NewId) -> str:
    """Return a line without what may stand behind attributes: comments, blanks, the hashes that close a heading."""
    text = without_comments(line)[0]
    opening = text.rfind("<!--")
    if opening > text.rfind("-->"):  # a comment that goes on in the next line
        text = text[:opening]
    text = text.rstrip(" \t")
    return _CLOSING_HASHES.sub("", text) if new.kind == "step" else text


def _names(lesson: Lesson) -> list[str]:
    return [node.id or "" for node in index(lesson).nodes if isinstance(node, _NAMED)]


def _nameless(value: Any) -> Any:
    """Return a tree as it is without the ids that can be new, and without places, which follow from them."""
    if isinstance(value, tuple):
        return tuple(map(_nameless, value))
    if isinstance(value, Phrase):
        return replace(value, place="")
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {field.name: _nameless(getattr(value, field.name)) for field in fields(value) if field.compare}
    if isinstance(value, _NAMED):
        changes["id"] = ""
    return replace(value, **changes)
