"""One language of a workspace: its catalogues, its ledger and our own words in it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from builder import files
from builder.build.findings import Findings
from builder.build.load import read_source
from builder.diagnostics import Diagnostics
from builder.languages.interface import Interface
from builder.languages.table import Language, find_language
from builder.localize.interface import load_interface
from builder.localize.ledger import Ledger, read_ledger
from builder.localize.paths import INTERFACE, catalogue_path, ledger_path
from builder.localize.po import Catalogue, read_catalogue
from builder.read.decode import decode
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """Everything that ``locales/<language>/`` says."""

    language: Language
    catalogues: Mapping[str, Catalogue]
    """By name: a module's id, ``_courses``, ``_glossary``; those that exist."""
    ledger: Ledger
    interface: Interface


def load_locale(root: Path, tag: str, names: Iterable[str]) -> tuple[Locale, Diagnostics]:
    """Return one language as far as its files are there; a missing catalogue is an empty one."""
    findings = Findings()
    language = find_language(tag)
    if language is None:
        raise LookupError(tag)  # the manifest's reader and the command line have refused it before
    catalogues = {}
    for name in names:
        catalogue = load_catalogue(root, catalogue_path(tag, name), findings)
        if catalogue is not None:
            catalogues[name] = catalogue
    ledger = load_ledger(root, tag, findings)
    interface = _interface(root, tag, ledger, findings)
    return Locale(language=language, catalogues=catalogues, ledger=ledger, interface=interface), findings.all()


def load_catalogue(root: Path, path: str, findings: Findings) -> Catalogue | None:
    """Return a catalogue of the workspace, or None where there is none."""
    if not files.has(root, path):
        return None
    source = read_source(root, path, findings)
    return findings.take(read_catalogue(source)) if source is not None else None


def load_ledger(root: Path, tag: str, findings: Findings) -> Ledger:
    """Return a language's ledger; an empty one where there is no file."""
    path = ledger_path(tag)
    source = read_source(root, path, findings) if files.has(root, path) else None
    return findings.take(read_ledger(source)) if source is not None else Ledger()


def _interface(root: Path, tag: str, ledger: Ledger, findings: Findings) -> Interface:
    shipped = files.read_package(f"interface/{tag}.po")
    source = findings.take(decode(shipped, f"interface/{tag}.po")) if shipped is not None else None
    path = catalogue_path(tag, INTERFACE)
    override = read_source(root, path, findings) if files.has(root, path) else None
    return findings.take(load_interface(tag, shipped=source, override=override, ledger=ledger))
