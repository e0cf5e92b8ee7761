"""Text that reads like markup but is not: warnings only, the text stays as it is."""

import re

from builder.diagnostics import Code
from builder.markdown.blocks import Block
from builder.read.scope import Scope

_LOOKALIKES = (
    (re.compile(r"[-*+]\u00a0"), "a list item with a no-break space", "put an ordinary blank behind the mark"),
    (re.compile(r"[•·●◦‣▪▫]\s*\S"), "a list item", "begin it with - and a blank"),
    (re.compile(r"\[[ xX]?\]\s"), "an option without its mark", "begin it with - and a blank: - [ ] text"),
    (re.compile(r"={3,}\s*$"), "an underline", "a heading begins with ##, ### or ####"),
    (
        re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$"),
        "the line under a table's header, but no table begins here",
        "write one header above it, with as many cells as this line has",
    ),
    (re.compile(r"\|.*\|\s*$"), "a table row without a table", "a table has a header and a line |---|---| under it"),
    (re.compile(r":\s+\S"), "a definition", "the term stands on one line of its own above it"),
    (re.compile(r"#{1,6}[^#\s]"), "a heading", "put a blank behind the # marks"),
)  # fmt: skip
_FIRST = re.compile(r"^\s*[-*+•·●◦‣▪▫\[=|:#]", re.MULTILINE)
_BOX = re.compile(r"\[[ xX]?\]\s")


def warn_of_lazy_lines(block: Block, scope: Scope) -> None:
    """Report lines that joined a list item or quotation although they do not look it."""
    if block.deep:
        message = "lists and quotations stand too deep within each other; this is read as one text"
        scope.report(Code.BLOCK_MISPLACED, message, block.line, hint="use fewer levels")
    elif block.lazy:
        hint = "put an empty line before it to begin a paragraph, or indent it to go on"
        scope.report(Code.LAZY_LINE, "this line joins what stands above it", block.lazy[0], hint=hint)


def warn_of_lookalikes(block: Block, scope: Scope, *, in_list: bool = False) -> None:
    """Report lines of a paragraph that were meant as something else."""
    if _FIRST.search(block.text) is None:
        return
    for offset, line in enumerate(block.text.split("\n")):
        text = line.strip(" \t")
        for pattern, name, hint in _LOOKALIKES:
            if pattern.match(text):
                if in_list and offset == 0 and _BOX.match(text):
                    name, hint = "an option, but this is no list of options", "boxes belong to a question's options"
                scope.report(Code.LOOKS_LIKE, f"this looks like {name}", block.line + offset, hint=hint)
                break
