"""Reading blocks of questions → HTML that may stand alone: no ids, no numbers of its own."""

import unicodedata
from collections.abc import Callable
from itertools import groupby

from builder.output.document import (
    Alignment,
    Block,
    Blocks,
    Code,
    Definitions,
    Figure,
    Heading,
    List,
    Paragraph,
    Quotation,
    Table,
)
from builder.output.text import Run, Runs, plain_text
from builder.records import dataclass
from builder.write.html_text import runs_html
from builder.write.markup import attribute, escape

_CLASSES = {"right": "text-end", "center": "text-center", "left": "text-start"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the HTML will stand."""

    language: str
    """Of what is around it."""
    image: Callable[[Figure], str]
    """Returns the address of a figure's picture."""
    gap: Callable[[Run], str] | None = None
    """Returns what stands where a gap is; without it, the characters of its run do."""


def blocks_html(blocks: Blocks, setting: Setting) -> str:
    """Return blocks as HTML."""
    return "".join(_block(block, setting) for block in blocks)


def text_html(text: Runs, setting: Setting) -> str:
    """Return text as HTML, its gaps as the setting has them."""
    gap = setting.gap
    if gap is None:
        return runs_html(text, setting.language)
    parts = (
        "".join(map(gap, runs)) if is_gap else runs_html(tuple(runs), setting.language)
        for is_gap, runs in groupby(text, key=lambda run: run.gap is not None)
    )
    return "".join(parts)


def direction(text: Runs) -> str:
    """Return the attribute by which text with right-to-left letters finds its direction, whatever is around it."""
    found = any(
        unicodedata.bidirectional(character) in ("R", "AL")
        for run in text if not run.text.isascii() for character in run.text
    )  # fmt: skip
    return ' dir="auto"' if found else ""


def _block(block: Block, setting: Setting) -> str:
    match block:
        case Paragraph(text=text):
            return _element("p", text, setting)
        case Heading(text=text):
            return f"<p{direction(text)}><strong>{text_html(text, setting)}</strong></p>"
        case List():
            return _list(block, setting)
        case Table():
            return _table(block, setting)
        case Figure():
            return _figure(block, setting)
        case Quotation(blocks=blocks):
            return f"<blockquote>{blocks_html(blocks, setting)}</blockquote>"
        case Definitions():
            return _definitions(block, setting)
        case Code(text=text):
            return f'<pre dir="ltr"><code>{escape(text)}</code></pre>'
        case _:
            raise TypeError(f"prose holds no {type(block).__name__}")


def _element(tag: str, text: Runs, setting: Setting, attributes: str = "") -> str:
    return f"<{tag}{attributes}{direction(text)}>{text_html(text, setting)}</{tag}>"


def _list(block: List, setting: Setting) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    return f"<{tag}{start}>" + "".join(f"<li>{_tight(item, setting)}</li>" for item in block.items) + f"</{tag}>"


def _tight(blocks: Blocks, setting: Setting) -> str:
    """Return blocks of which the first, the item's own text, has no paragraph around it."""
    if blocks and isinstance(blocks[0], Paragraph) and not direction(blocks[0].text):
        return text_html(blocks[0].text, setting) + blocks_html(blocks[1:], setting)
    return blocks_html(blocks, setting)


def _table(block: Table, setting: Setting) -> str:
    head = _cells("th", block.header, block.alignments, setting)
    rows = "".join(f"<tr>{_cells('td', row, block.alignments, setting)}</tr>" for row in block.rows)
    return f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _cells(tag: str, cells: tuple[Runs, ...], alignments: tuple[Alignment, ...], setting: Setting) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return "".join(
        _element(tag, cell, setting, scope + (f' class="{_CLASSES[alignment]}"' if alignment else ""))
        for cell, alignment in zip(cells, alignments, strict=True)
    )


def _figure(figure: Figure, setting: Setting) -> str:
    alternative = attribute(plain_text(figure.alternative))
    image = f'<img src="{setting.image(figure)}" alt="{alternative}" class="img-fluid">'
    caption = _element("figcaption", figure.caption, setting) if figure.caption else ""
    return f"<figure>{image}{caption}</figure>"


def _definitions(block: Definitions, setting: Setting) -> str:
    items = "".join(
        _element("dt", item.term, setting)
        + "".join(f"<dd>{_tight(meaning, setting)}</dd>" for meaning in item.meanings)
        for item in block.items
    )
    return f"<dl>{items}</dl>"
