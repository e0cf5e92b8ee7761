"""A workspace and its locales → the editions that planners take: one per course, part and language."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from builder.build.findings import Findings
from builder.build.load import Loaded
from builder.build.locales import Locale, load_locale
from builder.check.translated import check_translated
from builder.content.prose import Figure
from builder.content.walk import walk
from builder.diagnostics import Code, Diagnostic, Diagnostics
from builder.languages.pseudo import is_pseudo
from builder.localize.catalogue import Catalogue
from builder.localize.credits import credits_of
from builder.localize.paths import COURSES, GLOSSARY
from builder.localize.pseudo import pseudo_catalogue
from builder.localize.translate import translate
from builder.model.course import Course, GlossaryEntry
from builder.model.edition import Credits, Edition, Picture
from builder.model.lesson import Module
from builder.model.workspace import Publisher
from builder.resolve.selection import parts_of, select

NodeT = TypeVar("NodeT")
_DAMAGED = (Code.FILE_NOT_UTF8, Code.FILE_UNREADABLE, Code.CATALOGUE_MALFORMED)
"""Of a catalogue that no update writes over."""


class Editions:
    """Makes editions of one workspace; translates each module once per language, whatever asks for it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._findings = Findings()
        self._edition = cache(self._make_edition)
        self._locale = cache(self._load_locale)
        self._module = cache(self._translate_module)
        self._course = cache(self._translate_course)
        self._glossary = cache(self._translate_glossary)
        self._credits = cache(self._find_credits)

    def edition(self, course: Course, part: str, tag: str, further: Iterable[str] = ()) -> Edition:
        """Return a course's part in one language, beside it the same in further languages that a file speaks."""
        return self._edition(course.id, part, tag, tuple(further))

    def _make_edition(self, name: str, part: str, tag: str, further: tuple[str, ...]) -> Edition:
        course = next(course for course in self._loaded.workspace.courses if course.id == name)
        workspace = self._loaded.workspace
        locale = self._locale(tag)
        taken = parts_of(course)
        stale = course.translation.kinds_from_source() if course.translation else frozenset()
        whole = tuple(self._module(module.id, tag, stale) for module in workspace.modules if module.id in taken)
        modules = select(course, whole, part)
        return Edition(
            course=self._course(course.id, tag), part=part, modules=modules, language=locale.language,
            source_language=workspace.manifest.source, publisher=self._publisher(course),
            licence=workspace.manifest.licence, interface=locale.interface,
            glossary={entry.id: entry for entry in self._glossary(tag)},
            references={reference.id: reference for reference in workspace.references},
            pictures={**self._pictures(modules), **self._loaded.brands[course.publisher].pictures},
            credits=self._credits(tuple(module.id for module in modules), course.id, tag),
            further=tuple(self.edition(course, part, other) for other in further),
        )  # fmt: skip

    def found(self) -> Diagnostics:
        """Return what was found wrong in the locales so far."""
        found = self._findings.all()
        damaged = {one.span.path for one in found if one.span and one.code in _DAMAGED}
        return tuple(_mend_first(one) if one.span and one.span.path in damaged else one for one in found)

    def _load_locale(self, tag: str) -> Locale:
        names = [COURSES, GLOSSARY, *(module.id for module in self._loaded.workspace.modules)]
        return self._findings.take(load_locale(self._loaded.root, tag, names, self._loaded.workspace.manifest.derive))

    def _translate_module(self, name: str, tag: str, stale: frozenset[str]) -> Module:
        module = next(module for module in self._loaded.workspace.modules if module.id == name)
        translated = self._translate(module, name, tag, stale)
        if tag != self._loaded.workspace.manifest.source:
            self._findings.add(check_translated(module, translated, tag))
        return translated

    def _translate_course(self, name: str, tag: str) -> Course:
        course = next(course for course in self._loaded.workspace.courses if course.id == name)
        # No file is made from what another file chooses.
        return self._translate(replace(course, variants=()), COURSES, tag)

    def _translate_glossary(self, tag: str) -> tuple[GlossaryEntry, ...]:
        return self._translate(self._loaded.workspace.glossary, GLOSSARY, tag)

    def _find_credits(self, names: tuple[str, ...], course: str, tag: str) -> Credits:
        workspace, locale = self._loaded.workspace, self._locale(tag)
        trees: list[tuple[Any, str]] = [(module, module.id) for module in workspace.modules if module.id in names]
        trees += [(one, COURSES) for one in workspace.courses if one.id == course]
        pairs = [(tree, locale.catalogues.get(name)) for tree, name in (*trees, (workspace.glossary, GLOSSARY))]
        return credits_of(pairs, locale.ledger, source=tag == workspace.manifest.source)

    def _translate(self, node: NodeT, catalogue: str, tag: str, stale: frozenset[str] = frozenset()) -> NodeT:
        locale = self._locale(tag)
        source = self._loaded.workspace.manifest.source
        return self._findings.take(
            translate(
                node, language=tag, catalogue=self._catalogue(node, catalogue, tag), ledger=locale.ledger,
                source_language=source, stale_from_source=stale,
            )
        )  # fmt: skip

    def _catalogue(self, node: Any, name: str, tag: str) -> Catalogue | None:
        """Return a language's catalogue of a tree; that of a pseudo-language is made on the spot."""
        if is_pseudo(tag):
            return pseudo_catalogue(node, tag=tag, name=name)
        return self._locale(tag).catalogues.get(name)

    def _publisher(self, course: Course) -> Publisher:
        return next(publisher for publisher in self._loaded.workspace.publishers if publisher.id == course.publisher)

    def _pictures(self, modules: Iterable[Module]) -> dict[str, Picture]:
        used = dict.fromkeys(figure.path for figure in walk(tuple(modules), Figure))
        return {path: self._loaded.pictures[path] for path in used if path in self._loaded.pictures}


def _mend_first(finding: Diagnostic) -> Diagnostic:
    """Return a finding of texts missing from a damaged file with the hint that helps: no update touches the file."""
    hint = "mend the file first, as the error in it says; its translations are not lost"
    return replace(finding, hint=hint) if finding.code is Code.TRANSLATION_MISSING else finding
