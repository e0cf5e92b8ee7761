"""What a template gives to a package: its parts, its layouts by name, its content types."""

import io
import re
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

_SLIDES = re.compile(r"ppt/(slides|notesSlides|comments|media)/")

_LAYOUT = re.compile(r"ppt/slideLayouts/([^/]+\.xml)")
_LAYOUT_NAME = re.compile(rb'<p:cSld[^>]*\bname="([^"]*)"')


@lru_cache(maxsize=4)
def read_parts(template: bytes) -> Mapping[str, bytes]:
    """Return the parts of a template, without any slides that stand in it."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        return {name: package.read(name) for name in sorted(package.namelist()) if not _SLIDES.match(name)}


def layout_parts(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the file name of each layout by the layout's name."""
    found = {}
    for name, data in parts.items():
        part, title = _LAYOUT.fullmatch(name), _LAYOUT_NAME.search(data)
        if part and title:
            found[unescape(title[1].decode("utf-8"))] = part[1]
    return found


def with_types(types: str, overrides: Mapping[str, str]) -> str:
    """Return the content types with those of new parts, and without those of slides that the template held."""
    kept = re.sub(r'<Override PartName="/ppt/(slides|notesSlides|comments)/[^>]*/>', "", types)
    for suffix, kind in (("png", "image/png"), ("svg", "image/svg+xml")):
        if f'Extension="{suffix}"' not in kept:
            kept = re.sub(r"(<Types[^>]*>)", rf'\1<Default Extension="{suffix}" ContentType="{kind}"/>', kept, count=1)
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return kept.replace("</Types>", f"{rows}</Types>")
