"""A paper → one HTML page: nothing to load, nothing to run, readable on any screen and on paper."""

from typing import assert_never

from builder.output import document as d
from builder.output.document import Document, contents
from builder.output.image import PNG, Image
from builder.output.resources import Resources
from builder.output.text import Runs, plain_text, unlinked
from builder.write.arcs import banner
from builder.write.html_questions import response_html
from builder.write.html_text import data_address, id_html, language_html, runs_html
from builder.write.markup import attribute, escape

_STYLES = "handout.css"
_WIDEST, _TALLEST = 736, 480
"""Of a picture, in pixels of the page."""


def write_html(document: Document, resources: Resources) -> bytes:
    """Return the paper as one page with its styles and pictures inside."""
    page = _Page(document)
    styles = resources.files[_STYLES].decode()
    size = f":root{{--size:{document.size / 11:g}}}"
    html = (
        f"<!doctype html>\n<html{language_html(document.language)}>\n<head>\n{_head(document)}"
        f"<style>{size}{styles}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#_content">{page.runs(document.skip_label)}</a>\n'
        f'{page.header()}<main id="_content" tabindex="-1">\n{page.blocks(document.blocks)}</main>\n'
        f"<footer><p>{page.runs(document.strip)}</p></footer>\n</body>\n</html>\n"
    )
    return html.encode()


def _head(document: Document) -> str:
    title = f"{plain_text(document.title)} · {plain_text(document.series)}"
    return (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<meta name="author" content="{attribute(document.author)}">\n'
        f'<meta name="dcterms.date" content="{attribute(document.date)}">\n'
    )


class _Page:
    """Writes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def runs(self, runs: Runs) -> str:
        return runs_html(runs, self._document.language)

    def header(self) -> str:
        """Return what every page of the course begins with."""
        document = self._document
        draft = f'<p class="draft">{self.runs(document.draft_label)}</p>\n' if document.draft else ""
        return (
            f'<header>\n{draft}<div class="cover"><img class="arcs" src="{data_address(banner())}" alt="">\n'
            f'<p class="series">{self.runs(document.series)}</p>\n<h1>{self.runs(document.title)}</h1>\n'
            f'<p class="artefact">{self.runs(document.artefact)}</p></div>\n</header>\n'
        )

    def blocks(self, blocks: d.Blocks) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: d.Block) -> str:  # noqa: C901, PLR0912
        match block:
            case d.Heading(level=level, id=id, text=text):
                return f"<h{level}{id_html(id)}>{self.runs(text)}</h{level}>\n"
            case d.Paragraph(text=text, tone=tone):
                kind = "" if tone == "body" else f' class="{tone}"'
                return f"<p{kind}>{self.runs(text)}</p>\n"
            case d.List():
                return self._list(block)
            case d.Table():
                return self._table(block)
            case d.Figure():
                return self._figure(block)
            case d.Quotation(blocks=blocks):
                return f"<blockquote>\n{self.blocks(blocks)}</blockquote>\n"
            case d.Definitions(items=items):
                return f"<dl>\n{''.join(map(self._definition, items))}</dl>\n"
            case d.Callout():
                return self._callout(block)
            case d.Facts(items=items):
                return self._facts(items)
            case d.Box():
                return self._box(block)
            case d.Columns(columns=columns):
                sides = "".join(f"<div>\n{self.blocks(column)}</div>\n" for column in columns)
                return f'<div class="columns">\n{sides}</div>\n'
            case d.Code(text=text):
                return f'<pre dir="ltr"><code>{escape(text)}</code></pre>\n'
            case d.Question():
                return self._question(block)
            case d.Answer():
                return self._answer(block)
            case d.Sources(entries=entries):
                lines = "".join(f"<li>{self.runs(entry)}</li>\n" for entry in entries)
                return f'<ul class="sources" role="list">\n{lines}</ul>\n'
            case d.Contents():
                return self._contents(block)
            case d.PageBreak():
                return '<div class="break"></div>\n'
            case _:
                assert_never(block)

    def _list(self, block: d.List) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        items = "".join(f"<li>{self._tight(item)}</li>\n" for item in block.items)
        bare = ' role="list"' if block.bare else ""
        return f"<{tag}{start}{bare}>\n{items}</{tag}>\n"

    def _tight(self, blocks: d.Blocks) -> str:
        """Return blocks; the first, if it is a paragraph, without one around it."""
        if blocks and isinstance(blocks[0], d.Paragraph):
            return self.runs(blocks[0].text) + self.blocks(blocks[1:])
        return self.blocks(blocks)

    def _table(self, table: d.Table) -> str:
        caption = f"<caption>{self.runs(table.caption)}</caption>\n" if table.caption else ""
        head = self._cells("th", table.header, table.alignments)
        rows = "".join(f"<tr>{self._cells('td', row, table.alignments)}</tr>\n" for row in table.rows)
        return f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"

    def _cells(self, tag: str, cells: tuple[Runs, ...], alignments: tuple[d.Alignment, ...]) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        parts = []
        for cell, alignment in zip(cells, alignments, strict=False):
            kind = f' class="{alignment}"' if alignment else ""
            parts.append(f"<{tag}{scope}{kind}>{self.runs(cell)}</{tag}>")
        return "".join(parts)

    def _figure(self, figure: d.Figure) -> str:
        width, height = _size(figure.image)
        alternative = attribute(plain_text(figure.alternative))
        size = f'width="{width}" height="{height}"'
        picture = f'<img src="{data_address(figure.image)}" alt="{alternative}" {size}>'
        caption = f"<figcaption>{self.runs(figure.caption)}</figcaption>" if figure.caption else ""
        return f"<figure{id_html(figure.id)}>{picture}{caption}</figure>\n"

    def _definition(self, item: d.Definition) -> str:
        meanings = "".join(f"<dd>{self._tight(meaning)}</dd>\n" for meaning in item.meanings)
        return f"<dt{id_html(item.id)}>{self.runs(item.term)}</dt>\n{meanings}"

    def _facts(self, facts: tuple[d.Fact, ...]) -> str:
        items = "".join(
            f"<div><dt>{self.runs(fact.label)}</dt><dd>{self.runs(fact.value)}</dd></div>\n" for fact in facts
        )
        return f'<dl class="facts">\n{items}</dl>\n' if facts else ""

    def _callout(self, callout: d.Callout) -> str:
        title = f'<p class="title">{self.runs(callout.title)}</p>\n' if callout.title else ""
        label = f'<p class="label">{self.runs(callout.label)}</p>\n'
        kind = f'class="callout {callout.kind}"'
        return f"<div {kind}{id_html(callout.id)}>\n{label}{title}{self.blocks(callout.blocks)}</div>\n"

    def _box(self, box: d.Box) -> str:
        heading = self._block(box.heading) if box.heading else ""
        inner = heading + self._facts(box.facts) + self.blocks(box.blocks)
        label = f'<p class="label">{self.runs(box.label)}</p>\n'
        return f'<div class="box {box.kind}"{id_html(box.id)}>\n{label}<div class="inside">\n{inner}</div></div>\n'

    def _question(self, question: d.Question) -> str:
        instruction = f'<p class="small">{self.runs(question.instruction)}</p>\n' if question.instruction else ""
        hint = f'<div class="small">\n{self.blocks(question.hint)}</div>\n' if question.hint else ""
        response = response_html(question.response, self._document.language)
        return (
            f'<div class="question"{id_html(question.id)}>\n<p class="number">{self.runs(question.number)}</p>\n<div>'
            f'<div class="prompt">\n{self.blocks(question.prompt)}</div>\n{instruction}{response}{hint}</div></div>\n'
        )

    def _answer(self, answer: d.Answer) -> str:
        link = f'<a href="#{attribute(answer.question)}">{self.runs(answer.number)}</a>'
        blocks = self.blocks(answer.blocks)
        return f'<div class="answer"{id_html(answer.id)}>\n<p class="number">{link}</p>\n<div>\n{blocks}</div></div>\n'

    def _contents(self, block: d.Contents) -> str:
        """Return the headings as links; the level is shown by the indent and told by the order."""
        items = "".join(map(self._entry, contents(self._document, block.deepest)))
        label = f'<p class="label" id="_contents">{self.runs(block.title)}</p>\n'
        return f'<nav aria-labelledby="_contents">\n{label}<ul role="list">\n{items}</ul>\n</nav>\n'

    def _entry(self, heading: d.Heading) -> str:
        if not heading.id:
            return ""
        link = f'<a href="#{attribute(heading.id)}">{self.runs(unlinked(heading.text))}</a>'
        return f'<li class="level-{heading.level}">{link}</li>\n'


def _size(image: Image) -> tuple[int, int]:
    """Return how large a picture is shown where there is room; one of pixels is never enlarged."""
    ratio = image.width / image.height
    width = min(_WIDEST, _TALLEST * ratio)
    if image.media_type == PNG:
        width = min(width, image.width)
    return max(1, round(width)), max(1, round(width / ratio))
