"""The parts of a question that have ids: options, pairs, items, statements."""

from collections.abc import Iterator
from typing import assert_never

from builder.content.interactions import (
    Choice,
    Cloze,
    ExtendedText,
    Hotspot,
    Interaction,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    OrderItem,
    Pair,
    TextEntry,
    TrueFalse,
)
from builder.records import dataclass

Part = Option | Pair | OrderItem


@dataclass(frozen=True, slots=True)
class PartList:
    """One list of a question: ids are unique in it."""

    gap: str
    """The id of the gap that it fills; empty for the list of the question itself."""
    parts: tuple[Part, ...]


def part_lists(interaction: Interaction, gap: str = "") -> Iterator[PartList]:
    """Yield the lists of options, pairs, items and statements that a question has."""
    match interaction:
        case Choice(options=parts) | Match(pairs=parts) | Order(items=parts) | Likert(statements=parts):
            yield PartList(gap, parts)
        case Hotspot(areas=areas):
            yield PartList(gap, tuple(area.option for area in areas))
        case Cloze(gaps=gaps):
            for field in gaps:
                yield from part_lists(field.interaction, field.id)
        case TrueFalse() | Numeric() | TextEntry() | ExtendedText():
            return
        case _:
            assert_never(interaction)


def parts_of(interaction: Interaction) -> Iterator[tuple[str, Part]]:
    """Yield each part that has an id, in order, with the id by which the question knows it: ``b``, ``gap.b``."""
    for group in part_lists(interaction):
        for part in group.parts:
            if part.id:
                yield f"{group.gap}.{part.id}" if group.gap else part.id, part
