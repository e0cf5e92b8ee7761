"""Sources of which nobody can tell how old they are."""

from collections.abc import Iterable, Iterator

from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.course import Reference

_HINT = "add `issued: {date-parts: [[2020]]}`; to a page without a date, `accessed: {date-parts: [[2026, 11, 22]]}`"


def check_references(references: Iterable[Reference]) -> Iterator[Diagnostic]:
    """Yield a finding for each source with neither the year it appeared nor the day it was read."""
    for reference in references:
        if not reference.data.get("issued") and not reference.data.get("accessed"):
            message = f"the source `{reference.id}` has no year; papers say so in the language of the reader (n.d.)"
            yield diagnose(Code.REFERENCE_UNDATED, message, reference.span, hint=_HINT)
