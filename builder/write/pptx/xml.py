"""The small things of OOXML: escaping, units, namespaces, relationships."""

from collections.abc import Iterable
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_POINT = 12700
_UNWRITABLE = dict.fromkeys(
    [*(code for code in range(32) if code not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)


def text(value: str) -> str:
    """Return characters as the content of an element or attribute; what XML cannot hold is left out."""
    return escape(value.translate(_UNWRITABLE))


def emu(points: float) -> int:
    """Return points in English metric units."""
    return round(points * _POINT)


def relationships(rows: Iterable[tuple[str, str, str]]) -> str:
    """Return a relationships part of rows (id, kind, target); an address outside is marked so."""
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(relationship(*row) for row in rows)
        + "</Relationships>"
    )


def relationship(id: str, kind: str, target: str) -> str:
    """Return one relationship."""
    mode = ' TargetMode="External"' if kind == "hyperlink" else ""
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{text(target)}"{mode}/>'
