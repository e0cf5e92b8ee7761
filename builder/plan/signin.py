"""A whole course → its attendance list: a page for each day, a column to sign for each half of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.course import PauseSession
from builder.model.edition import Edition
from builder.model.timetable import DayTimes, Slot, timetable
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Runs
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.paper import paper
from builder.plan.printed import imprint_ahead
from builder.plan.runs import Voice, plain_runs, word_runs
from builder.plan.timetable import span_runs

_LEVEL = 2
_ROWS = 20
_HEIGHT = 7.5
"""Millimetres of a row, by which a page takes twenty below the title."""
_FIELDS = ((Word.DATE, Word.PLACE), (Word.TRAINERS, Word.KEPT_UNTIL))
_NUMBER, _NAME, _INSTITUTION, _HALF = 6, 30, 28, 18
"""How the columns share the page."""


def plan_signin(edition: Edition, resources: Resources, decided: None, options: None) -> tuple[Document, Diagnostics]:
    """Return the attendance list of a course in one language."""
    desk = Desk(voice=Voice(edition=edition, trainer=True), tally=Tally())
    days = timetable(edition.course, edition.modules)
    blocks = tuple(block for number, day in enumerate(days) for block in _day(day, number, desk))
    whole = paper(text_runs(edition.course.title, desk), Word.SIGN_IN, blocks, desk.voice, brief=True)
    titled = replace(whole, series=plain_runs(edition.publisher.name, desk.voice))
    return imprint_ahead(titled, 0, document.Grid), ()


def _day(day: DayTimes, number: int, desk: Desk) -> Iterator[document.Block]:
    voice = desk.voice
    if number:
        yield document.PageBreak()
    yield document.Heading(level=_LEVEL, id=f"_day-{number + 1}", text=text_runs(day.day.title, desk))
    publisher = voice.edition.publisher.name
    yield document.Paragraph(text=word_runs(Word.SIGN_IN_DATA, voice, publisher=publisher), tone="small")
    yield document.Columns(
        columns=tuple(tuple(document.Field(label=word_runs(word, voice)) for word in side) for side in _FIELDS)
    )
    yield _rows(halves_of(day), voice)


def _rows(halves: Sequence[tuple[int, int]], voice: Voice) -> document.Grid:
    names = [word_runs(word, voice) for word in (Word.NUMBER, Word.NAME, Word.INSTITUTION)]
    header = (*names, *(_signature(half, voice) for half in halves))
    group = voice.edition.course.group
    empty: tuple[Runs, ...] = ((),) * (len(header) - 1)
    rows = tuple((plain_runs(f"{number}", voice), *empty) for number in range(1, (group.max if group else _ROWS) + 1))
    shares = (_NUMBER, _NAME, _INSTITUTION, *(_HALF for _ in halves))
    return document.Grid(header=header, rows=rows, shares=shares, height=_HEIGHT)


def _signature(half: tuple[int, int], voice: Voice) -> Runs:
    return (*word_runs(Word.SIGNATURE, voice), *plain_runs("\n", voice), *span_runs(*half, voice))


def halves_of(day: DayTimes) -> tuple[tuple[int, int], ...]:
    """Return from when to when each half of a day lasts; lunch between two sessions divides it, nothing else."""
    halves: list[list[Slot]] = [[]]
    for slot in day.slots:
        if isinstance(slot.session, PauseSession) and slot.session.kind == "lunch":
            halves.append([])
        elif not slot.is_pause:
            halves[-1].append(slot)
    return tuple((half[0].start, half[-1].end) for half in halves if half)
