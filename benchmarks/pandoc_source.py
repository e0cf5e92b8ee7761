"""Our decided deck or handout, said in pandoc's Markdown: the same slides, words, tables and pictures for both."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.content.walk import walk
from builder.output import deck as slides
from builder.output import document as paper
from builder.output.image import PNG, Image
from builder.output.text import Run, Runs, plain_text
from builder.write.rasterize import rasterize

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~$^@])")
_FRAME = ("ftr", "sldNum")


def deck_markdown(deck: slides.Deck, folder: Path) -> str:
    """Return a deck as pandoc reads slides, its pictures saved in the folder."""
    lines = [f"---\ntitle: {json.dumps(deck.title, ensure_ascii=False)}\nlang: {deck.language}\n---\n"]
    for slide in deck.slides:
        lines.append(f"## {_words(slide.title)}\n")
        for element in slide.elements:
            lines.extend(_element(element, folder))
        if slide.notes:
            lines.append("::: notes\n")
            lines.extend(f"{in_markdown(paragraph.runs)}\n" for paragraph in slide.notes if paragraph.runs)
            lines.append(":::\n")
    return "\n".join(lines)


def document_markdown(document: paper.Document, folder: Path) -> str:
    """Return a handout as pandoc reads a document, its pictures saved in the folder."""
    head = f"---\ntitle: {json.dumps(plain_text(document.title), ensure_ascii=False)}\nlang: {document.language}\n---\n"
    return "\n".join([head, *_blocks(document.blocks, folder)])


def _element(element: Any, folder: Path) -> Iterator[str]:
    match element:
        case slides.TextShape(placeholder=placeholder, paragraphs=paragraphs):
            if placeholder is None or placeholder.kind in ("title", "ctrTitle", *_FRAME):
                return
            for paragraph in paragraphs:
                yield f"{'    ' * paragraph.level}- {in_markdown(paragraph.runs)}"
            yield ""
        case slides.TableShape(rows=rows):
            yield from table_lines([[cell.runs for cell in row.cells] for row in rows])
        case slides.ChartShape():
            yield from table_lines(chart_table(element))
        case slides.PictureShape(image=image, alternative=alternative):
            yield f"![{in_markdown(alternative)}]({save_picture(image, folder)})\n"


def _blocks(blocks: Iterable[Any], folder: Path) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, folder)


def _block(block: Any, folder: Path) -> Iterator[str]:
    match block:
        case paper.Heading(level=level, text=text):
            yield f"{'#' * level} {in_markdown(text)}\n"
        case paper.Paragraph(text=text):
            yield f"{in_markdown(text)}\n"
        case paper.List(items=items, ordered=ordered):
            for item in items:
                yield ("1. " if ordered else "- ") + _indented(_blocks(item, folder))
            yield ""
        case paper.Table(header=header, rows=rows):
            yield from table_lines([list(header), *map(list, rows)])
        case paper.Figure(image=image, alternative=alternative):
            yield f"![{in_markdown(alternative)}]({save_picture(image, folder)})\n"
        case paper.Contents() | paper.PageBreak():
            return
        case _:
            yield from (f"{in_markdown(text)}\n" for text in _texts(block))


def _texts(block: Any) -> Iterator[Runs]:
    """Yield the texts of a block that pandoc has no word for, as paragraphs."""
    runs = tuple(walk(block, Run))
    for start in range(0, len(runs), 3):
        yield runs[start : start + 3]


def _indented(lines: Iterable[str]) -> str:
    return "\n".join(lines).strip().replace("\n", "\n    ")


def chart_table(chart: slides.ChartShape) -> list[list[Runs]]:
    """Return the numbers of a chart as rows, for who draws no charts."""
    bare = Run(text="", language="")
    head: list[Runs] = [(bare,), *(series.name for series in chart.series)]
    rows = [
        [label, *((replace(bare, text=str(series.values[place])),) for series in chart.series)]
        for place, label in enumerate(chart.categories)
    ]
    return [head, *rows]


def table_lines(rows: list[list[Runs]]) -> Iterator[str]:
    """Yield a table in Markdown."""
    header, *body = [["|".join(in_markdown(cell).splitlines()) for cell in row] for row in rows]
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in body:
        yield "| " + " | ".join(row) + " |"
    yield ""


def save_picture(image: Image, folder: Path) -> str:
    """Save a picture as pixels, since pandoc needs another program to draw SVG."""
    path = folder / f"{image.digest[:12]}.png"
    if not path.exists():
        path.write_bytes(image.data if image.media_type == PNG else rasterize(image.data, 1200))
    return path.name


def in_markdown(runs: Runs) -> str:
    """Return a text with its strong and emphasized words."""
    return " ".join(_run(run) for run in runs if run.text.strip())


def _run(run: Run) -> str:
    text = _words(run.text.strip())
    if run.strong:
        text = f"**{text}**"
    return f"*{text}*" if run.emphasis else text


def _words(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))
