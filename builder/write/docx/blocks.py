"""Blocks of a paper in WordprocessingML, in the order of the tree."""

from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from builder.output import document as d
from builder.output.document import Document, contents, leads, with_next
from builder.output.text import Runs, plain_text, unlinked
from builder.typeset.columns import SIDEWAYS, UPRIGHT
from builder.write.docx.beside import beside_xml, cue_xml
from builder.write.docx.book import Book
from builder.write.docx.drawing import figure_xml
from builder.write.docx.fields import FIELD_END, contents_field_xml, contents_xml
from builder.write.docx.fill import field_line_xml, fill_xml, lines_xml
from builder.write.docx.frame import section_end_xml
from builder.write.docx.numbering import QUESTION, Marker, indent_of
from builder.write.docx.questions import question_xml
from builder.write.docx.tables import SPACER, frame_xml, sides_xml, table_xml
from builder.write.docx.text import (
    begin_list,
    indent_xml,
    item_numbering,
    kept,
    paragraph,
    runs_xml,
    word_xml,
)

_DEEPEST_LIST = 8
_NOTED = 3
"""The deepest headings under which a mark has a footnote again: a step takes about a page."""
_TONES = {"body": "Normal", "lead": "Lead", "small": "Small", "label": "Label"}
_LIST_STYLES = {True: "ListNumber", False: "ListBullet"}


class Blocks:
    """Writes the blocks of one document into one book."""

    def __init__(self, document: Document, book: Book) -> None:
        self._document = document
        self._book = book

    def all(self, blocks: d.Blocks) -> str:
        """Return blocks one after the other."""
        parts = []
        fresh = False
        for paired, group in groupby(blocks, key=lambda block: isinstance(block, d.Pair)):
            if paired:
                parts.append(self._pairs(block for block in group if isinstance(block, d.Pair)))
                continue
            for block, following in with_next(group):
                if not isinstance(block, d.PageBreak):
                    parts.append(self.one(block, fresh=fresh, keep=leads(block, following)))
                fresh = isinstance(block, d.PageBreak)
        return "".join(parts)

    def _pairs(self, pairs: Iterable[d.Pair]) -> str:
        """Return pairs as one table: a row is read before the next."""
        return sides_xml([(self.all(pair.first), self.all(pair.second)) for pair in pairs])

    def one(self, block: d.Block, *, fresh: bool = False, keep: bool = False) -> str:  # noqa: C901, PLR0912
        """Return one block; ``fresh`` begins a page with it, as a heading can, ``keep`` ends none behind it."""
        match block:
            case d.Heading():
                return self._heading(block, fresh=fresh)
            case d.Paragraph(text=text, tone=tone):
                return paragraph(_TONES[tone], self._runs(text), keep_next=keep)
            case d.List():
                return self._list(block, 0)
            case d.Table():
                return table_xml(block, self._book)
            case d.Figure():
                return figure_xml(block, self._book)
            case d.Quotation(blocks=blocks):
                return self._styled(blocks, "Quote")
            case d.Definitions(items=items):
                return "".join(self._definition(item) for item in items)
            case d.Callout():
                return self._callout(block)
            case d.Facts(items=items):
                return self._facts(items)
            case d.Box():
                return self._box(block)
            case d.Columns(columns=columns):
                return "".join(self.all(column) for column in columns)
            case d.Pair():
                return self._pairs([block])
            case d.Sideways(blocks=blocks):
                return self._sideways(blocks)
            case d.Beside():
                return self._beside(block)
            case d.Cue():
                return self._cue(block)
            case d.Code(text=text):
                lines = "<w:r><w:br/></w:r>".join(word_xml(line, self._book) for line in text.rstrip("\n").split("\n"))
                return paragraph("Code", lines)
            case d.Question() | d.Answer() | d.Lines() | d.Field() | d.Grid() | d.Sheet():
                return self._form(block)
            case d.Sources(entries=entries):
                return "".join(paragraph("Bibliography", self._runs(entry)) for entry in entries)
            case d.Contents():
                return self._contents(block)
            case d.PageBreak():
                return paragraph("Spacer", "", page_break=True)
            case _:
                assert_never(block)

    def _form(self, block: d.FormBlock) -> str:
        match block:
            case d.Question():
                return question_xml(block, self._book, self.one)
            case d.Answer():
                return self._answer(block)
            case d.Lines(count=count):
                return lines_xml(count, self._book)
            case d.Field():
                return field_line_xml(block, self._book)
            case d.Grid():
                return fill_xml(block, self._book)
            case d.Sheet():
                return self._sheet(block)
            case _:
                assert_never(block)

    def _runs(self, runs: Runs) -> str:
        return runs_xml(runs, self._book)

    def _sideways(self, blocks: d.Blocks) -> str:
        """Return blocks on pages laid on their side, which are a section of their own."""
        self._book.letters = SIDEWAYS
        content = self.all(blocks)
        self._book.letters = UPRIGHT
        return section_end_xml(self._document) + content + section_end_xml(self._document, sideways=True)

    def _heading(self, heading: d.Heading, *, fresh: bool) -> str:
        self._book.noted = self._book.noted and heading.level > _NOTED
        content = self._book.place(heading.id) + self._runs(heading.text)
        return paragraph(f"Heading{heading.level}", content, page_break=fresh)

    def _styled(self, blocks: d.Blocks, style: str) -> str:
        """Return blocks whose paragraphs bear a style; other blocks keep their own."""
        return "".join(
            paragraph(style, self._runs(block.text), keep_next=leads(block, following))
            if isinstance(block, d.Paragraph)
            else self.one(block)
            for block, following in with_next(blocks)
        )

    def _list(self, block: d.List, level: int, inset: int = 0) -> str:
        marker: Marker = "number" if block.ordered else "bare" if block.bare else "bullet"
        number = begin_list(self._book, marker, level, block.start)
        numbering = item_numbering(marker, level, number, inset)
        style, count = _LIST_STYLES[block.ordered], len(block.items)
        return "".join(
            self._item(item, numbering, level, style, keep=kept(position, count))
            for position, item in enumerate(block.items)
        )

    def _item(self, blocks: d.Blocks, numbering: str, level: int, style: str, *, keep: bool) -> str:
        """Return an item: what it begins with bears the mark, what follows stands under that."""
        first, rest = (blocks[0], blocks[1:]) if blocks else (None, ())
        match first:
            case d.Paragraph(text=text):
                keep = keep or leads(first, rest[0] if rest else None)
                opening = paragraph(style, self._runs(text), numbering=numbering, keep_next=keep)
            case d.Figure():
                opening = figure_xml(first, self._book, style=style, numbering=numbering)
            case d.List() if style == "ListBullet":
                opening, rest = "", blocks  # a point that only holds points would show two marks on one line
            case _:
                opening, rest = paragraph(style, "", numbering=numbering, keep_next=True), blocks
        return opening + "".join(self._under(block, level) for block in rest)

    def _under(self, block: d.Block, level: int) -> str:
        if isinstance(block, d.List):
            return self._list(block, min(level + 1, _DEEPEST_LIST))
        if isinstance(block, d.Paragraph):
            return paragraph("ListContinue", self._runs(block.text), indent=indent_xml(397 * (level + 1)))
        return self.one(block)

    def _definition(self, item: d.Definition) -> str:
        """Return a term with the first words of its meaning in one paragraph, the rest below."""
        term = self._book.place(item.id) + runs_xml(item.term, self._book, strong=True)
        blocks = tuple(block for meaning in item.meanings for block in meaning)
        if blocks and isinstance(blocks[0], d.Paragraph):
            term += word_xml(" – ", self._book) + self._runs(blocks[0].text)
            blocks = blocks[1:]
        return paragraph("Definition", term) + self._styled(blocks, "Definition")

    def _facts(self, facts: tuple[d.Fact, ...]) -> str:
        return "".join(
            paragraph(
                "Fact",
                runs_xml(fact.label, self._book, strong=True) + word_xml(": ", self._book) + self._runs(fact.value),
            )
            for fact in facts
        )

    def _callout(self, callout: d.Callout) -> str:
        label = self._book.place(callout.id) + self._runs(callout.label)
        title = paragraph("Label", self._runs(callout.title)) if callout.title else ""
        style = f"Callout{callout.kind.title()}"
        return frame_xml(style, paragraph("BoxLabel", label), title + self.all(callout.blocks))

    def _box(self, box: d.Box) -> str:
        label = paragraph("BoxLabel", self._book.place(box.id) + self._runs(box.label))
        heading = self._heading(box.heading, fresh=False) if box.heading else ""
        content = heading + self._facts(box.facts) + self.all(box.blocks)
        return frame_xml(f"Box{box.kind.title()}", label, content)

    def _sheet(self, sheet: d.Sheet) -> str:
        """Return a card on a page of its own."""
        label = paragraph("BoxLabel", self._runs(sheet.label))
        content = paragraph("Heading2", self._runs(sheet.title)) + self._facts(sheet.facts) + self.all(sheet.blocks)
        return paragraph("Spacer", "", page_break=True) + frame_xml("BoxCard", label, content)

    def _beside(self, block: d.Beside) -> str:
        """Return blocks below a line of what stands beside them; a heading stays what begins them."""
        first, rest = (block.blocks[0], block.blocks[1:]) if block.blocks else (None, ())
        if isinstance(first, d.Heading):
            return self._heading(first, fresh=False) + beside_xml(block, self._book) + self.all(rest)
        return beside_xml(block, self._book) + self.all(block.blocks)

    def _cue(self, cue: d.Cue) -> str:
        """Return a text behind its word: in the first paragraph, or over what is none."""
        first = cue.blocks[0] if cue.blocks else None
        text, rest = (first.text, cue.blocks[1:]) if isinstance(first, d.Paragraph) else ((), cue.blocks)
        style = "CueShaded" if cue.shaded else "Cue"
        return paragraph(style, cue_xml(cue, text, self._book), keep_next=not text) + self.all(rest)

    def _answer(self, answer: d.Answer) -> str:
        number = self._book.place(answer.id) + self._number_link(answer)
        blocks = answer.blocks
        if blocks and isinstance(blocks[0], d.Paragraph):
            opening = paragraph("Answer", number + word_xml("\t", self._book) + self._runs(blocks[0].text))
            blocks = blocks[1:]
        else:
            opening = paragraph("Answer", number, keep_next=True)
        return opening + "".join(self._below_answer(block) for block in blocks)

    def _below_answer(self, block: d.Block) -> str:
        if isinstance(block, d.Paragraph):
            style = "Small" if block.tone == "small" else "ListContinue"
            return paragraph(style, self._runs(block.text), indent=indent_xml(QUESTION))
        if isinstance(block, d.List):
            return self._list(block, 0, inset=QUESTION - (indent_of("bare", 0)[0] if block.bare else 0))
        return self.one(block)

    def _number_link(self, answer: d.Answer) -> str:
        if not answer.question:
            return word_xml(plain_text(answer.number), self._book, strong=True)
        target = self._book.bookmark(answer.question)
        words = word_xml(plain_text(answer.number), self._book, strong=True)
        return f'<w:hyperlink w:anchor="{target}" w:history="1">{words}</w:hyperlink>'

    def _contents(self, block: d.Contents) -> str:
        """Return the headings as links, in a field that is filled already.

        It has no page numbers: only Word knows its pages, and it would ask before it counts them.
        """
        headings = list(contents(self._document, block.deepest))
        title = paragraph("ContentsTitle", self._runs(block.title))
        if not headings:
            return title
        opening = contents_field_xml(headings[0].level, block.deepest, self._book)
        ends = [""] * (len(headings) - 1) + [FIELD_END]
        starts = [opening] + [""] * (len(headings) - 1)
        entries = "".join(map(self._entry, headings, starts, ends))
        return contents_xml(title + entries) + SPACER

    def _entry(self, heading: d.Heading, start: str, end: str) -> str:
        words = self._runs(unlinked(heading.text))
        if heading.id:
            words = f'<w:hyperlink w:anchor="{self._book.bookmark(heading.id)}" w:history="1">{words}</w:hyperlink>'
        return paragraph(f"TOC{min(max(heading.level, 2), 4)}", start + words + end)
