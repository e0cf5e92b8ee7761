"""How much there is to translate: texts, words and characters by what they cost, as translators count them.

A text counts once as new (no translation), as changed (stale: the more alike the two English texts, the less work) or
as done; each further text with the same English counts as repeated, in its own catalogue or in another one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from builder.languages.states import State
from builder.localize.exchange.codes import cut
from builder.localize.exchange.unit import Outgoing
from builder.records import dataclass

Band = Literal["new", "changed 95-99", "changed 85-94", "changed 75-84", "changed 0-74", "repeated here",
               "repeated elsewhere", "done"]  # fmt: skip
BANDS: tuple[Band, ...] = (
    "new", "changed 95-99", "changed 85-94", "changed 75-84", "changed 0-74", "repeated here", "repeated elsewhere",
    "done",
)  # fmt: skip
_CHANGED: tuple[tuple[float, Band], ...] = (
    (95, "changed 95-99"),
    (85, "changed 85-94"),
    (75, "changed 75-84"),
    (0, "changed 0-74"),
)
"""Per cent of likeness between the English of now and the English that was translated."""
_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What there is of one kind of text in one band of one catalogue."""

    catalogue: str
    kind: str
    band: Band
    texts: int
    words: int
    characters: int
    """Of the English, blanks included, inline codes not."""


def count_words(texts: Iterable[Outgoing]) -> tuple[Count, ...]:
    """Return the counts of a language's texts, in their order; each text is in one of them."""
    found: dict[tuple[str, str, Band], list[int]] = {}
    for text, band in _banded(texts):
        numbers = found.setdefault((text.catalogue, text.kinds[0] if text.kinds else "", band), [0, 0, 0])
        words = "".join(part for is_code, part in cut(text.english, plain=text.plain) if not is_code)
        numbers[0] += 1
        numbers[1] += len(_WORD.findall(words))
        numbers[2] += len(words)
    return tuple(
        Count(catalogue=catalogue, kind=kind, band=band, texts=texts_, words=words_, characters=characters)
        for (catalogue, kind, band), (texts_, words_, characters) in found.items()
    )


def _banded(texts: Iterable[Outgoing]) -> Iterator[tuple[Outgoing, Band]]:
    first: dict[str, str] = {}
    for text in texts:
        if text.state not in (State.MISSING, State.STALE):
            yield text, "done"
        elif text.english in first:
            yield text, "repeated here" if first[text.english] == text.catalogue else "repeated elsewhere"
        else:
            first[text.english] = text.catalogue
            yield text, _band(text)


def _band(text: Outgoing) -> Band:
    if text.previous is None:
        return "new"
    from rapidfuzz import fuzz

    alike = fuzz.ratio(text.previous[1], text.english)
    return next(band for limit, band in _CHANGED if alike >= limit)
