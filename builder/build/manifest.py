"""``dist/manifest.json``: what was built, from what; what may be replaced or removed, and what a person has changed."""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from builder import files
from builder.build.targets import Target
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.records import dataclass
from builder.source import Span

MANIFEST = "manifest.json"
_PATH = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]{0,254}/){0,7}[A-Za-z0-9][A-Za-z0-9._-]{0,254}")
"""A path that we could have written: nothing hidden, nothing above the folder."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Row:
    """One file of ``dist``; the fields are those of DESIGN section 5."""

    path: str
    sha256: str
    bytes: int
    course: str
    part: str
    artefact: str
    variant: str
    format: str
    lang: str
    edition: str
    audience: str
    draft: bool
    digest: str

    @property
    def target(self) -> Target:
        """Return the target that this file answers."""
        return Target(self.course, self.part, self.lang, self.format, self.variant)


def read_manifest(folder: Path) -> tuple[Row, ...]:
    """Return the rows of a build folder's manifest; none where there is no manifest or it is not ours.

    Raises `OSError` where there is one that may not be read.
    """
    data = files.read_if_present(folder / MANIFEST)
    try:
        rows = tuple(Row(**row) for row in json.loads(data or b"{}").get("outputs", []))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ()
    return rows if all(map(_is_ours, rows)) else ()


def write_manifest(folder: Path, rows: Iterable[Row]) -> None:
    """Write the manifest, rows sorted by path; raises `OSError`."""
    files.write(folder / MANIFEST, manifest_bytes(rows))


def manifest_bytes(rows: Iterable[Row]) -> bytes:
    """Return the manifest as JSON."""
    document: dict[str, Any] = {"schema": 1, "outputs": [asdict(row) for row in sorted(rows)]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def is_current(folder: Path, row: Row | None, digest: str) -> bool:
    """Return whether a file already is what a build of these sources would make."""
    return row is not None and row.digest == digest and files.sha256_of(folder / row.path) == row.sha256


def place(folder: Path, data: bytes, row: Row, rows: Sequence[Row]) -> list[Diagnostic]:
    """Write one output; keep what a person has edited, remove what it supersedes. Raises `OSError`.

    Superseded is the file of the same target and edition under another name: a draft beside its final.
    """
    ours = {old.path: old.sha256 for old in rows}
    found: list[Diagnostic] = []
    before = files.sha256_of(folder / row.path)
    if before is not None and before not in (row.sha256, ours.get(row.path)):
        found.append(_keep(folder, row.path))
    files.write(folder / row.path, data)
    for old in rows:
        if old.target == row.target and old.edition == row.edition and old.path != row.path:
            found.extend(discard(folder, old))
    return found


def discard(folder: Path, row: Row) -> list[Diagnostic]:
    """Remove a file that the manifest lists; keep it under another name if a person has edited it."""
    now = files.sha256_of(folder / row.path)
    if now is None:
        return []
    if now != row.sha256:
        return [_keep(folder, row.path)]
    files.remove(folder / row.path, up_to=folder)
    return []


def merge(old: Iterable[Row], new: Iterable[Row], folder: Path) -> tuple[Row, ...]:
    """Return the rows after a build: new ones in the place of their target's, others as long as their file is there."""
    fresh = tuple(new)
    made = {(row.target, row.edition) for row in fresh}
    kept = (row for row in old if (row.target, row.edition) not in made and (folder / row.path).is_file())
    return tuple(sorted((*kept, *fresh)))


def not_writable(folder: Path, problem: OSError) -> Diagnostic:
    """Return what a person is told of a folder that cannot be written."""
    where = Path(os.fsdecode(problem.filename)).name if problem.filename else folder.name
    hint = "check the folder's permissions and the free space, close programs that hold the file, or use --out"
    reason = (problem.strerror or "failed").lower()
    message = f"cannot write to {folder}: {reason} ({where}); what was there is unchanged"
    return diagnose(Code.OUTPUT_NOT_WRITABLE, message, Span.at(folder.name), hint=hint)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def _is_ours(row: Row) -> bool:
    """Return whether a row has the types that we write, and a path that stays in the folder."""
    typed = all(type(getattr(row, field.name)) is field.type for field in fields(row))
    return typed and _PATH.fullmatch(row.path) is not None


def _keep(folder: Path, path: str) -> Diagnostic:
    kept = files.set_aside(folder / path)
    message = f"{path} was edited by hand; the edited file is kept as {kept.name}"
    hint = "take your changes over into the lesson or the catalogue, then delete the kept file"
    return diagnose(Code.OUTPUT_EDITED, message, Span.at(f"{folder.name}/{path}"), hint=hint)
