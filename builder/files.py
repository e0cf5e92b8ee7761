"""The only disk: sources, catalogues and themes in; artefacts out, written beside and then renamed."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.records import dataclass

MANIFEST_NAME = "workspace.yaml"
LARGEST_SOURCE = 32 * 1024 * 1024
"""Bytes; a larger source is refused before it is read."""
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The paths of a workspace by kind, each relative to its root with forward slashes, sorted."""

    courses: tuple[str, ...]
    publishers: tuple[str, ...]
    modules: Mapping[str, tuple[str, ...]]
    """Module id → its lesson files."""
    has_references: bool
    has_glossary: bool


class Unreadable(Exception):
    """A source that is there but cannot be taken in: too large, no permission, outside the workspace."""


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that holds ``workspace.yaml``."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / MANIFEST_NAME).is_file()), None)


def list_workspace(root: Path) -> Listing:
    """Return what stands where DESIGN section 3 says it stands; anything else is left alone."""
    modules = {
        folder.name: tuple(_relative(root, folder.glob("*.md")))
        for folder in sorted(_folders(root / "modules"))
        if (folder / "module.yaml").is_file() or any(folder.glob("*.md"))
    }
    return Listing(
        courses=tuple(_relative(root, (root / "courses").glob("*/course.yaml"))),
        publishers=tuple(_relative(root, (root / "publishers").glob("*/profile.yaml"))),
        modules=modules,
        has_references=(root / "modules/references.yaml").is_file(),
        has_glossary=(root / "modules/glossary.yaml").is_file(),
    )


def read_bytes(root: Path, path: str) -> bytes | None:
    """Return a file's bytes, or None where there is no such file.

    Raises `Unreadable` for a file that is too large, not permitted, or (by a link) outside the workspace.
    """
    full = root / path
    if not full.is_file():
        return None
    if not full.resolve().is_relative_to(root.resolve()):
        raise Unreadable("it lies outside the workspace")
    if full.stat().st_size > LARGEST_SOURCE:
        raise Unreadable(f"it is larger than {LARGEST_SOURCE // 1024 // 1024} MB")
    try:
        return full.read_bytes()
    except OSError as problem:
        raise Unreadable(str(problem.strerror).lower()) from problem


def stays_inside(root: Path, path: str, folder: str) -> bool:
    """Return whether a path, links resolved, lies inside a folder of the workspace."""
    return (root / path).resolve().is_relative_to((root / folder).resolve())


def read_package(path: str) -> bytes | None:
    """Return a data file of the package itself, such as ``interface/mk.po``, or None."""
    full = _PACKAGE / path
    return full.read_bytes() if full.is_file() else None


def list_package(folder: str) -> tuple[str, ...]:
    """Return the files below a data folder of the package, relative to that folder, sorted."""
    base = _PACKAGE / folder
    return tuple(sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file()))


def code_digest() -> str:
    """Return the SHA-256 of the code and data that make outputs; equal wherever the same version is installed."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def font_folder(fonts: Mapping[str, bytes], sizes: Mapping[str, int]) -> Path:
    """Return a folder of the user's cache that holds these fonts, written on first use.

    The sizes in bytes tell one release of a font from another; a font is unpacked only where its file is missing.
    """
    release = hashlib.sha256("\n".join(f"{name} {size}" for name, size in sorted(sizes.items())).encode())
    folder = _cache() / f"fonts-{release.hexdigest()[:16]}"
    for name in sizes:
        if not (folder / name).is_file():
            write(folder / name, fonts[name])
    return folder


def write(path: Path, data: bytes) -> None:
    """Write a file so that the old one stays whole until the new one is complete; raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of a file's bytes in hex, or None where there is no such file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def read_if_present(path: Path) -> bytes | None:
    """Return a file's bytes, or None where there is no such file."""
    return path.read_bytes() if path.is_file() else None


def set_aside(path: Path) -> Path:
    """Rename a file that a person has edited to ``name.edited.ext`` (numbered if taken) and return its new path."""
    for number in range(1, 1000):
        mark = "edited" if number == 1 else f"edited-{number}"
        kept = path.with_name(f"{path.stem}.{mark}{path.suffix}")
        if not kept.exists():
            path.rename(kept)
            return kept
    raise FileExistsError(path)


def remove(path: Path, *, up_to: Path) -> None:
    """Delete a file and the folders it leaves empty, never ``up_to`` itself or above."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == up_to or not folder.is_relative_to(up_to) or any(folder.iterdir()):
            return
        folder.rmdir()


def _folders(parent: Path) -> Iterable[Path]:
    return (folder for folder in parent.iterdir() if folder.is_dir()) if parent.is_dir() else ()


def _relative(root: Path, paths: Iterable[Path]) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in paths if path.is_file())


def _cache() -> Path:
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "coursewright"


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
