"""An old catalogue and the messages of today → the new catalogue, without losing a word of a translator's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.languages.table import Language
from builder.localize.beside import keep_beside
from builder.localize.catalogue import FUZZY, Catalogue, Key, Message, Previous
from builder.localize.doubles import without_doubles
from builder.localize.header import header_for
from builder.localize.sources import EqualTexts, Source, choose_sources
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an update did to one catalogue."""

    added: int
    """Messages without a translation that were not there before."""
    carried: int
    """Messages that took over the translation of an equal text."""
    stale: int
    """Messages whose English text has changed."""
    retired: int
    """Messages that the source no longer has."""
    remembered: int = 0
    """Messages of an earlier edition that went to the translation memory."""
    settled: int = 0
    """Translations that stand for the new text too, since its edit was declared harmless."""
    followed: int = 0
    """Translations whose links follow a lesson that was moved or renamed."""

    def __str__(self) -> str:
        """Return the changes in words."""
        parts = (
            f"{self.added} to translate" if self.added else "",
            f"{self.carried} taken over from equal texts" if self.carried else "",
            f"{self.stale} to revise" if self.stale else "",
            f"{self.retired} no longer used" if self.retired else "",
            f"{self.settled} kept over a harmless edit" if self.settled else "",
            f"{self.followed} with links that follow a lesson" if self.followed else "",
            f"{self.remembered} moved to the memory" if self.remembered else "",
        )
        return ", ".join(part for part in parts if part) or "no text changed"


def update_catalogue(
    old: Catalogue | None,
    template: Sequence[Message],
    *,
    path: str,
    language: Language,
    elsewhere: EqualTexts | None = None,
    gone: Sequence[Message] = (),
    edition: str = "",
) -> tuple[Catalogue, Changes]:
    """Return the catalogue in line with the template: its messages in its order, then those no longer used.

    A translation comes from the same text, from an equal text in another catalogue or the memory, from what stood in
    the same place, or from the most similar text among those that vanished, here or (``gone``) from another
    catalogue; the last two are fuzzy, with the English they were made for.
    """
    before = old or Catalogue(path=path)
    known, headers = without_doubles(before.messages)
    sources = choose_sources(known, template, elsewhere or {}, gone)
    active = tuple(_entry(message, known.get(message.key), sources.get(message.key)) for message in template)
    used = {message.key for message in template} | {source.message.key for source in sources.values() if source.moves}
    retired = (_retired(message) for key, message in known.items() if key not in used)
    catalogue = replace(
        before,
        header=header_for(language, before.header, edition=edition),
        messages=(*active, *(message for message in retired if message.translated or message.comments)),
        leftovers=(*before.leftovers, *headers),
    )
    return catalogue, _changes(known, catalogue)


def equal_texts(catalogues: Iterable[Catalogue]) -> dict[str, list[Message]]:
    """Return the finished translations of all catalogues by English text, those in use first."""
    found: dict[str, list[Message]] = {}
    messages = [message for catalogue in catalogues for message in catalogue.messages]
    for message in sorted(messages, key=lambda message: message.obsolete):
        if message.translated and not message.fuzzy and message.msgid_plural is None:
            found.setdefault(message.msgid, []).append(message)
    return found


def _entry(message: Message, known: Message | None, source: Source | None) -> Message:
    """Return the new entry of a message: what the catalogue knew of it, and what its source brings."""
    if known is not None:
        new = replace(known, extracted=message.extracted, references=message.references, obsolete=False)
        entry = known if new == known else new
    else:
        entry = message
    if source is None:
        return entry
    bringing = source.message
    if source.moves or source.vanished:
        entry = keep_beside(entry, (), bringing.comments)
    if not bringing.translated:
        return entry
    flags = tuple(flag for flag in (bringing.flags if source.moves else entry.flags) if flag != FUZZY)
    if source.fits:
        return replace(entry, msgstr=bringing.msgstr, flags=flags, previous=None)
    return replace(entry, msgstr=bringing.msgstr, flags=(FUZZY, *flags), previous=_made_for(bringing))


def _made_for(message: Message) -> Previous:
    """Return the English text that a translation was made for, however often it has changed since."""
    if message.fuzzy and message.previous is not None:
        return message.previous
    return Previous(msgctxt=message.msgctxt, msgid=message.msgid)


def _retired(message: Message) -> Message:
    new = replace(message, obsolete=True, extracted=(), references=())
    return message if new == message else new


def _changes(known: Mapping[Key, Message], catalogue: Catalogue) -> Changes:
    added = carried = stale = retired = 0
    for message in catalogue.messages:
        before = known.get(message.key)
        if message.obsolete:
            retired += before is None or not before.obsolete
        elif before is None or before.obsolete or before.translated != message.translated:
            added += not message.translated
            stale += message.translated and message.fuzzy
            carried += message.translated and not message.fuzzy
    return Changes(added=added, carried=carried, stale=stale, retired=retired)
