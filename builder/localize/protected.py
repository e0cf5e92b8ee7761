"""What is no word in a message: code, addresses, names that are looked up. Whatever changes letters leaves it alone."""

import re
from collections.abc import Callable

_PROTECTED = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"  # code
    r"|<!--.*?-->"
    r"|&#?\w+;"
    r"|</?[A-Za-z][^<>]*>"  # HTML, addresses in angle brackets
    r"|\[[^\[\]]*\]\{[^{}]*\blang=[^{}]*\}"  # words in another language
    r"|(?<=\]\()(?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)"  # targets of links and pictures
    r"|\{\{[^{}]*\}\}|\{[^{}]*\}|\[\[[^\[\]]*\]\]"  # variables, attributes, marks, gaps
    r"|(?<=[\[;\s-])@[^\s,;\[\]]+"  # keys of sources
    r"|\b[a-z][a-z0-9+.-]*://[^\s<>\"„“”]*[^\s<>.,;:!?…()\"„“”*_]"
    r"|\bwww\.[^\s<>\"„“”]*[^\s<>.,;:!?…()\"„“”*_]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.срб\b"
    r"|(?:[\w.-]+/)+[\w.-]*\.[a-z0-9]{2,5}\b"  # paths of files
    "|\x00",
    re.DOTALL,
)
_PLACE = "\x00"
"""Stands for a protected piece; it is no letter, so that words end there."""


def around_protected(text: str, change: Callable[[str], str]) -> str:
    """Return a text changed as a whole, with what is protected put back into it as it was.

    The change sees one NUL for each protected piece, and keeps them in order.
    """
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group())
        return _PLACE

    changed = change(_PROTECTED.sub(keep, text))
    pieces = iter(kept)
    return re.sub(_PLACE, lambda _found: next(pieces), changed)
