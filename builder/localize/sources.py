"""Where each message that has no translation of its own takes one from."""

from collections.abc import Container, Mapping, Sequence

from builder.localize.catalogue import Key, Message
from builder.localize.match import pair_by_place, pair_by_text
from builder.records import dataclass

EqualTexts = Mapping[str, Sequence[Message]]
"""English text → its finished translations in all catalogues."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An entry that brings a translation to another."""

    message: Message
    fits: bool
    """Whether the translation was made for this very text in this context; if not, it is fuzzy."""
    moves: bool
    """Whether the entry ends here; if not, it stays where it is, and lends its translation only."""
    vanished: bool = False
    """Whether it vanished from another catalogue: what the translator noted there belongs to the text's new place."""


def choose_sources(
    known: Mapping[Key, Message], template: Sequence[Message], elsewhere: EqualTexts, gone: Sequence[Message] = ()
) -> dict[Key, Source]:
    """Return a source for each message of the template for which one can be found, by the message's key.

    ``elsewhere`` are finished translations of other catalogues and of the memory, ``gone`` those entries of other
    catalogues that lessons no longer have there: they may have moved here, and been edited on the way.
    """
    open_ = [
        message
        for message in template
        if message.msgid_plural is None and (message.key not in known or not known[message.key].translated)
    ]
    wanted = {message.key for message in template}
    vanished = [message for key, message in known.items() if key not in wanted and message.msgid_plural is None]
    staying = [message for key, message in known.items() if key in wanted and message.msgid_plural is None]
    sources = _fitting(open_, vanished, staying, elsewhere, {id(message) for message in gone})
    new = [message for message in open_ if message.key not in known and message.key not in sources]
    vanished = _unused(vanished, sources)
    for key, message in pair_by_place(tuple(known.values()), template, vanished=vanished, new=new).items():
        sources[key] = Source(message=message, fits=False, moves=True)
    sources |= _other_context(new, _unused(vanished, sources), known, elsewhere, sources)
    translated = [message for message in _unused(vanished, sources) if message.translated]
    for key, message in pair_by_text(translated, [message for message in new if message.key not in sources]).items():
        sources[key] = Source(message=message, fits=False, moves=True)
    for key, message in pair_by_text(gone, [message for message in new if message.key not in sources]).items():
        sources[key] = Source(message=message, fits=False, moves=False, vanished=True)
    return sources


def _fitting(
    open_: Sequence[Message],
    vanished: Sequence[Message],
    staying: Sequence[Message],
    elsewhere: EqualTexts,
    gone: Container[int],
) -> dict[Key, Source]:
    """Return sources that were made for the text: an author took an edit back, or the text stands elsewhere too."""
    restored: dict[Key, Source] = {}
    for moves, listed in ((True, vanished), (False, staying)):
        for message in listed:
            if message.fuzzy and message.previous is not None:
                restored.setdefault(message.previous.key, Source(message=message, fits=True, moves=moves))
    sources: dict[Key, Source] = {}
    for message in open_:
        back = restored.get(message.key)
        equal = next((one for one in elsewhere.get(message.msgid, ()) if one.msgctxt == message.msgctxt), None)
        if back is not None:
            sources[message.key] = back
        elif equal is not None:
            sources[message.key] = Source(message=equal, fits=True, moves=False, vanished=id(equal) in gone)
    return sources


def _other_context(
    new: Sequence[Message],
    vanished: Sequence[Message],
    known: Mapping[Key, Message],
    elsewhere: EqualTexts,
    taken: Mapping[Key, Source],
) -> dict[Key, Source]:
    """Return sources with the same English text in another context, vanished ones first."""
    gone = {message.msgid: message for message in vanished if message.translated}
    staying = {message.msgid: message for message in known.values() if message.translated and not message.fuzzy}
    sources: dict[Key, Source] = {}
    for message in new:
        if message.key in taken:
            continue
        if message.msgid in gone:
            sources[message.key] = Source(message=gone.pop(message.msgid), fits=False, moves=True)
            continue
        lender = staying.get(message.msgid) or next(iter(elsewhere.get(message.msgid, ())), None)
        if lender is not None and lender.msgid_plural is None:
            sources[message.key] = Source(message=lender, fits=False, moves=False)
    return sources


def _unused(vanished: Sequence[Message], sources: Mapping[Key, Source]) -> list[Message]:
    used = {source.message.key for source in sources.values() if source.moves}
    return [message for message in vanished if message.key not in used]
