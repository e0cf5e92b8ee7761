"""``ids.lock``: a module's lock from its text, and back."""

import re

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.lock import Lock, LockEntry, LockState
from builder.read.values import QUESTION_TYPES
from builder.source import SourceFile, Span

_HEADER = (
    "# The questions of this module that went out: kept by `course ids`, shared with the lessons.",
    "# id\tstate\ttype\twhat is right\tids in it (-gone)",
)
_ID = re.compile(r"[a-z][a-z0-9-]*")
_PART = re.compile(r"-?[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?")
_STATES: tuple[LockState, ...] = ("live", "retired", "earlier")
_HINT = "take the line back from an earlier copy, or delete it and run `course ids --write`"
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")


def read_lock(source: SourceFile) -> tuple[Lock, Diagnostics]:
    """Return the lock of a module, and a finding for each line that is none."""
    entries: list[LockEntry] = []
    leftovers: list[str] = []
    found: list[Diagnostic] = []
    taken: dict[str, int] = {}
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip() or line in _HEADER:
            continue
        if line.startswith("#"):
            leftovers.append(line)
            continue
        entry = _entry(line, Span.at(source.path, number))
        problem = entry if isinstance(entry, str) else _doubled(entry, taken)
        if isinstance(entry, LockEntry) and problem is None:
            entries.append(entry)
            continue
        leftovers.append(line)
        hint = "keep one of the two sides, and delete the marks" if _CONFLICT.match(line) else _HINT
        found.append(diagnose(Code.LOCK_MALFORMED, str(problem), Span.at(source.path, number), hint=hint))
    return Lock(module=_module(source.path), entries=tuple(entries), leftovers=tuple(leftovers)), tuple(found)


def write_lock(lock: Lock) -> str:
    """Return the text of a lock: one line an entry, sorted, so that the work of two people can be put together."""
    lines = sorted({"\t".join((one.id, one.state, one.type, one.key, _parts(one))) for one in lock.entries})
    return "\n".join((*_HEADER, *lines, *lock.leftovers)) + "\n"


def _module(path: str) -> str:
    return path.split("/")[-2]


def _parts(entry: LockEntry) -> str:
    return " ".join((*entry.parts, *(f"-{part}" for part in entry.gone)))


def _doubled(entry: LockEntry, taken: dict[str, int]) -> str | None:
    """Return what is wrong with a second line on one question; earlier keys may be many."""
    if entry.state == "earlier":
        return None
    first = taken.setdefault(entry.id, entry.span.line)
    return f"`{entry.id}` stands in line {first} already" if first != entry.span.line else None


def _entry(line: str, span: Span) -> LockEntry | str:
    """Return the entry of a line, or what is wrong with it."""
    if _CONFLICT.match(line):
        return "two versions of this file were not put together"
    cells = [cell.strip() for cell in line.split("\t")]
    if not 3 <= len(cells) <= 5:
        return f"a line of the lock has 5 columns with tabs between them, this one has {len(cells)}"
    identifier, written, kind, key, inside = (*cells, "", "")[:5]  # some editors take blanks at the end of lines away
    state = next((one for one in _STATES if one == written), None)
    parts = inside.split()
    if not _ID.fullmatch(identifier):
        return f"{identifier!r} is no id of a question"
    if state is None:
        return f"{written!r} is none of {', '.join(_STATES)}"
    if kind not in QUESTION_TYPES:
        return f"{kind!r} is no type of question"
    if not all(map(_PART.fullmatch, parts)):
        return f"{inside!r} is no list of ids"
    return LockEntry(
        span=span, id=identifier, state=state, type=kind, key=key,
        parts=tuple(sorted(part for part in parts if part[0] != "-")),
        gone=tuple(sorted(part[1:] for part in parts if part[0] == "-")),
    )  # fmt: skip
