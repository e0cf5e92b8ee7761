"""The ids that an author left out of a lesson, made up once: never from a text or a position, and kept from then on."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from itertools import count, product
from string import ascii_lowercase
from typing import Literal

from builder.content.index import index
from builder.content.interactions import Interaction, Option, OrderItem, Pair
from builder.content.parts import Part, PartList, part_lists
from builder.model.blocks import Case, Question
from builder.model.lesson import Lesson, Step
from builder.records import dataclass

NameKind = Literal["question", "option", "pair", "item", "step", "case"]
_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, so that no words come out; no signs that look like others."""
_LENGTH = 5
_PREFIXES: Mapping[NameKind, str] = {"question": "q-", "step": "s-", "case": "c-"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewId:
    """An id for what has none, and where it goes."""

    id: str
    kind: NameKind
    question: str
    """The id of the question that an option, pair or item belongs to; empty for others."""
    line: int
    """The line that it is written on, or near: of the opener or heading, or the last of an item's text."""


def new_ids(lesson: Lesson, taken: set[str], remembered: Mapping[str, frozenset[str]]) -> tuple[NewId, ...]:
    """Return an id for each question, part, step and case of a lesson that has none, in source order.

    ``taken`` holds every id of the workspace, those of lost questions included, and gains the new ones; ``remembered``
    holds the ids of all parts that a question ever had. The same lesson, with the same ids taken, gives the same ones.
    """
    numbers = count()
    return tuple(_named(lesson, _fresh_names(f"{lesson.module}/{lesson.id}", numbers, taken), remembered))


def _fresh_names(seed: str, numbers: Iterator[int], taken: set[str]) -> Callable[[NameKind], str]:
    """Return what makes up the next name: letters of a digest of the lesson's name and a number, if they are free."""

    def fresh(kind: NameKind) -> str:
        names = (_PREFIXES[kind] + _word(f"{seed}\n{number}") for number in numbers)
        name = next(name for name in names if name not in taken)
        taken.add(name)
        return name

    return fresh


def _word(seed: str) -> str:
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
    letters = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)


def _named(
    lesson: Lesson, fresh: Callable[[NameKind], str], remembered: Mapping[str, frozenset[str]]
) -> Iterator[NewId]:
    for node in index(lesson).nodes:
        match node:
            case Step(id=None):
                yield NewId(id=fresh("step"), kind="step", question="", line=node.span.line)
            case Case(id=None):
                yield NewId(id=fresh("case"), kind="case", question="", line=node.span.line)
            case Question():
                name = node.id or fresh("question")
                if not node.id:
                    yield NewId(id=name, kind="question", question="", line=node.span.line)
                yield from _parts(node.interaction, name, remembered.get(name, frozenset()))


def _parts(interaction: Interaction, question: str, remembered: frozenset[str]) -> Iterator[NewId]:
    for group in part_lists(interaction):
        names = _free_names(group, remembered)
        for part in group.parts:
            if not part.id:
                yield NewId(id=next(names), kind=_kind(part), question=question, line=_last_line(part))


def _free_names(group: PartList, remembered: frozenset[str]) -> Iterator[str]:
    """Yield ids that no part of the list has or had: ``a``, ``b`` … for options, ``p1``, ``s1`` … for others."""
    prefix = f"{group.gap}." if group.gap else ""
    taken = {part.id for part in group.parts} | {
        name.removeprefix(prefix) for name in remembered if name.startswith(prefix)
    }
    letter = "p" if any(isinstance(part, Pair) for part in group.parts) else "s"
    is_choice = any(isinstance(part, Option) for part in group.parts)
    names = _letters() if is_choice else (f"{letter}{number}" for number in count(1))
    return (name for name in names if name not in taken)


def _letters() -> Iterator[str]:
    return ("".join(letters) for length in count(1) for letters in product(ascii_lowercase, repeat=length))


def _kind(part: Part) -> NameKind:
    match part:
        case Option():
            return "option"
        case Pair():
            return "pair"
        case OrderItem():
            return "item"


def _last_line(part: Part) -> int:
    """Return the last line of a part's text, behind which its attributes stand; feedback comes later."""
    return part.right.span.end_line if isinstance(part, Pair) else part.text.span.end_line
