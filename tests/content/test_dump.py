"""The dump of a tree: short, complete, readable."""

from dataclasses import dataclass
from decimal import Decimal

from builder.content.dump import dump
from builder.content.inlines import Emphasis, LineBreak, Text
from builder.content.phrase import Kind, Phrase
from builder.content.prose import Paragraph, Table
from builder.languages.states import State
from builder.source import Span

HERE = Span("a.md", 3, 3)


def phrase(message: str, **more: object) -> Phrase:
    """Return a phrase of plain text."""
    inlines = (Text(span=HERE, value=message),)
    return Phrase(span=HERE, message=message, inlines=inlines, kind=Kind.CELL, place="x", **more)  # type: ignore[arg-type]


def test_a_phrase_is_one_line_where_its_inlines_say_no_more() -> None:
    assert dump(Paragraph(span=Span("a.md", 3, 4), text=phrase('a "b"'))) == (
        'Paragraph @3-4\n  text: cell "a \\"b\\"" #x @3\n'
    )


def test_marks_within_a_phrase_follow_it() -> None:
    inlines = (Emphasis(span=HERE, children=(Text(span=HERE, value="a"),)), LineBreak(span=HERE))
    text = Phrase(span=HERE, message="*a*\\\n", inlines=inlines, kind=Kind.TITLE, place="")
    assert dump(text) == 'title "*a*\\\\\\n" @3\n  Emphasis @3\n    Text "a" @3\n  LineBreak @3\n'


def test_what_a_translator_is_told_and_the_state_are_shown() -> None:
    text = phrase("a", note="n", context="c", translatable=False, language="mk", state=State.STALE)
    assert dump(text) == 'cell "a" #x @3 context="c" note="n" untranslatable mk stale\n'


def test_rows_are_kept_apart() -> None:
    table = Table(span=HERE, header=(phrase("a"),), rows=((phrase("b"),), (phrase("c"),)), alignments=(None,))
    assert dump(table) == (
        'Table @3\n  header:\n    cell "a" #x @3\n  rows:\n    -\n      cell "b" #x @3\n    -\n      cell "c" #x @3\n'
    )


@dataclass
class Box:
    """Anything else that is a dataclass."""

    name: str
    size: Decimal
    shown: bool
    data: bytes
    parts: tuple[str, ...]
    named: dict[str, Text]
    nothing: None = None


def test_any_dataclass_can_be_shown() -> None:
    box = Box("a", Decimal("1.50"), True, b"1234", ("b", "c"), {"d": Text(span=HERE, value="e")})
    assert (
        dump(box) == 'Box name="a" size=1.50 shown=true data=4 bytes parts=["b", "c"]\n  named:\n    d: Text "e" @3\n'
    )
