"""The list of sources: full author–date entries, sorted as the language sorts."""

from collections.abc import Collection
from datetime import date
from typing import Any

from builder.languages.collation import sort_key
from builder.languages.dates import long_date
from builder.languages.words import Word
from builder.model.course import Reference
from builder.output.document import Sources
from builder.output.text import Run, Runs, merge_runs
from builder.plan.citations import own_words, people, state_of_words, year_of
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs

_WITHIN = frozenset({"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference"})
"""Kinds whose title stands within a work that is the one in italics."""


def sources_block(keys: Collection[str], voice: Voice) -> Sources:
    """Return the entries of the sources with these keys; a key that nothing bears has none."""
    edition = voice.edition
    order = sort_key(edition.language)
    known = [edition.references[key] for key in keys if key in edition.references]
    known.sort(key=lambda reference: (order(_leading(reference)), year_of(reference, edition), reference.id))
    return Sources(entries=tuple(source_runs(reference, voice) for reference in known))


def source_runs(reference: Reference, voice: Voice) -> Runs:
    """Return one entry: who, when, what, where it appeared, who published it, where it can be read.

    Where nobody is named, it begins with what citations name it by: its title.
    """
    data = reference.data
    year = _year_runs(reference, voice)
    names = _people_runs(reference, voice)
    parts = [
        (*(names or _title(data, voice)), *year),
        _title(data, voice) if names else (),
        _container(data, voice),
        _details(data, voice),
        plain_runs(_published(reference), voice),
    ]
    return join_runs([_sentences(parts, voice), _address(data, voice)], " ", voice)


def _leading(reference: Reference) -> str:
    """Return what an entry is sorted by: a work of one author stands before those with others."""
    return _names(people(reference)) or str(reference.data.get("title") or "")


def _year_runs(reference: Reference, voice: Voice) -> Runs:
    state = state_of_words({Word.NO_DATE}.intersection(own_words(reference)), voice.edition)
    return (Run(text=f" ({year_of(reference, voice.edition)})", language=voice.edition.language.tag, state=state),)


def _people_runs(reference: Reference, voice: Voice) -> Runs:
    """Return the authors in full; editors where there are none, which the entry then says."""
    names = plain_runs(_names(people(reference)), voice)
    if not names or reference.data.get("author"):
        return names
    return (*names, *plain_runs(" (", voice), *word_runs(Word.EDITED_BY, voice), *plain_runs(")", voice))


def _sentences(parts: list[Runs], voice: Voice) -> Runs:
    """Return the parts one after the other, each closed by a full stop unless it closes itself."""
    closed: list[Runs] = []
    for part in parts:
        if part:
            stop = not part[-1].text.endswith((".", "?", "!"))
            closed.append((*part, *plain_runs(".", voice)) if stop else part)
    return join_runs(closed, " ", voice)


def _names(persons: Collection[dict[str, Any]]) -> str:
    return "; ".join(_name(person) for person in persons)


def _name(person: dict[str, Any]) -> str:
    """Return ``van der Heide, Liesbeth``; an institution, or a name without parts, as it is."""
    family = " ".join(str(person[key]) for key in ("non-dropping-particle", "family") if person.get(key))
    given = " ".join(str(person[key]) for key in ("given", "dropping-particle") if person.get(key))
    names = [part for part in (family, given, str(person.get("suffix") or "")) if part]
    return ", ".join(names) if family else str(person.get("literal") or given)


def _title(data: dict[str, Any], voice: Voice) -> Runs:
    language = str(data.get("language") or voice.edition.source_language)
    emphasis = data.get("type") not in _WITHIN
    return (Run(text=str(data.get("title") or ""), language=language, emphasis=emphasis),) if data.get("title") else ()


def _container(data: dict[str, Any], voice: Voice) -> Runs:
    """Return the work that the source stands in, with volume, issue and pages: *CTC Sentinel* 12(7), 3–8."""
    name = data.get("container-title") or data.get("collection-title")
    if not name:
        return ()
    language = str(data.get("language") or voice.edition.source_language)
    work = (Run(text=str(name), language=language, emphasis=bool(data.get("container-title"))),)
    issue = f"({data['issue']})" if data.get("issue") else ""
    volume = f" {data.get('volume', '')}{issue}".rstrip()
    pages = f", {str(data['page']).replace('-', '–')}" if data.get("page") else ""
    return merge_runs((*_within(data, voice), *work, *plain_runs(volume + pages, voice)))


def _within(data: dict[str, Any], voice: Voice) -> Runs:
    if data.get("type") not in {"chapter", "paper-conference"}:
        return ()
    editors = _names(data.get("editor") or ()) if data.get("author") else ""
    by = (*plain_runs(f"{editors} (", voice), *word_runs(Word.EDITED_BY, voice), *plain_runs("), ", voice))
    return (*word_runs(Word.IN_BOOK, voice), *plain_runs(": ", voice), *(by if editors else ()))


def _details(data: dict[str, Any], voice: Voice) -> Runs:
    """Return edition, number and the day of what appears daily."""
    edition = f" {data['edition']}" if data.get("edition") else ""
    number = plain_runs(str(data["number"]), voice) if data.get("number") else ()
    day = plain_runs(_day(data.get("issued"), voice), voice)
    return join_runs(
        [(*word_runs(Word.EDITION, voice), *plain_runs(edition, voice)) if edition else (), number, day], ", ", voice
    )


def _day(value: Any, voice: Voice) -> str:
    """Return a date that is exact to the day, in words; nothing for a year or month, which the year says."""
    parts = ((value or {}).get("date-parts") or [[]])[0]
    if len(parts) < 3:
        return ""
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return ""
    return long_date(day.isoformat(), voice.edition.language)


def _published(reference: Reference) -> str:
    """Return place and publisher, the latter only where it is not the author itself."""
    data = reference.data
    publisher = data.get("publisher")
    if publisher and publisher == _names(people(reference)):
        publisher = None
    return ": ".join(str(part) for part in (data.get("publisher-place"), publisher) if part)


def _address(data: dict[str, Any], voice: Voice) -> Runs:
    """Return where the source can be read, and when it was, as a link and words in brackets."""
    address = f"https://doi.org/{data['DOI']}" if data.get("DOI") else str(data.get("URL") or "")
    if not address.startswith(("https://", "http://")):
        return ()
    link = (Run(text=address, language=voice.edition.language.tag, link=address),)
    day = _day(data.get("accessed"), voice)
    if not day:
        return link
    return (*link, *plain_runs(" (", voice), *word_runs(Word.ACCESSED, voice, date=day), *plain_runs(")", voice))
