"""The files of one language that people write into: catalogues, memory, ledger; read whole, or not written at all."""

from collections.abc import Collection, Mapping
from pathlib import Path

from builder import files
from builder.build.findings import Findings, has_errors
from builder.build.load import Loaded, read_source
from builder.build.locales import load_catalogue, load_ledger
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.localize.catalogue import Catalogue
from builder.localize.language_update import Texts
from builder.localize.ledger import Ledger, write_ledger
from builder.localize.memory import Memory
from builder.localize.paths import catalogue_path, ledger_path, memory_path
from builder.localize.po import write_catalogue
from builder.localize.tmx import read_tmx, write_tmx
from builder.records import dataclass
from builder.source import Span

_SUFFIX = ".po"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageFiles:
    """What ``locales/<language>/`` held."""

    tag: str
    texts: Texts
    damaged: frozenset[str]
    """Names of catalogues that cannot be read; they are not written."""


def read_language(loaded: Loaded, tag: str, findings: Findings) -> LanguageFiles | None:
    """Return all catalogues of a language, also of modules that are gone; None where its memory cannot be read."""
    damaged = set()
    catalogues: dict[str, Catalogue] = {}
    for name in catalogue_names(loaded.root, tag):
        own = Findings()
        catalogue = load_catalogue(loaded.root, catalogue_path(tag, name), own)
        findings.add(own.all())
        if catalogue is None or has_errors(own.all()):
            damaged.add(name)
        else:
            catalogues[name] = catalogue
    memory = load_memory(loaded.root, tag, loaded.workspace.manifest.source, findings)
    if memory is None:
        return None
    texts = Texts(catalogues=catalogues, memory=memory, ledger=load_ledger(loaded.root, tag, findings))
    return LanguageFiles(tag=tag, texts=texts, damaged=frozenset(damaged))


def load_memory(root: Path, tag: str, source: str, findings: Findings) -> Memory | None:
    """Return a language's memory, empty where there is no file; None where it cannot be read."""
    path = memory_path(tag)
    if not files.has(root, path):
        return ()
    own = Findings()
    text = read_source(root, path, own)
    units = own.take(read_tmx(text, source_language=source, language=tag)) if text is not None else ()
    findings.add(own.all())
    return None if has_errors(own.all()) else units


def catalogue_names(root: Path, tag: str) -> tuple[str, ...]:
    """Return the names of a language's catalogues: of its lessons, and of our own words where it has any."""
    names = files.names_in(root, f"locales/{tag}")
    return tuple(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))


def is_translated(root: Path, tag: str) -> bool:
    """Return whether a language has a catalogue of its own that holds a translation, or that cannot be read."""
    for name in catalogue_names(root, tag):
        findings = Findings()
        catalogue = load_catalogue(root, catalogue_path(tag, name), findings)
        if catalogue is None or has_errors(findings.all()) or any(one.translated for one in catalogue.messages):
            return True
    return False


def write_language(
    root: Path, before: LanguageFiles, after: Texts, *, source: str, deeds: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Write what differs from the disk and return each file with what happened to it; raises `OSError`.

    The memory comes first: at no moment is a text in no file.
    """
    tag = before.tag
    changes = []
    if after.memory != before.texts.memory:
        text = write_tmx(after.memory, source_language=source, language=tag)
        if save(root / memory_path(tag), text):
            changes.append((memory_path(tag), f"{len(after.memory) - len(before.texts.memory)} texts remembered"))
    if after.ledger is not before.texts.ledger and save(root / ledger_path(tag), write_ledger(after.ledger)):
        changes.append((ledger_path(tag), _entered(before.texts.ledger, after.ledger)))
    for name, catalogue in after.catalogues.items():
        if save(root / catalogue_path(tag, name), write_catalogue(catalogue)):
            changes.append((catalogue_path(tag, name), deeds.get(name, "written")))
    for name in gone(before, after.catalogues):
        path = catalogue_path(tag, name)
        files.remove(root / path, up_to=root / "locales")
        changes.append((path, f"removed: {deeds.get(name, 'nothing is left in it')}"))
    return changes


def gone(before: LanguageFiles, names: Collection[str]) -> list[str]:
    """Return the catalogues of which nothing is left."""
    return [name for name in before.texts.catalogues if name not in names]


def cannot_write(problem: OSError) -> Diagnostic:
    """Return the finding for a disk that refuses."""
    message = f"cannot write {problem.filename}: {(problem.strerror or 'failed').lower()}"
    hint = "check the permissions of locales/ and the free space; what was there is unchanged"
    return diagnose(Code.OUTPUT_NOT_WRITABLE, message, Span.at("locales"), hint=hint)


def save(path: Path, text: str) -> bool:
    """Write a text unless the file already says it; return whether it was written."""
    data = text.encode()
    if files.read_if_present(path) == data:
        return False
    files.write(path, data)
    return True


def _entered(before: Ledger, after: Ledger) -> str:
    known = set(before.entries)
    new = [entry for entry in after.entries if entry not in known]
    kinds = (
        (sum(entry.state == "draft" for entry in new), "drafts entered"),
        (sum(entry.state == "reviewed" for entry in new), "reviews carried over"),
        (sum(entry.state == "minor" for entry in new), "harmless edits declared"),
    )
    return ", ".join(f"{count} {deed}" for count, deed in kinds if count) or "sorted"
