"""Citations in running text, author and date, as CSL's author–date styles have it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from builder.content.inlines import Citation
from builder.languages.states import State
from builder.languages.words import Word
from builder.model.course import Reference
from builder.model.edition import Edition

_MOST_NAMES = 2
"""Names that a citation shows; of more it shows the first."""


def citation_text(citation: Citation, edition: Edition) -> tuple[str, State]:
    """Return a citation as ``(World Health Organization 2020, p. 7; UNODC 2016)``, and how far our words in it are."""
    parts: list[str] = []
    words: set[Word] = set()
    for item in citation.items:
        reference = edition.references.get(item.key)
        name = short_name(reference, edition) if reference else item.key
        words.update(own_words(reference) if reference else ())
        parts.append(f"{name}, {item.locator}" if item.locator else name)
    return "(" + "; ".join(parts) + ")", state_of_words(words, edition)


def short_name(reference: Reference, edition: Edition) -> str:
    """Return author and year as a citation names a source; a missing year is said in the edition's language."""
    return f"{authors_short(reference, edition)} {year_of(reference, edition)}"


def year_of(reference: Reference, edition: Edition) -> str:
    """Return the year of a source, with a letter where the workspace has more that would look like it: ``2016b``.

    A source without a year has the edition's word for none, and a letter behind a hyphen: ``n.d.-a``. The letters are
    those of the whole workspace, so that a deck, a handout and a guide name a source alike.
    """
    year = _year(reference.data)
    letter = _letter(reference, edition)
    return year + letter if year else edition.interface[Word.NO_DATE].text + (letter and f"-{letter}")


def own_words(reference: Reference) -> Iterator[Word]:
    """Yield the words of ours that stand in the short name of a source."""
    if not _year(reference.data):
        yield Word.NO_DATE
    if len(people(reference)) > _MOST_NAMES:
        yield Word.AND_OTHERS


def state_of_words(words: Iterable[Word], edition: Edition) -> State:
    """Return the state of a text that has these words of ours in it: reviewed if all of them are."""
    states = (edition.interface[word].state for word in sorted(words))
    return next((state for state in states if state is not State.REVIEWED), State.REVIEWED)


def people(reference: Reference) -> tuple[dict[str, Any], ...]:
    """Return the authors of a source, or its editors where it has none."""
    return tuple(reference.data.get("author") or reference.data.get("editor") or ())


def authors_short(reference: Reference, edition: Edition) -> str:
    """Return the names that a citation shows: one, two, or the first *and others*; the title where there is none."""
    names = _short_names(reference)
    if not names:
        return _short_title(reference.data)
    return f"{names[0]} {edition.interface[Word.AND_OTHERS].text}" if len(names) > _MOST_NAMES else " & ".join(names)


def _short_names(reference: Reference) -> Sequence[str]:
    return [_family(person) or str(person.get("literal") or "") for person in people(reference)]


def _family(person: dict[str, Any]) -> str:
    """Return a family name with the particle that belongs to it: *van der Heide*."""
    return " ".join(str(person[key]) for key in ("non-dropping-particle", "family") if person.get(key))


def _short_title(data: dict[str, Any]) -> str:
    """Return what a source without a name is called: its title up to the first colon."""
    return str(data.get("title-short") or str(data.get("title") or "").partition(": ")[0])


def _year(data: dict[str, Any]) -> str:
    """Return the year, or the years of a range; what is no number, such as *forthcoming*, as it is written."""
    issued = data.get("issued") or {}
    years = [str(parts[0]) for parts in issued.get("date-parts") or () if parts]
    return "–".join(dict.fromkeys(years)) or str(issued.get("literal") or issued.get("raw") or "")


def _letter(reference: Reference, edition: Edition) -> str:
    return _letters(_Shelf(edition.references)).get(reference.id, "")


class _Shelf:
    """All sources of an edition, told from others by being the same object: to compare them takes a look at each."""

    __slots__ = ("references",)

    def __init__(self, references: Mapping[str, Reference]) -> None:
        self.references = references

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shelf) and self.references is other.references

    def __hash__(self) -> int:
        return id(self.references)


@lru_cache(maxsize=4)
def _letters(shelf: _Shelf) -> dict[str, str]:
    """Return ``a``, ``b`` … by title for the sources that a citation names alike, so that no two look the same."""
    groups: dict[tuple[str | None, ...], list[Reference]] = {}
    for reference in shelf.references.values():
        groups.setdefault(_looks(reference), []).append(reference)
    letters = {}
    for twins in groups.values():
        if len(twins) > 1:
            twins.sort(key=lambda twin: (str(twin.data.get("title", "")), twin.id))
            letters.update({twin.id: _lettered(place) for place, twin in enumerate(twins)})
    return letters


def _looks(reference: Reference) -> tuple[str | None, ...]:
    """Return what a citation shows of a source, whatever the language."""
    names = _short_names(reference) or [_short_title(reference.data)]
    shown = names if len(names) <= _MOST_NAMES else (names[0], None)
    return (_year(reference.data), *shown)


def _lettered(position: int) -> str:
    before, rest = divmod(position, 26)
    return (_lettered(before - 1) if before else "") + chr(ord("a") + rest)
