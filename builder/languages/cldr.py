"""Languages beyond our table: a record made from CLDR's data for any valid BCP 47 tag that it knows."""

import re
from functools import cache
from typing import Any

from builder.languages.record import Language

_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|\d{3}))?\Z")
"""Language, script, region, spelt as BCP 47 recommends: a tag in other letters would be another folder."""
TWO_SCRIPTS = frozenset({"sr", "sh"})
"""Languages of which the tag alone does not say the script; no guess is made for them."""
_SCRIPTS = {"Latn": "Latin", "Cyrl": "Cyrillic", "Arab": "Arabic", "Hebr": "Hebrew", "Grek": "Greek"}
_CURLY = ("“", "”", "‘", "’")
_QUOTES = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "is", "lt", "et", "ka", "hsb", "dsb"), ("„", "“", "‚", "‘")),
    **dict.fromkeys(("pl", "ro", "hu"), ("„", "”", "«", "»")),
    **dict.fromkeys(("bg",), ("„", "“", "’", "’")),
    **dict.fromkeys(("fr", "it", "es", "pt-PT", "ca", "gl", "eu", "el", "hy", "fa"), ("«", "»", "“", "”")),
    **dict.fromkeys(("ru", "uk", "be", "kk", "ky"), ("«", "»", "„", "“")),
    **dict.fromkeys(("no", "nb", "nn"), ("«", "»", "‘", "’")),
    **dict.fromkeys(("sv", "fi"), ("”", "”", "’", "’")),
    **dict.fromkeys(("ja", "zh-Hant", "zh-TW"), ("「", "」", "『", "』")),
    "he": ("”", "”", "’", "’"),
    "nl": ("‘", "’", "“", "”"),
}
"""Babel brings no quotation marks of CLDR; these are CLDR 47's, English ones for the rest."""


@cache
def cldr_language(tag: str) -> Language | None:
    """Return a record, or None for a tag that is malformed, unknown, or that leaves the script open."""
    spelt = _TAG.match(tag)
    if spelt is None or (spelt[1] in TWO_SCRIPTS and spelt[2] is None):
        return None
    # Babel's loading takes longer than reading a lesson: the languages of our table go without.
    from babel.core import Locale, UnknownLocaleError
    from babel.messages.plurals import get_plural

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    script, region = _likely(locale, spelt)
    return Language(
        tag=tag,
        name=locale.get_display_name() or tag,
        english=locale.get_display_name("en") or tag,
        script=_SCRIPTS.get(script, script),
        direction="rtl" if locale.character_order == "right-to-left" else "ltr",
        office="-".join(filter(None, (spelt[1], spelt[2], region))),
        cldr=str(locale),
        plural_forms=str(get_plural(spelt[1]).plural_forms),
        quotes=_QUOTES.get(tag) or _QUOTES.get(spelt[1], _CURLY),
        decimal=locale.number_symbols["latn"]["decimal"],
        alphabet="",
        hyphenation=None,
    )


def _likely(locale: Any, spelt: re.Match[str]) -> tuple[str, str]:
    """Return the script and region of a tag; where it names none, those of most people who write the language."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    full = likely.get(f"{spelt[1]}_{spelt[3]}") if spelt[3] else None
    parts = (full or likely.get(str(spelt[1]), "")).split("_")
    script = spelt[2] or locale.script or next((part for part in parts if len(part) == 4), "Latn")
    region = spelt[3] or next((part for part in parts[1:] if len(part) in (2, 3)), "")
    return script, region
