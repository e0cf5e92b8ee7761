"""The checks of translations in `course check`: the catalogues of each language, with its terms and dictionaries."""

from collections.abc import Iterable

from builder import files
from builder.build.findings import Findings
from builder.build.language_files import load_memory
from builder.build.load import Loaded, read_source
from builder.build.locales import load_catalogue
from builder.build.status import catalogue_nodes
from builder.content.phrase import Kind
from builder.content.walk import phrases
from builder.diagnostics import Diagnostics
from builder.languages.dictionaries import dictionary_names, ijekavian_names
from builder.languages.pseudo import is_pseudo
from builder.languages.table import Language, find_language
from builder.localize.catalogue import Key
from builder.localize.checks.catalogues import Aids, check_catalogues
from builder.localize.checks.terms import TermBase
from builder.localize.extract import is_message, key_of
from builder.localize.paths import catalogue_path
from builder.localize.spelling import open_speller
from builder.localize.terms import read_terms


def check_translations(loaded: Loaded, tags: Iterable[str]) -> Diagnostics:
    """Return what the rules find in the catalogues of the languages.

    A derived language has none of its own: what it overrides is checked where it is taken in.
    """
    manifest = loaded.workspace.manifest
    made = {manifest.source, *(derived for derived, _ in manifest.derive)}
    findings = Findings()
    kinds = _kinds(loaded)
    for tag in tags:
        language = find_language(tag)
        if language is not None and tag not in made and not is_pseudo(tag):
            _check_language(loaded, language, kinds, findings)
    return findings.all()


def _check_language(loaded: Loaded, language: Language, kinds: dict[Key, Kind], findings: Findings) -> None:
    seen = Findings()  # what is wrong with the files is told where they are translated from
    paths = (catalogue_path(language.tag, name) for name in catalogue_nodes(loaded))
    catalogues = [one for path in paths if (one := load_catalogue(loaded.root, path, seen)) is not None]
    load_memory(loaded.root, language.tag, loaded.workspace.manifest.source, findings)  # no file is made from it
    aids = _aids(loaded, language, findings)
    findings.add(check_catalogues(catalogues, language=language, aids=aids, kinds=kinds))


def _kinds(loaded: Loaded) -> dict[Key, Kind]:
    """Return what each text of the lessons is for."""
    kinds: dict[Key, Kind] = {}
    for nodes in catalogue_nodes(loaded).values():
        for phrase in phrases(nodes):
            if is_message(phrase):
                kinds.setdefault(key_of(phrase), phrase.kind)
    return kinds


def _aids(loaded: Loaded, language: Language, findings: Findings) -> Aids:
    words = _text(loaded, f"locales/{language.tag}/spelling.txt", findings).split("\n")
    own = [word.strip() for word in words if word.strip() and not word.startswith("#")]
    speller = open_speller(files.find_dictionaries(loaded.root, dictionary_names(language)), own)
    ijekavian = open_speller(files.find_dictionaries(loaded.root, ijekavian_names(language)), own)
    path = f"locales/{language.tag}/terms.csv"
    source = read_source(loaded.root, path, findings) if files.has(loaded.root, path) else None
    terms = None
    if source is not None:
        english = {entry.id: entry.term.message for entry in loaded.workspace.glossary}
        terms = TermBase(findings.take(read_terms(source)), english, speller)
    return Aids(terms=terms, speller=speller, ijekavian=ijekavian)


def _text(loaded: Loaded, path: str, findings: Findings) -> str:
    source = read_source(loaded.root, path, findings) if files.has(loaded.root, path) else None
    return source.text if source is not None else ""
