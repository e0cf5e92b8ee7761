"""`course clean`: remove what the manifest lists, and nothing else."""

from pathlib import Path

from builder import files
from builder.build.manifest import MANIFEST, discard, read_manifest
from builder.diagnostics import Diagnostics
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """How many files went, and which were kept because a person has edited them."""

    removed: int
    diagnostics: Diagnostics


def clean(out: Path) -> Cleaned:
    """Remove the outputs of a build folder as long as their bytes are ours; raises `OSError`."""
    rows = read_manifest(out)
    found = [finding for row in rows for finding in discard(out, row)]
    if rows:
        files.remove(out / MANIFEST, up_to=out)
    return Cleaned(removed=len(rows) - len(found), diagnostics=tuple(found))
