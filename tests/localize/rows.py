"""Short ways to write entries, templates and languages in tests."""

from collections.abc import Mapping, Sequence

from builder.languages.table import Language, find_language
from builder.localize.catalogue import Catalogue, Message
from builder.localize.digest import message_digest
from builder.localize.language_update import Texts, update_texts
from builder.localize.ledger import Entry, Ledger
from builder.localize.merge import Changes

DAY = "2026-12-01"


def entry(
    english: str, translation: str = "", *, place: str = "m/01-a.md#a", kind: str = "paragraph", **fields: object
) -> Message:
    """Return an entry as the lessons' reader and a translator make it."""
    return Message(
        msgid=english, msgstr=(translation,), extracted=(kind,), references=(f"modules/{place}",),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def catalogues(**listed: Sequence[Message]) -> dict[str, Catalogue]:
    """Return catalogues by name."""
    return {
        name: Catalogue(path=f"locales/mk/{name}.po", messages=tuple(messages)) for name, messages in listed.items()
    }


def signed(*messages: Message, state: str = "reviewed", by: str = "Ana") -> Ledger:
    """Return a ledger in which entries are reviewed, or drafts."""
    lines = (Entry(digest=message_digest(one), state=state, by=by, date=DAY) for one in messages)  # type: ignore[arg-type]
    return Ledger(entries=tuple(sorted(lines)))


def updated(
    texts: Texts, templates: Mapping[str, Sequence[Message]], *, edition: str = ""
) -> tuple[Texts, Mapping[str, Changes]]:
    """Return the texts after an update."""
    names = {*templates, *texts.catalogues}
    return update_texts(texts, templates, language=macedonian(), editions=dict.fromkeys(names, edition))


def macedonian() -> Language:
    """Return the language of the tests."""
    language = find_language("mk")
    assert language is not None
    return language


def shown(texts: Texts, name: str = "m") -> list[tuple[str, str, str]]:
    """Return the entries of a catalogue: English, translation, and whether it is stale or obsolete."""
    return [
        (one.msgid, one.msgstr[0], "obsolete" if one.obsolete else "stale" if one.fuzzy else "")
        for one in texts.catalogues[name].messages
    ]
