"""What papers say of a timetable: clock times, sessions, ways of working."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from builder.languages.words import Word
from builder.model.course import EventSession, LessonSession, PauseSession
from builder.model.lesson import Method, Step
from builder.model.timetable import DayTimes, Slot, clock
from builder.output import document
from builder.output.text import Run, Runs, merge_runs
from builder.plan.desk import Desk, text_runs
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs

METHODS: Mapping[Method, Word] = {
    "lecture": Word.METHOD_LECTURE,
    "plenary": Word.METHOD_PLENARY,
    "pairs": Word.METHOD_PAIRS,
    "groups": Word.METHOD_GROUPS,
    "role-play": Word.METHOD_ROLE_PLAY,
    "case": Word.METHOD_CASE,
    "simulation": Word.METHOD_SIMULATION,
    "individual": Word.METHOD_INDIVIDUAL,
    "demonstration": Word.METHOD_DEMONSTRATION,
    "video": Word.METHOD_VIDEO,
    "quiz": Word.METHOD_QUIZ,
}


_SHARES = (13, 45, 26)


def day_table(day: DayTimes, abouts: Sequence[Runs], desk: Desk) -> document.Table:
    """Return when each session of a day is, what it is called and about, and how people work in it."""
    rows = tuple(_row(slot, about, desk) for slot, about in zip(day.slots, abouts, strict=True))
    header = tuple(word_runs(word, desk.voice) for word in (Word.TIME, Word.SESSION, Word.METHOD))
    return document.Table(header=header, rows=rows, alignments=(None, None, None), shares=_SHARES)


def span_runs(start: int, end: int, voice: Voice, *, strong: bool = False) -> Runs:
    """Return ``09:00–09:30``."""
    return plain_runs(f"{clock(start)}–{clock(end)}", voice, strong=strong)


def session_runs(slot: Slot, desk: Desk, *, strong: bool = False) -> Runs:
    """Return what a session is called."""
    match slot.session:
        case EventSession(title=title):
            return text_runs(title, desk, strong=strong)
        case PauseSession(kind=kind):
            return word_runs(Word.BREAK if kind == "break" else Word.LUNCH, desk.voice)
        case LessonSession():
            return text_runs(slot.lesson.title, desk, strong=strong) if slot.lesson else ()
        case _:
            assert_never(slot.session)


def methods_runs(steps: Iterable[Step], voice: Voice) -> Runs:
    """Return the ways of working of some steps, each once, in the order in which they come."""
    named = dict.fromkeys(step.method for step in steps if step.method is not None)
    return join_runs([word_runs(METHODS[method], voice) for method in named], ", ", voice)


def _row(slot: Slot, about: Runs, desk: Desk) -> tuple[Runs, Runs, Runs]:
    title = session_runs(slot, desk, strong=True)
    line_feed = (Run(text="\n", language=desk.voice.edition.language.tag),) if about else ()
    methods = methods_runs(slot.lesson.steps, desk.voice) if slot.lesson else ()
    return span_runs(slot.start, slot.end, desk.voice), merge_runs((*title, *line_feed, *about)), methods
