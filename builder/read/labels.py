"""The words in a drawing as phrases, so that a translator finds them in the catalogue and not in copies of it."""

from builder.content.drawing import Label, labels_in
from builder.content.inlines import Text
from builder.content.phrase import Kind, Phrase
from builder.source import Span


def read_labels(path: str, data: bytes, *, language: str) -> tuple[Phrase, ...]:
    """Return the labels of an SVG drawing that was found safe, plain text each, at their lines in its file."""
    return tuple(_phrase(label, Span.at(path, label.line), language) for label in labels_in(data))


def _phrase(label: Label, span: Span, language: str) -> Phrase:
    inlines = (Text(span=span, value=label.text),)
    return Phrase(
        span=span, message=label.text, inlines=inlines, kind=Kind.LABEL, place="label", language=language
    )  # fmt: skip
