"""Questions as HTML to read and to print; `quiz.html` is the one to play."""

from collections.abc import Sequence
from typing import assert_never

from builder.output import document as d
from builder.output.text import Runs
from builder.write.html_text import Medium, runs_in
from builder.write.markup import escape

_BOX = '<span class="tick" aria-hidden="true"></span>'
_BLANK = '<span class="blank" aria-hidden="true"></span>'


def response_html(response: d.Response, medium: Medium) -> str:
    """Return the room for an answer."""
    match response:
        case d.Options(items=items):
            return _list([f"{_letter(item, 'tick')}{_words(item.text, medium)}" for item in items], "options")
        case d.Ordering(items=items):
            return _list([f"{_BLANK}{_letter(item)}{_words(item.text, medium)}" for item in items], "options")
        case d.Pairing(left=left, right=right):
            stems = _list([_BLANK + _words(text, medium) for text in left], "options")
            targets = _list([_letter(item) + _words(item.text, medium) for item in right], "options")
            return f'<div class="pairs">{stems}{targets}</div>'
        case d.Blank():
            return '<p class="line" aria-hidden="true"></p>'
        case d.Lines(count=count):
            return '<p class="line" aria-hidden="true"></p>' * count
        case d.Gaps(choices=choices):
            return _list([_gap(choice, medium) for choice in choices], "options")
        case d.Scale(points=points, statements=statements):
            return _scale(points, statements, medium)
        case _:
            assert_never(response)


def _list(items: Sequence[str], kind: str) -> str:
    return f'<ul class="{kind}" role="list">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>" if items else ""


def _letter(item: d.Lettered, kind: str = "letter") -> str:
    return f'<b class="{kind}">{escape(item.letter)}</b>'


def _words(runs: Runs, medium: Medium) -> str:
    return f"<span>{runs_in(runs, medium)}</span>"


def _gap(choice: d.GapChoice, medium: Medium) -> str:
    texts = " / ".join(runs_in(text, medium) for text in choice.choices)
    return f"<b>{runs_in(choice.label, medium)}</b><span>{texts}</span>"


def _scale(points: Sequence[Runs], statements: Sequence[Runs], medium: Medium) -> str:
    """Return the points to mark, under each statement if there are several: a grid would not fit a telephone."""
    boxes = [_BOX + _words(point, medium) for point in points]
    if not statements:
        return _list(boxes, "options")
    return "".join(f"<p>{runs_in(statement, medium)}</p>{_list(boxes, 'options scale')}" for statement in statements)
