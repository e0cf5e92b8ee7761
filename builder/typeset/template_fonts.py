"""What measures the typefaces of a publisher's template: tables of ours, or the font files themselves."""

import json
from collections.abc import Iterable, Mapping

from builder.typeset.font_file import FontFile, NoFont, read_font

TABLES: Mapping[str, str] = {
    "calibri": "carlito.json", "carlito": "carlito.json",
    "arial": "liberation-sans.json", "helvetica": "liberation-sans.json", "arimo": "liberation-sans.json",
    "liberation sans": "liberation-sans.json",
    "times new roman": "liberation-serif.json", "times": "liberation-serif.json", "tinos": "liberation-serif.json",
    "liberation serif": "liberation-serif.json",
}  # fmt: skip
"""Typefaces that need no file: our tables hold the widths of their letters, or of a twin's that are equal."""
FACES = ("regular", "bold", "italic", "bold-italic")
_WIDER = {"regular": 1.0, "bold": 1.2, "italic": 1.06, "bold-italic": 1.24}
"""How much wider than the regular face another one is taken to be that has no file."""
_LEAST_LINE = 1.2
"""Ems from line to line: PowerPoint takes the typeface's own, LibreOffice this; the larger one is counted on."""
RANGES = (
    (0x20, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x206F),
    (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF),
    (0x25A0, 0x25FF), (0xFB00, 0xFB04),
)  # fmt: skip
"""The characters that are measured; any other one is taken to be as wide as in a fallback font."""


def find_table(name: str) -> str | None:
    """Return our table for a typeface, by the name of its file among our themes."""
    return TABLES.get(name.casefold().strip())


def font_table(files: Mapping[str, bytes]) -> bytes:
    """Return the table of letter widths of a typeface from the files of its faces; raises `NoFont`.

    A face without a file is reckoned from the regular one, rather too wide than too narrow.
    """
    fonts = {face: read_font(data) for face, data in files.items()}
    if "regular" not in fonts:
        raise NoFont("there is no file of the regular face")
    shared = set.intersection(*(set(font.widths) for font in fonts.values()))
    characters = [code for first, last in RANGES for code in range(first, last + 1) if code in shared]
    regular = fonts["regular"]
    table = {
        "units": regular.units,
        "line": round(max(_LEAST_LINE, *(font.line / font.units for font in fonts.values())) * regular.units),
        "ascent": regular.ascent,
        "characters": "".join(map(chr, characters)),
        "widths": {face: _face_widths(face, fonts, characters) for face in FACES},
    }
    return json.dumps(table, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()


def lacking(characters: Iterable[str], table: bytes) -> str:
    """Return those of some characters that a typeface does not have, in their order."""
    known = frozenset(json.loads(table)["characters"])
    return "".join(dict.fromkeys(character for character in characters if character not in known))


def _face_widths(face: str, fonts: Mapping[str, FontFile], characters: list[int]) -> list[int]:
    font = fonts.get(face) or fonts["regular"]
    share = (1.0 if face in fonts else _WIDER[face]) * fonts["regular"].units / font.units
    return [round(font.widths[code] * share) for code in characters]
