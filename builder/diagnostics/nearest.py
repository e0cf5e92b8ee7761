"""The name that a person probably meant."""

from collections.abc import Iterable

_LONGEST = 60
"""Letters that are looked at; the comparison takes quadratic time."""


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known name that is most like another one, or None where none is."""
    from difflib import get_close_matches  # it takes time that only mistakes should cost

    matches = get_close_matches(name[:_LONGEST], list(known), 1, cutoff)
    return matches[0] if matches else None
