"""The small things of a template's XML: names, units, children."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_POINT = 12700


def parse(data: bytes) -> Element:
    """Return the XML of a part; one that declares entities is refused."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("a template's XML declares entities")
    return ElementTree.fromstring(data)


def points(value: str | None, otherwise: float = 0.0) -> float:
    """Return English metric units as points."""
    return int(value) / _POINT if value is not None else otherwise


def percentage(element: Element | None, otherwise: float) -> float:
    """Return the value of an element as a share, written as ``90%`` or in thousandths of a per cent."""
    value = element.get("val") if element is not None else None
    if value is None:
        return otherwise
    return float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100000


def child(element: Element, path: str) -> Element:
    """Return a child that must be there."""
    found = element.find(path)
    if found is None:
        raise ValueError(f"a template lacks {path.rpartition('}')[2]}")
    return found
