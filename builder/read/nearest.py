"""The hint behind an unknown name: the one that was probably meant, and all that are allowed."""

from collections.abc import Iterable

from builder.diagnostics.nearest import nearest


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return a hint: the name that was probably meant, and all that are allowed."""
    names = list(known)
    if not names:
        return "none is allowed here"
    close = nearest(name.lower(), names)
    listed = "allowed: " + ", ".join(names)
    return f"did you mean `{close}`? {listed}" if close is not None else listed
