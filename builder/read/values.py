"""The values that attributes and keys may take, from the types of the model."""

from typing import Literal, TypeVar, get_args

from builder.content.interactions import LikertScale
from builder.model.blocks import CalloutKind, DiagramKind, Place, QuestionType, Use
from builder.model.lesson import BloomLevel, Method

LEVELS: tuple[BloomLevel, ...] = get_args(BloomLevel)
METHODS: tuple[Method, ...] = get_args(Method)
GROUPINGS = ("alone", "pairs", "groups", "plenary")
PLACES: tuple[Place, ...] = get_args(Place)
CALLOUTS: tuple[CalloutKind, ...] = get_args(CalloutKind)
DIAGRAMS: tuple[DiagramKind, ...] = get_args(DiagramKind)
QUESTION_TYPES: tuple[QuestionType, ...] = get_args(QuestionType)
USES: tuple[Use, ...] = get_args(Use)
SCALES: tuple[LikertScale, ...] = get_args(LikertScale)
CHARTS: tuple[Literal["bar", "line"], ...] = ("bar", "line")
ValueT = TypeVar("ValueT")
CONTAINERS = (
    *CALLOUTS, *PLACES, *DIAGRAMS, "columns", "column", "card", "activity", "case", "inject", "question",
)  # fmt: skip


def one_of(value: str | None, allowed: tuple[ValueT, ...]) -> ValueT | None:
    """Return the member of a closed list that a value is, or None."""
    return next((member for member in allowed if member == value), None)
