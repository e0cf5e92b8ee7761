"""Make the tables of letter widths in builder/themes/: of typefaces whose metrics are those of the fonts decks name.

Run it where Debian's fonts-crosextra-carlito and fonts-liberation2 (or any copies) are installed:
``python tools/make_metrics.py /usr/share/fonts/truetype``. Nothing needs the fonts afterwards.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
TABLES = {
    "carlito": ("Calibri", "Carlito", "crosextra/Carlito"),
    "liberation-sans": ("Arial", "Liberation Sans", "liberation2/LiberationSans"),
    "liberation-serif": ("Times New Roman", "Liberation Serif", "liberation2/LiberationSerif"),
}
"""Name of the table → the family that decks name, its twin, where the twin's files begin."""


def make_metrics(family: str, twin: str, files: Mapping[str, bytes]) -> str:
    """Return the table as JSON, one line per run of neighbouring characters."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from builder.typeset.template_fonts import font_table

    table = {"family": family, "twin": twin, **json.loads(font_table(files))}
    return json.dumps(table, ensure_ascii=True, separators=(",", ":"), sort_keys=True).replace('],"', '],\n"') + "\n"


def main(folder: Path) -> None:
    """Write every table whose fonts are there."""
    for name, (family, twin, start) in TABLES.items():
        files = {style: (folder / f"{start}-{ending}.ttf").read_bytes() for style, ending in STYLES.items()}
        target = Path(__file__).parent.parent / "builder" / "themes" / f"{name}.json"
        target.write_text(make_metrics(family, twin, files), encoding="utf-8")
        print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype"))
