"""The back of a paper: terms, sources, and what the paper is."""

from collections.abc import Collection, Iterable, Iterator

from builder.content.inlines import CitationItem, TermReference
from builder.content.walk import walk
from builder.languages.collation import sort_key
from builder.languages.dates import long_date
from builder.languages.words import Word
from builder.model.course import GlossaryEntry
from builder.model.lesson import Lesson
from builder.output import document
from builder.output.text import Run, Runs, merge_runs, plain_text
from builder.plan.brand import disclaimer, emblem, statement
from builder.plan.desk import TERM, Desk, Tally, text_runs
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs
from builder.plan.sources import sources_block

NAME_NOTE = "_name-note"
"""The id of the note on the mark behind a name."""
_LINK = f"#{TERM}"
_LEVEL = 2
_EMBLEM = 14.0
"""Millimetres."""


def back_blocks(
    shown: document.Blocks, lessons: Iterable[Lesson], voice: Voice, leading: Voice | None = None
) -> document.Blocks:
    """Return what stands behind the text that is shown: its glossary, its sources.

    In the second of two languages, ``leading`` is the first: it says which terms there are, and their order.
    """
    entries = _used_entries(shown, leading or voice)
    ordered = _ordered(entries, leading or voice)
    own = tuple(voice.edition.glossary[entry.id] for entry in ordered)
    return (*_glossary(own, voice), *_sources(tuple(_cited(lessons, entries)), voice))


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


def _ordered(entries: Iterable[GlossaryEntry], voice: Voice) -> tuple[GlossaryEntry, ...]:
    """Return terms as a dictionary of the language has them."""
    order = sort_key(voice.edition.language)
    desk = Desk(voice=voice, tally=Tally())
    return tuple(sorted(entries, key=lambda entry: (order(plain_text(text_runs(entry.term, desk))), entry.id)))


def _glossary(entries: Iterable[GlossaryEntry], voice: Voice) -> document.Blocks:
    desk = Desk(voice=voice, tally=Tally())
    items = tuple(
        document.Definition(
            id=f"{TERM}{entry.id}",
            term=text_runs(entry.term, desk),
            meanings=((document.Paragraph(text=text_runs(entry.definition, desk)),),),
        )
        for entry in entries
    )
    return (_heading(Word.GLOSSARY, "_glossary", voice), document.Definitions(items=items)) if items else ()


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


def imprint_blocks(*, draft: bool, name_note: Runs, voice: Voice, brief: bool = False) -> document.Blocks:
    """Return what the paper says of itself: edition, publisher, licence, review, notes; in brief without labels."""
    facts = [
        (Word.PUBLISHER, plain_runs(voice.edition.publisher.name, voice)),
        (Word.EDITION, plain_runs(voice.edition.course.edition, voice)),
        (Word.DATE, plain_runs(long_date(voice.edition.course.date, voice.edition.language), voice)),
        (Word.LICENCE, plain_runs(voice.edition.licence, voice)),
        (Word.TRANSLATION, _translation(voice)),
        (Word.REVIEW, word_runs(Word.REVIEW_PENDING if draft else Word.REVIEW_DONE, voice)),
        (Word.REVIEWERS, () if draft else _reviewers(voice)),
        (Word.FUNDING, statement(voice)),
        (Word.DISCLAIMER, disclaimer(voice)),
    ]
    if brief:
        return (*_small_print(dict(facts), voice), *_name_note(name_note, voice))
    paid = _emblem(voice)
    items = tuple(
        document.Fact(label=word_runs(word, voice), value=value)
        for word, value in facts
        if value and not (paid and word is Word.FUNDING)
    )
    heading = _heading(Word.IMPRINT, "_imprint", voice)
    return (heading, *paid, document.Facts(items=items), *_name_note(name_note, voice))


def _translation(voice: Voice) -> Runs:
    """Return who translated; nothing in the source language, and where nobody is named."""
    credits = voice.edition.credits
    machine = word_runs(Word.MACHINE_DRAFT, voice) if credits.machine else ()
    return join_runs([plain_runs(", ".join(credits.translators), voice), machine], " · ", voice)


def _reviewers(voice: Voice) -> Runs:
    """Return who reviewed, and when last."""
    credits = voice.edition.credits
    day = plain_runs(long_date(credits.reviewed, voice.edition.language), voice) if credits.reviewed else ()
    return join_runs([plain_runs(", ".join(credits.reviewers), voice), day], " · ", voice)


def _emblem(voice: Voice) -> document.Blocks:
    """Return the emblem of who paid over the statement; nothing where there is none."""
    paid = emblem(voice)
    if paid is None:
        return ()
    figure = document.Figure(id="", image=paid.image, alternative=paid.alternative, caption=(), tallest=_EMBLEM)
    return (figure, document.Paragraph(text=statement(voice)))


def _small_print(facts: dict[Word, Runs], voice: Voice) -> document.Blocks:
    """Return the same in a line, below it who paid and what the publisher does not answer for."""
    edition = merge_runs((*word_runs(Word.EDITION, voice), *plain_runs("\u00a0", voice), *facts[Word.EDITION]))
    line = join_runs(
        [facts[Word.PUBLISHER], edition, facts[Word.DATE], facts[Word.LICENCE], facts[Word.REVIEW]], " · ", voice
    )
    lines = (line, facts[Word.FUNDING], facts[Word.DISCLAIMER])
    return tuple(document.Paragraph(text=text, tone="small") for text in lines if text)


def _name_note(note: Runs, voice: Voice) -> document.Blocks:
    if not note:
        return ()
    term = word_runs(Word.NAME_NOTE, voice)
    meaning = ((document.Paragraph(text=note),),)
    return (document.Definitions(items=(document.Definition(id=NAME_NOTE, term=term, meanings=meaning),)),)


def _heading(word: Word, id: str, voice: Voice) -> document.Heading:
    return document.Heading(level=_LEVEL, id=id, text=word_runs(word, voice))
