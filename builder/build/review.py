"""`course review`: what waits for a reviewer in a language, and her word on it in the ledger."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from builder import files
from builder.build.findings import Findings, has_errors
from builder.build.language_files import LanguageFiles, cannot_write, read_language, save, write_language
from builder.build.load import Loaded, load
from builder.build.status import catalogue_nodes, languages_of
from builder.build.targets import WrongUse
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.diagnostics.quoted import quoted
from builder.languages.words import Word
from builder.localize.beside import is_undecided
from builder.localize.catalogue import Catalogue, Message, active_by_key
from builder.localize.derive import is_override
from builder.localize.extract import extract
from builder.localize.interface import english_message
from builder.localize.paths import INTERFACE, catalogue_path, ledger_path
from builder.localize.po import read_catalogue, write_catalogue
from builder.localize.review import Waiting, remember_signed, sign, translated_by, waiting
from builder.read.decode import decode
from builder.records import dataclass
from builder.source import Span

_UNREADABLE = (Code.FILE_NOT_UTF8, Code.FILE_UNREADABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies before a reviewer of one language; each signature gives a new desk."""

    root: Path
    tag: str
    source: str
    """The language that the lessons are written in."""
    files: LanguageFiles
    catalogues: tuple[Catalogue, ...]
    """All that can be signed, our own words last."""
    waiting: tuple[Waiting, ...]
    by_another: bool
    """Whether the workspace wants another person than the translator to sign."""


def open_desk(root: Path, tag: str, *, names: Collection[str] = ()) -> tuple[Desk | None, Diagnostics]:
    """Return what waits in a language, in some catalogues or in all; None where the sources have an error.

    Of a derived language only the texts that override what is derived: the others have their base's reviews. Raises
    `WrongUse` for a language or catalogue that the workspace does not have.
    """
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None or has_errors(findings.all()):
        return None, findings.all()
    _check(loaded, tag, names)
    read = read_language(loaded, tag, findings)
    if read is None or _is_unreadable(ledger_path(tag), findings.all()):
        return None, findings.all()
    manifest = loaded.workspace.manifest
    every = tuple(_source_texts(loaded) if tag == manifest.source else _translations(read, findings))
    if tag in dict(manifest.derive):
        every = tuple(replace(one, messages=tuple(filter(is_override, one.messages))) for one in every)
    catalogues = tuple(one for one in every if not names or _name(one) in names)
    kept = {one.path for one in catalogues}
    items = tuple(one for one in waiting(every, read.texts.ledger, read.texts.memory) if one.path in kept)
    desk = Desk(
        root=root, tag=tag, source=manifest.source, files=read, catalogues=catalogues, waiting=items,
        by_another=manifest.review_by_another,
    )  # fmt: skip
    return desk, findings.all()


def sign_texts(desk: Desk, items: Sequence[Waiting], *, by: str, today: str) -> tuple[Desk, Diagnostics]:
    """Enter a person's word on some texts, on disk at once, and return the desk without them.

    Where the workspace wants another person to sign, the translator's own texts stay, with a finding; and so does a
    text beside which another one waits for a decision.
    """
    own = [item for item in items if desk.by_another and _is_own(desk, item, by)]
    open_ = [item for item in items if is_undecided(item.message)]
    signed = [item for item in items if item not in own and item not in open_]
    messages = [item.message for item in signed]
    texts = desk.files.texts
    after = replace(
        texts,
        ledger=sign(texts.ledger, messages, by=by, date=today),
        memory=remember_signed(texts.memory, messages, by=by, date=today) if desk.tag != desk.source else texts.memory,
    )
    reasons = [(item, _own_text(by, item)) for item in own] + [(item, _open_text(item)) for item in open_]
    refused = tuple(_refusal(item, desk.tag, *reason) for item, reason in reasons)
    try:
        write_language(desk.root, desk.files, after, source=desk.source, deeds={})
    except OSError as problem:
        return desk, (*refused, cannot_write(problem))
    left = tuple(item for item in desk.waiting if item not in signed)
    return replace(desk, files=replace(desk.files, texts=after), waiting=left), refused


def approved_by(desk: Desk, file: Path, items: Sequence[Waiting]) -> tuple[tuple[Waiting, ...], Diagnostics]:
    """Return what a file approves as it stands here, and a finding for each text that has changed since."""
    from builder.build.exchange import approved_in

    approved, found = approved_in(file, desk.tag)
    texts = {(path, context, source): translation for path, context, source, translation in approved}
    named = [one for one in items if (one.path, *one.message.key) in texts]
    same = tuple(one for one in named if texts[one.path, *one.message.key] == one.message.msgstr[0])
    changed = (_refusal(one, desk.tag, *_other_text(file.name, one)) for one in named if one not in same)
    return same, (*found, *changed)


def _other_text(name: str, item: Waiting) -> tuple[str, str]:
    message = f"{name} approves another translation of {quoted(item.message.msgid)} than the one that stands here"
    return message, f"`course translate import {name}` takes what it says, or export again and let it be read"


def remark(desk: Desk, item: Waiting, text: str, *, by: str, today: str) -> tuple[Desk, Diagnostics]:
    """Write a remark to the translator above an entry of her catalogue; words that we ship have none to write into."""
    name = Path(item.path).stem
    catalogue = desk.files.texts.catalogues.get(name)
    if catalogue is None or all(message.key != item.message.key for message in catalogue.active):
        hint = "tell the translator, or correct the text and sign it then"
        return desk, (_refusal(item, desk.tag, f"{quoted(item.message.msgid)} is ours and takes no remark", hint),)
    line = " ".join(f"review: {by}, {today}: {text}".split())
    messages = tuple(_remarked(message, item.message, line) for message in catalogue.messages)
    changed = replace(catalogue, messages=messages)
    try:
        save(desk.root / catalogue.path, write_catalogue(changed))
    except OSError as problem:
        return desk, (cannot_write(problem),)
    texts = replace(desk.files.texts, catalogues={**desk.files.texts.catalogues, name: changed})
    return replace(desk, files=replace(desk.files, texts=texts)), ()


def _remarked(message: Message, wanted: Message, line: str) -> Message:
    if message.obsolete or message.key != wanted.key:
        return message
    return replace(message, comments=(*message.comments, line))


def _is_unreadable(path: str, found: Diagnostics) -> bool:
    """Return whether a file could not be read: what is not read must not be written over."""
    return any(one.span is not None and one.span.path == path and one.code in _UNREADABLE for one in found)


def _check(loaded: Loaded, tag: str, names: Iterable[str]) -> None:
    known = languages_of(loaded)
    if tag not in known:
        raise WrongUse(f"{tag} is not among the languages of this workspace ({', '.join(known)}): workspace.yaml")
    there = (*catalogue_nodes(loaded), INTERFACE)
    for name in names:
        if name not in there:
            raise WrongUse(f"{name} is no catalogue of this workspace ({', '.join(there)})")


def _translations(read: LanguageFiles, findings: Findings) -> Iterator[Catalogue]:
    """Yield the workspace's catalogues, and of the words that we ship those that it does not say itself."""
    yield from read.texts.catalogues.values()
    own = active_by_key(read.texts.catalogues.get(INTERFACE))
    path = f"interface/{read.tag}.po"
    data = files.read_package(path)
    source = findings.take(decode(data, path)) if data is not None else None
    if source is not None:
        shipped = findings.take(read_catalogue(source))
        left = tuple(one for one in shipped.messages if one.key not in own or not own[one.key].translated)
        yield replace(shipped, path=catalogue_path(read.tag, INTERFACE), messages=left)


def _source_texts(loaded: Loaded) -> Iterator[Catalogue]:
    """Yield the lessons as catalogues: in the source language each text is its own translation."""
    tag = loaded.workspace.manifest.source
    for name, node in catalogue_nodes(loaded).items():
        messages = tuple(replace(message, msgstr=(message.msgid,)) for message in extract(node))
        yield Catalogue(path=catalogue_path(tag, name), messages=messages)
    if tag == "en":
        yield Catalogue(path=catalogue_path(tag, INTERFACE), messages=tuple(english_message(word) for word in Word))


def _name(catalogue: Catalogue) -> str:
    return Path(catalogue.path).stem


def _is_own(desk: Desk, item: Waiting, by: str) -> bool:
    catalogue = next(one for one in desk.catalogues if one.path == item.path)
    return translated_by(by, catalogue, item.message, desk.files.texts.ledger)


def _own_text(by: str, item: Waiting) -> tuple[str, str]:
    hint = "let another person review it, or take `review: {by_another: true}` out of workspace.yaml"
    return f"{by} translated {quoted(item.message.msgid)} and cannot sign it", hint


def _open_text(item: Waiting) -> tuple[str, str]:
    hint = "keep the one that is right, and delete the comment `also:` above the entry"
    return f"two translations of {quoted(item.message.msgid)} wait for a decision", hint


def _refusal(item: Waiting, tag: str, message: str, hint: str) -> Diagnostic:
    span = Span.at(item.path, item.message.line or 1)
    return diagnose(Code.REVIEW_REFUSED, message, span, hint=hint, language=tag)
