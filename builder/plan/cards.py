"""A module → its cards: each activity, each role and each turn of a case on a sheet of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import assert_never

from builder.content.phrase import Phrase
from builder.content.walk import walk
from builder.diagnostics import Diagnostics
from builder.languages.words import Word
from builder.model.blocks import Activity, Card, Case, Inject
from builder.model.edition import Edition
from builder.model.lesson import Lesson, Module
from builder.output import document
from builder.output.document import Document
from builder.output.resources import Resources
from builder.output.text import Run, Runs, plain_text
from builder.plan.desk import Desk, Tally, text_runs
from builder.plan.handout_blocks import handout_blocks
from builder.plan.measures import counted_runs, grouping_runs, minutes_runs
from builder.plan.names import name_note_runs
from builder.plan.paper import paper
from builder.plan.participant import participant_blocks
from builder.plan.prose import prose_blocks
from builder.plan.runs import Voice, join_runs, plain_runs, word_runs
from builder.records import dataclass

_LEVEL = 2
_SHARES = (8, 44, 30, 18)
_TOGETHER = {"pairs": 2, "alone": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What becomes a card, and where it stands."""

    node: Activity | Card | Inject
    lesson: Lesson
    title: Phrase
    """Of the slide or step, for what has no title of its own."""
    activity: Activity | None
    case: Case | None


def holds_cards(modules: Sequence[Module]) -> bool:
    """Return whether there is anything in lessons that becomes a card."""
    return any(next(walk(modules, kind), None) is not None for kind in (Activity, Card, Inject))


def plan_cards(edition: Edition, resources: Resources, decided: None, options: None) -> tuple[Document, Diagnostics]:
    """Return the cards of a module in one language, behind a page for the trainer who prints them."""
    desk = Desk(voice=Voice(edition=edition, trainer=True), tally=Tally(), level=_LEVEL)
    found = [one for module in edition.modules for lesson in module.lessons for one in _found(lesson)]
    sheets = [_sheet(number, one, desk) for number, one in enumerate(found, start=1)]
    title = join_runs([text_runs(module.title, desk) for module in edition.modules], " · ", desk.voice)
    blocks = (*_front(found, sheets, desk), *sheets)
    whole = paper(title, Word.CARDS, blocks, desk.voice, brief=True)
    only = word_runs(Word.TRAINER_ONLY, desk.voice, strong=True)  # the first page is; the cards are given out
    artefact = join_runs([whole.artefact, only], " · ", desk.voice)
    return replace(whole, artefact=artefact, blocks=_ordered(whole.blocks)), ()


def _ordered(blocks: document.Blocks) -> document.Blocks:
    """Return the blocks with the sheets last: what a paper says of itself belongs on the page for the trainer."""
    sheets = tuple(block for block in blocks if isinstance(block, document.Sheet))
    return (*(block for block in blocks if not isinstance(block, document.Sheet)), *sheets)


def _found(lesson: Lesson) -> Iterator[_Found]:
    """Yield what becomes a card in source order, an activity before its roles."""
    for step in lesson.steps:
        for slide in step.slides:
            owners = {id(card): activity for activity in walk(slide, Activity) for card in walk(activity, Card)}
            cases = {id(inject): case for case in walk(slide, Case) for inject in walk(case, Inject)}
            for node in walk(slide, object):
                if isinstance(node, Activity | Card | Inject):
                    yield _Found(
                        node=node, lesson=lesson, title=slide.title or step.title,
                        activity=owners.get(id(node)), case=cases.get(id(node)),
                    )  # fmt: skip


def _front(found: Sequence[_Found], sheets: Sequence[document.Sheet], desk: Desk) -> Iterator[document.Block]:
    voice = desk.voice
    for word in (Word.CARDS_PRINT, Word.CARDS_SECRET):
        yield document.Paragraph(text=word_runs(word, voice))
    group = voice.edition.course.group
    people = group.ideal if group else None
    if people:
        label = word_runs(Word.COUNTED_FOR, voice)
        yield document.Facts(items=(document.Fact(label=label, value=counted_runs(Word.PARTICIPANTS, people, voice)),))
    header = tuple(word_runs(word, voice) for word in (Word.NUMBER, Word.CARD, Word.LESSON, Word.COPIES))
    rows = tuple(
        (plain_runs(f"{number}", voice), *_listed(one, sheet, people, desk))
        for number, (one, sheet) in enumerate(zip(found, sheets, strict=True), start=1)
    )
    yield document.Table(header=header, rows=rows, alignments=(None,) * len(header), shares=_SHARES)


def _listed(one: _Found, sheet: document.Sheet, people: int | None, desk: Desk) -> tuple[Runs, Runs, Runs]:
    card = join_runs([word_runs(_kind(one.node), desk.voice), sheet.title], ": ", desk.voice)
    copies = _copies(one, people)
    count = plain_runs(f"{copies}" if copies else "–", desk.voice)
    return card, text_runs(one.lesson.title, desk), count


def _copies(one: _Found, people: int | None) -> int | None:
    """Return how often a card is needed: once for each group that works with it; None where that is not known."""
    activity = one.node if isinstance(one.node, Activity) else one.activity
    if activity is None or activity.grouping in (None, "plenary"):
        return 1
    size = activity.size if activity.grouping == "groups" else _TOGETHER.get(activity.grouping)
    return ceil(people / size) if people and size else None


def _kind(node: Activity | Card | Inject) -> Word:
    match node:
        case Activity():
            return Word.ACTIVITY
        case Card():
            return Word.ROLE
        case Inject():
            return Word.INJECT
        case _:
            assert_never(node)


def _sheet(number: int, one: _Found, desk: Desk) -> document.Sheet:
    desk = replace(desk, lesson=f"{one.lesson.module}.{one.lesson.id}")
    title, facts, blocks = _content(one, desk)
    minutes = None if isinstance(one.node, Card) else one.node.minutes
    timed = minutes_runs(minutes, desk.voice) if minutes is not None else ()
    kind = word_runs(_kind(one.node), desk.voice)
    note = name_note_runs(walk((title, blocks), Run), desk.voice)
    small = (document.Paragraph(text=note, tone="small"),) if note else ()
    label = join_runs([plain_runs(f"{number}", desk.voice), kind, timed], " · ", desk.voice)
    return document.Sheet(label=label, title=title, face=title, facts=facts, blocks=(*blocks, *small))


def _content(one: _Found, desk: Desk) -> tuple[Runs, tuple[document.Fact, ...], document.Blocks]:
    """Return the title of a card, facts, and what stands on it: what its holder may read, nothing of the trainer's."""
    node = one.node
    match node:
        case Activity():
            grouping = grouping_runs(node.grouping, node.size, desk.voice)
            facts = _fact(Word.WORK_IN, grouping, desk)
            output = prose_blocks(node.output, desk)
            blocks = (*handout_blocks(participant_blocks(node.children), desk), *_labelled(Word.OUTPUT, output, desk))
            return text_runs(node.title or one.title, desk), facts, blocks
        case Card():
            title = text_runs(node.role or node.title or one.title, desk)
            about = text_runs((one.activity.title if one.activity else None) or one.title, desk)
            same = plain_text(about) == plain_text(title)
            facts = () if same else _fact(Word.ACTIVITY, about, desk)
            return title, facts, handout_blocks(participant_blocks(node.children), desk)
        case Inject():
            case = text_runs(one.case.title if one.case else None, desk)
            title = text_runs(node.title, desk) or case or text_runs(one.title, desk)
            facts = () if plain_text(case) == plain_text(title) else _fact(Word.CASE, case, desk)
            return title, facts, handout_blocks(participant_blocks(node.children), replace(desk, asking=True))
        case _:
            assert_never(node)


def _fact(word: Word, value: Runs, desk: Desk) -> tuple[document.Fact, ...]:
    return (document.Fact(label=word_runs(word, desk.voice), value=value),) if value else ()


def _labelled(word: Word, blocks: document.Blocks, desk: Desk) -> document.Blocks:
    return (document.Paragraph(text=word_runs(word, desk.voice), tone="label"), *blocks) if blocks else ()
