"""Marks that score a question: they stand in the lesson alone, so a translation that writes them is mistaken."""

import re
from collections.abc import Iterator

from builder.content.phrase import Kind, Phrase
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.source import Span

_SIDES = frozenset({Kind.LEFT, Kind.RIGHT})
MARKED = frozenset({Kind.OPTION, Kind.ANSWER, Kind.UNIT, *_SIDES})
"""Kinds of texts that stand beside such marks."""
_MARKS = (
    (re.compile(r"^\[[ xX]?\](?=\s|$)"), "a box", MARKED),
    (re.compile(r"(?<!\])\{(?:#|[a-z][a-z0-9-]*=)[^{}]*\}$"), "an id or a weight", MARKED),
    (re.compile(r"(?:^|(?<=\s))=>(?=\s|$)"), "the arrow of a pair", _SIDES),
)


def scoring_marks(phrase: Phrase, translation: str, span: Span, language: str) -> Iterator[Diagnostic]:
    """Yield an error for each mark that a translated answer has, and the lesson's text has not."""
    if phrase.kind not in MARKED:
        return
    text = " ".join(translation.split())
    for pattern, what, kinds in _MARKS:
        found = pattern.search(text) if phrase.kind in kinds else None
        if found is not None and pattern.search(phrase.message) is None:
            message = f"the translation has {what}, {found.group()}: what is right is said in the lesson alone"
            hint = "take it out; translate the words only"
            yield diagnose(Code.TRANSLATION_MARKUP, message, span, hint=hint, language=language)
