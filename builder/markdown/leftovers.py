"""Markup that was meant and not understood: it would be printed as typed."""

import re
from collections.abc import Callable, Iterator

from builder.diagnostics import Code, Diagnostic, diagnose
from builder.source import Span

_LEFTOVER = re.compile(r"\]\(|\{\{|\{[ \t]*#|\[@|\[\[|:::|\*\*|\[\^|`")
_HINTS = {
    "](": "a link is [words](target), a figure ![words](path); a target with blanks stands in <…>",
    "{{": "a variable is {{ name }}: lower-case letters, digits and _ only",
    "{#": "an id is {#id}: lower-case letters, digits and -, last on a heading, an option or a ::: line",
    "[@": "a citation is [@key] or [@key, p. 7; @other], and stands outside links",
    "[[": "a gap is [[id]]: lower-case letters, digits and - only, in the prompt of a cloze question",
    ":::": "::: begins a line at the left margin; it cannot stand in a list item, a quotation or a text",
    "**": "bold is **words**, without blanks inside the marks; after {*} end the bold behind the suffix",
    "[^": "there are no footnotes; cite a source with [@key] or say it in the text",
    "`": "code stands between two back-ticks; write \\` for the character",
}


def leftovers(text: str, span_at: Callable[[int], Span]) -> Iterator[Diagnostic]:
    """Yield a finding for each kind of leftover markup in plain text; ``span_at`` knows where a position stands."""
    seen = set()
    for found in _LEFTOVER.finditer(text):
        mark = "".join(found.group().split())
        if mark not in seen:
            seen.add(mark)
            excerpt = text[max(found.start() - 12, 0) : found.end() + 12].strip()
            message = f"`{mark}` would be printed as typed: “{excerpt}”"
            yield diagnose(Code.MARKUP_LEFTOVER, message, span_at(found.start()), hint=_HINTS[mark])
