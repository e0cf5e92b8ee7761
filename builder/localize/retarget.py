"""Links to lessons that were moved or renamed: the translation's link follows, and its words need no second look."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from builder.localize.catalogue import FUZZY, Catalogue, Message
from builder.localize.digest import digest, message_digest
from builder.localize.ledger import Entry, Ledger, carried, enter
from builder.localize.memory import Memory, remember

_LINK = re.compile(r"(?<=\]\(ref:)[^()\s]*(?=\))")
_LESSON = re.compile(r"modules/([^/#]+)/(?:[0-9]+-)?([^/#]+)\.md#")


def lessons_in(templates: Iterable[Iterable[Message]]) -> frozenset[str]:
    """Return the lessons that messages stand in, as ``module/lesson``."""
    places = (place for listed in templates for message in listed for place in message.references)
    return frozenset("/".join(match.groups()) for match in map(_LESSON.match, places) if match)


def retarget(
    catalogue: Catalogue, ledger: Ledger, memory: Memory, lessons: Collection[str]
) -> tuple[Catalogue, Ledger, Memory, int]:
    """Return a catalogue whose translations are not stale only because a lesson has another name or module now.

    The ledger carries what was said of them, the memory keeps them as they were; the number of them comes last.
    """
    messages: list[Message] = []
    lines: list[Entry] = []
    before: list[Message] = []
    for message in catalogue.messages:
        new = _followed(message, lessons)
        messages.append(new)
        if new is not message and message.previous is not None:
            before.append(message)
            earlier = digest(*message.previous.key, message.msgstr[0])
            lines += carried(ledger, (earlier,), digest=message_digest(new))
    if not before:
        return catalogue, ledger, memory, 0
    return replace(catalogue, messages=tuple(messages)), enter(ledger, lines), remember(memory, before), len(before)


def _followed(message: Message, lessons: Collection[str]) -> Message:
    """Return a message with its links brought up to date, if nothing else has changed; otherwise the message itself."""
    if message.previous is None or not message.fuzzy or message.obsolete or not message.translated:
        return message
    old, new = message.previous.msgid, message.msgid
    if message.msgid_plural is not None or message.previous.msgctxt != message.msgctxt:
        return message
    if old == new or _LINK.sub("", old) != _LINK.sub("", new):
        return message
    renamed = _renamed(_LINK.findall(old), _LINK.findall(new), lessons)
    if renamed is None or sorted(_LINK.findall(message.msgstr[0])) != sorted(_LINK.findall(old)):
        return message
    text = _LINK.sub(lambda match: renamed[match[0]], message.msgstr[0])
    return replace(message, msgstr=(text,), flags=tuple(flag for flag in message.flags if flag != FUZZY), previous=None)


def _renamed(old: list[str], new: list[str], lessons: Collection[str]) -> Mapping[str, str] | None:
    """Return what each target is called now; None where a link leads to another place than before."""
    renamed: dict[str, str] = {}
    for before, after in zip(old, new, strict=True):
        if renamed.setdefault(before, after) != after or not _is_same(before, after, lessons):
            return None
    return renamed


def _is_same(before: str, after: str, lessons: Collection[str]) -> bool:
    """Return whether two targets are one place: the same anchor of a lesson that moved or has another name now."""
    (lesson, _, anchor), (other, _, place) = before.partition("#"), after.partition("#")
    if before == after:
        return True
    if anchor != place or not lesson or not other:
        return False
    name, other_name = lesson.rpartition("/")[2], other.rpartition("/")[2]
    gone = not any(known == lesson or known.endswith(f"/{lesson}") for known in lessons)
    return name == other_name or gone
