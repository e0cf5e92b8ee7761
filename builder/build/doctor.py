"""`course doctor`: what a build needs of this machine, and whether it is there."""

import importlib.metadata
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from builder import files
from builder.formats import FORMATS
from builder.records import dataclass

_LIBRARIES = {
    "click": "nothing works",
    "PyYAML": "no manifest can be read",
    "markdown-it-py": "no lesson can be read",
    "mdit-py-plugins": "no lesson can be read",
    "rapidfuzz": "translations do not follow edited sentences",
    "babel": "no date is written in a language's way",
    "jinja2": "no HTML page can be made",
    "typst": "no PDF can be made, and older office programs see no SVG figure",
    "pymupdf-fonts": "no PDF can be made",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    """One thing looked at."""

    what: str
    healthy: bool
    detail: str
    consequence: str = ""


def examine() -> tuple[Symptom, ...]:
    """Return everything that was looked at, the healthy included."""
    return (_python(), *_libraries(), *_themes(), _fonts(), _folder("current folder", Path.cwd()))


def _python() -> Symptom:
    version = ".".join(map(str, sys.version_info[:3]))
    return Symptom(
        what="Python", healthy=sys.version_info >= (3, 11), detail=version, consequence="3.11 or newer is needed"
    )


def _libraries() -> Iterator[Symptom]:
    for name, consequence in _LIBRARIES.items():
        try:
            yield Symptom(what=name, healthy=True, detail=importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Symptom(what=name, healthy=False, detail="not installed", consequence=consequence)


def _themes() -> Iterator[Symptom]:
    for name in sorted({name for format in FORMATS for name in format.resources}):
        there = files.read_package(f"themes/{name}") is not None
        users = ", ".join(format.name for format in FORMATS if name in format.resources)
        yield Symptom(
            what=f"theme file {name}",
            healthy=there,
            detail="present" if there else "not found",
            consequence=f"no {users}",
        )


def _fonts() -> Symptom:
    return _attempt("font cache", "no PDF can be made", _fill_cache)


def _fill_cache() -> str:
    from builder.typeset.fonts import font_files, font_sizes

    return str(files.font_folder(font_files(), font_sizes()))


def _folder(what: str, folder: Path) -> Symptom:
    return _attempt(what, "nothing can be built here; use --out", lambda: _try_to_write(folder))


def _try_to_write(folder: Path) -> str:
    with tempfile.TemporaryFile(dir=folder):
        return f"{folder} can be written"


def _attempt(what: str, consequence: str, action: Callable[[], str]) -> Symptom:
    try:
        return Symptom(what=what, healthy=True, detail=action())
    except (OSError, ImportError) as problem:
        return Symptom(what=what, healthy=False, detail=str(problem), consequence=consequence)
