"""A catalogue in the one form in which we write it, whichever program saved it last."""

from dataclasses import replace

from builder.languages.table import Language
from builder.localize.catalogue import Catalogue
from builder.localize.doubles import without_doubles
from builder.localize.header import header_for


def canonical_catalogue(catalogue: Catalogue, language: Language | None) -> Catalogue:
    """Return the catalogue laid out anew: no wrapping, no dates, no doubles, what nobody uses last. No text changes."""
    messages, headers = without_doubles(catalogue.messages)
    fresh = (replace(message) for message in messages.values())
    header = catalogue.header and (header_for(language, catalogue.header) if language else catalogue.header)
    return replace(
        catalogue,
        header=replace(header) if header is not None else None,
        messages=tuple(sorted(fresh, key=lambda message: message.obsolete)),
        leftovers=(*catalogue.leftovers, *headers),
    )
