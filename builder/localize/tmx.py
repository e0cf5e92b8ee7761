"""TMX 1.4: pairs of texts that any translator's program reads; written in one canonical form, read without entities."""

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.localize.paths import language_of
from builder.records import dataclass
from builder.source import SourceFile, Span

CONTEXT = "x-context"
_CODE_POINT = "x-code-point"
"""Marks a placeholder that stands for a character which XML cannot hold."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_SPECIAL = re.compile("[&<>\r]")
_HEADER = (
    '<header creationtool="Coursewright" creationtoolversion="1" segtype="block" o-tmf="PO" '
    'adminlang="en" srclang="{}" datatype="plaintext"/>'
)
_PARTS = frozenset({"seg", "note", "prop"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A text and one translation of it."""

    source: str
    translation: str
    """Empty where a translator has left notes only."""
    context: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
    """Type and value, beside the context."""
    notes: tuple[str, ...] = ()


def write_tmx(units: Iterable[Unit], *, source_language: str, language: str) -> str:
    """Return the file's text: each unit once, sorted, so that two people's additions merge."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">', "  " + _HEADER.format(source_language)]
    lines.append("  <body>")
    for unit in canonical(units):
        lines += _unit(unit, source_language, language)
    return "\n".join((*lines, "  </body>", "</tmx>", ""))


def read_tmx(source: SourceFile, *, source_language: str, language: str) -> tuple[tuple[Unit, ...], Diagnostics]:
    """Return the pairs of the two languages, whoever wrote them; none, with the reason, from a damaged file."""
    reading = _Reading(source_language, language)
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(source.text.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as problem:
        return (), (_damaged(source.path, problem.lineno, expat.ErrorString(problem.code)),)
    except _Refused as problem:
        return (), (_damaged(source.path, parser.CurrentLineNumber, str(problem)),)
    return tuple(reading.units), ()


def canonical(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the units sorted, those that differ in their notes only made one."""
    notes: dict[tuple[str, str, str | None, tuple[tuple[str, str], ...]], dict[str, None]] = {}
    for unit in units:
        key = unit.source, unit.translation, unit.context, tuple(sorted(unit.properties))
        notes.setdefault(key, {}).update(dict.fromkeys(unit.notes))
    made = (
        Unit(
            source=source, translation=translation, context=context, properties=properties, notes=tuple(sorted(listed))
        )
        for (source, translation, context, properties), listed in notes.items()
    )
    return tuple(sorted(made, key=_order))


def _order(unit: Unit) -> tuple[str, bool, str, str, tuple[tuple[str, str], ...]]:
    return unit.source, unit.context is not None, unit.context or "", unit.translation, unit.properties


def _unit(unit: Unit, source_language: str, language: str) -> Iterator[str]:
    yield "    <tu>"
    for note in unit.notes:
        yield f"      <note>{_escape(_visible(note))}</note>"
    own = () if unit.context is None else ((CONTEXT, unit.context),)
    for name, value in (*own, *unit.properties):
        yield f'      <prop type="{_escape(name)}">{_escape(_visible(value))}</prop>'
    yield f'      <tuv xml:lang="{source_language}"><seg>{_segment(unit.source)}</seg></tuv>'
    yield f'      <tuv xml:lang="{language}"><seg>{_segment(unit.translation)}</seg></tuv>'
    yield "    </tu>"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text).replace('"', "&quot;")


def _segment(text: str) -> str:
    """Return a text for a segment; what XML cannot hold stands as a placeholder with its number."""
    parts = []
    position = 0
    for match in _FORBIDDEN.finditer(text):
        parts.append(_plain(text[position : match.start()]))
        parts.append(f'<ph type="{_CODE_POINT}">{ord(match[0]):x}</ph>')
        position = match.end()
    return "".join(parts) + _plain(text[position:])


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def _visible(text: str) -> str:
    """Return a remark without what XML cannot hold: pictures of control characters stand in for them."""
    return _FORBIDDEN.sub(lambda match: chr(0x2400 + ord(match[0])) if ord(match[0]) < 32 else "\ufffd", text)


class _Refused(Exception):
    """The file is well-formed, and still none that we take in."""


class _Reading:
    """Takes the parser's events; ``units`` are the pairs so far."""

    def __init__(self, source_language: str, language: str) -> None:
        self.units: list[Unit] = []
        self._source_language = source_language
        self._language = language
        self._open: list[str] = []
        self._code_point = False
        self._segments: dict[str, str] = {}
        self._properties: list[tuple[str, str]] = []
        self._notes: list[str] = []
        self._text: list[str] = []
        self._tag = self._property = ""

    def doctype(self, _name: str, system: str | None, _public: str | None, internal: int) -> None:
        """Refuse declarations of the file's own; the name of the standard's is harmless, and is not fetched."""
        if internal or (system is not None and not system.lower().endswith(".dtd")):
            raise _Refused("it declares entities, which may hide anything")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if not self._open and name != "tmx":
            raise _Refused(f"it begins with <{name}>, not <tmx>: this is no translation memory")
        self._open.append(name)
        if name == "tu":
            self._begin()
        elif name == "tuv":
            self._tag = attributes.get("xml:lang") or attributes.get("lang") or ""
        elif name == "prop":
            self._property = attributes.get("type", "")
        if name in _PARTS:
            self._text = []
        self._code_point = name == "ph" and attributes.get("type") == _CODE_POINT

    def text(self, data: str) -> None:
        """Take in text; within a segment that of inline elements too, which for Markdown is what was typed."""
        if self._code_point:
            self._text.append(_character(data))
        else:
            self._text.append(data)

    def end(self, name: str) -> None:
        """Leave an element."""
        self._open.pop()
        self._code_point = False
        if name == "seg":
            self._segments.setdefault(self._tag, "".join(self._text))
        elif "tu" not in self._open and name != "tu":
            return  # notes and properties of the header are about the file
        elif name == "note":
            self._notes.append("".join(self._text))
        elif name == "prop":
            self._properties.append((self._property, "".join(self._text)))
        elif name == "tu":
            self._finish()

    def _begin(self) -> None:
        self._segments = {}
        self._properties = []
        self._notes = []
        self._text = []
        self._tag = self._property = ""

    def _finish(self) -> None:
        source = _in_language(self._segments, self._source_language)
        translation = _in_language(self._segments, self._language)
        if source is None or translation is None:
            return
        context = next((value for name, value in self._properties if name == CONTEXT), None)
        others = tuple(pair for pair in self._properties if pair[0] != CONTEXT)
        self.units.append(
            Unit(
                source=source, translation=translation, context=context, properties=others, notes=tuple(self._notes)
            )
        )  # fmt: skip


def _character(number: str) -> str:
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return ""


def _in_language(segments: dict[str, str], wanted: str) -> str | None:
    """Return the segment in a language: of that very tag, or of a country's variety of it."""
    tags = {tag.replace("_", "-").lower(): text for tag, text in reversed(segments.items())}
    wanted = wanted.lower()
    if wanted in tags:
        return tags[wanted]
    return next((text for tag, text in tags.items() if tag.startswith(f"{wanted}-")), None)


def _damaged(path: str, line: int, reason: str) -> Diagnostic:
    hint = "take the file back from before the last edit; nothing in this language is written until it can be read"
    problem = f"the translation memory cannot be read: {reason}"
    return diagnose(
        Code.CATALOGUE_MALFORMED, problem, Span.at(path, max(line, 1)), hint=hint, language=language_of(path)
    )
