"""Sources on the wall and in the notes: who and when, what, and the site as a link; papers give the rest."""

import re
from collections.abc import Iterable

from builder.content.inlines import Citation
from builder.content.walk import walk
from builder.languages.collation import sort_key
from builder.languages.words import Word
from builder.model.blocks import TeachingBlocks
from builder.model.course import Reference
from builder.output.deck import Paragraph
from builder.output.text import Run, Runs
from builder.plan.citations import authors_short, short_name, year_of
from builder.plan.deck.notes import note
from builder.plan.deck.setting import Setting, led
from builder.plan.runs import join_runs, plain_runs

_SITE = re.compile(r"https?://(?:www\.)?([^/?#]+)")


def cited_keys(blocks: TeachingBlocks) -> tuple[str, ...]:
    """Return the keys of the sources that blocks cite, in the order in which they do."""
    return tuple(dict.fromkeys(item.key for citation in walk(blocks, Citation) for item in citation.items))


def source_entries(keys: Iterable[str], setting: Setting) -> list[Runs]:
    """Return the sources with these keys, sorted as the language sorts; a key that nothing bears has none."""
    edition = setting.edition
    known = [edition.references[key] for key in dict.fromkeys(keys) if key in edition.references]
    order = sort_key(edition.language)
    known.sort(key=lambda one: (order(authors_short(one, edition)), year_of(one, edition), one.id))
    return [_entry(reference, setting) for reference in known]


def source_note(keys: Iterable[str], setting: Setting) -> tuple[Paragraph, ...]:
    """Return the line of the notes that names a slide's sources; nothing for none."""
    entries = source_entries(keys, setting)
    return (note(led(Word.SOURCES, join_runs(entries, "; ", setting.voice), setting)),) if entries else ()


def _entry(reference: Reference, setting: Setting) -> Runs:
    data = reference.data
    language = str(data.get("language") or setting.edition.source_language)
    head = plain_runs(short_name(reference, setting.edition), setting.voice, strong=True)
    title = str(data.get("title") or "")
    what = (Run(text=title, language=language),) if title else ()
    address = f"https://doi.org/{data['DOI']}" if data.get("DOI") else str(data.get("URL") or "")
    site = _SITE.match(address)
    where = (Run(text=site[1], language=setting.edition.language.tag, link=address),) if site else ()
    return join_runs([head, what, where], " · ", setting.voice)
