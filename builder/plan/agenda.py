"""An edition of a whole course → its agenda: what participants get to know of their days."""

from collections.abc import Iterator
from dataclasses import replace

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.model.timetable import DayTimes, Slot, timetable
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Runs
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.handout_pdf import shown_in_pdf
from builder.plan.paper import paper
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs
from builder.plan.timetable import day_table, span_runs

_DAY = 2
_LINE = "_" * 24
"""What is written by hand on the day: no output knows when and where a course is held."""


def plan_agenda(edition: Edition, resources: Resources, decided: None, options: None) -> tuple[Document, Diagnostics]:
    """Return the agenda of a course in one language."""
    desk = Desk(voice=Voice(edition=edition, trainer=False), tally=Tally())
    days = timetable(edition.course, edition.modules)
    blocks = (*_front(desk), *(block for number, day in enumerate(days) for block in _day(day, number, desk)))
    whole = paper(text_runs(edition.course.title, desk), Word.AGENDA, blocks, desk.voice, brief=True)
    return replace(whole, series=plain_runs(edition.publisher.name, desk.voice)), ()


def plan_agenda_pdf(
    edition: Edition, resources: Resources, decided: None, options: None
) -> tuple[Document, Diagnostics]:
    """Return the agenda with what PDF/UA-1 can show, and what it cannot."""
    agenda, found = plan_agenda(edition, resources, decided, options)
    lessons = tuple(lesson for module in edition.modules for lesson in module.lessons)
    shown, boxed = shown_in_pdf(agenda, lessons, edition, resources, "agenda.pdf", "agenda.docx")
    return shown, (*found, *boxed)


def _front(desk: Desk) -> document.Blocks:
    audience = text_runs(desk.voice.edition.course.audience, desk)
    facts = [_fact(Word.AUDIENCE, audience, desk)] if audience else []
    return (document.Facts(items=(*facts, _fact(Word.PLACE, plain_runs(_LINE, desk.voice), desk))),)


def _fact(word: Word, value: Runs, desk: Desk) -> document.Fact:
    return document.Fact(label=word_runs(word, desk.voice), value=value)


def _day(day: DayTimes, number: int, desk: Desk) -> Iterator[document.Block]:
    if number:
        yield document.PageBreak()
    yield document.Heading(level=_DAY, id=f"_day-{number + 1}", text=text_runs(day.day.title, desk))
    hours = span_runs(day.start, day.end, desk.voice)
    when = join_runs([plain_runs(_LINE, desk.voice), hours], " · ", desk.voice)
    yield document.Facts(items=(_fact(Word.DATE, when, desk),))
    yield day_table(day, [_about(slot, desk) for slot in day.slots], desk)


def _about(slot: Slot, desk: Desk) -> Runs:
    """Return in short what a lesson is for: its aim, or what participants can do afterwards."""
    if slot.lesson is None:
        return ()
    aim = text_runs(slot.lesson.aim, desk)
    return aim or join_runs([text_runs(outcome.text, desk) for outcome in slot.lesson.outcomes], " ", desk.voice)
