"""Who stands behind the texts of a language: translators by their catalogues, reviewers by the ledger."""

from collections.abc import Iterable, Iterator
from typing import Any

from builder.content.phrase import Phrase
from builder.content.walk import walk
from builder.localize.catalogue import Catalogue, active_by_key
from builder.localize.digest import digest, message_digest
from builder.localize.extract import is_message, key_of
from builder.localize.header import translator_of
from builder.localize.ledger import Entry, Ledger
from builder.model.edition import Credits


def credits_of(nodes: Iterable[tuple[Any, Catalogue | None]], ledger: Ledger, *, source: bool) -> Credits:
    """Return who translated and reviewed the texts of trees, each of which comes with its catalogue.

    Trees and ledger are those of the source language and of the catalogues' language. In the source language nothing
    is translated: a text's translation is the text itself.
    """
    pairs = list(nodes)
    used = {one for node, catalogue in pairs for one in _digests(node, None if source else catalogue, source=source)}
    used |= set(_origins(used, ledger))
    entries = [entry for entry in ledger.entries if entry.digest in used and not entry.origin]
    reviews = [entry for entry in entries if entry.state == "reviewed"]
    names = () if source else (name for _, catalogue in pairs if catalogue and (name := translator_of(catalogue)))
    return Credits(
        translators=tuple(dict.fromkeys(names)),
        machine=not source and _has_drafts(entries, reviews),
        reviewers=tuple(sorted({entry.by for entry in reviews})),
        reviewed=max((entry.date for entry in reviews), default=""),
    )


def _digests(node: Any, catalogue: Catalogue | None, *, source: bool) -> Iterator[str]:
    messages = active_by_key(catalogue)
    for key in {key_of(phrase) for phrase in walk(node, Phrase) if is_message(phrase)}:
        if source:
            yield digest(*key, key[1])
        elif key in messages:
            yield message_digest(messages[key])


def _origins(used: set[str], ledger: Ledger) -> Iterator[str]:
    """Yield the digests that carried reviews rest on: who carries one has not read the translation."""
    signed = {entry.digest for entry in ledger.entries if entry.state == "reviewed" and not entry.origin}
    carried = (entry for entry in ledger.entries if entry.state != "minor" and entry.digest not in signed)
    origins = {entry.digest: entry.origins for entry in carried if entry.origins}
    waiting, seen = list(used & origins.keys()), set(used)
    while waiting:
        for origin in origins.get(waiting.pop(), ()):
            if origin not in seen:
                seen.add(origin)
                waiting.append(origin)
                yield origin


def _has_drafts(entries: list[Entry], reviews: list[Entry]) -> bool:
    signed = {entry.digest for entry in reviews}
    return any(entry.digest not in signed for entry in entries)
