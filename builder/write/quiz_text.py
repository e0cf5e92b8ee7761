"""Blocks of questions → plain lines of text, for formats that know no markup."""

from collections.abc import Iterator
from unicodedata import normalize

from builder.output.document import Block, Blocks, Code, Definitions, Figure, Heading, List, Paragraph, Quotation, Table
from builder.output.text import Runs, plain_text

_SPACES = str.maketrans({"\t": " ", "\r": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " ", "\x85": " "})


def plain_lines(blocks: Blocks) -> list[str]:
    """Return what blocks say, a line for each paragraph, point or row; no line is empty."""
    return [line for block in blocks for line in _lines(block) if line]


def one_line(text: Runs) -> str:
    """Return text without any end of line, in NFC."""
    return " ".join(normalize("NFC", plain_text(text)).translate(_SPACES).replace("\n", " ").split(" ")).strip()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text) | Heading(text=text):
            yield one_line(text)
        case List(items=items, ordered=ordered, start=start):
            for number, item in enumerate(items, start=start):
                first, *rest = plain_lines(item) or [""]
                yield f"{number}. {first}" if ordered else f"- {first}"
                yield from rest
        case Table(header=header, rows=rows):
            yield from (" | ".join(one_line(cell) for cell in row) for row in (header, *rows))
        case Quotation(blocks=blocks):
            yield from plain_lines(blocks)
        case Definitions(items=definitions):
            for definition in definitions:
                meanings = " ".join(line for meaning in definition.meanings for line in plain_lines(meaning))
                yield f"{one_line(definition.term)}: {meanings}"
        case Code(text=text):
            yield from (line.strip() for line in text.splitlines())
        case Figure(alternative=alternative):
            yield one_line(alternative)
        case _:
            raise TypeError(f"prose holds no {type(block).__name__}")
