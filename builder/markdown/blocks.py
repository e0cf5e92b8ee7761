"""Markdown between two lines of structure → a tree of blocks with absolute lines; texts stay raw."""

import re
from collections.abc import Iterator
from typing import Literal

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from builder.markdown.parser import markdown_parser
from builder.records import dataclass

BlockKind = Literal[
    "paragraph", "heading", "list", "item", "quote", "table", "row", "cell", "definitions", "term", "meaning",
    "code", "rule",
]  # fmt: skip
_KINDS: dict[str, BlockKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "bullet_list": "list",
    "ordered_list": "list",
    "list_item": "item",
    "blockquote": "quote",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
    "dl": "definitions",
    "dt": "term",
    "dd": "meaning",
}
_TRANSPARENT = ("thead", "tbody")
_PLAIN = re.compile(r"(?:[^\s\-+*>|:~`#=_0-9][^\n]*(?:\n|$)|\n)+")
"""Lines of which none can begin anything but a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of Markdown, its inline text as typed."""

    kind: BlockKind
    line: int
    end_line: int
    text: str = ""
    """The raw inline text of a paragraph, heading, cell or term; the characters of code."""
    children: tuple["Block", ...] = ()
    ordered: bool = False
    start: int = 1
    level: int = 0
    """Of a heading; 0 for one that does not stand at the left margin."""
    alignment: str | None = None
    info: str = ""
    lazy: tuple[int, ...] = ()
    """Lines that joined by laziness."""
    extra: tuple[str, ...] = ()
    """Texts of cells that the header has no column for."""
    closed: bool = True
    """False for a code fence without its end."""
    deep: bool = False
    """True for a text that stood too deep to be read as blocks."""


def parse_blocks(text: str, *, line: int) -> tuple[Block, ...]:
    """Return the blocks of a run of lines, of which the first stands on ``line``."""
    if _PLAIN.fullmatch(text):
        return tuple(_paragraphs(text, line))
    return _parse(text, line)


def _paragraphs(text: str, line: int) -> Iterator[Block]:
    """Yield what markdown-it would make of plain lines, in a fraction of its time."""
    start, lines = line, list[str]()
    for number, content in enumerate((*text.split("\n"), ""), line):
        if content:
            start = start if lines else number
            lines.append(content)
        elif lines:
            yield Block(kind="paragraph", line=start, end_line=number - 1, text="\n".join(lines).strip())
            lines = []


def _parse(text: str, line: int) -> tuple[Block, ...]:
    tokens: list[Token] = []
    parser = markdown_parser()
    # The last line counts as one only with its line feed; a code fence at the end depends on it.
    state = StateBlock(text if text.endswith("\n") else text + "\n", parser, {}, tokens)
    parser.block.tokenize(state, state.line, state.lineMax)
    open_blocks: list[tuple[Token | None, list[Block], Token | None]] = [(None, [], None)]
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _TRANSPARENT:
            continue
        if token.nesting > 0:
            open_blocks.append((token, [], None))
        elif token.type == "inline":
            opener, children, _ = open_blocks[-1]
            open_blocks[-1] = (opener, children, token)
        elif token.nesting < 0:
            opener, children, inline = open_blocks.pop()
            assert opener is not None
            open_blocks[-1][1].append(_block(_KINDS[name], opener, inline, tuple(children), line))
        else:
            open_blocks[-1][1].append(_leaf(token, line))
    return tuple(open_blocks[0][1])


def _block(kind: BlockKind, opener: Token, inline: Token | None, children: tuple[Block, ...], first: int) -> Block:
    line, end_line = _lines(opener, inline, children, first)
    if inline is not None:
        style = str(opener.attrs.get("style", "")).removeprefix("text-align:") if opener.attrs else ""
        meta = inline.meta
        return Block(
            kind=kind,
            line=line,
            end_line=end_line,
            text=inline.content,
            alignment=style or None,
            lazy=tuple(lazy + first for lazy in meta.get("lazy", ())) if meta else (),
            deep=bool(meta.get("deep")) if meta else False,
        )
    return Block(
        kind=kind,
        line=line,
        end_line=end_line,
        children=children,
        ordered=opener.type == "ordered_list_open",
        start=int(opener.attrs.get("start", 1)) if opener.attrs else 1,
        lazy=(line,) if opener.meta.get("lazy") else (),
        extra=tuple(opener.meta.get("extra", ())),
    )


def _lines(opener: Token, inline: Token | None, children: tuple[Block, ...], first: int) -> tuple[int, int]:
    if inline is not None and inline.map is not None:
        begin, end = inline.map
        return begin + first, max(end - 1, begin) + first
    begin = opener.map[0] + first if opener.map is not None else children[0].line
    if children:
        return min(begin, children[0].line), children[-1].end_line
    return begin, begin


def _leaf(token: Token, first: int) -> Block:
    assert token.map is not None
    begin, end = token.map[0] + first, token.map[1] - 1 + first
    if token.type == "fence":
        lines = token.content.count("\n")
        closed = end - begin + 1 == lines + 2
        return Block(kind="code", line=begin, end_line=end, text=token.content, info=token.info.strip(), closed=closed)
    return Block(kind="rule", line=begin, end_line=end, text=token.markup)
