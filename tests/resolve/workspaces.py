"""Workspaces read from texts in memory: the example, and the same with changes."""

from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from builder.diagnostics import Diagnostics
from builder.model.lesson import Module
from builder.model.workspace import Manifest, Workspace
from builder.read.course import read_course
from builder.read.glossary import read_glossary
from builder.read.lesson import read_lesson
from builder.read.manifest import read_manifest
from builder.read.module import read_module
from builder.read.publisher import read_publisher
from builder.read.references import read_references
from builder.resolve.workspace import resolve_workspace
from builder.source import SourceFile, Span

EXAMPLE = Path(__file__).parents[1] / "cases/example/workspace"
LESSON = "modules/bleeding/01-press.md"
Texts = Mapping[str, str]


def example() -> dict[str, str]:
    """Return the texts of the example, by path."""
    found = (path for suffix in ("md", "yaml") for path in EXAMPLE.rglob(f"*.{suffix}"))
    return {path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8") for path in sorted(found)}


def read_workspace(texts: Texts) -> Workspace:
    """Return what the texts hold, as far as it can be read; what is wrong with them does not matter here."""
    references, glossary = source(texts, "modules/references.yaml"), source(texts, "modules/glossary.yaml")
    courses = (read_course(file)[0] for file in sources(texts, "course.yaml"))
    publishers = (read_publisher(file)[0] for file in sources(texts, "profile.yaml"))
    return Workspace(
        span=Span.at("workspace.yaml"),
        manifest=read_manifest(source(texts, "workspace.yaml"))[0] or manifest(),
        publishers=tuple(one for one in publishers if one is not None),
        courses=tuple(one for one in courses if one is not None),
        modules=tuple(modules(texts)),
        references=read_references(references)[0] or (),
        glossary=read_glossary(glossary)[0] or (),
    )


def resolved(texts: Texts) -> tuple[Workspace, Diagnostics]:
    """Return the workspace of the texts with its names bound."""
    return resolve_workspace(read_workspace(texts), outline={})


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Return the example with a text in one of its files replaced."""
    texts = example()
    assert old in texts[path]
    return {**texts, path: texts[path].replace(old, new, 1)}


def manifest() -> Manifest:
    return Manifest(
        span=Span.at("workspace.yaml"), name="", source="en", languages=("en",), derive=(), publisher="default",
        licence="",
    )  # fmt: skip


def modules(texts: Texts) -> list[Module]:
    found = []
    for file in sources(texts, "module.yaml"):
        folder = file.path.rpartition("/")[0]
        lessons = (read_lesson(one)[0] for one in sources(texts, ".md") if one.path.startswith(f"{folder}/"))
        module, _ = read_module(file, tuple(one for one in lessons if one is not None))
        found.extend([module] if module is not None else [])
    return found


def source(texts: Texts, path: str) -> SourceFile:
    return SourceFile(path, texts.get(path, ""))


def sources(texts: Texts, suffix: str) -> list[SourceFile]:
    return [source(texts, path) for path in sorted(texts) if path.endswith(suffix)]


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, str]:
    """Draw the example with lines of its files lost, doubled, swapped or mixed."""
    texts = example()
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(texts)))
        lines = texts[path].split("\n")
        start = draw(st.integers(0, len(lines) - 1))
        end = draw(st.integers(start, min(start + 12, len(lines))))
        other = texts[draw(st.sampled_from(sorted(texts)))].split("\n")
        piece = draw(st.sampled_from([[], lines[start:end] * 2, lines[start:end][::-1], other, ["::: question {}"]]))
        lines[start:end] = piece
        texts[path] = "\n".join(lines)
    return texts
