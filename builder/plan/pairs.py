"""The blocks of a paper in two languages: headings, tables, questions say both; running text stands in pairs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, assert_never

from builder.content.walk import rewrite, walk
from builder.output import document as d
from builder.output.text import Run, Runs
from builder.plan.runs import Voice
from builder.plan.second import as_far, below, beside, says_the_same
from builder.records import dataclass

_LONG = 500
"""Letters of a list that is told item by item, so that the two languages stay side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """In which languages a paper speaks."""

    first: Voice
    second: Voice

    def line(self, one: Runs, other: Runs) -> Runs:
        """Return a text and the same in the second language behind it, both alike: for labels, on any ground."""
        return _alike(beside(one, other, " / ", self.first))


def paired(ones: d.Blocks, others: d.Blocks, pairing: Pairing) -> d.Blocks:
    """Return blocks of two languages as one paper; where they are not built alike, all of one beside all of the other.

    Only what is translated differs between the languages of a lesson, so that its blocks are built alike.
    """
    if [type(one) for one in ones] != [type(other) for other in others]:
        return (_sides(ones, others, pairing),) if ones or others else ()
    return tuple(block for one, other in zip(ones, others, strict=True) for block in _pair(one, other, pairing))


def _pair(one: d.Block, other: Any, pairing: Pairing) -> Iterator[d.Block]:  # noqa: C901, PLR0912
    """Yield what a block and the same in the second language, of the same kind, become."""
    match one:
        case d.Heading(text=text):
            yield replace(one, text=below(text, other.text))
        case d.Contents(title=title):
            yield replace(one, title=pairing.line(title, other.title))
        case d.Figure(caption=caption, alternative=told):
            told = pairing.line(told, other.alternative)
            yield replace(one, alternative=told, caption=below(caption, other.caption))
        case d.Table() if _dimensions(one) == _dimensions(other):
            yield _table(one, other)
        case d.Callout():
            yield _callout(one, other, pairing)
        case d.Box():
            yield _box(one, other, pairing)
        case d.Columns(columns=columns):
            for left, right in zip(columns, other.columns, strict=True):
                yield from paired(left, right, pairing)
        case d.Question():
            yield _question(one, other, pairing)
        case d.Answer(blocks=blocks):
            yield replace(one, blocks=paired(blocks, other.blocks, pairing))
        case d.List():
            yield from _list(one, other, pairing)
        case d.Definitions(items=items) if len(items) == len(other.items):
            for item, same in zip(items, other.items, strict=True):
                yield _sides((replace(one, items=(item,)),), (replace(one, items=(same,)),), pairing)
        case d.PageBreak() | d.Code() | d.Sources():
            yield one  # the same in both, or made of names and titles
        case d.Paragraph(text=text) if says_the_same(text, other.text):
            yield replace(one, text=as_far(text, other.text))
        case _:
            yield _sides((one,), (other,), pairing)


def _sides(ones: d.Blocks, others: d.Blocks, pairing: Pairing) -> d.Pair:
    """Return two sides; links lead to the first, which alone bears ids."""
    nodes = d.Heading | d.Figure | d.Definition | d.Callout | d.Box | d.Question
    bare = rewrite(others, nodes, lambda node: replace(node, id=""))  # type: ignore[arg-type]
    return d.Pair(first=ones, second=bare, language=pairing.second.edition.language.tag)


def _list(one: d.List, other: d.List, pairing: Pairing) -> Iterator[d.Block]:
    letters = sum(len(run.text) for run in walk(one, Run))
    if letters < _LONG or len(one.items) != len(other.items):
        yield _sides((one,), (other,), pairing)
        return
    for number, (item, same) in enumerate(zip(one.items, other.items, strict=True), start=one.start):
        sides = (replace(one, items=(item,), start=number), replace(other, items=(same,), start=number))
        yield _sides(sides[:1], sides[1:], pairing)


def _table(one: d.Table, other: d.Table) -> d.Table:
    return replace(
        one,
        header=tuple(map(_alike, _texts(one.header, other.header, below))),
        rows=tuple(_texts(row, same, below) for row, same in zip(one.rows, other.rows, strict=True)),
        caption=below(one.caption, other.caption),
    )


def _alike(runs: Runs) -> Runs:
    return tuple(replace(run, second=False) for run in runs)


def _dimensions(table: d.Table) -> tuple[int, ...]:
    return tuple(map(len, (table.header, *table.rows)))


def _callout(one: d.Callout, other: d.Callout, pairing: Pairing) -> d.Callout:
    return replace(
        one,
        label=pairing.line(one.label, other.label),
        title=below(one.title, other.title),
        blocks=paired(one.blocks, other.blocks, pairing),
    )


def _box(one: d.Box, other: d.Box, pairing: Pairing) -> d.Box:
    heading = one.heading
    if one.heading is not None and other.heading is not None:
        heading = replace(one.heading, text=below(one.heading.text, other.heading.text))
    facts = tuple(
        d.Fact(label=pairing.line(fact.label, same.label), value=pairing.line(fact.value, same.value))
        for fact, same in zip(one.facts, other.facts, strict=False)
    )
    return replace(
        one,
        label=pairing.line(one.label, other.label),
        heading=heading,
        facts=facts,
        blocks=paired(one.blocks, other.blocks, pairing),
    )


def _question(one: d.Question, other: d.Question, pairing: Pairing) -> d.Question:
    """Return one question in both languages, so that there is one box to tick and one line to fill."""
    return replace(
        one,
        prompt=paired(one.prompt, other.prompt, pairing),
        instruction=below(one.instruction, other.instruction),
        response=_response(one.response, other.response, pairing),
        hint=paired(one.hint, other.hint, pairing),
    )


def _response(one: d.Response, other: Any, pairing: Pairing) -> d.Response:
    match one:
        case d.Options(items=items) | d.Ordering(items=items):
            return replace(one, items=_lettered(items, other.items))
        case d.Pairing(left=left, right=right):
            return replace(one, left=_texts(left, other.left, below), right=_lettered(right, other.right))
        case d.Scale(points=points, statements=statements):
            said = _texts(statements, other.statements, below)
            return replace(one, points=_texts(points, other.points, below), statements=said)
        case d.Gaps(choices=choices):
            gaps = zip(choices, other.choices, strict=True)
            return replace(one, choices=tuple(_gap(gap, same, pairing) for gap, same in gaps))
        case d.Blank() | d.Lines():
            return one
        case _:
            assert_never(one)


def _gap(one: d.GapChoice, other: d.GapChoice, pairing: Pairing) -> d.GapChoice:
    choices = zip(one.choices, other.choices, strict=True)
    return replace(one, choices=tuple(beside(text, same, " – ", pairing.first) for text, same in choices))


def _lettered(ones: tuple[d.Lettered, ...], others: tuple[d.Lettered, ...]) -> tuple[d.Lettered, ...]:
    return tuple(replace(one, text=below(one.text, other.text)) for one, other in zip(ones, others, strict=True))


def _texts(ones: tuple[Runs, ...], others: tuple[Runs, ...], join: Callable[[Runs, Runs], Runs]) -> tuple[Runs, ...]:
    return tuple(join(one, other) for one, other in zip(ones, others, strict=True))
