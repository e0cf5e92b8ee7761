"""`course translate update`: the catalogues of a workspace brought in line with its lessons."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from builder import files
from builder.build.findings import Findings, has_errors
from builder.build.language_files import (
    LanguageFiles,
    cannot_write,
    is_translated,
    read_language,
    save,
    write_language,
)
from builder.build.load import Loaded, load, read_source
from builder.build.locales import interface_words, load_ledger
from builder.build.status import catalogue_nodes, languages_of
from builder.build.targets import WrongUse
from builder.diagnostics import Diagnostics
from builder.languages.table import Language, find_language
from builder.localize.catalogue import Message
from builder.localize.editions import edition_line
from builder.localize.extract import extract
from builder.localize.interface import ENGLISH
from builder.localize.language_update import Templates, Texts, update_texts
from builder.localize.ledger import enter_drafts, enter_source_drafts, write_ledger
from builder.localize.minor import Declared, declared_in
from builder.localize.paths import INTERFACE, ledger_path
from builder.localize.terms import TermFinder, read_terms
from builder.records import dataclass
from builder.resolve.selection import parts_of

Further = Callable[[Texts, Templates], tuple[Texts, Mapping[str, str]]]
"""A step after the merge: the texts and what it says it did to each catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """The files that were written, each with what changed in it, and what was found."""

    changes: tuple[tuple[str, str], ...]
    diagnostics: Diagnostics


def update(
    root: Path, languages: tuple[str, ...], *, drafts_by: str | None, today: str, further: Further | None = None
) -> Update:
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
            changes += _update_language(loaded, tag, drafts_by, today, further, findings)
    except OSError as problem:
        findings.add((cannot_write(problem),))
    return Update(changes=tuple(changes), diagnostics=findings.all())


def merge_language(
    loaded: Loaded, tag: str, findings: Findings, declared: Declared
) -> tuple[LanguageFiles, Texts, Templates, dict[str, str]] | None:
    """Return a language as it is on disk, as it should be, the messages of today and what changes in each catalogue.

    None where its memory cannot be read. Catalogues that cannot be read take no part.
    """
    before = read_language(loaded, tag, findings)
    if before is None:
        return None
    terms = terms_of(loaded, tag, findings)
    nodes = catalogue_nodes(loaded)
    templates = {name: extract(node, terms=terms) for name, node in nodes.items() if name not in before.damaged}
    if words := _own_words(before, findings):
        templates[INTERFACE] = words
    wanted = {name: listed for name, listed in templates.items() if listed or name in before.texts.catalogues}
    editions = editions_of(loaded, (*nodes, INTERFACE, *before.texts.catalogues))
    after, changes = update_texts(
        before.texts, wanted, language=language_record(tag), editions=editions, declared=declared
    )
    return before, after, wanted, {name: str(changed) for name, changed in changes.items()}


def _own_words(before: LanguageFiles, findings: Findings) -> tuple[Message, ...]:
    """Return the words of ours that a workspace translates itself; none where its file of them cannot be read."""
    if INTERFACE in before.damaged:
        return ()
    return interface_words(before.tag, before.texts.catalogues.get(INTERFACE), findings)


def language_record(tag: str) -> Language:
    """Return the record of a language that the manifest's reader has let through."""
    language = find_language(tag)
    if language is None:
        raise LookupError(tag)
    return language


def declared_edits(loaded: Loaded, findings: Findings) -> Declared:
    """Return the English edits that the source language's ledger calls harmless."""
    return declared_in(load_ledger(loaded.root, loaded.workspace.manifest.source, findings))


def editions_of(loaded: Loaded, names: tuple[str, ...]) -> dict[str, str]:
    """Return the line of each catalogue's header that says to which edition of which courses it belongs."""
    courses = loaded.workspace.courses
    everywhere = edition_line((course.id, course.edition) for course in courses)
    lines = {}
    for name in names:
        taking = edition_line((course.id, course.edition) for course in courses if name in parts_of(course))
        lines[name] = taking or everywhere
    return lines


def terms_of(loaded: Loaded, tag: str, findings: Findings) -> TermFinder | None:
    """Return what finds the agreed terms of a language, if it has any."""
    path = f"locales/{tag}/terms.csv"
    source = read_source(loaded.root, path, findings) if files.has(loaded.root, path) else None
    english = {entry.id: entry.term.message for entry in loaded.workspace.glossary}
    return TermFinder(findings.take(read_terms(source)), english) if source is not None else None


def all_messages(loaded: Loaded) -> list[Message]:
    """Return every message of the source language."""
    return [message for node in catalogue_nodes(loaded).values() for message in extract(node)]


def _languages(loaded: Loaded, asked: tuple[str, ...], drafts_by: str | None) -> tuple[str, ...]:
    source = loaded.workspace.manifest.source
    chosen = chosen_languages(loaded, asked)
    for tag in chosen:
        base = dict(loaded.workspace.manifest.derive).get(tag)
        if base is not None and not is_translated(loaded.root, tag):
            hint = "what must differ is an entry of its own with `# override: why`"
            raise WrongUse(f"{tag} is made from {base} at each build: update {base}; {hint}")
    return tuple(tag for tag in chosen if tag != source or drafts_by is not None or tag != ENGLISH)


def chosen_languages(loaded: Loaded, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages asked for, or all that have catalogues of their own; raises `WrongUse` for another one."""
    known = languages_of(loaded)
    derived = dict(loaded.workspace.manifest.derive)
    for tag in asked:
        if tag not in known:
            raise WrongUse(f"{tag} is not among the languages of this workspace ({', '.join(known)}): workspace.yaml")
    return asked or tuple(tag for tag in known if tag not in derived)


def _update_language(
    loaded: Loaded, tag: str, drafts_by: str | None, today: str, further: Further | None, findings: Findings
) -> list[tuple[str, str]]:
    source = loaded.workspace.manifest.source
    if tag == source:
        entered = _update_source(loaded, tag, drafts_by, today, findings) if drafts_by is not None else []
        return [*_update_source_words(loaded, tag, findings), *entered]
    merged = merge_language(loaded, tag, findings, declared_edits(loaded, findings))
    if merged is None:
        return []
    before, after, templates, deeds = merged
    if further is not None:
        after, more = further(after, templates)
        deeds |= more
    if drafts_by is not None:
        after = _with_drafts(after, templates, drafts_by, today)
    return write_language(loaded.root, before, after, source=source, deeds=deeds)


def _update_source_words(loaded: Loaded, tag: str, findings: Findings) -> list[tuple[str, str]]:
    """Write our own words for a workspace whose lessons are in a language that we do not ship them in."""
    before = read_language(loaded, tag, findings)
    words = _own_words(before, findings) if before is not None else ()
    if before is None or not words:
        return []
    own = {name: catalogue for name, catalogue in before.texts.catalogues.items() if name == INTERFACE}
    after, changes = update_texts(
        replace(before.texts, catalogues=own), {INTERFACE: words}, language=language_record(tag),
        editions=editions_of(loaded, (INTERFACE,)),
    )  # fmt: skip
    kept = {**before.texts.catalogues, **after.catalogues}
    deeds = {name: str(changed) for name, changed in changes.items()}
    return write_language(loaded.root, before, replace(after, catalogues=kept), source=tag, deeds=deeds)


def _with_drafts(texts: Texts, templates: Templates, drafts_by: str, today: str) -> Texts:
    ledger = texts.ledger
    for name, catalogue in texts.catalogues.items():
        if name in templates:
            ledger = enter_drafts(ledger, catalogue, by=drafts_by, date=today)
    return replace(texts, ledger=ledger)


def _update_source(loaded: Loaded, tag: str, drafts_by: str, today: str, findings: Findings) -> list[tuple[str, str]]:
    ledger = load_ledger(loaded.root, tag, findings)
    entered = enter_source_drafts(ledger, all_messages(loaded), by=drafts_by, date=today)
    count = len(entered.entries) - len(ledger.entries)
    written = count and save(loaded.root / ledger_path(tag), write_ledger(entered))
    return [(ledger_path(tag), f"{count} drafts entered")] if written else []
