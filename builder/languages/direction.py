"""Which way a language is written, also for those we do not build in."""

from typing import Literal

from builder.languages.table import listed_language

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"})


def direction_of(tag: str) -> Literal["ltr", "rtl"]:
    """Return the direction of text in a language, told by its script if the tag names one."""
    record = listed_language(tag)
    if record is not None:
        return record.direction
    subtags = tag.split("-")
    script = next((part.title() for part in subtags[1:] if len(part) == 4 and part.isalpha()), None)
    if script is not None:
        return "rtl" if script in _SCRIPTS else "ltr"
    return "rtl" if subtags[0].lower() in _RIGHT_TO_LEFT else "ltr"
