"""`course translate export` and `import`: a language's texts out to translators' programs, and back."""

from collections.abc import Collection, Mapping
from pathlib import Path

from builder import files
from builder.build.exchange_places import find_places
from builder.build.findings import Findings, has_errors
from builder.build.language_files import LanguageFiles, cannot_write, write_language
from builder.build.load import Loaded, load
from builder.build.targets import WrongUse, check_kind
from builder.build.translate import Update, chosen_languages, declared_edits, language_record, merge_language
from builder.diagnostics import Diagnostics
from builder.diagnostics.nearest import nearest
from builder.languages.states import State
from builder.localize.catalogue import active_by_key
from builder.localize.exchange import findings as told
from builder.localize.exchange.apply import Imported, apply_texts
from builder.localize.exchange.collect import outgoing
from builder.localize.exchange.docx_pictures import Pictures
from builder.localize.exchange.files import SUFFIXES, Returned, read_returned
from builder.localize.exchange.unit import Incoming, Outgoing, key_digest
from builder.localize.language_update import Texts
from builder.localize.paths import GLOSSARY, INTERFACE, catalogue_path
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """Which texts of a language go out; empty means all."""

    modules: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file for a translator, and what was found."""

    data: bytes | None
    texts: int
    diagnostics: Diagnostics


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A language brought up to date in memory, not on disk."""

    loaded: Loaded
    before: LanguageFiles
    after: Texts
    deeds: Mapping[str, str]
    """What bringing it up to date changed in each catalogue."""


def export(root: Path, tag: str, form: str, selected: Selected) -> Export:
    """Return a language's texts as a file of one of the forms; raises `WrongUse` for what there is not."""
    findings = Findings()
    if form not in SUFFIXES:
        raise WrongUse(f"there is no form {form!r}; there are: {', '.join(SUFFIXES)}")
    prepared = prepare_language(root, tag, findings)
    if prepared is None:
        return Export(data=None, texts=0, diagnostics=findings.all())
    if form == "tbx":
        return Export(data=terms_file(prepared, tag, findings), texts=0, diagnostics=findings.all())
    texts = selected_texts(prepared, selected)
    return Export(data=texts_file(prepared, tag, form, texts), texts=len(texts), diagnostics=findings.all())


def import_files(root: Path, paths: tuple[Path, ...], *, language: str | None, only_check: bool = False) -> Update:
    """Enter what files bring, three ways; with ``only_check`` only say what would happen. Conflicts are findings."""
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None or has_errors(findings.all()):
        return Update(changes=(), diagnostics=findings.all())
    source = loaded.workspace.manifest.source
    known = [tag for tag in chosen_languages(loaded, ()) if tag != source]
    changes: list[tuple[str, str]] = []
    for path in paths:
        returned = _returned(path, source, known, findings)
        if returned is None:
            continue
        tag = language or _known(returned.language, known) or _unnamed(path)
        check_exchanged(loaded, tag)
        merged = merge_language(loaded, tag, findings, declared_edits(loaded, findings))
        if merged is None:
            continue
        before, after, _templates, deeds = merged
        after, done, found = apply_texts(after, returned.texts, language=tag)
        findings.add(found)
        said = _both(deeds, done)
        try:
            if only_check:
                changes += [(catalogue_path(tag, name), str(imported)) for name, imported in done.items()]
            else:
                changes += write_language(root, before, after, source=source, deeds=said)
        except OSError as problem:
            findings.add((cannot_write(problem),))
    return Update(changes=tuple(changes), diagnostics=findings.all())


def approved_in(file: Path, tag: str) -> tuple[set[tuple[str, str | None, str, str]], Diagnostics]:
    """Return what a file marks as approved: (path of the catalogue, msgctxt, msgid, translation).

    XLIFF says it by the states ``signed-off``, ``final``, ``reviewed`` or ``approved="yes"``; Word and CSV by a "yes"
    in the column for it, in any of our languages. A file in another language is a finding, and so is each text that is
    not known again or of which the file says neither yes nor no.
    """
    findings = Findings()
    returned = _returned(file, "en", [tag], findings)
    if returned is None:
        return set(), findings.all()
    said = returned.language
    if (said and _known(said, [tag]) != tag) or not (said or returned.texts):
        findings.add((told.other_language(file.as_posix(), said, tag),))
        return set(), findings.all()
    findings.add(told.undecided(one, tag) for one in returned.texts if one.unclear)
    every = [one for one in returned.texts if one.approved]
    approved = [one for one in every if _is_known(one)]
    findings.add(told.unnamed(one, tag) for one in every if not _is_known(one))
    return {(catalogue_path(tag, one.catalogue), *one.key, one.translation) for one in approved}, findings.all()


def prepare_language(root: Path, tag: str, findings: Findings) -> Prepared | None:
    """Return a language in line with the lessons; None where a source has an error."""
    loaded = findings.take(load(root))
    return None if loaded is None or has_errors(findings.all()) else prepare(loaded, tag, findings)


def prepare(loaded: Loaded, tag: str, findings: Findings) -> Prepared | None:
    """Return the same of a workspace that was read already; None where the language's memory cannot be read."""
    check_exchanged(loaded, tag)
    merged = merge_language(loaded, tag, findings, declared_edits(loaded, findings))
    if merged is None:
        return None
    before, after, _templates, deeds = merged
    return Prepared(loaded=loaded, before=before, after=after, deeds=deeds)


def check_exchanged(loaded: Loaded, tag: str) -> None:
    """Raise `WrongUse` for a language that nobody translates into."""
    chosen_languages(loaded, (tag,))
    manifest = loaded.workspace.manifest
    if tag == manifest.source:
        raise WrongUse(f"the lessons are written in {tag}; name a language that they are translated into")
    if tag in dict(manifest.derive):
        base = dict(manifest.derive)[tag]
        raise WrongUse(f"{tag} is made from {base} at each build: exchange {base}")


def selected_texts(prepared: Prepared, selected: Selected) -> tuple[Outgoing, ...]:
    """Return the texts that were asked for, each with where it is seen."""
    states = _members(selected.states)
    for kind in selected.kinds:
        check_kind(kind)
    names = tuple(prepared.after.catalogues)
    for name in selected.modules:
        if name == INTERFACE and name not in names:
            raise WrongUse("the words that outputs add are translated already in this language: there is no _ui.po")
        if name not in names:
            close = nearest(name, names)
            raise WrongUse(f"there is no catalogue {name!r}" + (f"; did you mean {close!r}?" if close else ""))
    places = find_places(prepared.loaded)
    return outgoing(
        prepared.after, names=selected.modules, states=states, kinds=selected.kinds, places=places
    )  # fmt: skip


def texts_file(
    prepared: Prepared, tag: str, form: str, texts: tuple[Outgoing, ...], pictures: Pictures | None = None
) -> bytes:
    """Return texts as the bytes of a file; a Word file shows the slides that there are pictures of."""
    from builder.localize.exchange.files import write_texts
    from builder.write.package import write_package

    manifest = prepared.loaded.workspace.manifest
    made = write_texts(
        texts,
        form,
        source=language_record(manifest.source),
        language=language_record(tag),
        title=manifest.name,
        pictures=pictures,
    )
    return made if isinstance(made, bytes) else write_package(made)


def terms_file(prepared: Prepared, tag: str, findings: Findings) -> bytes:
    """Return the glossary and the language's terms as TBX."""
    from builder.build.load import read_source
    from builder.localize.exchange.tbx import Concept, write_tbx
    from builder.localize.terms import read_terms

    path = f"locales/{tag}/terms.csv"
    loaded = prepared.loaded
    source = read_source(loaded.root, path, findings) if files.has(loaded.root, path) else None
    terms = findings.take(read_terms(source)) if source is not None else ()
    translated = active_by_key(prepared.after.catalogues.get(GLOSSARY))
    by_english = {key[1]: message.msgstr[0] for key, message in translated.items() if not message.fuzzy}
    concepts = (
        Concept(
            id=entry.id, english=entry.term.message, definition=entry.definition.message,
            translated_definition=by_english.get(entry.definition.message, ""),
        )
        for entry in loaded.workspace.glossary
    )  # fmt: skip
    return write_tbx(concepts, terms, source=loaded.workspace.manifest.source, language=tag)


def _returned(path: Path, source: str, known: Collection[str], findings: Findings) -> Returned | None:
    try:
        data = files.read_if_present(path)
    except OSError as problem:
        findings.add((told.unreadable(path.as_posix(), str(problem.strerror).lower()),))
        return None
    if data is None:
        raise WrongUse(f"there is no file {path}")
    if len(data) > files.LARGEST_SOURCE * 8:
        findings.add((told.unreadable(path.as_posix(), "it is too large"),))
        return None
    return findings.take(read_returned(data, path=path.as_posix(), source=source, languages=tuple(known)))


def _both(deeds: Mapping[str, str], done: Mapping[str, Imported]) -> dict[str, str]:
    said = dict(deeds)
    for name, imported in done.items():
        said[name] = ", ".join(filter(None, (str(imported), said.get(name, "").replace("no text changed", ""))))
    return said


def _members(states: Collection[str]) -> tuple[State, ...]:
    known = [state.value for state in State]
    for state in states:
        if state not in known:
            raise WrongUse(f"there is no state {state!r}; there are: {', '.join(known)}")
    return tuple(State(state) for state in states)


def _known(tag: str, known: Collection[str]) -> str:
    """Return a language as the workspace calls it: ``mk-MK`` is its ``mk``."""
    small = tag.replace("_", "-").lower()
    alike = [one for one in known if f"{small}-".startswith(f"{one.lower()}-")]
    return max(alike, key=len, default=tag)


def _is_known(one: Incoming) -> bool:
    """Return whether a text still has the name that it went out with, and the English that the name stands for."""
    return one.is_named and one.digest == key_digest(one.key)


def _unnamed(path: Path) -> str:
    raise WrongUse(f"{path} does not say its language; add --lang")
