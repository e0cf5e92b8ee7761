"""A translator's file as data: a header, messages in order, and whatever could not be read."""

from dataclasses import field

from builder.records import dataclass

FUZZY = "fuzzy"
Key = tuple[str | None, str]
"""What tells one message from another: its context, if any, and its English text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The English text that the translation was made for."""

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str | None = None

    @property
    def key(self) -> Key:
        """Return the key that the message had then."""
        return self.msgctxt, self.msgid


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One entry; the empty ``msgid`` is the header's."""

    msgid: str
    msgctxt: str | None = None
    msgid_plural: str | None = None
    msgstr: tuple[str, ...] = ("",)
    """One text, or the plural forms in order; empty texts where nothing is translated."""
    previous: Previous | None = None
    """What ``#|`` says."""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """The translator's own lines, without ``#``."""
    extracted: tuple[str, ...] = ()
    """Our lines for the translator: ``#.``"""
    references: tuple[str, ...] = ()
    obsolete: bool = False
    """True for an entry that the source no longer has: ``#~``."""
    line: int = field(default=0, compare=False)
    """Of ``msgid``; 0 for an entry that was not read from a file."""
    raw: str = field(default="", init=False, compare=False, repr=False)
    """The entry as typed. `dataclasses.replace` does not carry it, so a changed message forgets it."""

    @property
    def key(self) -> Key:
        """Return what tells this message from others."""
        return self.msgctxt, self.msgid

    @property
    def fuzzy(self) -> bool:
        """Return whether the translation belongs to an earlier English text."""
        return FUZZY in self.flags

    @property
    def translated(self) -> bool:
        """Return whether a translator has written anything."""
        return any(form.strip() for form in self.msgstr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One PO file."""

    path: str
    header: Message | None = None
    messages: tuple[Message, ...] = ()
    """In the file's order, obsolete ones included, the header not."""
    leftovers: tuple[str, ...] = field(default=(), repr=False)
    """Lines that belong to no readable entry; they are written back at the end, as they stand."""

    @property
    def active(self) -> tuple[Message, ...]:
        """Return the messages that the source had when the file was last updated."""
        return tuple(message for message in self.messages if not message.obsolete)


def active_by_key(catalogue: Catalogue | None) -> dict[Key, Message]:
    """Return the messages in use by key; of doubles the first that is translated."""
    found: dict[Key, Message] = {}
    for message in catalogue.active if catalogue is not None else ():
        if message.key not in found or not found[message.key].translated:
            found[message.key] = message
    return found


def header_fields(header: Message | None) -> dict[str, str]:
    """Return the header's fields by name, in order."""
    lines = header.msgstr[0].split("\n") if header is not None else []
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip(): value.strip() for name, _colon, value in pairs}
