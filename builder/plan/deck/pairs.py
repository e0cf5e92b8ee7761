"""Two languages on one slide: each text of the wall with the same in the second language below it, in one paragraph."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from builder.output.deck import Paragraph
from builder.output.text import Run, Runs
from builder.plan.deck.scenes import (
    CardsPart,
    CellText,
    ChartPart,
    ColumnsPart,
    FigurePart,
    Part,
    Scene,
    Stage,
    StagesPart,
    TablePart,
    TextPart,
    Unit,
)
from builder.plan.deck.setting import Setting, cell
from builder.plan.names import name_note_runs
from builder.plan.second import below, beside
from builder.typeset.template_roles import IMPRINT, LABEL


def paired(scenes: Sequence[Scene], others: Sequence[Scene], setting: Setting) -> tuple[Scene, ...]:
    """Return the scenes of one language with what the wall shows in another below it; notes stay in the first."""
    return tuple(_scene(one, other, setting) for one, other in zip(scenes, others, strict=True))


def side_by_side(first: Runs, second: Runs, separator: str, setting: Setting) -> Runs:
    """Return a text and the same in a second language behind it on the line; once where both are equal."""
    return beside(first, second, separator, setting.voice)


def name_notes(runs: Iterable[Run], setting: Setting) -> Runs:
    """Return the publisher's note on a name that bears a mark, in each language in which one of the runs does."""
    if setting.second is None:
        return name_note_runs(runs, setting.voice)
    shown = tuple(runs)
    first, second = (tuple(run for run in shown if run.second is which) for which in (False, True))
    return below(name_note_runs(first, setting.voice), name_note_runs(second, setting.second.voice))


def _scene(one: Scene, other: Scene, setting: Setting) -> Scene:
    parts = one.parts
    if not one.listed:
        parts = tuple(_part(part, same, setting) for part, same in zip(parts, other.parts, strict=True))
    return replace(
        one,
        title=below(one.title, other.title),
        parts=parts,
        fixed=tuple(
            (index, _fixed(index, texts, same, setting))
            for (index, texts), (_, same) in zip(one.fixed, other.fixed, strict=True)
        ),
        marked=one.marked or other.marked,
        alone=one,
        otherwise=_scene(one.otherwise, other.otherwise, setting) if one.otherwise and other.otherwise else None,
    )


def _fixed(
    index: int, ones: Sequence[Paragraph], others: Sequence[Paragraph], setting: Setting
) -> tuple[Paragraph, ...]:
    """Return the lines of a certain place by pairs; a label is one line, and who publishes the deck speaks once."""
    if index == IMPRINT:
        return tuple(ones)
    if index == LABEL:
        pairs = zip(ones, others, strict=True)
        return tuple(replace(one, runs=side_by_side(one.runs, other.runs, " · ", setting)) for one, other in pairs)
    return tuple(_paragraph(one, other) for one, other in zip(ones, others, strict=True))


def _paragraph(one: Paragraph, other: Paragraph) -> Paragraph:
    return replace(one, runs=below(one.runs, other.runs))


def _part(one: Part, other: Any, setting: Setting) -> Part:
    """Return a part with the same part of the second language, which has the same shape: only texts are translated."""
    match one:
        case TextPart(units=units):
            return replace(one, units=_units(units, other.units, setting))
        case CardsPart(cards=cards):
            return replace(one, cards=_units(cards, other.cards, setting))
        case TablePart(header=header, rows=rows):
            pairs = zip(rows, other.rows, strict=True)
            return replace(
                one,
                header=_cells(header, other.header, setting, bold=True),
                rows=tuple(_cells(row, same, setting) for row, same in pairs),
            )
        case ChartPart(categories=categories, names=names):
            return replace(
                one,
                categories=_labels(categories, other.categories, setting),
                names=_labels(names, other.names, setting),
            )
        case FigurePart(caption=caption):
            return replace(one, caption=below(caption, other.caption))
        case ColumnsPart(heads=heads, columns=columns):
            sides = zip(columns, other.columns, strict=True)
            return replace(
                one,
                heads=_units(heads, other.heads, setting),
                columns=tuple(_units(side, same, setting) for side, same in sides),
            )
        case StagesPart(stages=stages):
            both = zip(stages, other.stages, strict=True)
            return replace(one, stages=tuple(_stage(stage, same, setting) for stage, same in both))


def _stage(one: Stage, other: Stage, setting: Setting) -> Stage:
    return Stage(label=_unit(one.label, other.label, setting), details=_units(one.details, other.details, setting))


def _units(ones: Sequence[Unit], others: Sequence[Unit], setting: Setting) -> tuple[Unit, ...]:
    return tuple(_unit(one, other, setting) for one, other in zip(ones, others, strict=True))


def _unit(one: Unit, other: Unit, setting: Setting) -> Unit:
    paragraph = _paragraph(one.paragraph, other.paragraph)
    return replace(one, paragraph=paragraph, shaped=setting.measured(paragraph.runs, paragraph.look))


def _cells(
    ones: Sequence[CellText], others: Sequence[CellText], setting: Setting, *, bold: bool = False
) -> tuple[CellText, ...]:
    texts = [below(one.runs, other.runs) for one, other in zip(ones, others, strict=True)]
    return tuple(cell(runs, setting, bold=bold) for runs in texts)


def _labels(ones: Sequence[CellText], others: Sequence[CellText], setting: Setting) -> tuple[CellText, ...]:
    """Return the labels of a chart, which knows one size of text only."""
    pairs = zip(ones, others, strict=True)
    texts = [side_by_side(one.runs, other.runs, " / ", setting) for one, other in pairs]
    return tuple(cell(runs, setting) for runs in texts)
