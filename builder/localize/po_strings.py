"""Texts between quotation marks, as PO files write them."""

import re

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
_NAMES = {character: name for name, character in _ESCAPES.items()}
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))")
_SPECIAL = re.compile('[\n\t\r\a\b\f\v"\\\\]')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')


def quote(text: str) -> str:
    """Return a text in quotation marks, on one line."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(lambda match: "\\" + _NAMES[match[0]], text)
    return f'"{text}"'


def unquote(typed: str) -> str | None:
    """Return what one or several quoted texts on a line say, or None where they are not well-formed."""
    body = typed[1:-1]
    if len(typed) > 1 and typed[0] == typed[-1] == '"' and '"' not in body and "\\" not in body:
        return body
    parts: list[str] = []
    position = 0
    while position < len(typed):
        match = _STRING.match(typed, position)
        part = _unescape(match[1]) if match else None
        if match is None or part is None:
            return None
        parts.append(part)
        position = match.end()
    return "".join(parts) if parts else None


def _unescape(body: str) -> str | None:
    if "\\" not in body:
        return body
    parts: list[str] = []
    position = 0
    for match in _ESCAPE.finditer(body):
        character = _meaning(match)
        if character is None:
            return None
        parts += (body[position : match.start()], character)
        position = match.end()
    return "".join(parts) + body[position:]


def _meaning(match: re.Match[str]) -> str | None:
    """Octal and hexadecimal escapes stand for bytes; only those of ASCII mean the same in UTF-8."""
    octal, hexadecimal, name = match.groups()
    if name is not None:
        return _ESCAPES.get(name)
    number = int(octal, 8) if octal is not None else int(hexadecimal, 16)
    return chr(number) if 0 < number < 128 else None
