"""What an author may have meant: the hint behind every unknown name."""

from collections.abc import Iterable

_SHOWN = 8


def suggest(name: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return a hint that names the nearest of the known names, or a few of them, or else what to do."""
    from difflib import get_close_matches  # it takes time that only mistakes should cost

    names = sorted(set(known))
    near = get_close_matches(name, names, 1)
    if near:
        return f"did you mean `{near[0]}`?"
    if not names:
        return otherwise
    listed = ", ".join(f"`{known_name}`" for known_name in names[:_SHOWN])
    more = "" if len(names) <= _SHOWN else f" and {len(names) - _SHOWN} more"
    return f"{otherwise}; known: {listed}{more}"
