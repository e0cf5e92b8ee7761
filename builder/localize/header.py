"""The first entry of every catalogue."""

from dataclasses import replace

from builder.languages.table import Language
from builder.localize.catalogue import FUZZY, Catalogue, Message, header_fields
from builder.localize.editions import EDITION

_DATES = ("POT-Creation-Date", "PO-Revision-Date")
"""Left out: they change with every save and make two people's work collide; the history has them."""


def header_for(language: Language, old: Message | None = None, *, edition: str = "") -> Message:
    """Return the header of a language's catalogues; what translators wrote into the old one stays.

    The fields have one order, whoever asks: ours, the edition (by default the old header's), then what else there was.
    """
    known = header_fields(old)
    edition = edition or known.get(EDITION, "")
    fields = {
        "Language": language.tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.plural_forms,
        **({EDITION: edition} if edition else {}),
    }
    for name, value in known.items():
        if name not in _DATES:
            fields.setdefault(name, value)
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    if old is None:
        return Message(msgid="", msgstr=(text,))
    new = replace(old, msgstr=(text,), flags=tuple(flag for flag in old.flags if flag != FUZZY))
    return old if new == old else new


def translator_of(catalogue: Catalogue) -> str:
    """Return the name that the translator's program wrote, without an address; empty where there is none."""
    name = header_fields(catalogue.header).get("Last-Translator", "").partition("<")[0].strip()
    return "" if name.upper() == "FULL NAME" else name
