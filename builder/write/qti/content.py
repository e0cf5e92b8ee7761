"""Reading blocks and runs → the HTML that QTI holds: no figures of its own, no numbers that a list begins with."""

from collections.abc import Callable, Iterator
from itertools import groupby

from builder.languages.direction import direction_of
from builder.output.document import (
    Alignment,
    Block,
    Blocks,
    Code,
    Definition,
    Definitions,
    Figure,
    Heading,
    List,
    Paragraph,
    Quotation,
    Table,
)
from builder.output.image import SVG, Image
from builder.output.text import Run, Runs, plain_text
from builder.records import dataclass
from builder.write.qti.elements import Content, Element

FOLDER = "images"
"""Of the package's pictures; items stand in another, beside it."""
_LOOKS = (("code", "code"), ("emphasis", "em"), ("strong", "strong"))
_CLASSES = {"right": "qti-align-right", "center": "qti-align-center", "left": "qti-align-left"}


def image_address(image: Image) -> str:
    """Return where a picture stands, as an item names it."""
    return f"../{image_path(image)}"


def image_path(image: Image) -> str:
    """Return where a picture stands in the package; its name needs no letters of any language."""
    return f"{FOLDER}/figure-{image.digest[:12]}.{'svg' if image.media_type == SVG else 'png'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where content will stand."""

    language: str
    """Of what is around it."""
    gap: Callable[[str], Element | str] | None = None
    """Returns the interaction that fills a gap, by the gap's id; without it, the characters of its run stand there."""
    image: Callable[[Image], str] = image_address
    """Returns the address of a picture."""


def blocks_content(blocks: Blocks, setting: Setting) -> Content:
    """Return blocks, none of which stands in running text."""
    return tuple(element for block in blocks for element in _block(block, setting))


def runs_content(runs: Runs, setting: Setting) -> Content:
    """Return running text; neighbours in another language share a mark of it."""
    return tuple(_runs(runs, setting))


def marked(language: str) -> dict[str, str]:
    """Return the attributes that mark a language and the way it runs."""
    return {"xml:lang": language, "dir": direction_of(language)}


def _block(block: Block, setting: Setting) -> Iterator[Element]:
    match block:
        case Paragraph(text=text):
            yield Element("p", {}, runs_content(text, setting))
        case Heading(text=text):
            yield Element("p", {}, (Element("strong", {}, runs_content(text, setting)),))
        case List():
            yield _list(block, setting)
        case Table():
            yield _table(block, setting)
        case Figure():
            yield from _figure(block, setting)
        case Quotation(blocks=blocks):
            yield Element("blockquote", {}, blocks_content(blocks, setting))
        case Definitions(items=items):
            yield Element("dl", {}, tuple(part for item in items for part in _definition(item, setting)))
        case Code(text=text):
            yield Element("pre", {"dir": "ltr"}, (Element("code", {}, (text,)),))
        case _:
            raise TypeError(f"prose holds no {type(block).__name__}")


def _list(block: List, setting: Setting) -> Element:
    """Return a list; neither version has one that begins with another number than one, so such numbers are text."""
    if not block.ordered or block.start == 1:
        items = (Element("li", {}, _tight(item, setting)) for item in block.items)
        return Element("ol" if block.ordered else "ul", {}, tuple(items))
    counted = (
        Element("li", {}, (f"{number}. ", *_tight(item, setting)))
        for number, item in enumerate(block.items, start=block.start)
    )
    return Element("ul", {}, tuple(counted))


def _tight(blocks: Blocks, setting: Setting) -> Content:
    """Return blocks of which the first, the item's own text, has no paragraph around it."""
    if blocks and isinstance(blocks[0], Paragraph):
        return (*runs_content(blocks[0].text, setting), *blocks_content(blocks[1:], setting))
    return blocks_content(blocks, setting)


def _table(table: Table, setting: Setting) -> Element:
    caption = (Element("caption", {}, runs_content(table.caption, setting)),) if table.caption else ()
    head = _row("th", table.header, table.alignments, setting)
    rows = tuple(_row("td", row, table.alignments, setting) for row in table.rows)
    body = (Element("tbody", {}, rows),) if rows else ()
    return Element("table", {}, (*caption, Element("thead", {}, (head,)), *body))


def _row(tag: str, cells: tuple[Runs, ...], alignments: tuple[Alignment, ...], setting: Setting) -> Element:
    scope = {"scope": "col"} if tag == "th" else {}
    return Element("tr", {}, tuple(
        Element(tag, scope | ({"class": _CLASSES[alignment]} if alignment else {}), runs_content(cell, setting))
        for cell, alignment in zip(cells, alignments, strict=True)
    ))  # fmt: skip


def _figure(figure: Figure, setting: Setting) -> Iterator[Element]:
    picture = Element("img", {"src": setting.image(figure.image), "alt": plain_text(figure.alternative)})
    yield Element("p", {}, (picture,))
    if figure.caption:
        yield Element("p", {}, runs_content(figure.caption, setting))


def _definition(item: Definition, setting: Setting) -> Iterator[Element]:
    yield Element("dt", {}, runs_content(item.term, setting))
    for meaning in item.meanings:
        yield Element("dd", {}, _tight(meaning, setting))


def _runs(runs: Runs, setting: Setting) -> Iterator[Element | str]:
    for (foreign, gap), group in groupby(runs, key=lambda run: (run.language, run.gap)):
        if gap is not None and setting.gap is not None:
            yield setting.gap(gap)
        elif foreign == setting.language:
            yield from (_run(run) for run in group)
        else:
            yield Element("span", marked(foreign), tuple(_run(run) for run in group))


def _run(run: Run) -> Element | str:
    if run.text == "\n":
        return Element("br")
    shown: Element | str = run.text
    for look, tag in _LOOKS:
        if getattr(run, look):
            shown = Element(tag, {}, (shown,))
    if run.link and not run.link.startswith("#"):
        shown = Element("a", {"href": run.link}, (shown,))
    return Element("sup", {}, (shown,)) if run.mark else shown
