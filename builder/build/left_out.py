"""The ids that authors left out of a workspace's lessons, and the lessons written anew with them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from builder import files
from builder.build.load import Loaded
from builder.build.locks import anchors_in
from builder.model.lesson import Lesson
from builder.model.lock import known_entries
from builder.read.decode import decode
from builder.read.lesson import read_lesson
from builder.read.name_edits import write_ids
from builder.read.naming import NewId, new_ids
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An id that an author left out, with the lesson it belongs to."""

    path: str
    new: NewId
    written: bool


def left_out(loaded: Loaded, *, write: bool) -> Iterator[LeftOut]:
    """Yield each id that is missing, lesson by lesson; with ``write``, each lesson gets its ids. Raises `OSError`."""
    lessons = [lesson for module in loaded.unresolved.modules for lesson in module.lessons]
    waiting = [lesson.path for lesson in lessons if new_ids(lesson, set(), {})]
    known = known_entries(loaded.memory.locks)
    taken = _taken(loaded, known) if waiting else set()
    remembered = {name: frozenset((*entry.parts, *entry.gone)) for name, entry in known.items()}
    language = loaded.workspace.manifest.source
    for path in waiting:
        data = files.read_bytes(loaded.root, path) or b""
        lesson = _lesson(data, path, language)
        new = new_ids(lesson, taken, remembered) if lesson is not None else ()
        changed, done = write_ids(data, path, new, language=language) if write else (data, ())
        if changed != data:
            files.write(Path(os.path.realpath(loaded.root / path)), changed)
        yield from (LeftOut(path=path, new=one, written=one in done) for one in new)


def _lesson(data: bytes, path: str, language: str) -> Lesson | None:
    source, _ = decode(data, path)
    return read_lesson(source, language=language)[0] if source is not None else None


def _taken(loaded: Loaded, known: Iterable[str]) -> set[str]:
    """Return every id of the workspace, those of lessons that are not understood and of lost questions included."""
    paths = (path for lessons in loaded.listing.modules.values() for path in lessons)
    return {*known, *(name for path in paths for name in anchors_in(loaded.root, path) or ())}
