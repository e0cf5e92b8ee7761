"""Strict YAML → a tree of texts with lines: no types are guessed, nothing is expanded, no key comes twice."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from builder.diagnostics import Code
from builder.read.scope import Scope
from builder.records import dataclass

DEEPEST = 24
"""How many lists and mappings may stand within each other."""
# Next line, line separator and paragraph separator would count as lines for YAML, and for nobody else.
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COMMENT = re.compile(r" #")
_VALUE = re.compile(r"(\s*(?:- +)?[\w-]+:\s+)(\S.*)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text."""

    text: str
    line: int
    end_line: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Tree", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order written."""

    entries: tuple[tuple[Scalar, "Tree"], ...]
    line: int


Tree = Scalar | Sequence | Mapping


def read_tree(text: str, first: int, scope: Scope) -> Tree | None:
    """Return the tree of a YAML text that begins on line ``first``; None where it cannot be read, or is empty."""
    import yaml

    reader = _Reader(text, first, scope)
    foreign = _UNPRINTABLE.search(text)
    if foreign is not None:
        line = text.count("\n", 0, foreign.start()) + first
        message = f"the character {ord(foreign.group()):#06x} has no place in a text"
        scope.report(Code.YAML_SYNTAX, message, line, hint="take it out; it cannot be seen")
        return None
    try:
        return reader.read(yaml.parse(text, Loader=_loader()))
    except yaml.YAMLError as error:
        reader.report_syntax(error)
    except _StopError:
        pass
    return None


@cache
def _loader() -> Any:
    """Return the event parser; the one written in C where it is there."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _StopError(Exception):
    """Reading cannot go on; what is wrong was reported."""


class _Reader:
    def __init__(self, text: str, first: int, scope: Scope) -> None:
        self.lines = text.split("\n")
        self.first = first
        self.scope = scope

    def read(self, events: Iterator[Any]) -> Tree | None:
        """Return the tree of a stream of events."""
        import yaml

        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                tree = self._tree(next(events), events, 0)
                for following in events:
                    if isinstance(following, yaml.DocumentStartEvent):
                        self._report(Code.YAML_SYNTAX, "a second document begins", following, "take the line --- out")
                        raise _StopError
                return tree
        return None

    def _tree(self, event: Any, events: Iterator[Any], depth: int) -> Tree:
        import yaml

        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            hint = self._quoted(event.start_mark.line) or "write the value out; & and * names are not read"
            self._report(Code.YAML_ALIAS, "anchors and aliases are not read", event, hint)
            raise _StopError
        if event.tag is not None and event.tag != "!":
            self._report(Code.YAML_SYNTAX, f"tags are not read: {event.tag}", event, "take the tag out")
            raise _StopError
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth >= DEEPEST:
            self._report(Code.YAML_SYNTAX, "lists stand too deep within each other", event, "use fewer levels")
            raise _StopError
        line = event.start_mark.line + self.first
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(events, depth + 1)), line)
        return Mapping(tuple(self._entries(events, depth + 1)), line)

    def _items(self, events: Iterator[Any], depth: int) -> Iterator[Tree]:
        import yaml

        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._tree(event, events, depth)

    def _entries(self, events: Iterator[Any], depth: int) -> Iterator[tuple[Scalar, Tree]]:
        import yaml

        seen: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self._tree(event, events, depth)
            value = self._tree(next(events), events, depth)
            if not isinstance(key, Scalar):
                hint = self._quoted(event.start_mark.line) or "a key is a single word"
                self._report(Code.YAML_SYNTAX, "a key is a list or mapping", event, hint)
            elif key.text in seen:
                message = f"`{key.text}` comes twice (first in line {seen[key.text]})"
                self._report(Code.KEY_DUPLICATE, message, event, "keep one")
            else:
                seen[key.text] = key.line
                yield key, value

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        quoted = event.style in ("'", '"')
        if event.style is None or event.style == "":
            self._warn_of_comment(event)
        # A block text ends where the next token begins: at the start of a later line.
        last = max(end.line - (end.column == 0), start.line)
        return Scalar(event.value, start.line + self.first, last + self.first, quoted)

    def _warn_of_comment(self, event: Any) -> None:
        """Report a comment one blank behind a text: it was probably meant as part of it; two blanks begin a comment."""
        line, column = event.end_mark.line, event.end_mark.column
        if not event.value or line >= len(self.lines):
            return
        rest = self.lines[line][column:]
        if _COMMENT.match(rest) and not event.value.isspace():
            message = f"“{rest.strip()[:40]}” is a comment and not part of the text"
            hint = f'write "{event.value}{rest}" if it is, or put two blanks before the # of a comment'
            self._report(Code.YAML_COMMENT, message, event, hint, line=line)

    def report_syntax(self, error: Any) -> None:
        """Report what the parser could not read, with the line quoted as it should be."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        index = min(mark.line if mark is not None else 0, max(len(self.lines) - 1, 0))
        problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
        indentation = _INDENTATION.match(self.lines[index])
        hint = _TAB_HINT if indentation and "\t" in indentation.group() else self._quoted(index) or _GENERAL_HINT
        self.scope.report(Code.YAML_SYNTAX, f"this is not YAML: {problem}", index + self.first, hint=hint)

    def _quoted(self, index: int) -> str | None:
        """Return a hint that shows a line with its value in quotation marks, where that would help."""
        found = _VALUE.fullmatch(self.lines[index].rstrip()) if index < len(self.lines) else None
        if found is None or found[2][0] in "\"'|>":
            return None
        value = found[2].replace("\\", "\\\\").replace('"', '\\"')
        return f'put the text into quotation marks: {found[1].strip()} "{value}"'

    def _report(self, code: Code, message: str, event: Any, hint: str, *, line: int | None = None) -> None:
        index = event.start_mark.line if line is None else line
        self.scope.report(code, message, min(index, len(self.lines) - 1) + self.first, hint=hint)


_INDENTATION = re.compile(r"\s*")
_TAB_HINT = "indent with blanks: YAML does not read tabs at the beginning of a line"
_GENERAL_HINT = "check the indentation, and that texts with : or # or brackets stand in quotation marks"
