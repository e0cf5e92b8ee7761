"""All catalogues of a language, its memory and its ledger, brought in line with the lessons at once.

What the lessons of one module lose, those of another may have gained: a lesson or a module that was moved or renamed
takes its translations, notes and reviews along, and nothing of it becomes stale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from builder.languages.table import Language
from builder.localize.catalogue import Catalogue, Message
from builder.localize.editions import edition_ended
from builder.localize.ledger import Ledger
from builder.localize.memory import Memory, recall, remember
from builder.localize.merge import Changes, equal_texts, update_catalogue
from builder.localize.minor import Declared, settle_minor
from builder.localize.paths import catalogue_path
from builder.localize.retarget import lessons_in, retarget
from builder.records import dataclass

Templates = Mapping[str, Sequence[Message]]
"""The messages of today by catalogue; a module that is gone has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Everything that people wrote in one language."""

    catalogues: Mapping[str, Catalogue]
    """By name."""
    memory: Memory = ()
    ledger: Ledger = Ledger()


def update_texts(
    texts: Texts,
    templates: Templates,
    *,
    language: Language,
    editions: Mapping[str, str] | None = None,
    declared: Declared | None = None,
) -> tuple[Texts, Mapping[str, Changes]]:
    """Return the texts in line with the templates, and what changed in each catalogue.

    ``editions`` is the line of each catalogue's header that says which courses it belongs to (`editions`); a catalogue
    of which nothing is left but what went to the memory is not among the result. ``declared`` are the English edits
    that somebody called harmless.
    """
    before = texts.catalogues
    names = [*templates, *(name for name in before if name not in templates)]
    elsewhere = equal_texts((*before.values(), Catalogue(path="", messages=tuple(recall(texts.memory)))))
    gone = {name: _gone(before.get(name), templates.get(name, ())) for name in names}
    lessons = lessons_in(templates.values())
    lines = editions or {}
    memory, ledger = texts.memory, texts.ledger
    after: dict[str, Catalogue] = {}
    changes: dict[str, Changes] = {}
    for name in names:
        template = templates.get(name, ())
        if not template and name not in before:
            continue
        old = before.get(name)
        new, changes[name] = update_catalogue(
            old, template, path=catalogue_path(language.tag, name), language=language, elsewhere=elsewhere,
            gone=_others(gone, name), edition=lines.get(name, ""),
        )  # fmt: skip
        new, ledger, memory, followed = retarget(new, ledger, memory, lessons)
        if followed:
            changes[name] = replace(changes[name], stale=max(changes[name].stale - followed, 0), followed=followed)
        if declared:
            new, ledger, settled = settle_minor(new, ledger, declared)
            changes[name] = replace(changes[name], stale=max(changes[name].stale - settled, 0), settled=settled)
        if old is not None and edition_ended(old.header, lines.get(name, "")):
            new, memory, moved = _laid_by(old, new, memory)
            changes[name] = replace(changes[name], remembered=moved)
        if new.messages or new.leftovers or name in templates:
            after[name] = new
    return Texts(catalogues=after, memory=memory, ledger=ledger), changes


def _gone(catalogue: Catalogue | None, template: Sequence[Message]) -> list[Message]:
    """Return the translated entries that the lessons of a catalogue do not have any more."""
    wanted = {message.key for message in template}
    messages = catalogue.messages if catalogue is not None else ()
    return [one for one in messages if one.translated and one.key not in wanted and one.msgid_plural is None]


def _others(gone: Mapping[str, Sequence[Message]], name: str) -> list[Message]:
    return [message for other, listed in gone.items() if other != name for message in listed]


def _laid_by(old: Catalogue, new: Catalogue, memory: Memory) -> tuple[Catalogue, Memory, int]:
    """Return a catalogue without the entries that were obsolete before, which are in the memory now."""
    ended = {message.key for message in old.messages if message.obsolete}
    leaving = [message for message in new.messages if message.obsolete and message.key in ended]
    staying = tuple(message for message in new.messages if not (message.obsolete and message.key in ended))
    if not leaving:
        return new, memory, 0
    return replace(new, messages=staying), remember(memory, leaving), len(leaving)
