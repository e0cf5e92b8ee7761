"""Block rules of ours: paragraphs that know their lazy lines, tables that count cells, a floor for nesting."""

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.rules_block.table import table as plain_table

DEEPEST = 30
"""The level of markdown-it's below which lists and quotations become plain text; a list takes two levels."""


def paragraph(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read a paragraph, as markdown-it does; note the lines that joined a list or quotation by laziness."""
    end, lazy = _paragraph_end(state, startLine)
    state.line = end
    state.push("paragraph_open", "p", 1).map = [startLine, end]
    token = state.push("inline", "", 0)
    token.content = state.getLines(startLine, end, state.blkIndent, False).strip()
    token.map = [startLine, end]
    if lazy:
        token.meta["lazy"] = lazy
    state.push("paragraph_close", "p", -1)
    return True


def _paragraph_end(state: StateBlock, start: int) -> tuple[int, list[int]]:
    rules = state.md.block.ruler.getRules("paragraph")
    before, state.parentType = state.parentType, "paragraph"
    lazy: list[int] = []
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        indent = state.sCount[line]
        # A negative indent marks a line that a quotation's rule has looked at; one far in cannot begin a block.
        if 0 <= indent <= state.blkIndent + 3 and any(rule(state, line, state.lineMax, True) for rule in rules):
            break
        if indent < state.blkIndent:
            lazy.append(line)
        line += 1
    state.parentType = before
    return line, lazy


def table(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read a table, as markdown-it does; note rows with too many cells and lines that are no row."""
    first = len(state.tokens)
    if not plain_table(state, startLine, endLine, silent):
        return False
    if silent:
        return True
    columns = sum(1 for token in state.tokens[first:] if token.type == "th_open")
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map is not None:
            line = getLine(state, token.map[0]).strip()
            if "|" not in line:
                token.meta["lazy"] = True
            elif line.count("|") >= columns:
                token.meta["extra"] = _cells(line)[columns:]
    return True


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line)
    if cells and cells[0] == "":
        cells.pop(0)
    if cells and cells[-1] == "":
        cells.pop()
    return [cell.strip() for cell in cells]


def deep(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read everything below the deepest level as one paragraph, so that nothing is skipped."""
    if silent or state.level < DEEPEST:
        return False
    line = startLine
    while line < endLine and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    state.line = line
    state.push("paragraph_open", "p", 1).map = [startLine, line]
    token = state.push("inline", "", 0)
    token.content = state.getLines(startLine, line, state.blkIndent, False).strip()
    token.map = [startLine, line]
    token.meta["deep"] = True
    state.push("paragraph_close", "p", -1)
    return True
