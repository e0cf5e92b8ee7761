"""Questions in WordprocessingML: what to tick, to write, to number are lists of Word."""

from collections.abc import Callable, Sequence
from typing import assert_never

from builder.output import document as d
from builder.output.text import Runs
from builder.write.docx.book import Book
from builder.write.docx.numbering import QUESTION, Marker
from builder.write.docx.tables import WIDTH, cell_xml, grid_xml
from builder.write.docx.text import begin_list, indent_xml, item_numbering, paragraph, runs_xml, word_xml

_MOST_COLUMNS = 5
Write = Callable[[d.Block], str]


def question_xml(question: d.Question, book: Book, write: Write) -> str:
    """Return a question with room for its answer."""
    told = runs_xml(question.instruction, book) + _worth(question, book)
    instruction = paragraph("Instruction", told) if told else ""
    hint = "".join(_text(block, "Instruction", book, write) for block in question.hint)
    response = _response(question.response, book)
    return _prompt(question, book, write) + instruction + response + hint


def _worth(question: d.Question, book: Book) -> str:
    """Return what a question brings, behind room for the points given, at the right margin."""
    return word_xml("\t______ / ", book) + runs_xml(question.worth, book) if question.worth else ""


def _prompt(question: d.Question, book: Book, write: Write) -> str:
    """Return the prompt, its first paragraph behind the number."""
    number = book.place(question.id) + runs_xml(question.number, book) + word_xml("\t", book)
    first, *rest = question.prompt or (None,)
    if isinstance(first, d.Paragraph):
        return paragraph("Question", number + runs_xml(first.text, book)) + _rest(rest, book, write)
    return paragraph("Question", number) + _rest(question.prompt, book, write)


def _rest(blocks: Sequence[d.Block | None], book: Book, write: Write) -> str:
    return "".join(_text(block, "QuestionText", book, write) for block in blocks if block is not None)


def _text(block: d.Block, style: str, book: Book, write: Write) -> str:
    return paragraph(style, runs_xml(block.text, book)) if isinstance(block, d.Paragraph) else write(block)


def _response(response: d.Response, book: Book) -> str:
    match response:
        case d.Options(items=items):
            return _list([item.text for item in items], "option", book)
        case d.Ordering(items=items):
            return _list([item.text for item in items], "blank-letter", book)
        case d.Pairing(left=left, right=right):
            return _list(left, "blank", book, more=True) + _list([item.text for item in right], "letter", book)
        case d.Blank():
            return _lines(1, book)
        case d.Lines(count=count):
            return _lines(count, book)
        case d.Gaps(choices=choices):
            return "".join(_gap(choice, book) for choice in choices)
        case d.Scale(points=points, statements=statements):
            return _scale(points, statements, book)
        case _:
            assert_never(response)


def _list(texts: Sequence[Runs], marker: Marker, book: Book, *, more: bool = False) -> str:
    """Return lines that stand on one page, with what follows them if there is ``more``."""
    numbering = item_numbering(marker, 0, begin_list(book, marker))
    return "".join(
        paragraph("Option", runs_xml(text, book), numbering=numbering, keep_next=more or position < len(texts))
        for position, text in enumerate(texts, start=1)
    )


def _lines(count: int, book: Book) -> str:
    """Return lines to write on: a leader up to the margin, so that no sign has to be typed."""
    return paragraph("AnswerLine", word_xml("\t", book)) * count


def _gap(choice: d.GapChoice, book: Book) -> str:
    choices = word_xml(" / ", book).join(runs_xml(text, book) for text in choice.choices)
    words = runs_xml(choice.label, book) + word_xml(" ", book) + choices
    return paragraph("Option", words, indent=indent_xml(QUESTION))


def _statement(statement: Runs, book: Book) -> str:
    return paragraph("Option", runs_xml(statement, book), indent=indent_xml(QUESTION), keep_next=True)


def _scale(points: Sequence[Runs], statements: Sequence[Runs], book: Book) -> str:
    """Return a table, a statement a row and a box for each point; without statements, or too wide for one, lists."""
    if not statements:
        return _list(points, "box", book)
    if len(points) > _MOST_COLUMNS:
        return "".join(_statement(statement, book) + _list(points, "box", book) for statement in statements)
    narrow = WIDTH * 2 // 3 // len(points)
    widths = [WIDTH - narrow * len(points), *[narrow] * len(points)]
    box = paragraph("CellText", word_xml("☐", book), align="center")
    header = ["", *(runs_xml(point, book) for point in points)]
    rows = [[paragraph("CellText", runs_xml(statement, book)), *[box] * len(points)] for statement in statements]
    lines = [[paragraph("CellText", words, align="center") for words in header], *rows]
    cells = [[cell_xml(cell, width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    return grid_xml("CourseTable", widths, cells)
