"""Citations and the list of sources, author and date, as CSL's author–date styles have it."""

from collections.abc import Sequence
from typing import Any

from builder.content.inlines import Citation
from builder.languages.words import Word
from builder.model.course import Reference
from builder.model.edition import Edition


def citation_text(citation: Citation, edition: Edition) -> str:
    """Return a citation as ``(World Health Organization 2020, p. 7; UNODC 2016)``."""
    parts = []
    for item in citation.items:
        reference = edition.references.get(item.key)
        name = short_name(reference, edition) if reference else item.key
        parts.append(f"{name}, {item.locator}" if item.locator else name)
    return "(" + "; ".join(parts) + ")"


def short_name(reference: Reference, edition: Edition) -> str:
    """Return author and year as a citation names a source; a missing year is said in the edition's language."""
    return f"{_authors_short(reference.data)} {year_of(reference, edition)}"


def year_of(reference: Reference, edition: Edition) -> str:
    """Return the year of a source, or the edition's word for none."""
    parts = reference.data.get("issued", {}).get("date-parts", [[]])
    return str(parts[0][0]) if parts and parts[0] else edition.interface[Word.NO_DATE].text


def _authors_short(data: dict[str, Any]) -> str:
    authors = data.get("author") or data.get("editor") or []
    names = [str(author.get("family") or author.get("literal") or "") for author in authors]
    if not names:
        return str(data.get("title-short") or data.get("title") or "")
    return _listed(names)


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{names[0]} & {names[1]}" if len(names) == 2 else f"{names[0]} et al."
