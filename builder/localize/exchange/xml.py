"""XML as exchange files need it: written in one form, read without entities, each element with its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from xml.parsers import expat

from builder.records import dataclass

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_SPECIAL = re.compile("[&<>\r]")
_LARGEST_DEPTH = 200


class Damaged(Exception):
    """A file that is not what its name says; the text says why, ``line`` where, ``hint`` what to do, if we know."""

    def __init__(self, reason: str, line: int = 1, hint: str = "") -> None:
        super().__init__(reason)
        self.line = line
        self.hint = hint


@dataclass(slots=True)
class Element:
    """An element with what stands in it, in order."""

    name: str
    """Without the namespace."""
    attributes: dict[str, str]
    """Names without their namespace, but ``xml:lang`` and ``xml:space`` whole."""
    line: int
    children: list["Element | str"] = field(default_factory=list)

    @property
    def elements(self) -> Iterator["Element"]:
        """Yield the elements directly in it."""
        yield from (child for child in self.children if not isinstance(child, str))

    def first(self, name: str) -> "Element | None":
        """Return the first element of a name directly in it."""
        return next((child for child in self.elements if child.name == name), None)

    def all(self, *names: str) -> Iterator["Element"]:
        """Yield the elements of these names anywhere in it, in order, an outer one before those in it."""
        waiting = [self]
        while waiting:  # a loop, not recursion: a Word file has hundreds of thousands of elements
            element = waiting.pop()
            if element.name in names and element is not self:
                yield element
            waiting += [child for child in reversed(element.children) if child.__class__ is not str]  # type: ignore[misc]

    @property
    def text(self) -> str:
        """Return all characters in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def parse_xml(data: bytes) -> Element:
    """Return the outermost element; raises `Damaged` for what is no XML, or declares entities of its own."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    root = Element("", {}, 0)
    open_ = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_) > _LARGEST_DEPTH:
            raise Damaged("its elements stand too deep in each other", parser.CurrentLineNumber)
        named = {_local(key): value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], named, parser.CurrentLineNumber)
        open_[-1].children.append(element)
        open_.append(element)

    def doctype(_name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise Damaged("it declares entities, which may hide anything", parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: open_.pop()
    parser.CharacterDataHandler = lambda text: open_[-1].children.append(text)
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        raise Damaged(f"{expat.ErrorString(problem.code)}", problem.lineno) from problem
    return next(root.elements)


def _local(name: str) -> str:
    space, _blank, local = name.rpartition(" ")
    return f"xml:{local}" if space.endswith("/XML/1998/namespace") else local


def escape(text: str) -> str:
    """Return text for between tags; what XML cannot hold has to be gone."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def attribute(text: str) -> str:
    """Return text for an attribute, its line ends and tabs kept; pictures stand in for what XML cannot hold."""
    made = escape(visible(text)).replace('"', "&quot;")
    return made.replace("\n", "&#10;").replace("\t", "&#9;")


def attributes(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Return attributes with a blank before each; those without a value are left out."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in pairs if value is not None)


def visible(text: str) -> str:
    """Return a remark without what XML cannot hold: pictures of control characters stand in for them."""
    return _FORBIDDEN.sub(lambda match: chr(0x2400 + ord(match[0])) if ord(match[0]) < 32 else "\ufffd", text)


def holdable(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a text, each with whether XML can hold it; a part that it cannot hold is one character."""
    position = 0
    for match in _FORBIDDEN.finditer(text):
        if match.start() > position:
            yield True, text[position : match.start()]
        yield False, match[0]
        position = match.end()
    if position < len(text):
        yield True, text[position:]


def character(number: str) -> str:
    """Return the character of a number in hex, or nothing."""
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return ""
