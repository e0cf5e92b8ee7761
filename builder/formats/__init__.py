"""FORMATS: one record per output; nothing else compares a format's name. Planners and writers load when called."""

from collections.abc import Sequence

from builder.formats.decks import DECKS
from builder.formats.papers import PAPERS
from builder.formats.quizzes import QUIZZES
from builder.formats.record import Audience, Format, PartKind, Plan

__all__ = ["FORMATS", "Audience", "Format", "PartKind", "Plan", "find_formats"]

FORMATS: tuple[Format, ...] = (*DECKS, *PAPERS, *QUIZZES)


def find_formats(patterns: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats whose name fits any of the patterns (``handout.*``), in the table's order; all for none."""
    from fnmatch import fnmatchcase

    return tuple(
        format for format in FORMATS if not patterns or any(fnmatchcase(format.name, pattern) for pattern in patterns)
    )
