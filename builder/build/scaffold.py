"""`course new`: starting files that build at once and explain themselves, from the texts in ``starters/``."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from builder import files
from builder.build.merge_driver import ATTRIBUTES
from builder.build.targets import WrongUse, check_language
from builder.languages.scripts import DERIVED
from builder.records import dataclass

_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_LONGEST_WORD, _LONGEST_TITLE = 24, 80
"""Letters that surely stand on a slide."""
_VARIABLE = re.compile(r"\{\{ *([a-z][a-z0-9_-]*) *\}\}")
_LESSON_NUMBER = re.compile(r"(\d+)-")
_FOR_GIT = {".gitignore": ("dist/", "packs/"), ".gitattributes": ATTRIBUTES}
"""What git is told of a workspace: what is made is not kept, and what merges the files of languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Created:
    """What `course new` wrote."""

    paths: tuple[Path, ...]
    """Files that are new."""
    next_steps: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """What a person should know of it."""
    changed: tuple[Path, ...] = ()
    """Files that were there and say something more now."""


def new_workspace(folder: Path, languages: tuple[str, ...]) -> Created:
    """Write a small workspace into an empty or new folder; raises `WrongUse` where anything is in the way."""
    if not languages:
        raise WrongUse("name at least one language: --languages en,mk")
    for tag in languages:
        check_language(tag)
    if folder.exists() and any(folder.iterdir()):
        raise WrongUse(f"{folder} is not empty; choose a new folder, or add to a workspace with `course new module`")
    tags = list(dict.fromkeys(languages))
    made = any(derived in tags[1:] and base in tags[1:] for derived, base in DERIVED.items())
    values = {
        "name": name_title(folder.resolve().name), "source": tags[0], "languages": ", ".join(tags),
        "derive": "" if made else "# ",
    }  # fmt: skip
    paths = tuple(
        write_starter("workspace", name, folder / name, values) for name in files.list_package("starters/workspace")
    )
    paths += tuple(_write_lines(folder / name, lines) for name, lines in _FOR_GIT.items())
    enter = () if folder.resolve() == Path.cwd() else (f'cd "{folder}"' if " " in f"{folder}" else f"cd {folder}",)
    return Created(paths=paths, next_steps=(*enter, "course build", "course check"))


def new_course(root: Path, name: str, lessons: tuple[str, ...]) -> Created:
    """Write a course of the given lessons (``module/lesson``), or of all there are."""
    check_id("course", name)
    chosen = lessons or tuple(_all_lessons(root))
    if not chosen:
        raise WrongUse("there is no lesson yet; start one with `course new module NAME`")
    for lesson in chosen:
        if lesson not in _all_lessons(root):
            raise WrongUse(f"there is no lesson {lesson!r}; there are: {', '.join(_all_lessons(root))}")
    sessions = "\n".join(f"      - lesson: {lesson}" for lesson in chosen)
    path = fresh(root / "courses" / name / "course.yaml")
    values = {"title": name_title(name), "variables": _variables(root, chosen), "sessions": sessions}
    written = write_starter("course", "course.yaml", path, values)
    return Created(paths=(written,), next_steps=(f"course build {name}",))


def new_module(root: Path, name: str) -> Created:
    """Write a module with one lesson."""
    check_id("module", name)
    folder = root / "modules" / name
    if folder.exists():
        raise WrongUse(f"modules/{name} is there already; add to it with `course new lesson {name} NAME`")
    manifest = write_starter("module", "module.yaml", folder / "module.yaml", {"title": name_title(name)})
    lesson = new_lesson(root, name, "first-lesson")
    return Created(
        paths=(manifest, *lesson.paths), next_steps=(f"course new course my-course --lesson {name}/first-lesson",)
    )


def new_lesson(root: Path, module: str, name: str) -> Created:
    """Write a lesson behind the last one of its module."""
    check_id("lesson", name)
    folder = root / "modules" / module
    if not (folder / "module.yaml").is_file():
        raise WrongUse(f"there is no module {module!r}; start it with `course new module {module}`")
    names = [path.name for path in folder.glob("*.md")]
    if any(other.partition("-")[2] == f"{name}.md" for other in names):
        raise WrongUse(f"modules/{module} has a lesson {name!r} already")
    number = max((int(match[1]) for match in map(_LESSON_NUMBER.match, names) if match), default=0) + 1
    path = fresh(folder / f"{number:02}-{name}.md")
    written = write_starter("lesson", "lesson.md", path, {"title": name_title(name), "question": f"q-{module}-{name}"})
    return Created(paths=(written,), next_steps=("add the lesson to a course.yaml", "course check"))


def _variables(root: Path, lessons: tuple[str, ...]) -> str:
    """Return the part of a course that sets what its lessons look up: each name stands for itself until it is set."""
    paths = [path for found in files.list_workspace(root).modules.values() for path in found]
    texts = (_text(root, path) for path in paths if _lesson_name(path) in lessons)
    names = sorted({name for text in texts for name in _VARIABLE.findall(text)})
    heading = "variables:                         # {{ name }} in a lesson becomes its text here\n"
    return "".join((heading, *(f'  {name}: "{name_title(name)}"\n' for name in names))) if names else ""


def _text(root: Path, path: str) -> str:
    try:
        return (files.read_bytes(root, path) or b"").decode("utf-8", "replace")
    except files.Unreadable:
        return ""


def _lesson_name(path: str) -> str:
    """Return ``module/lesson`` of a lesson's path."""
    _, module, name = path.split("/")
    return f"{module}/{name.removesuffix('.md').partition('-')[2]}"


def write_starter(kind: str, name: str, path: Path, values: dict[str, str]) -> Path:
    """Write one of our starting files with its places filled; return where it is."""
    data = files.read_package(f"starters/{kind}/{name}") or b""
    text = data.decode()
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    files.write(path, text.encode())
    return path


def _write_lines(path: Path, lines: Iterable[str]) -> Path:
    files.write(path, "".join(f"{line}\n" for line in lines).encode())
    return path


def fresh(path: Path) -> Path:
    """Return a path at which nothing is yet."""
    if path.exists():
        raise WrongUse(f"{path} is there already")
    return path


def check_id(kind: str, name: str) -> None:
    """Raise `WrongUse` for a name that cannot be an id."""
    if not _ID.match(name):
        raise WrongUse(f"{name!r} cannot name a {kind}: use small Latin letters, digits and hyphens")


def name_title(name: str) -> str:
    """Return a name as a title: without what means something in YAML or Markdown, or nothing at all."""
    kept = (character if _is_text(character) else " " for character in unicodedata.normalize("NFC", name))
    words = " ".join(word[:_LONGEST_WORD] for word in "".join(kept).split())[:_LONGEST_TITLE].strip()
    return words[:1].upper() + words[1:] or "Course"


def _is_text(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in ".,()&+'’"


def _all_lessons(root: Path) -> list[str]:
    listing = files.list_workspace(root)
    return [_lesson_name(path) for paths in listing.modules.values() for path in paths]
