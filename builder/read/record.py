"""A mapping of a YAML file, read by name: unknown keys, missing keys, wrong types and values are reported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import TypeVar

from builder.content.phrase import Kind, Phrase
from builder.diagnostics import Code
from builder.diagnostics.nearest import nearest
from builder.languages.table import LANGUAGES, find_language, leaves_script_open
from builder.markdown.raw import read_raw
from builder.read.nearest import suggestion
from builder.read.scope import Scope
from builder.read.text import raw_phrase
from builder.read.yaml import Mapping, Scalar, Tree, read_tree
from builder.read.yaml import Sequence as Items
from builder.records import dataclass
from builder.source import SourceFile

ValueT = TypeVar("ValueT", bound=str)
_WHOLE = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The values of one mapping; each getter returns None where the key is missing or its value does not fit."""

    scope: Scope
    owner: str
    """What the mapping is, for messages."""
    line: int
    values: dict[str, tuple[Scalar, Tree]] = field(default_factory=dict)

    def missing(self, key: str, example: str) -> None:
        """Report a key that must be there."""
        message = f"`{key}` is missing in {self.owner}"
        self.scope.report(Code.KEY_MISSING, message, self.line, hint=f"write {key}: {example}")

    def line_of(self, key: str) -> int:
        """Return the line of a key, or that of the whole mapping."""
        return self.values[key][0].line if key in self.values else self.line

    def key_lines(self) -> tuple[tuple[str, int], ...]:
        """Return each key with its line."""
        return tuple((key, name.line) for key, (name, _) in self.values.items())

    def scalar(self, key: str, example: str, *, required: bool = False) -> Scalar | None:
        """Return a value that is a text, with its line."""
        if key not in self.values:
            if required:
                self.missing(key, example)
            return None
        value = self.values[key][1]
        if isinstance(value, Scalar) and value.text.strip():
            return value
        if isinstance(value, Scalar) and not required:
            return None
        what = "is empty" if isinstance(value, Scalar) else "is a list or mapping, not a text"
        self.wrong_type(key, what, example)
        return None

    def text(self, key: str, example: str, *, required: bool = False) -> str | None:
        """Return a value as a text."""
        scalar = self.scalar(key, example, required=required)
        return scalar.text if scalar is not None else None

    def phrase(self, key: str, kind: Kind, example: str, *, required: bool = False) -> Phrase | None:
        """Return a value as a phrase, placed under the name of its key."""
        scalar = self.scalar(key, example, required=required)
        return scalar_phrase(scalar, kind, self.scope, key) if scalar is not None else None

    def whole(self, key: str, example: str, *, required: bool = False, least: int = 1) -> int | None:
        """Return a value as a whole number."""
        value = self.text(key, example, required=required)
        if value is None:
            return None
        if _WHOLE.fullmatch(value) and int(value) >= least:
            return int(value)
        self.wrong_type(key, f"is no whole number from {least} up: {value}", example)
        return None

    def truth(self, key: str) -> bool | None:
        """Return a value that is true or false."""
        value = self.choice(key, ("true", "false"))
        return None if value is None else value == "true"

    def choice(self, key: str, allowed: Sequence[ValueT], *, required: bool = False) -> ValueT | None:
        """Return a value that is one of a list."""
        value = self.text(key, allowed[0], required=required)
        found = next((member for member in allowed if member == value), None)
        if value is not None and found is None:
            message = f"`{key}: {value}` does not fit {self.owner}"
            self.scope.report(Code.VALUE_CHOICE, message, self.line_of(key), hint=suggestion(value, allowed))
        return found

    def matching(self, key: str, pattern: re.Pattern[str], example: str, *, required: bool = False) -> str | None:
        """Return a value that has a form."""
        value = self.text(key, example, required=required)
        if value is None or pattern.fullmatch(value):
            return value
        self.wrong_type(key, f"has another form than it should: {value}", example)
        return None

    def items(self, key: str, example: str, *, required: bool = False) -> tuple[Tree, ...]:
        """Return the items of a list."""
        if key not in self.values:
            if required:
                self.missing(key, example)
            return ()
        value = self.values[key][1]
        if isinstance(value, Items):
            return value.items
        if not (isinstance(value, Scalar) and not value.text and not required):
            self.wrong_type(key, "is no list", example)
        return ()

    def scalars(self, key: str, example: str, *, required: bool = False) -> Iterator[Scalar]:
        """Yield the items of a list of texts."""
        for item in self.items(key, example, required=required):
            if isinstance(item, Scalar):
                yield item
            else:
                self.wrong_type(key, "holds a list or mapping where a text should be", example, line=item.line)

    def record(self, key: str, keys: Sequence[str]) -> "Record | None":
        """Return a value that is a mapping."""
        if key not in self.values:
            return None
        name, value = self.values[key]
        if isinstance(value, Scalar) and not value.text:
            return None
        return read_record(value, self.scope, owner=f"`{name.text}`", keys=keys)

    def entries(self, key: str, example: str) -> tuple[tuple[Scalar, Tree], ...]:
        """Return the entries of a mapping whose keys are free."""
        value = self.values[key][1] if key in self.values else None
        if isinstance(value, Mapping):
            return value.entries
        if value is not None and not (isinstance(value, Scalar) and not value.text):
            self.wrong_type(key, "is no mapping", example)
        return ()

    def language(self, key: str, *, required: bool = False) -> str | None:
        """Return a value that is a language we know."""
        scalar = self.scalar(key, "en", required=required)
        return known_language(scalar, self.scope) if scalar is not None else None

    def wrong_type(self, key: str, what: str, example: str, *, line: int | None = None) -> None:
        """Report a value of another type."""
        place = self.line_of(key) if line is None else line
        self.scope.report(Code.VALUE_TYPE, f"`{key}` {what}", place, hint=f"write {key}: {example}")


def read_record(tree: Tree | None, scope: Scope, *, owner: str, keys: Sequence[str], line: int = 1) -> Record:
    """Return a mapping as a record; keys that it cannot have are reported."""
    if not isinstance(tree, Mapping):
        if tree is not None:
            hint = f"write keys and values: {', '.join(keys)}"
            scope.report(Code.VALUE_TYPE, f"{owner} is no mapping", tree.line, hint=hint)
        return Record(scope=scope, owner=owner, line=tree.line if tree is not None else line)
    values: dict[str, tuple[Scalar, Tree]] = {}
    for key, value in tree.entries:
        if key.text in keys:
            values[key.text] = (key, value)
        else:
            message = f"`{key.text}` is no key of {owner}"
            scope.report(Code.KEY_UNKNOWN, message, key.line, hint=_key_hint(key, value, keys))
    return Record(scope=scope, owner=owner, line=tree.line, values=values)


def _key_hint(key: Scalar, value: Tree, keys: Sequence[str]) -> str:
    if nearest(key.text, keys) is None and isinstance(value, Scalar) and not value.text:
        return "if this belongs to the text before it, put that text into quotation marks: it holds a comma"
    return suggestion(key.text, keys)


def file_tree(source: SourceFile, scope: Scope) -> Tree | None:
    """Return the tree of a YAML file; None where it is empty or cannot be read, which is reported."""
    before = len(scope.findings)
    tree = read_tree(source.text, 1, scope)
    if tree is None and len(scope.findings) == before:
        scope.report(Code.YAML_SYNTAX, "this file is empty", 1, hint="`course new` writes one that explains itself")
    return tree


def file_scope(source: SourceFile, language: str = "en") -> Scope:
    """Return the scope of a YAML file."""
    return Scope(path=source.path, language=language, findings=[])


def folder_name(source: SourceFile) -> str:
    """Return the name of the folder that a file stands in: the id of a course, module or publisher."""
    return source.path.rpartition("/")[0].rpartition("/")[2]


def scalar_phrase(scalar: Scalar, kind: Kind, scope: Scope, place: str) -> Phrase:
    """Return the phrase of a text."""
    raw = read_raw(scalar.text.replace("\n", " "), line=scalar.line)
    phrase = raw_phrase(raw, kind, scope, place=place)
    return replace(phrase, span=scope.span(scalar.line, scalar.end_line))


def known_language(scalar: Scalar, scope: Scope) -> str | None:
    """Return a language that we know; what else stands there is reported."""
    tag = scalar.text.strip()
    if find_language(tag) is not None:
        return tag
    tags = [language.tag for language in LANGUAGES]
    if leaves_script_open(tag):
        message, hint = f"`{tag}` does not say in which script", "use sr-Cyrl or sr-Latn"
        scope.report(Code.LANGUAGE_AMBIGUOUS, message, scalar.line, hint=hint)
    else:
        close = nearest(tag, tags)
        known = f"known: {', '.join(tags)}, and what CLDR has, such as de, pt-BR, ar"
        hint = f"did you mean `{close}`? {known}" if close is not None else known
        scope.report(Code.LANGUAGE_UNKNOWN, f"the language `{tag}` is not known", scalar.line, hint=hint)
    return None
