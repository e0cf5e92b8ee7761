"""What an author may have meant: the hint behind every unknown name."""

from collections.abc import Iterable

from builder.diagnostics.nearest import nearest

_SHOWN = 8


def suggest(name: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return a hint that names the nearest of the known names, or a few of them, or else what to do."""
    names = sorted(set(known))
    close = nearest(name, names)
    if close is not None:
        return f"did you mean `{close}`?"
    if not names:
        return otherwise
    listed = ", ".join(f"`{known_name}`" for known_name in names[:_SHOWN])
    more = "" if len(names) <= _SHOWN else f" and {len(names) - _SHOWN} more"
    return f"{otherwise}; known: {listed}{more}"
