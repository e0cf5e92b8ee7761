"""The back of a paper: terms, sources, and what the paper is."""

from collections.abc import Collection, Iterable, Iterator

from builder.content.inlines import CitationItem, TermReference
from builder.content.walk import walk
from builder.languages.collation import sort_key
from builder.languages.dates import long_date
from builder.languages.states import State
from builder.languages.words import Word
from builder.model.course import GlossaryEntry
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.model.workspace import ApprovedText
from builder.output import document
from builder.output.text import Run, Runs, plain_text
from builder.plan.desk import TERM, Desk, Tally, text_runs
from builder.plan.runs import Voice, plain_runs, word_runs
from builder.plan.sources import sources_block

NAME_NOTE = "_name-note"
"""The id of the note on the mark behind a name."""
_LINK = f"#{TERM}"
_LEVEL = 2


def back_blocks(shown: document.Blocks, lessons: Iterable[Lesson], voice: Voice) -> document.Blocks:
    """Return what stands behind the text that is shown: its glossary, its sources."""
    entries = _used_entries(shown, voice)
    return (*_glossary(entries, voice), *_sources(tuple(_cited(lessons, entries)), voice))


def _used_entries(shown: document.Blocks, voice: Voice) -> tuple[GlossaryEntry, ...]:
    """Return the terms that the text names, and those that their definitions name in turn; no others."""
    found: dict[str, GlossaryEntry] = {}
    names = [run.link.removeprefix(_LINK) for run in walk(shown, Run) if run.link and run.link.startswith(_LINK)]
    while names:
        name = names.pop()
        entry = voice.edition.glossary.get(name)
        if entry is not None and name not in found:
            found[name] = entry
            names.extend(reference.term for reference in walk(entry.definition, TermReference))
    return tuple(found.values())


def _glossary(entries: Iterable[GlossaryEntry], voice: Voice) -> document.Blocks:
    desk = Desk(voice=voice, tally=Tally())
    items = [
        document.Definition(
            id=f"{TERM}{entry.id}",
            term=text_runs(entry.term, desk),
            meanings=((document.Paragraph(text=text_runs(entry.definition, desk)),),),
        )
        for entry in entries
    ]
    order = sort_key(voice.edition.language)
    items.sort(key=lambda item: (order(plain_text(item.term)), item.id))
    return (_heading(Word.GLOSSARY, "_glossary", voice), document.Definitions(items=tuple(items))) if items else ()


def _cited(lessons: Iterable[Lesson], entries: Iterable[GlossaryEntry]) -> Iterator[str]:
    """Yield the keys of what is cited where participants see it, and of what lessons name as their sources."""
    for lesson in lessons:
        yield from lesson.sources
        yield from (item.key for item in walk(lesson, CitationItem))
    for entry in entries:
        yield from (item.key for item in walk(entry, CitationItem))


def _sources(keys: Collection[str], voice: Voice) -> document.Blocks:
    block = sources_block(dict.fromkeys(keys), voice)
    return (_heading(Word.SOURCES, "_sources", voice), block) if block.entries else ()


def imprint_blocks(*, draft: bool, name_note: Runs, voice: Voice) -> document.Blocks:
    """Return what the paper says of itself: edition, publisher, licence, review, notes."""
    facts = [
        (Word.PUBLISHER, plain_runs(voice.edition.publisher.name, voice)),
        (Word.EDITION, plain_runs(voice.edition.course.edition, voice)),
        (Word.DATE, plain_runs(long_date(voice.edition.course.date, voice.edition.language), voice)),
        (Word.LICENCE, plain_runs(voice.edition.licence, voice)),
        (Word.REVIEW, word_runs(Word.REVIEW_PENDING if draft else Word.REVIEW_DONE, voice)),
        (Word.FUNDING, approved_runs(_funding(voice.edition), voice)),
        (Word.DISCLAIMER, approved_runs(voice.edition.publisher.disclaimers, voice)),
    ]
    items = tuple(document.Fact(label=word_runs(word, voice), value=value) for word, value in facts if value)
    return (_heading(Word.IMPRINT, "_imprint", voice), document.Facts(items=items), *_name_note(name_note, voice))


def approved_runs(texts: Iterable[ApprovedText], voice: Voice) -> Runs:
    """Return the publisher's text in the edition's language; one that nobody has approved counts as a draft."""
    for text in texts:
        if text.language == voice.edition.language.tag:
            state = State.REVIEWED if text.approved else State.DRAFT
            return (Run(text=text.text, language=text.language, state=state),)
    return ()


def _funding(edition: Edition) -> tuple[ApprovedText, ...]:
    return edition.publisher.funding.statements if edition.publisher.funding else ()


def _name_note(note: Runs, voice: Voice) -> document.Blocks:
    if not note:
        return ()
    term = word_runs(Word.NAME_NOTE, voice)
    meaning = ((document.Paragraph(text=note),),)
    return (document.Definitions(items=(document.Definition(id=NAME_NOTE, term=term, meanings=meaning),)),)


def _heading(word: Word, id: str, voice: Voice) -> document.Heading:
    return document.Heading(level=_LEVEL, id=id, text=word_runs(word, voice))
