"""A workspace and its locales → the editions that planners take: one per course, part and language."""

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from builder.build.findings import Findings
from builder.build.load import Loaded
from builder.build.locales import Locale, load_locale
from builder.content.prose import Figure
from builder.content.walk import walk
from builder.diagnostics import Diagnostics
from builder.localize.paths import COURSES, GLOSSARY
from builder.localize.translate import translate
from builder.model.course import Course, GlossaryEntry
from builder.model.edition import Edition, Picture
from builder.model.lesson import Module
from builder.model.workspace import Publisher
from builder.resolve.selection import select

NodeT = TypeVar("NodeT")


class Editions:
    """Makes editions of one workspace; translates each module once per language, whatever asks for it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._findings = Findings()
        self._locale = cache(self._load_locale)
        self._module = cache(self._translate_module)
        self._course = cache(self._translate_course)
        self._glossary = cache(self._translate_glossary)

    def edition(self, course: Course, part: str, tag: str) -> Edition:
        """Return a course's part in one language."""
        workspace = self._loaded.workspace
        locale = self._locale(tag)
        whole = tuple(self._module(module.id, tag) for module in workspace.modules)
        modules = select(course, whole, part)
        return Edition(
            course=self._course(course.id, tag), part=part, modules=modules, language=locale.language,
            source_language=workspace.manifest.source, publisher=self._publisher(course),
            licence=workspace.manifest.licence, interface=locale.interface,
            glossary={entry.id: entry for entry in self._glossary(tag)},
            references={reference.id: reference for reference in workspace.references},
            pictures=self._pictures(modules),
        )  # fmt: skip

    def found(self) -> Diagnostics:
        """Return what was found wrong in the locales so far."""
        return self._findings.all()

    def _load_locale(self, tag: str) -> Locale:
        names = [COURSES, GLOSSARY, *(module.id for module in self._loaded.workspace.modules)]
        return self._findings.take(load_locale(self._loaded.root, tag, names))

    def _translate_module(self, name: str, tag: str) -> Module:
        module = next(module for module in self._loaded.workspace.modules if module.id == name)
        return self._translate(module, name, tag)

    def _translate_course(self, name: str, tag: str) -> Course:
        course = next(course for course in self._loaded.workspace.courses if course.id == name)
        return self._translate(course, COURSES, tag)

    def _translate_glossary(self, tag: str) -> tuple[GlossaryEntry, ...]:
        return self._translate(self._loaded.workspace.glossary, GLOSSARY, tag)

    def _translate(self, node: NodeT, catalogue: str, tag: str) -> NodeT:
        locale = self._locale(tag)
        source = self._loaded.workspace.manifest.source
        return self._findings.take(
            translate(
                node, language=tag, catalogue=locale.catalogues.get(catalogue), ledger=locale.ledger,
                source_language=source,
            )
        )  # fmt: skip

    def _publisher(self, course: Course) -> Publisher:
        return next(publisher for publisher in self._loaded.workspace.publishers if publisher.id == course.publisher)

    def _pictures(self, modules: Iterable[Module]) -> dict[str, Picture]:
        used = dict.fromkeys(figure.path for figure in walk(tuple(modules), Figure))
        return {path: self._loaded.pictures[path] for path in used if path in self._loaded.pictures}
