"""Weights of options: whoever chooses all that is right, and nothing else, gets all points."""

from collections.abc import Iterator
from decimal import Decimal

from builder.content.index import Index
from builder.content.interactions import Choice, Hotspot, Option
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.lesson import Lesson

_ALL = Decimal(100)
_SLACK = Decimal("0.1")
"""Thirds are written as 33.33."""


def check_weights(_lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each weight that makes no sense."""
    for choice in content.of(Choice):
        yield from _check(choice.options, multiple=choice.multiple)
    for hotspot in content.of(Hotspot):
        yield from _check(tuple(area.option for area in hotspot.areas), multiple=True)


def _check(options: tuple[Option, ...], *, multiple: bool) -> Iterator[Diagnostic]:
    for option in options:
        if option.correct and option.weight is not None and option.weight <= 0:
            message = f"the option is right, but its weight is {option.weight}"
            yield _weight(option, message, "give it a weight above 0, or leave the weight out")
        elif not option.correct and not multiple and (option.weight or 0) > 0:
            message = f"the option is wrong, but brings {option.weight} per cent of the points"
            yield _weight(option, message, "give it a weight of 0 or less, or mark it as right in a `type=multiple`")
    right = [option for option in options if option.correct]
    weights = [option.weight for option in right if option.weight is not None]
    if not weights or min(weights) <= 0 or (len(right) > 1 and not multiple):
        return
    total = sum(weights, Decimal(0))
    if len(weights) == len(right) and total < _ALL - _SLACK:
        message = f"all right options together bring only {total} per cent of the points"
        yield _weight(right[0], message, "let the weights of the right options add up to 100, or leave them out")
    elif len(weights) < len(right) and total >= _ALL:
        unweighted = next(option for option in right if option.weight is None)
        message = f"the other right options bring {total} per cent of the points: nothing is left for this one"
        yield _weight(unweighted, message, "give every right option a weight, or none")


def _weight(option: Option, message: str, hint: str) -> Diagnostic:
    return diagnose(Code.ATTRIBUTE_VALUE, message, option.span, hint=hint)
