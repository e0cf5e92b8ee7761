"""Quotation marks: those of the language, in pairs."""

import re
from collections.abc import Iterator

from builder.diagnostics import Code, Diagnostic
from builder.localize.checks.subject import Subject

_MARKS = re.compile("[“”„‟«»‹›‚‛〝〞「」『』]")
"""Quotation marks in any language; ’ and ‘ may be apostrophes, and straight marks become the language's in outputs."""


def check_quotes(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for quotation marks of another language, or a pair that is not one."""
    used = _MARKS.findall(subject.text)
    if not used:
        return
    opening, closing, inner_opening, inner_closing = subject.language.quotes
    hint = f"{subject.language.english} writes {opening}words{closing}, and {inner_opening}words{inner_closing} inside"
    foreign = dict.fromkeys(mark for mark in used if mark not in subject.language.quotes)
    if foreign:
        problem = f"the quotation mark {' '.join(foreign)} is not one of the language"
        yield subject.finding(Code.TRANSLATION_QUOTES, problem, hint)
    elif not _in_pairs(used, opening, closing):
        problem = "a quotation mark is not closed, not opened, or stands the wrong way round"
        yield subject.finding(Code.TRANSLATION_QUOTES, problem, hint)


def _in_pairs(used: list[str], opening: str, closing: str) -> bool:
    inside = False
    for mark in used:
        if mark not in (opening, closing):
            continue
        if (mark == opening and not inside) or (mark == closing and inside):
            inside = not inside
        else:
            return False
    return not inside
