"""The attribute of foreign words: ``{lang=de}``."""

import re

from builder.diagnostics import Code, Diagnostic, diagnose
from builder.source import Span

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def foreign_language(attributes: str, span: Span) -> tuple[str | None, Diagnostic | None]:
    """Return the language of foreign words as a BCP 47 tag, and what is wrong with the attributes."""
    key, _, value = attributes.partition("=")
    value = value.strip('"')
    if key != "lang":
        message = f"`{key}` is no attribute of words in a text"
        return None, diagnose(Code.ATTRIBUTE_UNKNOWN, message, span, hint="[words]{lang=de} names their language")
    if value == "sr":
        message = "`sr` does not say in which script"
        return None, diagnose(Code.LANGUAGE_AMBIGUOUS, message, span, hint="use sr-Cyrl or sr-Latn")
    if _TAG.fullmatch(value) is None:
        hint = "write a BCP 47 tag: [Wort]{lang=de}, [реч]{lang=sr-Cyrl}"
        return None, diagnose(Code.ATTRIBUTE_VALUE, f"`{value}` is no language tag", span, hint=hint)
    return value, None
