"""`course translate update`: the catalogues of a workspace brought in line with its lessons."""

from collections.abc import Mapping
from pathlib import Path

from builder import files
from builder.build.findings import Findings, has_errors
from builder.build.load import Loaded, load, read_source
from builder.build.locales import load_catalogue, load_ledger
from builder.build.status import catalogue_nodes, languages_of
from builder.build.targets import WrongUse
from builder.diagnostics import Code, Diagnostics, diagnose
from builder.languages.table import Language, find_language
from builder.localize.catalogue import Catalogue, Message
from builder.localize.extract import extract
from builder.localize.ledger import Ledger, enter_drafts, enter_source_drafts, write_ledger
from builder.localize.merge import equal_texts, update_catalogue
from builder.localize.paths import catalogue_path, ledger_path
from builder.localize.po import write_catalogue
from builder.localize.terms import TermFinder, read_terms
from builder.records import dataclass
from builder.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """The files that were written, each with what changed in it, and what was found."""

    changes: tuple[tuple[str, str], ...]
    diagnostics: Diagnostics


def update(root: Path, languages: tuple[str, ...], *, drafts_by: str | None, today: str) -> Update:
    """Write the catalogues of the languages, or of all but the source; nothing is written where a source has an error.

    ``drafts_by`` enters every text that a ledger does not know as a machine's draft, under that name and date; for
    the source language it enters the lessons themselves.
    """
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None or has_errors(findings.all()):
        return Update(changes=(), diagnostics=findings.all())
    changes: list[tuple[str, str]] = []
    try:
        for tag in _languages(loaded, languages, drafts_by):
            _update_language(loaded, tag, drafts_by, today, changes, findings)
    except OSError as problem:
        message = f"cannot write {problem.filename}: {(problem.strerror or 'failed').lower()}"
        hint = "check the permissions of locales/ and the free space; what was there is unchanged"
        findings.add((diagnose(Code.OUTPUT_NOT_WRITABLE, message, Span.at("locales"), hint=hint),))
    return Update(changes=tuple(changes), diagnostics=findings.all())


def _languages(loaded: Loaded, asked: tuple[str, ...], drafts_by: str | None) -> tuple[str, ...]:
    known, source = languages_of(loaded), loaded.workspace.manifest.source
    derived = dict(loaded.workspace.manifest.derive)
    for tag in asked:
        if tag not in known:
            raise WrongUse(f"{tag} is not among the languages of this workspace ({', '.join(known)}): workspace.yaml")
    chosen = asked or tuple(tag for tag in known if tag not in derived)
    return tuple(tag for tag in chosen if tag != source or drafts_by is not None)


def _update_language(
    loaded: Loaded, tag: str, drafts_by: str | None, today: str, changes: list[tuple[str, str]], findings: Findings
) -> None:
    language = find_language(tag)
    if language is None:
        raise LookupError(tag)  # the manifest's reader has refused it before
    ledger = load_ledger(loaded.root, tag, findings)
    if tag == loaded.workspace.manifest.source:
        if drafts_by is not None:
            entered = enter_source_drafts(ledger, _all_messages(loaded), by=drafts_by, date=today)
            _save_ledger(loaded.root, tag, ledger, entered, changes)
        return
    catalogues = _update_catalogues(loaded, language, changes, findings)
    entered = ledger
    for catalogue in catalogues if drafts_by is not None else ():
        entered = enter_drafts(entered, catalogue, by=drafts_by or "", date=today)
    _save_ledger(loaded.root, tag, ledger, entered, changes)


def _update_catalogues(
    loaded: Loaded, language: Language, changes: list[tuple[str, str]], findings: Findings
) -> list[Catalogue]:
    nodes = catalogue_nodes(loaded)
    old, broken = _read_catalogues(loaded.root, language.tag, nodes, findings)
    elsewhere = equal_texts(catalogue for catalogue in old.values() if catalogue is not None)
    terms = _terms(loaded, language.tag, findings)
    updated = []
    for name, node in nodes.items():
        template = extract(node, terms=terms)
        path = catalogue_path(language.tag, name)
        if path in broken or not (template or old[name]):
            continue
        catalogue, changed = update_catalogue(old[name], template, path=path, language=language, elsewhere=elsewhere)
        updated.append(catalogue)
        if _save(loaded.root / path, write_catalogue(catalogue)):
            changes.append((path, str(changed)))
    return updated


def _read_catalogues(
    root: Path, tag: str, names: Mapping[str, object], findings: Findings
) -> tuple[dict[str, Catalogue | None], set[str]]:
    """Return the catalogues there are, and the paths of those too damaged to be written again."""
    old: dict[str, Catalogue | None] = {}
    broken: set[str] = set()
    for name in names:
        path = catalogue_path(tag, name)
        own = Findings()
        old[name] = load_catalogue(root, path, own)
        if has_errors(own.all()):
            broken.add(path)
        findings.add(own.all())
    return old, broken


def _terms(loaded: Loaded, tag: str, findings: Findings) -> TermFinder | None:
    path = f"locales/{tag}/terms.csv"
    source = read_source(loaded.root, path, findings) if files.has(loaded.root, path) else None
    english = {entry.id: entry.term.message for entry in loaded.workspace.glossary}
    return TermFinder(findings.take(read_terms(source)), english) if source is not None else None


def _all_messages(loaded: Loaded) -> list[Message]:
    return [message for node in catalogue_nodes(loaded).values() for message in extract(node)]


def _save_ledger(root: Path, tag: str, old: Ledger, new: Ledger, changes: list[tuple[str, str]]) -> None:
    entered = len(new.entries) - len(old.entries)
    if entered and _save(root / ledger_path(tag), write_ledger(new)):
        changes.append((ledger_path(tag), f"{entered} drafts entered"))


def _save(path: Path, text: str) -> bool:
    """Write a text unless the file already says it; return whether it was written."""
    data = text.encode()
    if files.read_if_present(path) == data:
        return False
    files.write(path, data)
    return True
