"""Make builder/themes/carlito.json: the advance widths of Carlito, whose metrics are those of Calibri.

Run it where Debian's fonts-crosextra-carlito (or any copy of Carlito) is installed:
``python tools/make_metrics.py /usr/share/fonts/truetype/crosextra``. Nothing needs the font afterwards.
"""

import json
import sys
from pathlib import Path

STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
RANGES = (
    (0x20, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x206F),
    (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF),
    (0x25A0, 0x25FF), (0xFB00, 0xFB04),
)  # fmt: skip


def make_metrics(folder: Path) -> str:
    """Return the table as JSON, one line per run of neighbouring characters."""
    from fontTools.ttLib import TTFont

    fonts = {style: TTFont(folder / f"Carlito-{name}.ttf") for style, name in STYLES.items()}
    regular = fonts["regular"]
    header = regular["hhea"]
    shared = set.intersection(*(set(font.getBestCmap()) for font in fonts.values()))
    characters = [code for first, last in RANGES for code in range(first, last + 1) if code in shared]
    table = {
        "family": "Calibri",
        "twin": "Carlito",
        "units": regular["head"].unitsPerEm,
        "line": header.ascent - header.descent + header.lineGap,
        "ascent": header.ascent,
        "characters": "".join(map(chr, characters)),
        "widths": {style: _widths(font, characters) for style, font in fonts.items()},
    }
    return json.dumps(table, ensure_ascii=True, separators=(",", ":"), sort_keys=True).replace('],"', '],\n"') + "\n"


def _widths(font: object, characters: list[int]) -> list[int]:
    names, metrics = font.getBestCmap(), font["hmtx"]  # type: ignore[attr-defined,index]
    return [metrics[names[code]][0] for code in characters]


if __name__ == "__main__":
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/crosextra")
    target = Path(__file__).parent.parent / "builder" / "themes" / "carlito.json"
    target.write_text(make_metrics(source), encoding="utf-8")
    print(f"{target}: {target.stat().st_size} bytes")
