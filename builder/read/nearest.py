"""The name that an author probably meant."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known name that is most like another one, or None where none is."""
    # Loading it takes time that only mistakes should cost.
    from difflib import get_close_matches

    matches = get_close_matches(name[:60].lower(), list(known), n=1, cutoff=cutoff)
    return matches[0] if matches else None


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return a hint: the name that was probably meant, and all that are allowed."""
    names = list(known)
    if not names:
        return "none is allowed here"
    close = nearest(name, names)
    listed = "allowed: " + ", ".join(names)
    return f"did you mean `{close}`? {listed}" if close is not None else listed
