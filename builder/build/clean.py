"""`course clean`: remove what the manifest lists, and nothing else."""

from pathlib import Path

from builder import files
from builder.build.manifest import MANIFEST, discard, not_writable, read_manifest
from builder.diagnostics import Diagnostic, Diagnostics
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """How many files went, and which were kept because a person has edited them."""

    removed: int
    diagnostics: Diagnostics


def clean(out: Path) -> Cleaned:
    """Remove the outputs of a build folder as long as their bytes are ours."""
    removed = 0
    found: list[Diagnostic] = []
    try:
        with files.held(out):
            for row in (rows := read_manifest(out)):
                kept = discard(out, row)
                found.extend(kept)
                removed += not kept
            if rows:
                files.remove(out / MANIFEST, up_to=out)
    except OSError as problem:
        found.append(not_writable(out, problem))
    return Cleaned(removed=removed, diagnostics=tuple(found))
