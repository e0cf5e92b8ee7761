"""Where the keys of a YAML mapping stand."""

from builder.model.course import Course, Variant
from builder.model.lesson import Lesson
from builder.model.workspace import Manifest, Publisher
from builder.source import Span


def key_span(node: Lesson | Course | Manifest | Variant | Publisher, *names: str) -> Span:
    """Return where the first of the keys that is known stands, or else the whole node."""
    lines = dict(node.keys)
    return next((Span.at(node.span.path, lines[name]) for name in names if name in lines), node.span)
