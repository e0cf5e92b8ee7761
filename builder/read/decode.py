"""Bytes → text: strict UTF-8, plain line feeds, no byte order mark."""

from builder.diagnostics import Code, Diagnostics, diagnose
from builder.source import SourceFile, Span

_MARKS = (
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def decode(data: bytes, path: str) -> tuple[SourceFile | None, Diagnostics]:
    """Return the text of a file, or what keeps it from being read."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the file is not UTF-8: byte {data[error.start]:#04x} is no part of a letter"
        hint = f"it looks like {_likely(data)}; save it as UTF-8 in your editor"
        return None, (diagnose(Code.FILE_NOT_UTF8, message, Span.at(path, line), hint=hint),)
    return SourceFile(path, text.replace("\r\n", "\n").replace("\r", "\n")), ()


def _likely(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    high = sum(1 for byte in data if byte >= 0x80)
    letters = sum(1 for byte in data if byte >= 0xC0)
    ascii_letters = sum(1 for byte in data if 0x41 <= byte <= 0x7A)
    if letters > ascii_letters:
        return "Windows-1251 (Cyrillic)"
    central = sum(data.count(byte) for byte in (b"\x9a", b"\x9e", b"\x8a", b"\x8e", b"\xe8", b"\xe6", b"\xf0"))
    if high and central * 2 >= high:
        return "Windows-1250 (Central European)"
    return "Windows-1252 (Western European)"
