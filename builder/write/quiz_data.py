"""What the script of the page to play must know to judge answers, in the terms of `output/scoring.py`."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, assert_never

from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    GapField,
    Hotspot,
    Interaction,
    Item,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    TextEntry,
    TrueFalse,
)


def question_data(item: Item) -> dict[str, Any]:
    """Return what is right in a question, and what it is worth."""
    shuffled = isinstance(item.interaction, Choice) and item.shuffle
    return {"points": item.points, **interaction_data(item.interaction), **({"shuffle": True} if shuffled else {})}


def interaction_data(interaction: Interaction) -> dict[str, Any]:
    """Return what is right in an interaction, by its kind."""
    match interaction:
        case Choice() | Numeric() | TextEntry():
            return _fill_data(interaction)
        case Hotspot(areas=areas, multiple=multiple):
            return _options_data([area.option for area in areas], multiple=multiple)
        case TrueFalse(answer=answer):
            worth = {
                name: _worth(Decimal(100 * right), right) for name, right in (("true", answer), ("false", not answer))
            }
            return {"kind": "choice", "multiple": False, "options": worth}
        case Match(stems=stems):
            return {"kind": "match", "stems": {stem.id: stem.target for stem in stems}}
        case Order(items=items):
            return {"kind": "order", "items": [item.id for item in items]}
        case Cloze(gaps=gaps):
            return {"kind": "cloze", "gaps": {gap.id: _gap_data(gap) for gap in gaps}}
        case ExtendedText():
            return {"kind": "essay"}
        case Likert():
            return {"kind": "likert"}
        case _:
            assert_never(interaction)


def _gap_data(gap: GapField) -> dict[str, Any]:
    return _fill_data(gap.interaction)


def _fill_data(interaction: Choice | Numeric | TextEntry) -> dict[str, Any]:
    match interaction:
        case Choice(options=options, multiple=multiple):
            return _options_data(options, multiple=multiple)
        case Numeric(value=value, tolerance=tolerance, units=units):
            names = [unit.text for unit in units]
            return {"kind": "numeric", "value": f"{value:f}", "tolerance": f"{tolerance:f}", "units": names}
        case TextEntry(accepted=accepted):
            return {"kind": "text", "accepted": [run.text for run in accepted]}
        case _:
            assert_never(interaction)


def _options_data(options: Sequence[Option], *, multiple: bool) -> dict[str, Any]:
    worth = {option.id: _worth(option.fraction, option.correct) for option in options}
    return {"kind": "choice", "multiple": multiple, "options": worth}


def _worth(fraction: Decimal, correct: bool) -> dict[str, Any]:
    return {"fraction": float(fraction), "correct": correct}
