"""A message cut into text and inline codes: what a translator's program must carry over untouched.

Codes are Markdown's own marks, each a placeholder that stands alone (``<ph>``), never a pair. Every program that reads
XLIFF knows placeholders; it protects them, counts no words in them and tells its user when one is lost. Pairs
(``<g>``, ``<bpt>``, ``<pc>``) are drawn better by some programs, but they must nest and close, which text typed by
people does not promise, and some programs refuse a file in which they come back in another order. Each placeholder
holds the very characters it stands for, so that the text put together again is the Markdown byte by byte, and also a
program that knows no codes shows something that a person can read. Words within brackets, and where in a source
something stands ("p. 7"), are text: they are translated.
"""

import re
from collections.abc import Iterator

_CODES = re.compile(
    r"(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"  # code
    r"|\\\n"  # a line break
    r"|\\[!-/:-@\[-`{-~]"  # a character that is no mark
    r"|\{\{\s*[\w.-]+\s*\}\}"  # a variable
    r"|\[\[[\w.-]+\]\]"  # a gap
    r"|\[@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*\]|\[@[\w:.-]+|;\s*@[\w:.-]+(?=[^\[\]]*\])"  # sources
    r"|\{\*\}"  # the mark of a name
    r"|\]\([^()\s]*\)|\]\{[^{}\n]*\}"  # where a link leads, the language of words
    r"|\[(?=[^\[\]]+\](?:\(|\{))"
    r"|<https?://[^\s<>]+>"
    r"|<!--.*?-->"
    r"|\*{1,3}(?=[^\s*])|(?<=\S)\*{1,3}"  # emphasis: a run of marks is one code
    r"|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,!?])_{1,3}(?!\w)",
    re.DOTALL,
)


def cut(text: str, *, plain: bool = False) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a message in order, each with whether it is a code; a plain message has none."""
    position = 0
    for match in () if plain else _CODES.finditer(text):
        if match.start() > position:
            yield False, text[position : match.start()]
        yield True, match[0]
        position = match.end()
    if position < len(text):
        yield False, text[position:]
