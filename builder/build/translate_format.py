"""`course translate fmt`: catalogues, ledgers and memories in the one form in which we write them."""

from collections.abc import Iterator
from pathlib import Path

from builder import files
from builder.build.findings import Findings, has_errors
from builder.build.language_files import cannot_write, load_memory, save
from builder.build.load import read_source
from builder.build.locales import load_catalogue, load_ledger
from builder.build.targets import WrongUse
from builder.build.translate import Update
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.languages.table import find_language
from builder.localize.canonical import canonical_catalogue
from builder.localize.ledger import write_ledger
from builder.localize.paths import ledger_path, memory_path
from builder.localize.po import write_catalogue
from builder.localize.tmx import write_tmx
from builder.read.manifest import read_manifest
from builder.source import Span

_LOCALES = "locales"


def format_files(root: Path, languages: tuple[str, ...], *, only_check: bool) -> Update:
    """Lay out what stands in ``locales/`` for the languages, or all; with ``only_check`` only say what would change.

    A file that cannot be read is left as it is, with a finding. No text changes, and no lesson is read.
    """
    findings = Findings()
    known = files.names_in(root, _LOCALES)
    for tag in languages:
        if tag not in known:
            raise WrongUse(f"there is no folder {_LOCALES}/{tag}; those there are: {', '.join(known) or 'none'}")
    changes = []
    try:
        for tag in languages or known:
            for path, text in _laid_out(root, tag, findings):
                if files.read_if_present(root / path) == text.encode():
                    continue
                if only_check:
                    findings.add((_untidy(path, tag),))
                elif save(root / path, text):
                    changes.append((path, "laid out anew"))
    except OSError as problem:
        findings.add((cannot_write(problem),))
    return Update(changes=tuple(changes), diagnostics=findings.all())


def _laid_out(root: Path, tag: str, findings: Findings) -> Iterator[tuple[str, str]]:
    language = find_language(tag)
    for name in files.names_in(root, f"{_LOCALES}/{tag}"):
        path = f"{_LOCALES}/{tag}/{name}"
        if not name.endswith(".po"):
            continue
        own = Findings()
        catalogue = load_catalogue(root, path, own)
        findings.add(own.all())
        if catalogue is not None and not has_errors(own.all()):
            yield path, write_catalogue(canonical_catalogue(catalogue, language))
    if files.has(root, ledger_path(tag)):
        own = Findings()
        ledger = load_ledger(root, tag, own)
        findings.add(own.all())
        if not has_errors(own.all()):
            yield ledger_path(tag), write_ledger(ledger)
    if files.has(root, memory_path(tag)):
        source = _source_language(root, findings)
        memory = load_memory(root, tag, source, findings)
        if memory is not None:
            yield memory_path(tag), write_tmx(memory, source_language=source, language=tag)


def _source_language(root: Path, findings: Findings) -> str:
    text = read_source(root, files.MANIFEST_NAME, findings)
    manifest = findings.take(read_manifest(text)) if text is not None else None
    return manifest.source if manifest is not None else "en"


def _untidy(path: str, tag: str) -> Diagnostic:
    hint = "run `course translate fmt`; no text changes"
    message = "the file is not in the form in which we write it"
    return diagnose(Code.CATALOGUE_FORM, message, Span.at(path), hint=hint, language=tag)
