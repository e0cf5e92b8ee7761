"""Citations in running text, author and date, as CSL's author–date styles have it."""

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
    return f"{authors_short(reference)} {year_of(reference, edition)}"


def year_of(reference: Reference, edition: Edition) -> str:
    """Return the year of a source, with a letter where the workspace has more of it by the same author.

    A source without a year has the edition's word for none.
    """
    year = _year(reference.data)
    return f"{year or edition.interface[Word.NO_DATE].text}{_letter(reference, year, edition)}"


def people(reference: Reference) -> tuple[dict[str, Any], ...]:
    """Return the authors of a source, or its editors where it has none."""
    return tuple(reference.data.get("author") or reference.data.get("editor") or ())


def authors_short(reference: Reference) -> str:
    """Return the names that a citation shows: one, two, or the first and ``et al.``; the title where there is none."""
    names = [str(person.get("family") or person.get("literal") or "") for person in people(reference)]
    if not names:
        return str(reference.data.get("title-short") or reference.data.get("title") or "")
    return _listed(names)


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{names[0]} & {names[1]}" if len(names) == 2 else f"{names[0]} et al."


def _year(data: dict[str, Any]) -> str:
    issued = data.get("issued")
    parts = issued.get("date-parts") if issued else None
    return str(parts[0][0]) if parts and parts[0] else ""


def _letter(reference: Reference, year: str, edition: Edition) -> str:
    """Return ``a``, ``b`` … by title among the sources of one author and year, so that no two look alike."""
    first, name = people(reference)[:1], authors_short(reference)
    twins = [
        other
        for other in edition.references.values()
        if _year(other.data) == year and people(other)[:1] == first and authors_short(other) == name
    ]
    if len(twins) < 2:
        return ""
    ids = [twin.id for twin in sorted(twins, key=lambda twin: (str(twin.data.get("title", "")), twin.id))]
    return chr(ord("a") + ids.index(reference.id) % 26) if reference.id in ids else ""
