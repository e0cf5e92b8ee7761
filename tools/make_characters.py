"""Make builder/themes/characters.json: the characters that Typst can set as PDF/UA-1 with our fonts and its own.

Run it from the repository's root: ``python tools/make_characters.py``. Typst itself is asked, in ever smaller groups.
"""

import json
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import typst

from builder.typeset.fonts import font_files

_PAGE = b"""#set document(title: "x")
#set text(font: ("FiraGO", "DejaVu Sans Mono"))
#sys.inputs.text"""
_NEVER = ("Cn", "Cs", "Co", "Cc")
"""Characters that are none, and those that show nothing and that no text needs."""
_GROUP, _SAMPLE = 128, 8
"""A group none of whose sample can be set is left out whole: so are most scripts, and each question takes time."""


def make_characters() -> str:
    """Return the ranges of characters as JSON, first and last of each."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in font_files().items():
            Path(folder, name).write_bytes(data)
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        asked = [code for code in range(0x20, 0x20000) if unicodedata.category(chr(code)) not in _NEVER]
        groups = (asked[start : start + _GROUP] for start in range(0, len(asked), _GROUP))
        known = [code for group in groups for code in _group(group, lambda text: _is_set(text, fonts))]
    return json.dumps([*_ranges(known)], separators=(",", ":")).replace("],[", "],\n[") + "\n"


def _group(codes: Sequence[int], is_set: Callable[[str], bool]) -> Iterator[int]:
    sample = codes[:: max(1, len(codes) // _SAMPLE)]
    if any(is_set(_between(code)) for code in sample):
        yield from _set(codes, is_set)


def _set(codes: Sequence[int], is_set: Callable[[str], bool]) -> Iterator[int]:
    if is_set(" ".join(map(_between, codes))):
        yield from codes
    elif len(codes) > 1:
        yield from _set(codes[: len(codes) // 2], is_set)
        yield from _set(codes[len(codes) // 2 :], is_set)


def _between(code: int) -> str:
    """Return a character between letters: alone, one that shows nothing is not set at all."""
    return f"n{chr(code)}n"


def _is_set(text: str, fonts: object) -> bool:
    try:
        typst.compile(_PAGE, format="pdf", font_paths=fonts, pdf_standards=["ua-1"], sys_inputs={"text": text})  # type: ignore[call-overload]
    except KeyboardInterrupt:
        raise
    except BaseException:  # Typst panics over some of what it cannot show
        return False
    return True


def _ranges(codes: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(codes) + 1):
        if place == len(codes) or codes[place] != codes[place - 1] + 1:
            yield codes[start], codes[place - 1]
            start = place


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "builder" / "themes" / "characters.json"
    target.write_text(make_characters(), encoding="utf-8")
    print(f"{target}: {target.stat().st_size} bytes")
