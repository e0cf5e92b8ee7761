"""Numbers as authors write them in the cells of a table that is to be drawn as a chart."""

import re
from collections.abc import Sequence
from decimal import Decimal

_NUMBER = re.compile(r"([-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?:[ \u00a0\u202f]?(%))?")
_NONE = frozenset({"", "-", "–", "—", "…"})

Values = tuple[Decimal | None, ...]
"""One column of numbers; None where there is none."""


def number_of(text: str) -> Decimal | None:
    """Return the number that a cell says, such as ``1,070``, ``3.5`` or ``25.8 %``; None for anything else."""
    found = _NUMBER.fullmatch(text.strip())
    return Decimal(found[1].replace(",", "").replace("−", "-")) if found else None


def is_percent(text: str) -> bool:
    """Return whether a cell says a number of per cent."""
    found = _NUMBER.fullmatch(text.strip())
    return bool(found and found[2])


def is_value(text: str) -> bool:
    """Return whether a cell says a number, or that there is none."""
    return number_of(text) is not None or text.strip() in _NONE


def series_of(columns: Sequence[Sequence[str]]) -> tuple[Values, ...]:
    """Return the numbers of columns of cells; nothing where a cell says anything else or a column has no number."""
    series = tuple(tuple(number_of(text) for text in column) for column in columns)
    whole = all(is_value(text) for column in columns for text in column)
    return series if whole and all(any(value is not None for value in values) for values in series) else ()
