"""Dates as a language writes them."""

from datetime import date

from builder.languages.table import Language


def long_date(iso: str, language: Language) -> str:
    """Return an ISO 8601 day in words, such as ``1 December 2026``; any other text as it is."""
    from babel.dates import format_date

    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return str(format_date(day, format="long", locale=language.cldr))
