"""The blocks of a paper as HTML that is well-formed XML too, for a page and for a book alike."""

from dataclasses import replace
from typing import assert_never

from builder.output import document as d
from builder.output.document import Document, contents
from builder.output.image import PNG
from builder.output.text import Runs, plain_text, unlinked
from builder.typeset.columns import whole_width
from builder.write.html_questions import response_html
from builder.write.html_text import Medium, id_html, language_html, runs_in
from builder.write.markup import attribute, escape

_WIDEST, _TALLEST = 736, 480
"""Of a picture, in pixels of the page."""
_PIXELS_PER_MM = 96 / 25.4
_NARROW = 36
"""Letters that a row of a table holds on a telephone, in body text of 11 points."""


class Blocks:
    """Writes the blocks of one document for one medium."""

    def __init__(self, document: Document, medium: Medium) -> None:
        self._document = document
        self._medium = medium

    def all(self, blocks: d.Blocks) -> str:
        """Return blocks one after the other."""
        return "".join(self._block(block) for block in blocks)

    def runs(self, runs: Runs) -> str:
        """Return text."""
        return runs_in(runs, self._medium)

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
                return f"<blockquote>\n{self.all(blocks)}</blockquote>\n"
            case d.Definitions(items=items):
                return f"<dl>\n{''.join(map(self._definition, items))}</dl>\n"
            case d.Callout():
                return self._callout(block)
            case d.Facts(items=items):
                return self._facts(items)
            case d.Box():
                return self._box(block)
            case d.Columns(columns=columns):
                sides = "".join(f"<div>\n{self.all(column)}</div>\n" for column in columns)
                return f'<div class="columns">\n{sides}</div>\n'
            case d.Pair():
                return self._pair(block)
            case d.Sideways(blocks=blocks):
                return f'<div class="sideways">\n{self.all(blocks)}</div>\n'
            case d.Beside(label=label, notes=notes, blocks=blocks):
                lines = "".join(f'<p class="small">{self.runs(line)}</p>\n' for line in (label, *notes))
                return f"<div>\n{lines}{self.all(blocks)}</div>\n"
            case d.Cue(label=label, blocks=blocks):
                return f'<div>\n<p class="label">{self.runs(label)}</p>\n{self.all(blocks)}</div>\n'
            case d.Code(text=text):
                return f'<pre dir="ltr"><code>{escape(text)}</code></pre>\n'
            case d.Question() | d.Answer() | d.Lines() | d.Field() | d.Grid() | d.Sheet():
                return self._form(block)
            case d.Sources(entries=entries):
                lines = "".join(f"<li>{self.runs(entry)}</li>\n" for entry in entries)
                return f'<ul class="sources" role="list">\n{lines}</ul>\n'
            case d.Contents():
                return self._contents(block)
            case d.PageBreak():
                return '<div class="break"></div>\n'
            case _:
                assert_never(block)

    def _form(self, block: d.FormBlock) -> str:
        match block:
            case d.Question():
                return self._question(block)
            case d.Answer():
                return self._answer(block)
            case d.Lines(count=count):
                return '<p class="line" aria-hidden="true"></p>\n' * count
            case d.Field(label=label):
                return f'<p class="field">{self.runs(label)}<span class="line" aria-hidden="true"></span></p>\n'
            case d.Grid():
                return self._grid(block)
            case d.Sheet():
                return self._sheet(block)
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
            return self.runs(blocks[0].text) + self.all(blocks[1:])
        return self.all(blocks)

    def _table(self, table: d.Table) -> str:
        """Return a table, which is moved sideways by itself where a screen has no room for it; the page stays.

        One that a telephone surely has no room for can be reached, and so moved, by keyboard.
        """
        caption = f"<caption>{self.runs(table.caption)}</caption>\n" if table.caption else ""
        head = self._cells("th", table.header, table.alignments)
        rows = "".join(f"<tr>{self._cells('td', row, table.alignments)}</tr>\n" for row in table.rows)
        html = f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        reach = ""
        width = whole_width([[plain_text(cell) for cell in row] for row in (table.header, *table.rows)])
        if width * self._document.size / 11 > _NARROW:
            name = attribute(", ".join(filter(None, map(plain_text, table.header))))
            reach = f' role="group" tabindex="0" aria-label="{name}"'
        return f'<div class="wide"{reach}>\n{html}</div>\n'

    def _cells(self, tag: str, cells: tuple[Runs, ...], alignments: tuple[d.Alignment, ...]) -> str:
        """Return the cells of a row; an empty one is never a header, for it would name nothing."""
        parts = []
        for cell, alignment in zip(cells, alignments, strict=False):
            name = tag if plain_text(cell).strip() else "td"
            scope = ' scope="col"' if name == "th" else ""
            kind = f' class="{alignment}"' if alignment else ""
            parts.append(f"<{name}{scope}{kind}>{self.runs(cell)}</{name}>")
        return "".join(parts)

    def _grid(self, grid: d.Grid) -> str:
        """Return a table to fill in: as tall in its empty rows as in print."""
        head = self._cells("th", grid.header, (None,) * len(grid.header))
        start = f'<tr style="height:{grid.height:g}mm">'
        rows = "".join(f"{start}{self._cells('td', row, (None,) * len(row))}</tr>\n" for row in grid.rows)
        return f'<table class="fill">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'

    def _sheet(self, sheet: d.Sheet) -> str:
        heading = f"<h2>{self.runs(sheet.title)}</h2>\n"
        inner = heading + self._facts(sheet.facts) + self.all(sheet.blocks)
        label = f'<p class="label">{self.runs(sheet.label)}</p>\n'
        return f'<div class="break"></div>\n<div class="box card">\n{label}<div class="inside">\n{inner}</div></div>\n'

    def _figure(self, figure: d.Figure) -> str:
        width, height = _size(figure)
        alternative = attribute(plain_text(figure.alternative))
        size = f'width="{width}" height="{height}"'
        picture = f'<img src="{attribute(self._medium.picture(figure.image))}" alt="{alternative}" {size}/>'
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
        return f"<div {kind}{id_html(callout.id)}>\n{label}{title}{self.all(callout.blocks)}</div>\n"

    def _box(self, box: d.Box) -> str:
        heading = self._block(box.heading) if box.heading else ""
        inner = heading + self._facts(box.facts) + self.all(box.blocks)
        label = f'<p class="label">{self.runs(box.label)}</p>\n'
        return f'<div class="box {box.kind}"{id_html(box.id)}>\n{label}<div class="inside">\n{inner}</div></div>\n'

    def _pair(self, pair: d.Pair) -> str:
        """Return two sides, each in its language; where there is no room for two, one below the other."""
        other = Blocks(self._document, replace(self._medium, language=pair.language))
        language = language_html(pair.language, xml=self._medium.xml)
        second = f'<div class="second"{language}>\n{other.all(pair.second)}</div>\n'
        return f'<div class="pair">\n<div>\n{self.all(pair.first)}</div>\n{second}</div>\n'

    def _question(self, question: d.Question) -> str:
        instruction = f'<p class="small">{self.runs(question.instruction)}</p>\n' if question.instruction else ""
        hint = f'<div class="small">\n{self.all(question.hint)}</div>\n' if question.hint else ""
        response = response_html(question.response, self._medium)
        worth = f'<p class="small worth">{self.runs(question.worth)}</p>\n' if question.worth else ""
        return (
            f'<div class="question"{id_html(question.id)}>\n<p class="number">{self.runs(question.number)}</p>\n<div>'
            f'<div class="prompt">\n{self.all(question.prompt)}</div>\n{instruction}{response}{hint}{worth}'
            "</div></div>\n"
        )

    def _answer(self, answer: d.Answer) -> str:
        link = self.runs(answer.number)
        if answer.question:
            link = f'<a href="{attribute(self._medium.place(answer.question))}">{link}</a>'
        blocks = self.all(answer.blocks)
        return f'<div class="answer"{id_html(answer.id)}>\n<p class="number">{link}</p>\n<div>\n{blocks}</div></div>\n'

    def _contents(self, block: d.Contents) -> str:
        """Return the headings as links; the level is shown by the indent and told by the order."""
        items = "".join(map(self._entry, contents(self._document, block.deepest)))
        label = f'<p class="label" id="_contents">{self.runs(block.title)}</p>\n'
        return f'<nav aria-labelledby="_contents">\n{label}<ul role="list">\n{items}</ul>\n</nav>\n'

    def _entry(self, heading: d.Heading) -> str:
        if not heading.id:
            return ""
        link = f'<a href="{attribute(self._medium.place(heading.id))}">{self.runs(unlinked(heading.text))}</a>'
        return f'<li class="level-{heading.level}">{link}</li>\n'


def _size(figure: d.Figure) -> tuple[int, int]:
    """Return how large a picture is shown where there is room; one of pixels is never enlarged."""
    image = figure.image
    ratio = image.width / image.height
    tallest = _TALLEST if figure.tallest is None else figure.tallest * _PIXELS_PER_MM
    width = min(_WIDEST, tallest * ratio)
    if image.media_type == PNG:
        width = min(width, image.width)
    return max(1, round(width)), max(1, round(width / ratio))
