"""A language's catalogues → the texts that go out, each with its state, its neighbours and where it is seen."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from builder.languages.states import State
from builder.localize.catalogue import Catalogue, Key, Message
from builder.localize.exchange.unit import Outgoing, Place
from builder.localize.language_update import Texts
from builder.localize.ledger import state_of

Places = Mapping[tuple[str, Key], Place]
"""By catalogue and key."""
_NEIGHBOUR = 160
"""Characters of a neighbour that are shown."""


def outgoing(
    texts: Texts,
    *,
    names: Collection[str] = (),
    states: Collection[State] = (),
    kinds: Collection[str] = (),
    places: Places | None = None,
) -> tuple[Outgoing, ...]:
    """Return the texts of the catalogues in their order, those asked for; nothing named means all."""
    found = (
        text
        for name, catalogue in sorted(texts.catalogues.items())
        if not names or name in names
        for text in _texts(name, catalogue, texts, places or {})
    )
    return tuple(
        text
        for text in found
        if (not states or text.state in states) and (not kinds or any(kind in kinds for kind in text.kinds))
    )


def _texts(name: str, catalogue: Catalogue, texts: Texts, places: Places) -> Iterator[Outgoing]:
    messages = [message for message in catalogue.active if message.msgid_plural is None]
    for number, message in enumerate(messages):
        kinds, *notes = message.extracted or ("",)
        yield Outgoing(
            catalogue=name, key=message.key, translation=message.msgstr[0], state=state_of(message, texts.ledger),
            kinds=tuple(kind for kind in kinds.split(", ") if kind), notes=tuple(notes), comments=message.comments,
            references=message.references, previous=_previous(message), place=places.get((name, message.key)),
            before=_neighbour(messages, number, -1), after=_neighbour(messages, number, 1),
        )  # fmt: skip


def _previous(message: Message) -> Key | None:
    return message.previous.key if message.fuzzy and message.previous is not None else None


def _neighbour(messages: Sequence[Message], number: int, step: int) -> str:
    """Return the text before or after one, as long as it stands in the same lesson."""
    if not 0 <= number + step < len(messages):
        return ""
    message, other = messages[number], messages[number + step]
    here, there = ({reference.partition("#")[0] for reference in one.references} for one in (message, other))
    if here and there and not here & there:
        return ""
    text = " ".join(other.msgid.split())
    return text if len(text) <= _NEIGHBOUR else f"{text[: _NEIGHBOUR - 1]}…"
