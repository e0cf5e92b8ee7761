"""Test questions with several right options: whoever ticks everything must not get all the points."""

from collections.abc import Iterator
from decimal import Decimal

from builder.content.index import Index
from builder.content.interactions import Choice, Hotspot, Interaction, Option
from builder.diagnostics import Code, Diagnostic, diagnose
from builder.model.blocks import Question
from builder.model.lesson import Lesson

_ALL = Decimal(100)
_SLACK = Decimal("0.1")
"""Thirds are written as 33.33."""


def check_ticking(_lesson: Lesson, content: Index) -> Iterator[Diagnostic]:
    """Yield a finding for each test question in which wrong options cost nothing; practice is not marked."""
    for question in content.of(Question):
        options = _several(question.interaction)
        if question.use == "test" and _has_both(options) and _worth_of_all(options) >= _ALL - _SLACK:
            message = "whoever ticks every option of this test question gets all its points"
            hint = "let wrong options cost something: - [ ] text {#b weight=-50}"
            yield diagnose(Code.TICKING_PAYS, message, question.span, hint=hint)


def _several(interaction: Interaction) -> tuple[Option, ...]:
    """Return the options of a question of which several may be ticked."""
    match interaction:
        case Choice(multiple=True, options=options):
            return options
        case Hotspot(areas=areas):
            options = tuple(area.option for area in areas)
            return options if sum(option.correct for option in options) > 1 else ()
        case _:
            return ()


def _has_both(options: tuple[Option, ...]) -> bool:
    return len({option.correct for option in options}) > 1


def _worth_of_all(options: tuple[Option, ...]) -> Decimal:
    """Return what all options bring together, in per cent: right ones without a weight share what is left of 100."""
    right = [option.weight for option in options if option.correct]
    given = sum((weight for weight in right if weight is not None), Decimal(0))
    wrong = sum((option.weight or Decimal(0) for option in options if not option.correct), Decimal(0))
    return (max(given, _ALL) if None in right else given) + wrong
