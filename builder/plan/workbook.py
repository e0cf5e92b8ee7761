"""A whole course → its workbook: room for notes, worksheets of activities, self-check and action plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.content.walk import walk
from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.blocks import Activity
from builder.model.edition import Edition
from builder.model.lesson import Lesson, Module, Slide, Step
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Runs
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.handout_back import back_blocks
from builder.plan.handout_blocks import handout_blocks
from builder.plan.measures import grouping_runs, minutes_runs
from builder.plan.paper import paper
from builder.plan.participant import participant_view
from builder.plan.prose import prose_blocks
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs

_MODULE, _LESSON, _STEP = 2, 3, 4
_MINUTES_A_LINE = 3
_FEWEST_LINES, _MOST_LINES = 2, 6
_SHEET_LINES = 5
_CHECK_SHARES, _CHECK_ROW = (58, 14, 14, 14), 8
_PLAN_SHARES, _PLAN_ROW = (46, 18, 14, 22), 20
_OWN_ROWS = 3
"""Empty rows of the action plan, for what nobody could foresee."""


def plan_workbook(edition: Edition, resources: Resources, decided: None, options: None) -> tuple[Document, Diagnostics]:
    """Return the workbook of a course in one language."""
    desk = Desk(voice=Voice(edition=edition, trainer=False), tally=Tally())
    modules = tuple(_reduced(module) for module in edition.modules)
    parts = tuple(block for module in modules for block in _module(module, desk))
    shown = (*_front(desk), *parts, *_plan(modules, desk))
    lessons = tuple(lesson for module in modules for lesson in module.lessons)
    back = back_blocks(shown, lessons, desk.voice)
    whole = paper(text_runs(edition.course.title, desk), Word.WORKBOOK, (*shown, *back), desk.voice)
    return replace(whole, series=plain_runs(edition.publisher.name, desk.voice)), ()


def _reduced(module: Module) -> Module:
    """Return a module with nothing in its steps but activities, as participants see them; sources are for these."""
    return replace(module, lessons=tuple(_lesson_of(lesson) for lesson in module.lessons))


def _lesson_of(lesson: Lesson) -> Lesson:
    seen = participant_view(lesson)
    steps = tuple(replace(step, slides=tuple(_slide_of(slide) for slide in step.slides)) for step in seen.steps)
    return replace(seen, steps=steps, sources=(), key_messages=())


def _slide_of(slide: Slide) -> Slide:
    activities = tuple(walk(slide.children, Activity))
    inner = {id(one) for activity in activities for one in walk(activity.children, Activity)}
    return replace(slide, children=tuple(activity for activity in activities if id(activity) not in inner))


def _front(desk: Desk) -> document.Blocks:
    voice = desk.voice
    return (
        document.Field(label=word_runs(Word.BELONGS_TO, voice)),
        document.Paragraph(text=word_runs(Word.WORKBOOK_NAMES, voice)),
        document.Contents(title=word_runs(Word.CONTENTS, voice), deepest=_LESSON),
    )


def _module(module: Module, desk: Desk) -> Iterator[document.Block]:
    yield document.PageBreak()
    yield document.Heading(level=_MODULE, id=f"_module-{module.id}", text=text_runs(module.title, desk))
    for lesson in module.lessons:
        yield from _lesson(lesson, replace(desk, lesson=f"{module.id}.{lesson.id}", level=_LESSON))


def _lesson(lesson: Lesson, desk: Desk) -> Iterator[document.Block]:
    yield document.Heading(level=_LESSON, id=desk.lesson, text=text_runs(lesson.title, desk))
    aim = text_runs(lesson.aim, desk)
    if aim:
        yield document.Paragraph(text=aim, tone="lead")
    task = transfer_task(lesson)
    for step in lesson.steps:
        yield from _step(step, task, desk.below(_STEP))
    yield from _self_check(lesson, desk)


def transfer_task(lesson: Lesson) -> Activity | None:
    """Return what participants do with their own work after a lesson: its last activity, if one does it alone."""
    last = next(reversed(tuple(walk(lesson, Activity))), None)
    return last if last is not None and last.grouping == "alone" else None


def _step(step: Step, task: Activity | None, desk: Desk) -> Iterator[document.Block]:
    """Yield a step with a worksheet for each activity, or room for notes; nothing for a quiz or what one does later."""
    everything = tuple(walk(step, Activity))
    activities = [activity for activity in everything if activity is not task]
    if step.method == "quiz" or (everything and not activities):
        return
    yield document.Heading(level=_STEP, id="", text=text_runs(step.title, desk), listed=False)
    if activities:
        for activity in activities:
            yield _worksheet(activity, desk)
    else:
        yield document.Lines(count=min(max(step.minutes // _MINUTES_A_LINE, _FEWEST_LINES), _MOST_LINES))


def _worksheet(activity: Activity, desk: Desk) -> document.Box:
    voice = desk.voice
    title = text_runs(activity.title, desk)
    level = desk.level + 1
    heading = document.Heading(level=level, id="", text=title, listed=False) if title else None
    timed = minutes_runs(activity.minutes, voice) if activity.minutes is not None else ()
    grouping = grouping_runs(activity.grouping, activity.size, voice)
    output = prose_blocks(activity.output, desk)
    return document.Box(
        kind="activity",
        id="",
        label=join_runs([word_runs(Word.ACTIVITY, voice), timed], " · ", voice),
        heading=heading,
        facts=(document.Fact(label=word_runs(Word.WORK_IN, voice), value=grouping),) if grouping else (),
        blocks=(
            *handout_blocks(activity.children, desk.below(level)),
            document.Paragraph(text=word_runs(Word.OUTPUT if output else Word.NOTES, voice), tone="label"),
            *output,
            document.Lines(count=_SHEET_LINES),
        ),
    )


def _self_check(lesson: Lesson, desk: Desk) -> Iterator[document.Block]:
    if not lesson.outcomes:
        return
    voice = desk.voice
    yield document.Heading(level=_STEP, id="", text=word_runs(Word.SELF_CHECK, voice), listed=False)
    header = tuple(word_runs(word, voice) for word in (Word.OUTCOMES, Word.NOT_YET, Word.PARTLY, Word.WELL))
    rows = tuple((text_runs(outcome.text, desk), (), (), ()) for outcome in lesson.outcomes)
    yield document.Grid(header=header, rows=rows, shares=_CHECK_SHARES, height=_CHECK_ROW)


def _plan(modules: Sequence[Module], desk: Desk) -> Iterator[document.Block]:
    """Yield the action plan: what the lessons ask participants to do afterwards, and room for more."""
    voice = desk.voice
    yield document.PageBreak()
    yield document.Heading(level=_MODULE, id="_plan", text=word_runs(Word.ACTION_PLAN, voice))
    yield document.Paragraph(text=word_runs(Word.NEXT_STEP_TASK, voice))
    words = (Word.ACTION_WHAT, Word.ACTION_WHO, Word.ACTION_WHEN, Word.ACTION_SIGN)
    lessons = [(module, lesson) for module in modules for lesson in module.lessons]
    tasks = [
        (task, replace(desk, lesson=f"{module.id}.{lesson.id}"))
        for module, lesson in lessons
        if (task := transfer_task(lesson)) is not None
    ]
    rows = [(_task(task, at), (), (), ()) for task, at in tasks]
    empty = [((),) * len(words)] * _OWN_ROWS
    header = tuple(word_runs(word, voice) for word in words)
    yield document.Grid(header=header, rows=(*rows, *empty), shares=_PLAN_SHARES, height=_PLAN_ROW)


def _task(task: Activity, desk: Desk) -> Runs:
    """Return what is to be done in one cell: the text of the activity, without its lists and figures."""
    blocks = handout_blocks(task.children, desk)
    texts = [text_runs(task.title, desk), *(block.text for block in blocks if isinstance(block, document.Paragraph))]
    return join_runs(texts, " ", desk.voice)
