"""The questions of a lesson in order, each once, and of a case what a learner reads before each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from builder.content.prose import (
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    List,
    Paragraph,
    Prose,
    Quotation,
    Table,
)
from builder.languages.words import Word
from builder.model.blocks import (
    Activity,
    Callout,
    Card,
    Case,
    Columns,
    Diagram,
    Inject,
    Only,
    Question,
    TeachingBlock,
    TeachingBlocks,
)
from builder.model.lesson import Lesson
from builder.output.document import Block, Blocks
from builder.output.document import Paragraph as Line
from builder.output.quiz import Entry, Item, Likert, Scenario, Turn
from builder.plan.desk import Desk, Tally
from builder.plan.quiz_interactions import plan_interaction
from builder.plan.quiz_prose import plan_prose
from builder.plan.runs import Voice, join_runs, phrase_runs, word_runs


def plan_entries(lesson: Lesson, desk: Desk) -> tuple[Entry, ...]:
    """Return the questions of a lesson; before those of a case stands its text, as far as learners may read it."""
    desk = replace(desk, lesson=lesson.id)
    blocks = (block for step in lesson.steps for slide in step.slides for block in slide.children)
    return tuple(entry for found in _asked(blocks) for entry in _entries(found, lesson, desk))


def _asked(blocks: Iterable[TeachingBlock]) -> Iterator[Question | Case]:
    for block in blocks:
        if isinstance(block, Question | Case):
            yield block
        else:
            yield from _asked(_inside(block))


def _inside(block: TeachingBlock) -> TeachingBlocks:
    match block:
        case Only(children=children) | Callout(children=children) | Card(children=children):
            return children
        case Inject(children=children) | Case(children=children):
            return children
        case Activity():
            return (*block.children, *block.output, *block.debrief)
        case Columns(columns=columns):
            return tuple(block for column in columns for block in column.children)
        case Diagram(body=body, children=children):
            return (body, *children)
        case Question():
            return ()
        case Paragraph() | Heading() | List() | Table() | Figure() | Quotation() | DefinitionList() | CodeBlock():
            return ()
        case _:
            assert_never(block)


def _entries(found: Question | Case, lesson: Lesson, desk: Desk) -> Iterable[Entry]:
    """In a bank each entry stands alone, so its figures are counted from one; on a page they count on."""
    if desk.voice.trainer:
        desk = replace(desk, tally=Tally())
    return _scenario(found, lesson, desk) if isinstance(found, Case) else _item(found, lesson, desk)


def _item(question: Question, lesson: Lesson, desk: Desk) -> tuple[Item, ...]:
    """None for a hotspot without its figure: an error has said so."""
    prompt = plan_prose(question.prompt, desk)
    interaction = plan_interaction(question, desk)
    if interaction is None:
        return ()
    levels = {outcome.id: outcome.level for outcome in lesson.outcomes}
    item = Item(
        id=question.id, module=lesson.module, lesson=lesson.id, prompt=prompt, interaction=interaction,
        hint=plan_prose(question.hint, desk), explanation=plan_prose(question.explanation, desk),
        points=0 if isinstance(interaction, Likert) else question.points,
        outcome=question.outcome, level=levels.get(question.outcome or ""),
        use=question.use, shuffle=question.shuffle, span=question.span,
    )  # fmt: skip
    return (item,)


def _scenario(case: Case, lesson: Lesson, desk: Desk) -> tuple[Scenario, ...]:
    """Nothing for a case without a question to ask; text behind the last question belongs to none."""
    turns: list[Turn] = []
    unread: list[Block] = []
    for part in _parts(case.children, desk):
        if not isinstance(part, Question):
            unread.extend(part)
        elif item := _item(part, lesson, desk):
            if unread or not turns:
                turns.append(Turn(id=_turn_id(case, len(turns) + 1), blocks=tuple(unread), items=item))
                unread.clear()
            else:
                turns[-1] = replace(turns[-1], items=(*turns[-1].items, *item))
    label, title = word_runs(Word.CASE, desk.voice), phrase_runs(case.title, desk.voice)
    scenario = Scenario(id=case.id or "", label=label, title=title, turns=tuple(turns))
    return (scenario,) if turns else ()


def _turn_id(case: Case, turn: int) -> str:
    return f"{case.id}.{turn}" if case.id and turn > 1 else case.id or ""


def _parts(blocks: TeachingBlocks, desk: Desk) -> Iterator[Blocks | Question]:
    """Yield text and questions in order; a learner reads the text, so it is never the trainer's."""
    for block in blocks:
        if isinstance(block, Question):
            yield block
        elif isinstance(block, Prose):
            yield plan_prose((block,), desk)
        elif _is_hidden(block):
            yield from _asked_alone(block)
        else:
            yield from _heading(block, desk.voice)
            yield from _parts(_inside(block), desk)


def _is_hidden(block: TeachingBlock) -> bool:
    return isinstance(block, Card) or (isinstance(block, Only) and block.place != "handout")


def _asked_alone(block: TeachingBlock) -> Iterator[Question]:
    return (found for found in _asked((block,)) if isinstance(found, Question))


def _heading(block: TeachingBlock, voice: Voice) -> Iterator[Blocks]:
    parts = []
    if isinstance(block, Inject):
        parts.append(word_runs(Word.INJECT, voice, strong=True))
    if isinstance(block, Inject | Callout | Diagram | Activity | Case):
        parts.append(phrase_runs(block.title, voice, strong=True))
    if title := join_runs(parts, ": ", voice):
        yield (Line(text=title),)
