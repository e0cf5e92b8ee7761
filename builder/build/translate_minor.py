"""`course translate minor`: an English edit declared harmless, so that no translator has to look at it again."""

from collections.abc import Iterable
from pathlib import Path

from builder import files
from builder.build.findings import Findings, has_errors
from builder.build.language_files import cannot_write
from builder.build.load import Loaded, load
from builder.build.locales import load_ledger
from builder.build.targets import WrongUse
from builder.build.translate import Update, chosen_languages, declared_edits, merge_language, update
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.diagnostics.nearest import nearest
from builder.localize.catalogue import Message
from builder.localize.english_guard import refusals
from builder.localize.ledger import name_in_ledger, write_ledger
from builder.localize.minor import Edit, declare, edit_of, english_digest
from builder.localize.paths import ledger_path
from builder.records import dataclass
from builder.source import Span

_ENGLISH = "en"
_SHORTEST = 6
"""Digits of a digest that are enough to name a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An edit of an English text for which translations are stale."""

    edit: Edit
    places: tuple[str, ...]
    kinds: str
    languages: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Return the name by which one can call the edit."""
        return english_digest(self.edit.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minor:
    """The edits that a reference names, what was written for them, and what was found."""

    edits: tuple[Waiting, ...]
    update: Update


def minor(root: Path, reference: str | None, *, by: str | None, today: str) -> Minor:
    """Declare the edits that a reference names, in all languages; raises `WrongUse` where it names none.

    A reference is the place of a text (``modules/shock/01-warm.md#pale``), a lesson's path, or the digest of the
    text; without one all edits count. Without ``by`` nothing is written: the edits are only shown. If one of them must
    not be called harmless, none is.
    """
    findings = Findings()
    loaded = findings.take(load(root))
    if loaded is None or has_errors(findings.all()):
        return _nothing(findings)
    source = loaded.workspace.manifest.source
    if source != _ENGLISH:
        raise WrongUse(f"what may be called harmless is known for English only; the source language here is {source}")
    waiting = _waiting(loaded, findings)
    named = _named(waiting, reference, loaded) if reference is not None else waiting
    if by is None or not named or has_errors(findings.all()):
        return _nothing(findings, named)
    if reference is None:
        raise WrongUse("name the edit: a place such as modules/shock/01-warm.md#pale, a lesson, or a digest")
    if not by.strip():
        raise WrongUse("a declaration needs a name: --by NAME")
    findings.add(finding for one in named for finding in _refused(one))
    if has_errors(findings.all()):
        return _nothing(findings, named)
    return Minor(edits=named, update=_written(loaded, named, by, today, findings))


def _nothing(findings: Findings, edits: tuple[Waiting, ...] = ()) -> Minor:
    return Minor(edits=edits, update=Update(changes=(), diagnostics=findings.all()))


def _waiting(loaded: Loaded, findings: Findings) -> tuple[Waiting, ...]:
    """Return the edits for which translations wait, in the order of the lessons."""
    found: dict[Edit, tuple[Message, list[str]]] = {}
    declared = declared_edits(loaded, findings)
    for tag in chosen_languages(loaded, ()):
        if tag == loaded.workspace.manifest.source:
            continue
        merged = merge_language(loaded, tag, findings, declared)
        for catalogue in merged[1].catalogues.values() if merged is not None else ():
            for message in catalogue.active:
                edit = edit_of(message)
                if edit is not None:
                    found.setdefault(edit, (message, []))[1].append(tag)
    return tuple(
        Waiting(
            edit=edit, places=message.references, kinds=next(iter(message.extracted), ""),
            languages=tuple(dict.fromkeys(languages)),
        )
        for edit, (message, languages) in found.items()
    )  # fmt: skip


def _named(waiting: tuple[Waiting, ...], reference: str, loaded: Loaded) -> tuple[Waiting, ...]:
    wanted = reference.strip()
    named = tuple(one for one in waiting if _is_named(one, wanted))
    if named:
        return named
    names = [name for one in waiting for place in one.places for name in (place, place.partition("#")[0])]
    near = nearest(wanted, names)
    if near is not None:
        raise WrongUse(f"no translation waits for an edit at {wanted!r}; did you mean {near}?")
    path = wanted.partition("#")[0]
    if files.has(loaded.root, path):
        raise WrongUse(f"no translation waits for an edit at {wanted!r}: nothing there is stale in any language")
    raise WrongUse(
        f"{wanted!r} is no place, lesson or digest of a text; `course translate minor` lists those that wait"
    )


def _is_named(one: Waiting, wanted: str) -> bool:
    if len(wanted) >= _SHORTEST and one.digest.startswith(wanted.lower()):
        return True
    return any(place == wanted or place.partition("#")[0] == wanted for place in one.places)


def _refused(one: Waiting) -> Iterable[Diagnostic]:
    """Yield why an edit is not harmless, one finding a reason."""
    reasons = list(refusals(one.edit.old[1], one.edit.new[1]))
    if "answer" in one.kinds.split(", "):
        reasons.append("it decides which answers are right")
    path = one.places[0].partition("#")[0] if one.places else ""
    hint = "let the translators look at it: they revise msgstr and take away the mark `fuzzy`"
    for reason in reasons:
        message = f"this edit cannot be called harmless: {reason} (“{_short(one.edit.new[1])}”)"
        yield diagnose(Code.MINOR_REFUSED, message, Span.at(path), hint=hint)


def _written(loaded: Loaded, named: tuple[Waiting, ...], by: str, today: str, findings: Findings) -> Update:
    source = loaded.workspace.manifest.source
    before = load_ledger(loaded.root, source, findings)
    after = declare(before, (one.edit for one in named), by=name_in_ledger(by), date=today)
    path = ledger_path(source)
    changes: tuple[tuple[str, str], ...] = ((path, f"{len(named)} harmless edits declared"),)
    try:
        files.write(loaded.root / path, write_ledger(after).encode())
    except OSError as problem:
        return Update(changes=(), diagnostics=(*findings.all(), cannot_write(problem)))
    done = update(loaded.root, (), drafts_by=None, today=today)
    found: Diagnostics = tuple(dict.fromkeys((*findings.all(), *done.diagnostics)))
    return Update(changes=(*changes, *done.changes), diagnostics=found)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
