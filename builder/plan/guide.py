"""An edition of a whole course → the trainer's guide: each session by the clock, with all that its trainer needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.model.lesson import Module
from builder.model.options import GuideOptions
from builder.model.timetable import DayTimes, timetable
from builder.output import document
from builder.output.document import Document
from builder.output.guide import Guide
from builder.output.image import SVG, Image
from builder.output.palette import HOUSE
from builder.output.resources import Resources
from builder.output.text import Runs, merge_runs
from builder.plan.brand import brand_palette
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.guide_margin import Margin
from builder.plan.guide_materials import handout_lines
from builder.plan.guide_session import SESSION, point_list, session_blocks
from builder.plan.guide_slides import Reel, ShownSlide, Splits, decide_splits, drawn_decks, shown_slides
from builder.plan.handout_pdf import shown_in_pdf
from builder.plan.measures import counted_runs
from builder.plan.paper import paper
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs
from builder.plan.timetable import session_runs, span_runs

PLAIN_GUIDE = GuideOptions()
ICONS = ("say", "do", "ask", "slide", "handout", "group", "clock")
_SIZE = 13
"""Points: it is read standing, at arm's length."""
_DAY = 2
_SHARES = (18, 66)
_RISKS = (Word.RISK_PERSON, Word.RISK_DISTRESS, Word.RISK_ARGUMENT, Word.RISK_DANGER)


def decide_guide(
    editions: Sequence[Edition], resources: Resources, options: GuideOptions = PLAIN_GUIDE
) -> tuple[Splits, Diagnostics]:
    """Return how the decks are split whose slides the guide names; a mere annotated agenda names none."""
    return (() if options.depth == "agenda" else decide_splits(editions, resources)), ()


def plan_guide(
    edition: Edition, resources: Resources, splits: Splits, options: GuideOptions = PLAIN_GUIDE
) -> tuple[Guide, Diagnostics]:
    """Return the guide of a course in one language."""
    desk = Desk(voice=Voice(edition=edition, trainer=True), tally=Tally())
    margin = Margin(depth=options.depth, icons=_icons(resources, desk.voice))
    slides = shown_slides(edition, splits, resources)
    days = timetable(edition.course, edition.modules)
    blocks = (*_front(desk), *(block for day in _days(days, slides, margin, desk) for block in day))
    title = text_runs(edition.course.title, desk)
    whole = _for_trainers(paper(title, Word.GUIDE, blocks, desk.voice, _SIZE), desk)
    return Guide(paper=whole, decks=tuple(drawn_decks(edition, splits, resources))), ()


def plan_guide_pdf(
    edition: Edition, resources: Resources, splits: Splits, options: GuideOptions = PLAIN_GUIDE
) -> tuple[Guide, Diagnostics]:
    """Return the guide with what PDF/UA-1 can show, and what it cannot."""
    guide, found = plan_guide(edition, resources, splits, options)
    lessons = tuple(lesson for module in edition.modules for lesson in module.lessons)
    shown, boxed = shown_in_pdf(guide.paper, lessons, edition, resources, "guide.pdf", "guide.docx")
    return replace(guide, paper=shown), (*found, *boxed)


def _icons(resources: Resources, voice: Voice) -> dict[str, Image]:
    """Return the pictures of the outer column in the publisher's colour."""
    ours, theirs = HOUSE.teal.encode(), brand_palette(voice).teal.encode()
    icons = {}
    for name in ICONS:
        data = resources.files[f"icons/{name}.svg"].replace(ours, theirs)
        digest = sha256(data).hexdigest()
        icons[name] = Image(media_type=SVG, width=24, height=24, data=data, digest=digest)
    return icons


def _for_trainers(whole: Document, desk: Desk) -> Document:
    """Return a paper that says on its cover and on each page whom it is for."""
    only = word_runs(Word.TRAINER_ONLY, desk.voice, strong=True)
    return replace(
        whole,
        series=plain_runs(desk.voice.edition.publisher.name, desk.voice),
        artefact=join_runs([whole.artefact, only], " · ", desk.voice),
        strip=join_runs([only, whole.strip], " · ", desk.voice),
        outer=True,
    )


def _front(desk: Desk) -> Iterator[document.Block]:
    course = desk.voice.edition.course
    audience = text_runs(course.audience, desk)
    facts = [(Word.AUDIENCE, audience), (Word.GROUP_SIZE, _group(desk))]
    items = tuple(document.Fact(label=word_runs(word, desk.voice), value=value) for word, value in facts if value)
    if items:
        yield document.Facts(items=items)
    yield document.Contents(title=word_runs(Word.CONTENTS, desk.voice), deepest=SESSION)
    yield document.Heading(level=_DAY, id="_before", text=word_runs(Word.BEFORE, desk.voice))
    yield document.Paragraph(text=word_runs(Word.MATERIALS, desk.voice), tone="label")
    projector = word_runs(Word.PROJECTOR, desk.voice)
    yield from point_list([projector, *handout_lines(desk.voice.edition.modules, desk)])
    yield document.Paragraph(text=word_runs(Word.RISKS, desk.voice), tone="label")
    yield from point_list(word_runs(word, desk.voice) for word in _RISKS)


def _group(desk: Desk) -> Runs:
    group = desk.voice.edition.course.group
    if group is None:
        return ()
    around = f" ({group.min}–{group.max})" if group.min < group.max else ""
    return merge_runs((*counted_runs(Word.PARTICIPANTS, group.ideal, desk.voice), *plain_runs(around, desk.voice)))


def _days(
    days: Sequence[DayTimes], slides: Mapping[str, tuple[ShownSlide, ...]], margin: Margin, desk: Desk
) -> Iterator[Iterator[document.Block]]:
    seen: set[str] = set()
    number = 0
    for place, day in enumerate(days, start=1):
        yield iter(_day(day, place, desk))
        for position, slot in enumerate(day.slots):
            if slot.lesson is None:
                continue
            number += 1
            module = _module(slot.lesson.module, desk)
            fresh = [module] if module and module.id not in seen else []
            seen.add(slot.lesson.module)
            at = replace(desk, lesson=f"_session-{number}", level=SESSION)
            reel = Reel(slides.get(slot.lesson.path, ()))
            after = day.slots[position + 1 :]
            yield session_blocks(slot, slot.lesson, after, reel, handout_lines(fresh, desk), margin, at)


def _module(name: str, desk: Desk) -> Module | None:
    return next((module for module in desk.voice.edition.modules if module.id == name), None)


def _day(day: DayTimes, number: int, desk: Desk) -> Iterator[document.Block]:
    if number > 1:
        yield document.PageBreak()
    hours = span_runs(day.start, day.end, desk.voice)
    yield document.Heading(level=_DAY, id=f"_day-{number}", text=text_runs(day.day.title, desk))
    yield document.Paragraph(text=hours, tone="lead")
    yield _hours(day, desk)


def _hours(day: DayTimes, desk: Desk) -> document.Table:
    rows = tuple((span_runs(slot.start, slot.end, desk.voice), session_runs(slot, desk)) for slot in day.slots)
    header = tuple(word_runs(word, desk.voice) for word in (Word.TIME, Word.SESSION))
    return document.Table(header=header, rows=rows, alignments=(None, None), shares=_SHARES)
