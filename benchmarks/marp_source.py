"""Our decided deck, said in Marp's Markdown: the same slides, words, tables and pictures."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.pandoc_source import chart_table, in_markdown, save_picture, table_lines
from builder.output import deck as slides

_FRAME = ("title", "ctrTitle", "ftr", "sldNum")


def marp_markdown(deck: slides.Deck, folder: Path) -> str:
    """Return a deck as Marp reads slides, its pictures saved in the folder."""
    head = f"---\nmarp: true\ntitle: {json.dumps(deck.title, ensure_ascii=False)}\nlang: {deck.language}\n---\n"
    return head + "\n---\n\n".join("\n".join(_slide(slide, folder)) for slide in deck.slides)


def _slide(slide: slides.Slide, folder: Path) -> Iterator[str]:
    yield f"\n# {slide.title}\n"
    for element in slide.elements:
        yield from _element(element, folder)
    if slide.notes:
        notes = "\n\n".join(in_markdown(paragraph.runs) for paragraph in slide.notes if paragraph.runs)
        yield f"<!--\n{notes.replace('--', '–')}\n-->\n"


def _element(element: Any, folder: Path) -> Iterator[str]:
    match element:
        case slides.TextShape(placeholder=placeholder, paragraphs=paragraphs):
            if placeholder is None or placeholder.kind in _FRAME:
                return
            for paragraph in paragraphs:
                yield f"{'    ' * paragraph.level}- {in_markdown(paragraph.runs)}"
            yield ""
        case slides.TableShape(rows=rows):
            yield from table_lines([[cell.runs for cell in row.cells] for row in rows])
        case slides.ChartShape():
            yield from table_lines(chart_table(element))
        case slides.PictureShape(image=image, alternative=alternative):
            # Without a height, the picture would stand on the slide pixel for pixel.
            yield f"![h:300 {in_markdown(alternative)}]({save_picture(image, folder)})\n"
