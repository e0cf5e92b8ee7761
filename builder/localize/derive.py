"""One language made from another at build: the catalogues, reviews, terms and notes of ``sr-Latn`` from ``sr-Cyrl``."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.diagnostics import Code, Diagnostic, Diagnostics, Severity, diagnose
from builder.diagnostics.quoted import quoted
from builder.languages.table import Language
from builder.localize.catalogue import Catalogue, Key, Message, active_by_key
from builder.localize.checks.subject import subject_of
from builder.localize.digest import message_digest
from builder.localize.ledger import Ledger, enter
from builder.localize.terms import Term
from builder.model.workspace import ApprovedText, Publisher
from builder.source import Span

Change = Callable[[str], str]
"""A text of the base language → the same in the derived one."""
_OVERRIDE = re.compile(r"\s*override:\s*\S", re.IGNORECASE)


def derive_catalogue(
    base: Catalogue, change: Change, own: Catalogue | None, language: Language
) -> tuple[Catalogue, Diagnostics]:
    """Return the base's catalogue in the derived language, with the overrides of its own, and what is wrong with those.

    The path stays the base's: that is the file to edit. An entry of the language's own file that says something else
    is taken where the comment ``# override: why`` declares it. Without one it is an error, and the text stays there
    as a proposal; the derived one is used.
    """
    overrides, found = _overrides(base, change, own, language)
    messages = tuple(
        replace(message, msgstr=overrides[message.key].msgstr, flags=(), previous=None, line=message.line)
        if message.key in overrides
        else derive_message(message, change)
        for message in base.active
    )
    return replace(base, messages=messages, leftovers=()), found


def is_override(message: Message) -> bool:
    """Return whether an entry of a derived language's own file says that it is to differ, and why."""
    return any(map(_OVERRIDE.match, message.comments))


def derive_message(message: Message, change: Change) -> Message:
    """Return a message with its translation in the derived language; what it is otherwise stays."""
    return replace(message, msgstr=tuple(map(change, message.msgstr)))


def derive_ledger(pairs: Iterable[tuple[Message, Message]], base: Ledger, own: Ledger) -> Ledger:
    """Return a language's own ledger with the reviews that derived messages inherit; pairs are (base, derived).

    An override is another text, so that no review of the base's stands for it.
    """
    by_digest: dict[str, list[str]] = {}
    for before, after in pairs:
        by_digest.setdefault(message_digest(before), []).append(message_digest(after))
    inherited = (
        replace(entry, digest=derived)
        for entry in base.entries
        if entry.state != "minor"
        for derived in by_digest.get(entry.digest, ())
    )
    return enter(own, inherited)


def derive_terms(terms: Iterable[Term], change: Change) -> tuple[Term, ...]:
    """Return a language's terms in the derived one."""
    return tuple(
        replace(term, form=change(term.form), other_forms=tuple(map(change, term.other_forms))) for term in terms
    )


def derive_publisher(publisher: Publisher, derive: Iterable[tuple[str, str]], change: Change) -> Publisher:
    """Return a publisher with its notes in derived languages too, as far as it does not give them itself."""
    pairs = tuple(derive)
    mark, funding = publisher.mark, publisher.funding
    return replace(
        publisher,
        mark=mark and replace(mark, notes=_texts(mark.notes, pairs, change)),
        funding=funding and replace(funding, statements=_texts(funding.statements, pairs, change)),
        disclaimers=_texts(publisher.disclaimers, pairs, change),
    )


def _texts(
    texts: tuple[ApprovedText, ...], pairs: Sequence[tuple[str, str]], change: Change
) -> tuple[ApprovedText, ...]:
    given = {text.language: text for text in texts}
    made = (
        replace(given[base], language=derived, text=change(given[base].text))
        for derived, base in pairs
        if base in given and derived not in given
    )
    return (*texts, *made)


def _overrides(
    base: Catalogue, change: Change, own: Catalogue | None, language: Language
) -> tuple[Mapping[Key, Message], Diagnostics]:
    """Return the entries of a language's own file that stand instead of derived ones, and what is wrong with others."""
    known = active_by_key(base)
    taken: dict[Key, Message] = {}
    found: list[Diagnostic] = []
    for key, message in active_by_key(own).items() if own is not None else ():
        before = known.get(key)
        if not message.translated or message.fuzzy:
            continue
        derived = derive_message(before, change) if before is not None and before.translated else None
        if derived is not None and _same(derived, message):
            continue
        problems = tuple(_problems(message, derived, base.path, own.path if own else "", language))
        found += problems
        if not any(problem.severity is Severity.ERROR for problem in problems) and before is not None:
            taken[key] = message
    return taken, tuple(found)


def _same(derived: Message, message: Message) -> bool:
    return [" ".join(form.split()) for form in derived.msgstr] == [" ".join(form.split()) for form in message.msgstr]


def _problems(
    message: Message, derived: Message | None, base: str, path: str, language: Language
) -> Iterator[Diagnostic]:
    span = Span.at(path, message.line)
    if not any(map(_OVERRIDE.match, message.comments)):
        says = quoted(message.msgstr[0])
        stands = f"{quoted(derived.msgstr[0])} is derived" if derived is not None else "nothing is derived"
        problem = f"{language.tag} is made from another language: {stands}, and {says} is a proposal only"
        hint = f"edit {base}; or keep this text with a line `# override: why` above it"
        yield diagnose(Code.DERIVED_EDITED, problem, span, hint=hint, language=language.tag)
        return
    yield from subject_of(message, path=path, language=language).markup
