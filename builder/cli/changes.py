"""What changed between two texts, as a terminal shows it: with brackets too, so that it is told not by colour alone."""

import click

from builder.localize.word_changes import word_changes

_BRACKETS = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}
_COLOURS = {"same": None, "old": "red", "new": "green"}


def marked_changes(old: str, new: str) -> str:
    """Return both texts in one line: what stayed, what went, what came."""
    changes = word_changes(old, new)
    return "".join(click.style(one.text.join(_BRACKETS[one.kind]), fg=_COLOURS[one.kind]) for one in changes)
