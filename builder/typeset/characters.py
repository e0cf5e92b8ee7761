"""The characters that the fonts of PDF can show, read from a table; no font is needed."""

import json
from functools import lru_cache


@lru_cache(maxsize=4)
def read_characters(table: bytes) -> frozenset[str]:
    """Return the characters that `tools/make_characters.py` found, and the end of a line."""
    ranges = json.loads(table)
    return frozenset("\n").union(*(map(chr, range(first, last + 1)) for first, last in ranges))
