"""How far a text has come on its way from missing to reviewed."""

from enum import StrEnum


class State(StrEnum):
    """The state of one text in one language (DESIGN section 4)."""

    MISSING = "missing"
    """No translation: the source's text stands in."""
    DRAFT = "draft"
    """Made by a machine; the ledger says so."""
    TRANSLATED = "translated"
    """Written by a person, not yet reviewed: the ledger does not know it."""
    REVIEWED = "reviewed"
    """Signed in the ledger, as it stands."""
    STALE = "stale"
    """A translation of an earlier English text."""
