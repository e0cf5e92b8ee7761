"""`course status`: how far each language is, catalogue by catalogue."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.build.findings import Findings
from builder.build.load import Loaded, load
from builder.build.locales import Locale, interface_words, load_locale
from builder.diagnostics import Diagnostics
from builder.localize.paths import COURSES, GLOSSARY, INTERFACE
from builder.localize.status import Counts, count_messages, count_states, sum_counts
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The state of one catalogue in one language."""

    language: str
    catalogue: str
    kinds: Mapping[str, Counts]
    """By kind of text, in the order of the lessons."""

    @property
    def counts(self) -> Counts:
        """Return all kinds together."""
        return sum_counts(self.kinds.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """All lines, and what was found on the way."""

    lines: tuple[Line, ...]
    diagnostics: Diagnostics


def status(root: Path, languages: tuple[str, ...]) -> Status:
    """Return the state of the languages asked for, or of all of the workspace."""
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None:
        return Status(lines=(), diagnostics=findings.all())
    tags = languages or languages_of(loaded)
    lines = [line for tag in tags for line in _lines(loaded, tag, findings)]
    return Status(lines=tuple(lines), diagnostics=findings.all())


def languages_of(loaded: Loaded) -> tuple[str, ...]:
    """Return the source language and the languages of the workspace and its courses."""
    manifest = loaded.workspace.manifest
    courses = (tag for course in loaded.workspace.courses for tag in course.languages)
    return tuple(dict.fromkeys((manifest.source, *manifest.languages, *courses)))


def catalogue_nodes(loaded: Loaded) -> dict[str, tuple[object, ...]]:
    """Return the nodes whose phrases each catalogue holds, by the catalogue's name."""
    workspace = loaded.workspace
    nodes: dict[str, tuple[object, ...]] = {COURSES: workspace.courses, GLOSSARY: workspace.glossary}
    nodes.update({module.id: (module,) for module in workspace.modules})
    return nodes


def _lines(loaded: Loaded, tag: str, findings: Findings) -> Iterable[Line]:
    nodes = catalogue_nodes(loaded)
    locale = findings.take(load_locale(loaded.root, tag, nodes, loaded.workspace.manifest.derive))
    for name, node in nodes.items():
        kinds = count_states(
            node, language=tag, catalogue=locale.catalogues.get(name), ledger=locale.ledger,
            source_language=loaded.workspace.manifest.source,
        )  # fmt: skip
        if kinds:
            yield Line(language=tag, catalogue=name, kinds=kinds)
    manifest = loaded.workspace.manifest
    if tag != manifest.source and tag not in dict(manifest.derive):
        yield from _words(tag, locale, manifest.source, findings)


def _words(tag: str, locale: Locale, source: str, findings: Findings) -> Iterable[Line]:
    """Yield the line of the words of ours that a workspace translates itself, if there are any."""
    kinds = count_messages(
        interface_words(tag, locale.own_words, findings),
        language=tag, catalogue=locale.own_words, ledger=locale.ledger, source_language=source,
    )  # fmt: skip
    if kinds:
        yield Line(language=tag, catalogue=INTERFACE, kinds=kinds)
