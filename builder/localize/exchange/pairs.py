"""TMX 1.4 of the texts in use: the pairs alone, with what tells them apart as properties."""

from collections.abc import Iterable, Sequence

from builder.diagnostics import Diagnostics
from builder.localize.exchange.unit import Incoming, Outgoing, unit_id
from builder.localize.tmx import Unit, read_tmx, write_tmx
from builder.source import SourceFile

_ID, _BASE = "x-id", "x-base"


def write_pairs(texts: Iterable[Outgoing], *, source: str, language: str) -> bytes:
    """Return the file with every text that has a translation; a stale one stands beside the English it was made for."""
    return write_tmx(
        (_unit(text) for text in texts if text.translation.strip()), source_language=source, language=language
    ).encode()


def read_pairs(
    text: str, *, path: str, source: str, languages: Sequence[str]
) -> tuple[tuple[Incoming, ...], str, Diagnostics]:
    """Return the texts of a file, the first of the languages that it has pairs in, and what is wrong with it."""
    for language in languages:
        units, found = read_tmx(SourceFile(path, text), source_language=source, language=language)
        if units or found:
            return tuple(_incoming(unit, path, number) for number, unit in enumerate(units, 1)), language, found
    return (), "", ()


def _unit(text: Outgoing) -> Unit:
    context, english = text.previous or text.key
    own = ((_BASE, text.base), (_ID, unit_id(text.catalogue, (context, english))))
    return Unit(
        source=english, translation=text.translation, context=context, properties=own, notes=text.comments
    )  # fmt: skip


def _incoming(unit: Unit, path: str, number: int) -> Incoming:
    properties = dict(unit.properties)
    return Incoming(
        path=path, line=number, id=properties.get(_ID, ""), english=unit.source,
        context=unit.context, translation=unit.translation, base=properties.get(_BASE), comments=unit.notes,
    )  # fmt: skip
