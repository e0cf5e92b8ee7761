"""A session of a course → its part of the trainer's guide: what it is for, what it needs, its clock, its steps."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.languages.words import Word
from builder.model.lesson import Lesson, Step
from builder.model.timetable import Slot, StepTime, clock
from builder.output import document
from builder.output.text import Run, Runs, merge_runs
from builder.plan.desk import Desk, text_runs
from builder.plan.guide_blocks import beside_slides, slide_blocks
from builder.plan.guide_margin import Margin
from builder.plan.guide_materials import card_lines, room_runs
from builder.plan.guide_slides import Reel
from builder.plan.measures import minutes_runs
from builder.plan.runs import join_runs, plain_runs, word_runs
from builder.plan.timetable import METHODS, methods_runs, session_runs, span_runs

SESSION = 3
_STEP = 4
_SHARES = (8, 12, 41, 23)


def session_blocks(
    slot: Slot, lesson: Lesson, after: tuple[Slot, ...], reel: Reel, materials: list[Runs], margin: Margin, desk: Desk
) -> Iterator[document.Block]:
    """Yield one session; ``materials`` is what it needs beside its cards, ``after`` what follows on the same day."""
    first = lesson.steps[0].span.line if lesson.steps else 0
    yield document.PageBreak()
    yield document.Heading(level=SESSION, id=desk.lesson, text=text_runs(lesson.title, desk))
    yield _opening(slot, lesson, margin, desk)
    yield from _outcomes(lesson, desk)
    yield from _needs(lesson, [*materials, *card_lines(lesson, desk)], margin, desk)
    yield _clock_table(slot, after, desk)
    yield from _to_leave_out(lesson, desk)
    if margin.depth != "agenda":
        yield from beside_slides(reel.before(first), (), margin, desk, text_runs(lesson.title, desk))
        for time in slot.steps:
            yield from _step(time, slot, reel, margin, desk)
        messages = _key_messages(lesson, desk)
        yield from beside_slides(reel.rest(), messages, margin, desk)


def _opening(slot: Slot, lesson: Lesson, margin: Margin, desk: Desk) -> document.Beside:
    aim = text_runs(lesson.aim, desk)
    methods = methods_runs(lesson.steps, desk.voice)
    facts = (document.Fact(label=word_runs(Word.METHOD, desk.voice), value=methods),) if methods else ()
    return document.Beside(
        icon=margin.icons["clock"],
        label=span_runs(slot.start, slot.end, desk.voice),
        notes=(minutes_runs(slot.minutes, desk.voice),),
        blocks=(
            *((document.Paragraph(text=aim, tone="lead"),) if aim else ()),
            *((document.Facts(items=facts),) if facts else ()),
        ),
    )


def _outcomes(lesson: Lesson, desk: Desk) -> document.Blocks:
    points = point_list(text_runs(outcome.text, desk) for outcome in lesson.outcomes)
    label = word_runs(Word.OUTCOMES, desk.voice)
    return (document.Box(kind="panel", id="", label=label, heading=None, facts=(), blocks=points),) if points else ()


def _needs(lesson: Lesson, materials: list[Runs], margin: Margin, desk: Desk) -> Iterator[document.Block]:
    """Yield what to have ready, and how people sit."""
    if materials:
        yield margin.cue("handout", Word.MATERIALS, point_list(materials), desk)
    room = room_runs(lesson, desk)
    if room:
        yield margin.cue("group", Word.ROOM, (document.Paragraph(text=room),), desk)


def _clock_table(slot: Slot, after: tuple[Slot, ...], desk: Desk) -> document.Table:
    """Return the steps on the running clock, beside the one on the wall, and what comes after them."""
    rows = [_clock_row(time, slot, desk) for time in slot.steps]
    for coming in _until_work(after):
        times = (plain_runs(f"{coming.start - slot.start}", desk.voice), plain_runs(clock(coming.start), desk.voice))
        rows.append((*times, tuple(replace(run, emphasis=True) for run in session_runs(coming, desk)), ()))
    header = (
        plain_runs("T+", desk.voice),
        *(word_runs(word, desk.voice) for word in (Word.TIME, Word.STEP, Word.METHOD)),
    )
    return document.Table(header=header, rows=tuple(rows), alignments=(None,) * 4, shares=_SHARES)


def _until_work(after: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return what comes next: the breaks, and the session behind them."""
    last = next((place for place, slot in enumerate(after) if not slot.is_pause), len(after) - 1)
    return after[: last + 1]


def _clock_row(time: StepTime, slot: Slot, desk: Desk) -> tuple[Runs, ...]:
    step = time.step
    about = [minutes_runs(step.minutes, desk.voice)]
    if not step.core:
        about.append(word_runs(Word.MAY_LEAVE_OUT, desk.voice))
    line_feed = Run(text="\n", language=desk.voice.edition.language.tag)
    title = (*text_runs(step.title, desk), line_feed, *join_runs(about, " · ", desk.voice))
    return (
        plain_runs(f"{time.start - slot.start}", desk.voice),
        plain_runs(clock(time.start), desk.voice),
        merge_runs(title),
        _method(step, desk),
    )


def _to_leave_out(lesson: Lesson, desk: Desk) -> document.Blocks:
    """Return the steps that are not part of the core, with the time that each gives back."""
    lines = point_list(
        join_runs([text_runs(step.title, desk), minutes_runs(step.minutes, desk.voice)], " · ", desk.voice)
        for step in lesson.steps
        if not step.core
    )
    label = word_runs(Word.IF_LATE, desk.voice)
    return (document.Callout(kind="note", id="", label=label, title=(), blocks=lines),) if lines else ()


def _step(time: StepTime, slot: Slot, reel: Reel, margin: Margin, desk: Desk) -> Iterator[document.Block]:
    step, below = time.step, desk.below(_STEP)
    title = text_runs(step.title, desk)
    about = [
        minutes_runs(step.minutes, desk.voice),
        _method(step, desk),
        () if step.core else word_runs(Word.MAY_LEAVE_OUT, desk.voice),
    ]
    yield document.Beside(
        icon=margin.icons["clock"],
        label=plain_runs(clock(time.start), desk.voice),
        notes=(plain_runs(f"T+{time.start - slot.start}", desk.voice),),
        blocks=(
            document.Heading(level=_STEP, id="", text=title, listed=False),
            document.Paragraph(text=join_runs(about, " · ", desk.voice), tone="small"),
        ),
    )
    for slide in step.slides:
        yield from slide_blocks(slide, title, reel, margin, below)
    yield from beside_slides(reel.within(step.span.line, step.span.end_line), (), margin, below)


def _method(step: Step, desk: Desk) -> Runs:
    return word_runs(METHODS[step.method], desk.voice) if step.method else ()


def _key_messages(lesson: Lesson, desk: Desk) -> document.Blocks:
    points = point_list(text_runs(message, desk) for message in lesson.key_messages)
    label = word_runs(Word.KEY_MESSAGES, desk.voice)
    return (document.Callout(kind="key", id="", label=label, title=(), blocks=points),) if points else ()


def point_list(texts: Iterable[Runs]) -> document.Blocks:
    """Return texts as points; nothing for none."""
    items: tuple[document.Blocks, ...] = tuple((document.Paragraph(text=text),) for text in texts if text)
    return (document.List(ordered=False, items=items),) if items else ()
