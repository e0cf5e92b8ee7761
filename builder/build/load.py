"""Sources on disk → a workspace read, resolved and checked."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from builder import files
from builder.build.brands import Brand, load_brand
from builder.build.findings import Findings
from builder.build.locks import anchors_in, remember
from builder.check.pictures import inspect_picture
from builder.check.workspace import check_workspace
from builder.content.prose import Figure
from builder.content.walk import rewrite, walk
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.localize.derive import derive_publisher
from builder.localize.serbian_latin import Transliterator
from builder.model.course import Course, GlossaryEntry, Reference
from builder.model.edition import Picture
from builder.model.lesson import Lesson, Module
from builder.model.lock import Lock, Memory, lock_path
from builder.model.workspace import Manifest, Publisher, Workspace
from builder.read.course import read_course
from builder.read.decode import decode
from builder.read.glossary import read_glossary
from builder.read.labels import read_labels
from builder.read.lesson import read_lesson
from builder.read.lock import read_lock
from builder.read.manifest import read_manifest
from builder.read.module import read_module
from builder.read.publisher import read_publisher
from builder.read.references import read_references
from builder.records import dataclass
from builder.resolve.workspace import resolve_workspace
from builder.source import SourceFile, Span

_REFERENCES = "modules/references.yaml"
_GLOSSARY = "modules/glossary.yaml"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A workspace as it stands on disk, its names bound."""

    root: Path
    listing: files.Listing
    unresolved: Workspace
    """As read, before names were bound."""
    workspace: Workspace
    pictures: Mapping[str, Picture]
    brands: Mapping[str, Brand]
    """What each publisher brings, by its id."""
    memory: Memory
    """Of the questions that went out."""


def load(
    root: Path, *, modules: Callable[[tuple[Course, ...]], Collection[str]] | None = None
) -> tuple[Loaded | None, Diagnostics]:
    """Return the workspace with everything that is wrong in it; None where its manifest or a folder cannot be read.

    ``modules`` names the modules to read, once the courses are known; by default all are read. Of the others
    only the ids that references may point to are looked up.
    """
    findings = Findings()
    listing = files.list_workspace(root)
    findings.add(_unreadable(folder, "permission denied", Span.at(folder)) for folder in listing.unreadable)
    manifest = _read(root, files.MANIFEST_NAME, findings, read_manifest)
    if manifest is None or listing.unreadable:
        return None, findings.all()
    read = _read_all(root, listing.courses, findings, lambda source: read_course(source, language=manifest.source))
    courses = tuple(_with_defaults(course, manifest) for course in read)
    wanted = sorted(listing.modules) if modules is None else sorted(set(modules(courses)) & set(listing.modules))
    unresolved = _workspace(root, listing, manifest, courses, wanted, findings)
    outline = _outline(root, listing, unresolved.modules)
    memory = remember(root, listing, _locks(root, listing, findings), outline.values(), findings.all())
    workspace, found = resolve_workspace(unresolved, outline=outline)
    findings.add(_without_echoes(found, listing, unresolved, findings.all()))
    pictures = _pictures(root, workspace.modules, findings)
    workspace = _with_labels(workspace, pictures)
    findings.add(check_workspace(workspace, pictures, memory=memory))
    brands = {one.id: findings.take(load_brand(root, one, _spoken(one, courses))) for one in workspace.publishers}
    for brand in brands.values():
        pictures.update(brand.pictures)
    loaded = Loaded(
        root=root, listing=listing, unresolved=unresolved, workspace=workspace, pictures=pictures, brands=brands,
        memory=memory,
    )  # fmt: skip
    return loaded, findings.all()


def _without_echoes(
    found: Diagnostics, listing: files.Listing, workspace: Workspace, before: Diagnostics
) -> Diagnostics:
    """Return the findings without those that only say again that a file could not be read, wherever it is named."""
    unread = {finding.span.path for finding in before if finding.span}
    echoes = (
        (Code.CITATION_UNKNOWN, not workspace.references and _REFERENCES in unread),
        (Code.TERM_UNKNOWN, not workspace.glossary and _GLOSSARY in unread),
        (Code.VARIABLE_UNKNOWN, len(workspace.courses) < len(listing.courses)),
        (Code.PUBLISHER_UNKNOWN, len(workspace.publishers) < len(listing.publishers)),
    )
    codes = [code for code, is_echo in echoes if is_echo]
    return tuple(finding for finding in found if finding.code not in codes)


def read_source(root: Path, path: str, findings: Findings) -> SourceFile | None:
    """Return a decoded source file, or None with the reason among the findings."""
    try:
        data = files.read_bytes(root, path)
    except files.Unreadable as problem:
        findings.add((_unreadable(path, problem, Span.at(path)),))
        return None
    if data is None:
        hint = "create it, or start with `course new`"
        findings.add((diagnose(Code.FILE_MISSING, f"{path} is missing", Span.at(path), hint=hint),))
        return None
    return findings.take(decode(data, path))


def _spoken(publisher: Publisher, courses: tuple[Course, ...]) -> set[str]:
    """Return the languages of the courses that a publisher publishes."""
    return {tag for course in courses if course.publisher == publisher.id for tag in course.languages}


def _with_defaults(course: Course, manifest: Manifest) -> Course:
    languages = course.languages or manifest.languages
    return replace(course, languages=languages, publisher=course.publisher or manifest.publisher)


def _workspace(
    root: Path,
    listing: files.Listing,
    manifest: Manifest,
    courses: tuple[Course, ...],
    wanted: list[str],
    findings: Findings,
) -> Workspace:
    language = manifest.source
    references: tuple[Reference, ...] | None = ()
    glossary: tuple[GlossaryEntry, ...] | None = ()
    if listing.has_references:
        references = _read(root, _REFERENCES, findings, read_references)
    if listing.has_glossary:
        glossary = _read(root, _GLOSSARY, findings, lambda source: read_glossary(source, language=language))
    publishers = _publishers(root, listing, manifest, findings)
    _check_names(listing, findings)
    return Workspace(
        manifest=manifest, publishers=publishers, courses=courses, references=references or (), glossary=glossary or (),
        modules=tuple(_modules(root, listing, wanted, language, findings)), span=Span.at(files.MANIFEST_NAME),
    )  # fmt: skip


def _publishers(root: Path, listing: files.Listing, manifest: Manifest, findings: Findings) -> tuple[Publisher, ...]:
    """Return the publishers; their notes in a derived language are made from those in its base."""
    publishers: tuple[Publisher, ...] = _read_all(root, listing.publishers, findings, read_publisher)
    if not manifest.derive:
        return publishers
    change = Transliterator()
    return tuple(derive_publisher(publisher, manifest.derive, change) for publisher in publishers)


def _modules(
    root: Path, listing: files.Listing, wanted: Iterable[str], language: str, findings: Findings
) -> Iterable[Module]:
    for name in wanted:
        lessons: tuple[Lesson, ...] = _read_all(
            root, listing.modules[name], findings, lambda source: read_lesson(source, language=language)
        )
        source = read_source(root, f"modules/{name}/module.yaml", findings)
        module = findings.take(read_module(source, lessons, language=language)) if source else None
        if module is not None:
            yield module


def _read(
    root: Path, path: str, findings: Findings, read: Callable[[SourceFile], tuple[ValueT | None, Diagnostics]]
) -> ValueT | None:
    source = read_source(root, path, findings)
    return findings.take(read(source)) if source is not None else None


def _read_all(
    root: Path,
    paths: Iterable[str],
    findings: Findings,
    read: Callable[[SourceFile], tuple[ValueT | None, Diagnostics]],
) -> tuple[ValueT, ...]:
    values = (_read(root, path, findings, read) for path in paths)
    return tuple(value for value in values if value is not None)


def _unreadable(path: str, problem: files.Unreadable | str, span: Span) -> Diagnostic:
    hint = "put the file itself into the workspace, small enough and with permission to read it"
    return diagnose(Code.FILE_UNREADABLE, f"cannot read {path}: {problem}", span, hint=hint)


def _check_names(listing: files.Listing, findings: Findings) -> None:
    paths = [*listing.courses, *listing.publishers, *(f"modules/{name}/module.yaml" for name in listing.modules)]
    for path in paths:
        name = path.split("/")[1]
        if not _NAME.match(name):
            hint = "use small Latin letters, digits and hyphens: the folder's name goes into file names and links"
            findings.add(
                (diagnose(Code.FOLDER_NAME, f"the folder name {name!r} cannot be an id", Span.at(path), hint=hint),)
            )


def _outline(root: Path, listing: files.Listing, modules: tuple[Module, ...]) -> dict[str, frozenset[str] | None]:
    """Return the ids in lessons that were not read, now or at all; a look at the text finds them.

    So a lesson that cannot be read is one finding, not one more for each place that refers to it.
    """
    read = {lesson.path for module in modules for lesson in module.lessons}
    outline: dict[str, frozenset[str] | None] = {}
    for name, lessons in listing.modules.items():
        for path in lessons:
            if path not in read:
                lesson = path.rsplit("/", 1)[1].removesuffix(".md").partition("-")[2]
                outline[f"{name}/{lesson}"] = anchors_in(root, path)
    return outline


def _locks(root: Path, listing: files.Listing, findings: Findings) -> tuple[Lock, ...]:
    """Return the locks there are, those of modules that are not read now included."""
    paths = [path for path in map(lock_path, listing.modules) if files.has(root, path)]
    return _read_all(root, paths, findings, read_lock)


def _pictures(root: Path, modules: tuple[Module, ...], findings: Findings) -> dict[str, Picture]:
    pictures: dict[str, Picture] = {}
    for module in modules:
        for figure in walk(module, Figure):
            picture = None if figure.path in pictures else _picture(root, module.id, figure, findings)
            if picture is not None:
                pictures[figure.path] = picture
    return pictures


def _with_labels(workspace: Workspace, pictures: Mapping[str, Picture]) -> Workspace:
    """Return the workspace with the words in its drawings, which are translated as the lessons are."""
    language = workspace.manifest.source
    found = {path: read_labels(path, one.data, language=language) for path, one in pictures.items() if one.is_drawing}
    labels = {path: phrases for path, phrases in found.items() if phrases}

    def labelled(figure: Figure) -> Figure:
        kept = figure.alternative is not None and not figure.alternative.translatable
        words = (replace(label, translatable=not kept) for label in labels.get(figure.path, ()))
        return replace(figure, labels=tuple(words)) if figure.path in labels else figure

    return replace(workspace, modules=rewrite(workspace.modules, Figure, labelled)) if labels else workspace


def _picture(root: Path, module: str, figure: Figure, findings: Findings) -> Picture | None:
    folder = f"modules/{module}"
    if not figure.path.startswith(f"{folder}/"):
        return None  # resolve has said so
    if not files.stays_inside(root, figure.path, folder):
        hint = "copy the picture into the module's figures/ folder; links out of it are not followed"
        message = f"{figure.path} lies outside the folder of its module"
        findings.add((diagnose(Code.FIGURE_OUTSIDE, message, figure.span, hint=hint),))
        return None
    try:
        data = files.read_bytes(root, figure.path)
    except files.Unreadable as problem:
        findings.add((_unreadable(figure.path, problem, figure.span),))
        return None
    if data is None:
        hint = "check the name, capitals included, and that the file is in the module's folder"
        findings.add((diagnose(Code.FIGURE_MISSING, f"there is no figure {figure.path}", figure.span, hint=hint),))
        return None
    return findings.take(inspect_picture(figure.path, data))
