"""A picture's bytes → a `Picture` that every writer may use, or the reasons why not."""

import hashlib
import struct
import zlib
from collections.abc import Iterator

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.edition import Picture
from builder.source import Span

LARGEST_PNG = 16 * 1024 * 1024
"""Bytes; a larger picture makes decks that cannot be mailed."""
_LARGEST_SIDE = 16_000
_MOST_PIXELS = 64_000_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_OTHERS = {
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"RIFF": "WebP",
    b"%PDF": "PDF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"\x1f\x8b": "compressed",
}


class _Broken(Exception):
    """Says what is wrong with the bytes of a picture."""


def inspect_picture(path: str, data: bytes) -> tuple[Picture | None, Diagnostics]:
    """Return the picture, or None with the reasons; the content decides what it is, not the name.

    An SVG with scripts, links out of itself or entities is refused whole: what we pass on must be safe anywhere.
    """
    if data.startswith(_SIGNATURE):
        return _inspect_png(path, data)
    kind = _other_kind(data)
    if kind is not None:
        return None, (_refuse(path, f"{path} is {kind}", "save it as SVG or PNG"),)
    from builder.check.svg import inspect_svg

    size, found = inspect_svg(path, data)
    if size is None or found:
        return None, found
    return _picture(path, "image/svg+xml", size, data), ()


def _inspect_png(path: str, data: bytes) -> tuple[Picture | None, Diagnostics]:
    try:
        width, height = _png_size(data)
    except _Broken as problem:
        return None, (_refuse(path, f"{path} is not a whole PNG: {problem}", "save the picture again as PNG"),)
    if max(width, height) > _LARGEST_SIDE or width * height > _MOST_PIXELS or len(data) > LARGEST_PNG:
        message = f"{path} is too large: {width} × {height} pixels, {len(data) // 1024} kB"
        return None, (_refuse(path, message, "scale it down: 2000 pixels across are enough for a slide"),)
    return _picture(path, "image/png", (width, height), data), ()


def _png_size(data: bytes) -> tuple[int, int]:
    chunks = list(_png_chunks(data))
    kinds = [kind for kind, _ in chunks]
    if kinds[0] != b"IHDR" or len(chunks[0][1]) != 13:
        raise _Broken("its header is missing")
    if b"IDAT" not in kinds:
        raise _Broken("it holds no pixels")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not width or not height:
        raise _Broken("it has no size")
    return width, height


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        if position + 12 > len(data):
            raise _Broken("it ends too early")
        length = int.from_bytes(data[position : position + 4], "big")
        kind, body = data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        checksum = data[position + 8 + length : position + 12 + length]
        if zlib.crc32(kind + body).to_bytes(4, "big") != checksum:
            raise _Broken("it is damaged or ends too early")
        yield kind, body
        position += 12 + length


def _picture(path: str, media_type: str, size: tuple[float, float], data: bytes) -> Picture:
    return Picture(
        path=path,
        media_type=media_type,
        width=float(size[0]),
        height=float(size[1]),
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
    )


def _other_kind(data: bytes) -> str | None:
    if not data:
        return "an empty file"
    name = next((name for start, name in _OTHERS.items() if data.startswith(start)), None)
    if name is not None:
        return f"a {name} file"
    return None if b"<" in data[:1024] else "neither SVG nor PNG"


def _refuse(path: str, message: str, hint: str) -> Diagnostic:
    return diagnose(Code.FIGURE_FORMAT, message, Span.at(path), hint=hint)
