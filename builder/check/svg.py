"""An SVG's bytes → its size, unless it holds anything that could run, load from elsewhere or grow without end."""

import codecs
from dataclasses import dataclass, field
from xml.parsers import expat

from builder.check.svg_rules import SVG, attribute_problem, element_problem, style_problem
from builder.check.svg_size import picture_size
from builder.check.svg_uses import MOST_ELEMENTS, Uses, grows_too_large
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.source import Span

LARGEST_SVG = 4 * 1024 * 1024
"""Bytes; a larger drawing holds pixels or far too much detail for a slide."""
_DEEPEST = 200
_PLAIN = "export the picture as plain SVG (`Inkscape: Save as… Plain SVG`) or as PNG"


class _Stop(Exception):
    """Ends the parsing where going on makes no sense."""


@dataclass(slots=True)
class _Reading:
    """What has been seen of one file so far."""

    path: str
    parser: expat.XMLParserType
    found: list[Diagnostic] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    root: dict[str, str] | None = None
    uses: Uses = field(default_factory=Uses)
    open_styles: int = 0


def inspect_svg(path: str, data: bytes) -> tuple[tuple[float, float] | None, Diagnostics]:
    """Return the width and height of a drawing, or None, with every reason to refuse it and its line."""
    if len(data) > LARGEST_SVG:
        message = f"{path} is too large for an SVG: {len(data) // 1024} kB"
        return None, (diagnose(Code.FIGURE_FORMAT, message, Span.at(path), hint="save it as PNG, 2000 pixels across"),)
    reading = _Reading(path, expat.ParserCreate("utf-8", " "))
    _listen(reading)
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            _declaration(reading, "UTF-16")
        reading.parser.Parse(data, True)
    except _Stop:
        return None, tuple(reading.found)
    except expat.ExpatError as problem:
        message = f"{path} is not well-formed: {expat.ErrorString(problem.code)}"
        span = Span.at(path, max(problem.lineno, 1))
        return None, (*reading.found, diagnose(Code.FIGURE_FORMAT, message, span, hint=f"mend the line, or {_PLAIN}"))
    return _conclude(reading)


def _conclude(reading: _Reading) -> tuple[tuple[float, float] | None, Diagnostics]:
    if grows_too_large(reading.uses):
        message = f"`use` elements repeat one another to more than {MOST_ELEMENTS} shapes or without end"
        _unsafe(reading, message, "draw fewer repetitions", line=1)
    size = picture_size(reading.root or {})
    if size is None:
        message = f"{reading.path} says neither `viewBox` nor `width` and `height` in units of length"
        hint = 'write the size on the `svg` element: `viewBox="0 0 320 180"`'
        reading.found.append(diagnose(Code.FIGURE_FORMAT, message, Span.at(reading.path), hint=hint))
    return size, tuple(reading.found)


def _listen(reading: _Reading) -> None:
    """Attach the handlers; each looks at one kind of thing in the file."""
    parser = reading.parser
    parser.buffer_text = True
    parser.XmlDeclHandler = lambda version, encoding, standalone: _declaration(reading, encoding)
    parser.StartDoctypeDeclHandler = lambda *doctype: _doctype(reading)
    parser.StartElementHandler = lambda name, attributes: _start(reading, name, attributes)
    parser.EndElementHandler = lambda name: _end(reading, name)
    parser.CharacterDataHandler = lambda text: _text(reading, text)
    parser.StartCdataSectionHandler = lambda: _raw_text(reading)
    parser.CommentHandler = lambda text: _comment(reading, text)
    parser.ProcessingInstructionHandler = lambda target, text: _instruction(reading, target, text)


def _declaration(reading: _Reading, encoding: str | None) -> None:
    if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
        message = f"{reading.path} is written in {encoding}, not in UTF-8"
        reading.found.append(diagnose(Code.FIGURE_FORMAT, message, _here(reading), hint="save it again as UTF-8"))
        raise _Stop


def _doctype(reading: _Reading) -> None:
    _unsafe(reading, "a DOCTYPE can define entities and load other files", "delete the `<!DOCTYPE …>`")
    raise _Stop


def _start(reading: _Reading, name: str, attributes: dict[str, str]) -> None:
    if reading.root is None:
        _check_root(reading, name)
        reading.root = attributes
    if len(reading.open) >= _DEEPEST:
        _unsafe(reading, f"elements are nested more than {_DEEPEST} deep", _PLAIN)
        raise _Stop
    problem = element_problem(name)
    if problem:
        _unsafe(reading, *problem)
    for key, value in attributes.items():
        problem = attribute_problem(key, value)
        if problem:
            _unsafe(reading, *problem)
    reading.open.append(reading.uses.start(name, attributes))
    reading.open_styles += _is_style(name)


def _check_root(reading: _Reading, name: str) -> None:
    if name == f"{SVG} svg":
        return
    message = f"{reading.path} is not an SVG: its outermost element is `{name.rpartition(' ')[2]}`"
    hint = f'write `<svg xmlns="{SVG}" …>`' if name == "svg" else "save it as SVG or PNG"
    reading.found.append(diagnose(Code.FIGURE_FORMAT, message, _here(reading), hint=hint))
    raise _Stop


def _end(reading: _Reading, name: str) -> None:
    reading.uses.end(reading.open.pop())
    if _is_style(name):
        reading.open_styles -= 1
        problem = style_problem("".join(reading.styles))
        if problem:
            _unsafe(reading, *problem)
        reading.styles.clear()


def _is_style(name: str) -> bool:
    """In a web page a style counts whatever its namespace in the file was."""
    return name.rpartition(" ")[2].lower() == "style"


def _text(reading: _Reading, text: str) -> None:
    if reading.open_styles:
        reading.styles.append(text)


def _raw_text(reading: _Reading) -> None:
    if not reading.open_styles:
        _unsafe(reading, "a CDATA section hides markup that a web page would read", "write `&lt;` for `<`")


def _comment(reading: _Reading, text: str) -> None:
    if text.startswith((">", "->")):
        _unsafe(reading, "a comment that begins with `>` ends at once in a web page", "delete the comment")


def _instruction(reading: _Reading, target: str, text: str) -> None:
    if target == "xml-stylesheet" or ">" in text:
        _unsafe(reading, f"the instruction `<?{target} …?>` can load or hide other content", "delete it")


def _unsafe(reading: _Reading, message: str, hint: str, line: int | None = None) -> None:
    span = _here(reading) if line is None else Span.at(reading.path, line)
    reading.found.append(diagnose(Code.FIGURE_UNSAFE, message, span, hint=hint))


def _here(reading: _Reading) -> Span:
    return Span.at(reading.path, max(reading.parser.CurrentLineNumber, 1))
