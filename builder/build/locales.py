"""One language of a workspace: its catalogues, its ledger and our own words in it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from builder import files
from builder.build.findings import Findings
from builder.build.load import read_source
from builder.diagnostics import Diagnostic, Diagnostics
from builder.languages.interface import Interface
from builder.languages.pseudo import is_pseudo
from builder.languages.scripts import DERIVED as SCRIPTS
from builder.languages.table import Language, find_language
from builder.languages.words import Word
from builder.localize.catalogue import Key, Message
from builder.localize.derive import derive_catalogue, derive_ledger, derive_message
from builder.localize.interface import english_message, interface_template, load_interface
from builder.localize.ledger import Ledger, read_ledger
from builder.localize.paths import INTERFACE, catalogue_path, ledger_path
from builder.localize.po import Catalogue, read_catalogue
from builder.localize.pseudo import pseudo_messages
from builder.localize.serbian_latin import NO_EXCEPTIONS, Transliterator, read_exceptions
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
    own_words: Catalogue | None
    """Those of ``interface`` that the workspace translates itself, as far as there is a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """What stands in a language's folder, and beside it what we ship in the language."""

    catalogues: Mapping[str, Catalogue]
    """Those of the workspace by name, its own ``_ui`` included."""
    shipped: Catalogue | None
    """Our own words."""
    ledger: Ledger


def load_locale(
    root: Path, tag: str, names: Iterable[str], derive: Iterable[tuple[str, str]] = ()
) -> tuple[Locale, Diagnostics]:
    """Return one language as far as its files are there; a missing catalogue is an empty one.

    ``derive`` names languages that are made from others, as the manifest has them: (derived, base).
    """
    findings = Findings()
    names, language = tuple(names), find_language(tag)
    if language is None:
        raise LookupError(tag)  # the manifest's reader and the command line have refused it before
    texts = _texts(root, tag, (*names, INTERFACE), findings)
    base = dict(derive).get(tag)
    if base is not None:
        texts = _derived(root, language, texts, _texts(root, base, (*names, INTERFACE), findings), findings)
        absent = {one: Catalogue(path=catalogue_path(base, one)) for one in names}  # the base's are those to write
        texts = replace(texts, catalogues={**absent, **texts.catalogues})
    elif texts.shipped is None and tag in SCRIPTS:  # our own words are derived whether or not the workspace's are
        texts = replace(texts, shipped=_shipped_in_other_script(SCRIPTS[tag], findings))
    interface = findings.take(
        load_interface(tag, shipped=texts.shipped, override=texts.catalogues.get(INTERFACE), ledger=texts.ledger)
    )
    catalogues = {name: catalogue for name, catalogue in texts.catalogues.items() if name != INTERFACE}
    locale = Locale(
        language=language, catalogues=catalogues, ledger=texts.ledger, interface=interface,
        own_words=texts.catalogues.get(INTERFACE),
    )  # fmt: skip
    return locale, tuple(_said_of(finding, base, tag) for finding in findings.all())


def interface_words(tag: str, own: Catalogue | None, findings: Findings) -> tuple[Message, ...]:
    """Return the words of ours that a workspace translates itself, untranslated; ``own`` is the catalogue it has."""
    if is_pseudo(tag):
        return ()
    shipped = _shipped(tag, findings)
    if shipped is None and tag in SCRIPTS:
        shipped = _shipped_in_other_script(SCRIPTS[tag], findings)
    return interface_template(tag, shipped=shipped, own=own, notes=_notes(findings))


def _notes(findings: Findings) -> dict[Key, tuple[str, ...]]:
    """Return what the catalogues that we ship tell a translator of our words."""
    notes: dict[Key, tuple[str, ...]] = {}
    for name in files.list_package("interface"):
        shipped = _shipped(name.removesuffix(".po"), findings) if name.endswith(".po") else None
        for message in shipped.messages if shipped is not None else ():
            if message.extracted:
                notes.setdefault(message.key, message.extracted)
    return notes


def _texts(root: Path, tag: str, names: Iterable[str], findings: Findings) -> _Texts:
    found = {name: load_catalogue(root, catalogue_path(tag, name), findings) for name in names}
    return _Texts(
        catalogues={name: catalogue for name, catalogue in found.items() if catalogue is not None},
        shipped=_shipped(tag, findings),
        ledger=load_ledger(root, tag, findings),
    )


def _shipped(tag: str, findings: Findings) -> Catalogue | None:
    if is_pseudo(tag):
        messages = pseudo_messages(map(english_message, Word), tag)
        return Catalogue(path=f"interface/{tag}.po", messages=tuple(messages))
    data = files.read_package(f"interface/{tag}.po")
    source = findings.take(decode(data, f"interface/{tag}.po")) if data is not None else None
    return findings.take(read_catalogue(source)) if source is not None else None


def _shipped_in_other_script(base: str, findings: Findings) -> Catalogue | None:
    shipped, change = _shipped(base, findings), Transliterator()
    messages = tuple(derive_message(message, change) for message in shipped.messages) if shipped is not None else ()
    return replace(shipped, messages=messages) if shipped is not None else None


def _derived(root: Path, language: Language, own: _Texts, base: _Texts, findings: Findings) -> _Texts:
    """Return a language's texts made from its base's: what it says itself goes first."""
    change = load_transliterator(root, language.tag, findings)
    catalogues = dict(own.catalogues)
    pairs: list[tuple[Message, Message]] = []
    for name, catalogue in base.catalogues.items():
        derived, found = derive_catalogue(catalogue, change, own.catalogues.get(name), language)
        findings.add(found)
        catalogues[name] = derived
        pairs += zip(catalogue.active, (derive_message(message, change) for message in catalogue.active), strict=True)
    shipped = own.shipped
    if shipped is None and base.shipped is not None:
        messages = tuple(derive_message(message, change) for message in base.shipped.messages)
        pairs += zip(base.shipped.messages, messages, strict=True)
        shipped = replace(base.shipped, messages=messages)
    return _Texts(catalogues=catalogues, shipped=shipped, ledger=derive_ledger(pairs, base.ledger, own.ledger))


def load_transliterator(root: Path, tag: str, findings: Findings) -> Transliterator:
    """Return what puts texts into a derived language's script, by the exceptions of the workspace."""
    path = f"locales/{tag}/exceptions.csv"
    source = read_source(root, path, findings) if files.has(root, path) else None
    return Transliterator(findings.take(read_exceptions(source)) if source is not None else NO_EXCEPTIONS)


def _said_of(finding: Diagnostic, base: str | None, tag: str) -> Diagnostic:
    """Return a finding about a base's catalogue as one about the language that is made from it."""
    return replace(finding, language=tag) if base is not None and finding.language == base else finding


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
