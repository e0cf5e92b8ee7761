"""Attributes: ``{#id key=value key="quoted text"}``, last on a heading, an option or a fence."""

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.diagnostics import Code
from builder.markdown.raw import RawText
from builder.read.nearest import suggestion
from builder.read.scope import Scope
from builder.records import dataclass

IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")
_GROUP = re.compile(r'\{((?:#|[A-Za-z][\w-]*=|decorative\b)(?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}')
_CHARACTER = r"""[^\s"'{}“”„‟‘’‚]"""
_PART = re.compile(
    rf"""\s*(?:
        \#(?P<id>[a-z][a-z0-9-]*)
        |(?P<key>[a-z][a-z0-9-]*)=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>{_CHARACTER}*(?!,){_CHARACTER}))
        |(?P<flag>decorative)
    )(?=\s|$)""",
    re.VERBOSE,
)
_NEXT = re.compile(r"\s*\S*")
_WHOLE = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[-−+]?[0-9]+(?:[.,][0-9]+)?")
_LOOK_BACK = 12
"""How many braces are looked at, from the end, for the one that opens the attributes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What stood in the braces; getters report values that do not fit."""

    scope: Scope
    line: int
    owner: str
    """What they belong to, for messages: ``a step``, ``a question``."""
    id: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    decorative: bool = False

    def text(self, key: str) -> str | None:
        """Return a value as typed."""
        return next((value for name, value in self.values if name == key), None)

    def words(self, key: str) -> tuple[str, ...]:
        """Return a value as words between blanks."""
        return tuple((self.text(key) or "").split())

    def whole(self, key: str) -> int | None:
        """Return a value as a whole number from one up."""
        value = self.text(key)
        if value is None:
            return None
        if _WHOLE.fullmatch(value) and len(value) < 7 and int(value) > 0:
            return int(value)
        self.wrong(key, value, "write a whole number, such as 15")
        return None

    def percent(self, key: str) -> Decimal | None:
        """Return a value as a percentage from -100 to 100."""
        value = self.text(key)
        if value is None:
            return None
        if _DECIMAL.fullmatch(value) and len(value) < 20:
            number = Decimal(value.replace(",", ".").replace("−", "-"))
            if abs(number) <= 100:
                return number
        self.wrong(key, value, "write per cent from -100 to 100, such as 50, -25 or 33.333")
        return None

    def truth(self, key: str) -> bool | None:
        """Return a value that is true or false."""
        value = self.choice(key, ("true", "false"))
        return None if value is None else value == "true"

    def choice(self, key: str, allowed: Sequence[str]) -> str | None:
        """Return a value that is one of a list."""
        value = self.text(key)
        if value is None or value in allowed:
            return value
        self.wrong(key, value, suggestion(value, allowed))
        return None

    def wrong(self, key: str, value: str, hint: str) -> None:
        """Report a value."""
        message = f"`{key}={value}` does not fit {self.owner}"
        self.scope.report(Code.ATTRIBUTE_VALUE, message, self.line, hint=hint)


def split_attributes(raw: RawText, scope: Scope, *, owner: str, keys: Sequence[str]) -> tuple[RawText, Attributes]:
    """Return a text without the attributes at its end, and the attributes."""
    start = _start(raw.message)
    none = Attributes(scope=scope, line=raw.end_line, owner=owner)
    if start is None:
        return raw, none
    line = raw.line_at(start)
    if start and not raw.message[start - 1].isspace():
        scope.report(
            Code.ATTRIBUTES_MALFORMED, "no blank stands before these attributes", line, hint="put one before the {"
        )
    return raw.part(0, start), read_attributes(raw.message[start + 1 : -1], line, scope, owner=owner, keys=keys)


def read_attributes(
    inside: str, line: int, scope: Scope, *, owner: str, keys: Sequence[str], decorative: bool = False
) -> Attributes:
    """Return the attributes between two braces; what cannot be read is reported."""
    identifier: str | None = None
    values: dict[str, str] = {}
    flagged = malformed = False
    position, end = 0, len(inside.rstrip())
    while position < end:
        part = _PART.match(inside, position, end)
        if part is None or (part["id"] and identifier) or part["key"] in values:
            rest = inside[position:end].strip()
            if not malformed:
                message = f"these attributes cannot be read: {{{inside}}}"
                scope.report(Code.ATTRIBUTES_MALFORMED, message, line, hint=_help(rest))
            malformed = True
            position = _NEXT.match(inside, position, end).end()  # type: ignore[union-attr]
            continue
        position = part.end()
        identifier = part["id"] or identifier
        flagged = flagged or part["flag"] is not None
        if part["key"]:
            values[part["key"]] = part["bare"] if part["quoted"] is None else _unescaped(part["quoted"])
    if flagged and not decorative:
        message = f"`decorative` does not belong to {owner}"
        scope.report(Code.ATTRIBUTE_UNKNOWN, message, line, hint="only a figure is decorative")
    _check_keys(values, line, scope, owner=owner, keys=keys)
    known = tuple((key, value) for key, value in values.items() if key in keys)
    return Attributes(
        scope=scope, line=line, owner=owner, id=identifier, values=known, decorative=flagged and decorative
    )


def _check_keys(values: dict[str, str], line: int, scope: Scope, *, owner: str, keys: Sequence[str]) -> None:
    for key in values:
        if key not in keys:
            hint = suggestion(key, keys) if keys else f"{owner} takes an id only"
            scope.report(Code.ATTRIBUTE_UNKNOWN, f"`{key}` is no attribute of {owner}", line, hint=hint)


def _start(message: str) -> int | None:
    """Return where the attributes at the end of a text begin."""
    if not message.endswith("}"):
        return None
    position = len(message)
    for _ in range(_LOOK_BACK):
        position = message.rfind("{", 0, position)
        if position < 0:
            return None
        if _GROUP.fullmatch(message, position):
            return None if _is_of_words(message, position) else position
    return None


def _is_of_words(message: str, position: int) -> bool:
    """Return whether attributes belong to the words in brackets before them: ``[Wort]{lang=de}``."""
    return message[:position].endswith("]") and message[position + 1] != "#"


def _help(rest: str) -> str:
    if rest.startswith("#"):
        name = re.split(r"[\s,]", rest[1:], maxsplit=1)[0]
        if IDENTIFIER.fullmatch(name):
            return "one id only; put blanks, not commas, between attributes"
        return f"an id has lower-case letters, digits and -, and begins with a letter: #{_tidied(name)}"
    if any(quote in rest for quote in "“”„‟‘’‚'"):
        return 'use straight quotation marks: key="some words"'
    if "," in rest:
        return "put blanks, not commas, between attributes"
    if "=" not in rest.split(" ", 1)[0]:
        return 'a value of several words stands in quotation marks: key="some words"'
    return 'write #id, key=value or key="some words", with blanks between, each key once'


def _tidied(name: str) -> str:
    tidy = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return tidy if IDENTIFIER.fullmatch(tidy) else "name"


def _unescaped(value: str) -> str:
    return value.replace('\\"', '"')
