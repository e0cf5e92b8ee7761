"""Languages with a script, such as ``sr-Latn``: Typst knows only regions, so one stands in and is replaced here."""

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

_SCRIPTS = {b"XL": b"Latn", b"XC": b"Cyrl", b"XA": b"Arab", b"XH": b"Hebr"}
"""Regions that nobody will ever have (ISO 3166-1 leaves them to users), as the templates' ``tag`` takes them."""
_STAND_IN = re.compile(rb"(?:/Lang\(|<rdf:li>)[a-z]{2,3}-(XL|XC|XA|XH)(?=[)<])")
_LENGTH = re.compile(rb"(?<=<</Length )\d+(?=/Type/Metadata)")
_TABLE = re.compile(rb"xref\n0 \d+\n((?:\d{10} \d{5} [nf]\r\n)+)")
_START = re.compile(rb"(?<=startxref\n)\d+(?=\n%%EOF\s*$)")
_Edit = tuple[int, int, bytes]


def with_scripts(pdf: bytes) -> bytes:
    """Return a PDF as Typst writes it with the scripts in place of what stands for them."""
    edits: list[_Edit] = [(one.start(1), one.end(1), _SCRIPTS[one[1]]) for one in _STAND_IN.finditer(pdf)]
    if not edits:
        return pdf
    edits = sorted((*edits, _length_edit(pdf, edits)))
    starts = [start for start, _, _ in edits]
    growths = [0, *accumulate(len(new) - (end - start) for start, end, new in edits)]

    def moved(offset: int) -> int:
        return offset + growths[bisect_left(starts, offset)]

    return _with_offsets(_edited(pdf, edits), moved)


def _length_edit(pdf: bytes, edits: list[_Edit]) -> _Edit:
    """Return what makes the length of the metadata right again."""
    length = _LENGTH.search(pdf)
    if length is None:
        raise ValueError("no metadata in this PDF")
    begin = pdf.index(b"stream\n", length.end())
    end = begin + len(b"stream\n") + int(length[0])
    growth = sum(len(new) - (last - first) for first, last, new in edits if begin < first < end)
    return length.start(), length.end(), str(int(length[0]) + growth).encode()


def _edited(pdf: bytes, edits: list[_Edit]) -> bytes:
    pieces, done = [], 0
    for start, end, new in edits:
        pieces += [pdf[done:start], new]
        done = end
    return b"".join((*pieces, pdf[done:]))


def _with_offsets(pdf: bytes, moved: Callable[[int], int]) -> bytes:
    """Return a PDF whose table of objects says where they are now."""
    start = _START.search(pdf)
    place = moved(int(start[0])) if start else -1
    table = _TABLE.match(pdf, place) if start else None
    if start is None or table is None:
        raise ValueError("no table of objects in this PDF")
    lines = table[1].split(b"\r\n")[:-1]
    renewed = b"".join(_line(line, moved) for line in lines)
    return (
        pdf[: table.start(1)] + renewed + pdf[table.end(1) : start.start()] + str(place).encode() + pdf[start.end() :]
    )


def _line(line: bytes, moved: Callable[[int], int]) -> bytes:
    offset = int(line[:10])
    return b"%010d%s\r\n" % (moved(offset) if line.endswith(b"n") else offset, line[10:])
