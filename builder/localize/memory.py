"""The translation memory of a language: every translation that no catalogue holds any more. Nothing ever leaves it."""

from collections.abc import Iterable, Iterator

from builder.localize.catalogue import Message
from builder.localize.tmx import Unit, canonical

_PLURAL, _FORM, _STATE = "x-plural", "x-form", "x-state"
_UNFINISHED = "unfinished"
_REVIEWED = "x-reviewed"
"""The day on which somebody signed a text."""
_Properties = tuple[tuple[str, str], ...]
Memory = tuple[Unit, ...]


def remember(memory: Memory, messages: Iterable[Message]) -> Memory:
    """Return the memory with what translators wrote into these entries: texts, and notes as notes.

    A stale translation is remembered with the English text that it was made for.
    """
    new = [unit for message in messages for unit in _units(message)]
    known = set(memory)
    return canonical((*memory, *new)) if any(unit not in known for unit in new) else memory


def recall(memory: Memory) -> Iterator[Message]:
    """Yield the finished translations of the memory as entries that other catalogues may take from.

    Of several for one text those come first that somebody has signed, the last signed before the others.
    """
    for unit in sorted(memory, key=_signed, reverse=True):
        if unit.translation.strip() and all(name not in (_PLURAL, _STATE) for name, _value in unit.properties):
            yield Message(msgid=unit.source, msgctxt=unit.context, msgstr=(unit.translation,), obsolete=True)


def _signed(unit: Unit) -> str:
    return dict(unit.properties).get(_REVIEWED, "")


def _units(message: Message) -> Iterator[Unit]:
    made_for = message.previous if message.fuzzy and message.previous is not None else None
    source, context = (made_for.msgid, made_for.msgctxt) if made_for else (message.msgid, message.msgctxt)
    plural = made_for.msgid_plural if made_for else message.msgid_plural
    state = ((_STATE, _UNFINISHED),) if message.fuzzy and made_for is None else ()
    forms = list(_forms(message, plural, state))
    for form, properties in forms or [("", ())]:
        if form or message.comments:
            yield Unit(
                source=source, translation=form, context=context, properties=properties, notes=message.comments
            )  # fmt: skip


def _forms(message: Message, plural: str | None, state: _Properties) -> Iterator[tuple[str, _Properties]]:
    """Yield each text of an entry with what tells the forms of a counted one apart."""
    if plural is None and len(message.msgstr) == 1:
        yield message.msgstr[0], state
        return
    for number, form in enumerate(message.msgstr):
        if form:
            yield form, ((_FORM, str(number)), (_PLURAL, plural or ""), *state)
