"""The fonts that PDF embeds: FiraGO for text, Fira Mono for what is typed."""

from collections.abc import Iterator, Mapping
from importlib import import_module

FAMILY = "FiraGO"
MONOSPACED = "Fira Mono"
_FILES = {
    "FiraGO_Regular.ttf": "figo",
    "FiraGO_Italic.ttf": "figit",
    "FiraGO_Bold.ttf": "figbo",
    "FiraGO_BoldItalic.ttf": "figbi",
    "FiraMono_Regular.ttf": "fimo",
    "FiraMono_Bold.ttf": "fimbo",
}
"""Name of the file → what its package calls it."""


def font_files() -> Mapping[str, bytes]:
    """Return the font files by name; each is unpacked when it is asked for, which takes a moment."""
    return _Files()


def font_sizes() -> Mapping[str, int]:
    """Return the sizes of the font files in bytes, without unpacking any: they tell one release from another."""
    from pymupdf_fonts import fontdescriptors

    return {name: int(fontdescriptors[key]["size"]) for name, key in _FILES.items()}


class _Files(Mapping[str, bytes]):
    def __getitem__(self, name: str) -> bytes:
        if name not in _FILES:
            raise KeyError(name)
        data: bytes = import_module(f"pymupdf_fonts.{name.removesuffix('.ttf')}").fontbuffer
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(_FILES)

    def __len__(self) -> int:
        return len(_FILES)
