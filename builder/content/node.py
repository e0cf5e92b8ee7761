"""The one thing all nodes share: where they stand."""

from dataclasses import field

from builder.records import dataclass
from builder.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A piece of a source, comparable by meaning: the span does not count in equality."""

    span: Span = field(compare=False, repr=False)
