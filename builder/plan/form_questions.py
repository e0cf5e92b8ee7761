"""The questions of a form as a paper asks and answers them: its options in its order, under its numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from builder.content import interactions
from builder.model.blocks import Question
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.output import document
from builder.output.quiz import Scenario
from builder.plan.desk import Desk, Tally
from builder.plan.forms import Form, Order, questions_of_test
from builder.plan.quiz_entries import plan_entries
from builder.records import dataclass

NodeT = TypeVar("NodeT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A question of a form as it is asked there."""

    question: Question
    """With its options in the form's order."""
    lesson: Lesson
    desk: Desk
    """At which it is read; it knows the order of pairs and items."""
    before: document.Blocks
    """What is read before it: the part of a case that no question before it has shown."""


def placed_questions(form: Form, edition: Edition, desk: Desk) -> Iterator[Placed]:
    """Yield the questions of a form in its order."""
    pool = {question.id: (question, lesson) for question, lesson in questions_of_test(edition)}
    asked = [one for one in form.asked if one.id in pool]
    names = [one.id for one in asked]
    for one in asked:
        question, lesson = pool[one.id]
        orders = dict(one.orders)
        at = replace(desk, lesson=f"{lesson.module}.{lesson.id}", orders=tuple(_own(one.id, orders)))
        before = _before(one.id, names, lesson, desk)
        yield Placed(question=_arranged(question, orders), lesson=lesson, desk=at, before=before)


def _own(question: str, orders: Mapping[str, tuple[str, ...]]) -> Iterator[Order]:
    if "" in orders:
        yield question, orders[""]


def _arranged(question: Question, orders: Mapping[str, tuple[str, ...]]) -> Question:
    """Return a question with its options in the form's order; pairs and items are known to the desk."""
    match question.interaction:
        case interactions.Choice() as choice:
            return replace(question, interaction=_choice(choice, orders.get("", ())))
        case interactions.Hotspot(areas=areas) as hotspot:
            ids = [area.option.id for area in areas]
            return replace(question, interaction=replace(hotspot, areas=_sorted(areas, ids, orders.get("", ()))))
        case interactions.Cloze(gaps=gaps) as cloze:
            arranged = tuple(_gap(gap, orders.get(gap.id, ())) for gap in gaps)
            return replace(question, interaction=replace(cloze, gaps=arranged))
        case _:
            return question


def _gap(gap: interactions.GapField, order: Sequence[str]) -> interactions.GapField:
    if isinstance(gap.interaction, interactions.Choice):
        return replace(gap, interaction=_choice(gap.interaction, order))
    return gap


def _choice(choice: interactions.Choice, order: Sequence[str]) -> interactions.Choice:
    ids = [option.id for option in choice.options]
    return replace(choice, options=_sorted(choice.options, ids, order))


def _sorted(nodes: Sequence[NodeT], ids: Sequence[str], order: Sequence[str]) -> tuple[NodeT, ...]:
    if not order:
        return tuple(nodes)
    by_id = dict(zip(ids, nodes, strict=True))
    return tuple(by_id[id] for id in order)


def _before(question: str, asked: Sequence[str], lesson: Lesson, desk: Desk) -> document.Blocks:
    """Return the text of a case up to a question, from the question of the form before it on."""
    for scenario in _scenarios(lesson, desk):
        unread: list[document.Block] = []
        for turn in scenario.turns:
            unread.extend(turn.blocks)
            for item in turn.items:
                if item.id == question:
                    return (_case(scenario, tuple(unread)),) if unread else ()
                if item.id in asked:
                    unread.clear()
    return ()


def _scenarios(lesson: Lesson, desk: Desk) -> tuple[Scenario, ...]:
    entries = plan_entries(lesson, replace(desk, tally=Tally()))
    return tuple(entry for entry in entries if isinstance(entry, Scenario))


def _case(scenario: Scenario, blocks: document.Blocks) -> document.Box:
    title = (document.Paragraph(text=scenario.title, tone="label"),) if scenario.title else ()
    return document.Box(kind="case", id="", label=scenario.label, heading=None, facts=(), blocks=(*title, *blocks))
