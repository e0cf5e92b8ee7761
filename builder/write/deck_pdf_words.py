"""Words that a template shows on its own, such as an institution's name at the foot, as boxes of text."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from builder.output.deck import Align, Anchor, Box, Look, Paragraph
from builder.output.text import Run
from builder.typeset.template_master import Layout, frame_box
from builder.typeset.template_scheme import Scheme
from builder.typeset.template_xml import A, P, points
from builder.write.deck_pdf_art import behind, colour_of
from builder.write.deck_pdf_text import Texts

_ALIGNS: dict[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
_ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_INSETS = (("lIns", 7.2), ("tIns", 3.6), ("rIns", 7.2), ("bIns", 3.6))
_SIZE = 18.0
"""Points of text that does not say how large it is."""


def template_words(layout: Layout, language: str) -> Iterator[dict[str, Any]]:
    """Yield the texts of a layout and its master that stand in no placeholder, as a deck's boxes of text."""
    for tree in behind(layout):
        for shape in tree.findall(f"{P}cSld/{P}spTree/{P}sp"):
            frame, body = shape.find(f"{P}spPr/{A}xfrm"), shape.find(f"{P}txBody")
            if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None or frame is None or body is None:
                continue
            paragraphs = [one for one in body.findall(f"{A}p") if any(text.text for text in one.iter(f"{A}t"))]
            if paragraphs:
                yield _box(body, paragraphs, frame_box(frame), layout.master.scheme, language)


def _box(body: Element, paragraphs: list[Element], box: Box, scheme: Scheme, language: str) -> dict[str, Any]:
    properties = body.find(f"{A}bodyPr")
    attributes = properties.attrib if properties is not None else {}
    nodes = []
    for paragraph in paragraphs:
        texts = Texts.of_one_colour(language, _colour(paragraph, scheme))
        nodes.append(texts.paragraph(_paragraph(paragraph, language)))
    return {
        "is": "TextShape", "box": [box.left, box.top, box.width, box.height], "role": "foot", "level": 0,
        "inset": [points(attributes.get(name), usual) for name, usual in _INSETS],
        "anchor": _ANCHORS.get(attributes.get("anchor", "t"), "top"), "fill": None, "line": None, "nodes": nodes,
        "group": f"template {box.left:g} {box.top:g}",
    }  # fmt: skip


def _paragraph(paragraph: Element, language: str) -> Paragraph:
    first = next(paragraph.iter(f"{A}rPr"), None)
    attributes = first.attrib if first is not None else {}
    properties = paragraph.find(f"{A}pPr")
    align = properties.get("algn", "l") if properties is not None else "l"
    size = int(attributes.get("sz", "0")) / 100 or _SIZE
    bold = attributes.get("b") in ("1", "true")
    text = "".join(piece.text or "" for piece in paragraph.iter(f"{A}t"))
    return Paragraph(
        runs=(Run(text=text, language=language),),
        look=Look(size=size, bold=bold, align=_ALIGNS.get(align, "left")),
    )


def _colour(paragraph: Element, scheme: Scheme) -> str:
    fill = next(paragraph.iter(f"{A}solidFill"), None)
    colour = colour_of(fill, scheme) if fill is not None else None
    return colour[0] if colour else f"#{scheme.colours.get('tx1', '000000')}"
