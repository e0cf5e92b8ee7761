"""A TrueType or OpenType file, read as far as measuring needs it: how wide each character is, how high a line."""

import struct
from collections.abc import Iterator, Mapping
from itertools import islice

from builder.records import dataclass

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the maps from characters to glyphs, the best first."""
_MOST_CHARACTERS = 300_000
"""No font has more; a damaged one may say that it has without end."""


class NoFont(ValueError):
    """Says that a file is no font that can be measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A font's measures, in its own units."""

    units: int
    """Of one em."""
    line: int
    """From one baseline to the next, the larger of what its tables say: office programs use one or the other."""
    ascent: int
    widths: Mapping[int, int]
    """By code point."""


def read_font(data: bytes) -> FontFile:
    """Return the measures of a font; raises `NoFont`."""
    if not data.startswith(_KINDS):
        raise NoFont("it is no TrueType or OpenType font")
    try:
        tables = _tables(data)
        units = int(_number(tables["head"], 18))
        ascent, descent, gap = struct.unpack(">hhh", tables["hhea"][4:10])
        glyphs = dict(islice(_glyphs(tables["cmap"]), _MOST_CHARACTERS))
        widths = _widths(tables["hmtx"], int(_number(tables["hhea"], 34)))
        measured = {code: widths[min(glyph, len(widths) - 1)] for code, glyph in glyphs.items() if glyph}
    except (KeyError, IndexError, struct.error) as problem:
        raise NoFont("it is a damaged font") from problem
    if not measured or not 16 <= units <= 16384:
        raise NoFont("it is a font without letters")
    heights = [ascent - descent + gap]
    if len(tables.get("OS/2", b"")) >= 78:
        heights.append(_number(tables["OS/2"], 74) + _number(tables["OS/2"], 76))
    return FontFile(units=units, line=max(heights), ascent=ascent, widths=measured)


def _tables(data: bytes) -> dict[str, bytes]:
    found = {}
    for number in range(_number(data, 4)):
        tag, _, start, length = struct.unpack(">4sIII", data[12 + 16 * number : 28 + 16 * number])
        found[tag.decode("latin-1")] = data[start : start + length]
    return found


def _widths(metrics: bytes, count: int) -> list[int]:
    """Return the widths of glyphs; those behind the last are as wide as it."""
    return [width for width, _ in struct.iter_unpack(">Hh", metrics[: 4 * count])]


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Yield each character's glyph."""
    offsets = {}
    for number in range(_number(cmap, 2)):
        platform, encoding, offset = struct.unpack(">HHI", cmap[4 + 8 * number : 12 + 8 * number])
        offsets[platform, encoding] = offset
    best = next((offsets[key] for key in _UNICODE if key in offsets), None)
    if best is None:
        raise NoFont("it is a font of symbols, without letters")
    table = cmap[best:]
    kind = _number(table, 0)
    if kind == 4:
        yield from _segments(table)
    elif kind == 12:
        yield from _groups(table)
    else:
        raise NoFont("it maps its characters in a way that Office does not use")


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    count = _number(table, 6) // 2
    ends, starts, deltas, ranges = (
        struct.unpack(f">{count}H", table[start : start + 2 * count])
        for start in (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
    )
    for number, (end, start, delta, offset) in enumerate(zip(ends, starts, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if not offset:
                yield code, (code + delta) & 0xFFFF
                continue
            place = 16 + 6 * count + 2 * number + offset + 2 * (code - start)
            glyph = _number(table, place)
            yield code, (glyph + delta) & 0xFFFF if glyph else 0


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    count = struct.unpack(">I", table[12:16])[0]
    for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
        for code in range(first, min(last, 0x10FFFF) + 1):
            yield code, glyph + code - first


def _number(data: bytes, place: int) -> int:
    """Return a whole number of two bytes."""
    return int(struct.unpack(">H", data[place : place + 2])[0])
