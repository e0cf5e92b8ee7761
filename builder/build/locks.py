"""What modules remember of questions that went out, beside what stands in lessons that are not understood."""

import re
from collections.abc import Iterable
from pathlib import Path

from builder import files
from builder.diagnostics import Diagnostics, Severity
from builder.model.lock import Lock, Memory

_ANCHOR = re.compile(r"[{\s]#([a-z][a-z0-9-]*)")


def remember(
    root: Path,
    listing: files.Listing,
    locks: tuple[Lock, ...],
    unread: Iterable[frozenset[str] | None],
    before: Diagnostics,
) -> Memory:
    """Return what the locks of a workspace say, and where it cannot be compared with what its lessons say.

    ``unread`` holds the ids of each lesson that was not read, ``before`` what reading the others has found: where
    one has an error, its ids are looked up in its text, so that they do not count as gone.
    """
    lessons = {path for paths in listing.modules.values() for path in paths}
    faulty = {finding.span.path for finding in before if finding.span and finding.severity is Severity.ERROR}
    unclear = frozenset(lessons & faulty)
    if not locks:
        return Memory(unclear=unclear)
    others = [*unread, *(anchors_in(root, path) for path in unclear)]
    known = [ids for ids in others if ids is not None]
    elsewhere = frozenset[str]().union(*known) if len(known) == len(others) else None
    return Memory(locks=locks, unclear=unclear, elsewhere=elsewhere)


def anchors_in(root: Path, path: str) -> frozenset[str] | None:
    """Return the ids in a lesson's text, whatever it means; None where it cannot be read at all."""
    try:
        data = files.read_bytes(root, path) or b""
    except files.Unreadable:
        return None
    return None if b"\0" in data else frozenset(_ANCHOR.findall(data.decode("utf-8", "replace")))
