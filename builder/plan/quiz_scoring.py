"""What each option is worth, in per cent of a question's points."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from builder.content import interactions as asked

FULL = Decimal(100)
_PLACES = Decimal("0.00001")


def decide_fractions(options: Sequence[asked.Option]) -> tuple[Decimal, ...]:
    """Return each option's share: the author's weight, or for right ones an equal part of what is left of 100."""
    return tuple(
        option.weight if option.weight is not None else _share(options) if option.correct else Decimal(0)
        for option in options
    )


def _share(options: Sequence[asked.Option]) -> Decimal:
    right = [option.weight for option in options if option.correct]
    given = sum((weight for weight in right if weight is not None), Decimal(0))
    return (max(FULL - given, Decimal(0)) / right.count(None)).quantize(_PLACES, ROUND_HALF_UP).normalize() + 0
