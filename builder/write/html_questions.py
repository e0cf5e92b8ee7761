"""Questions as HTML to read and to print; `quiz.html` is the one to play."""

from collections.abc import Sequence
from typing import assert_never

from builder.output import document as d
from builder.output.text import Runs
from builder.write.html_text import runs_html
from builder.write.markup import escape

_BOX = '<span class="tick" aria-hidden="true"></span>'
_BLANK = '<span class="blank" aria-hidden="true"></span>'


def response_html(response: d.Response, language: str) -> str:
    """Return the room for an answer."""
    match response:
        case d.Options(items=items):
            return _list([f"{_letter(item, 'tick')}{_words(item.text, language)}" for item in items], "options")
        case d.Ordering(items=items):
            return _list([f"{_BLANK}{_letter(item)}{_words(item.text, language)}" for item in items], "options")
        case d.Pairing(left=left, right=right):
            stems = _list([_BLANK + _words(text, language) for text in left], "options")
            targets = _list([_letter(item) + _words(item.text, language) for item in right], "options")
            return f'<div class="pairs">{stems}{targets}</div>'
        case d.Blank():
            return '<p class="line" aria-hidden="true"></p>'
        case d.Lines(count=count):
            return '<p class="line" aria-hidden="true"></p>' * count
        case d.Gaps(choices=choices):
            return _list([_gap(choice, language) for choice in choices], "options")
        case d.Scale(points=points, statements=statements):
            return _scale(points, statements, language)
        case _:
            assert_never(response)


def _list(items: Sequence[str], kind: str) -> str:
    return f'<ul class="{kind}" role="list">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>" if items else ""


def _letter(item: d.Lettered, kind: str = "letter") -> str:
    return f'<b class="{kind}">{escape(item.letter)}</b>'


def _words(runs: Runs, language: str) -> str:
    return f"<span>{runs_html(runs, language)}</span>"


def _gap(choice: d.GapChoice, language: str) -> str:
    texts = " / ".join(runs_html(text, language) for text in choice.choices)
    return f"<b>{runs_html(choice.label, language)}</b><span>{texts}</span>"


def _scale(points: Sequence[Runs], statements: Sequence[Runs], language: str) -> str:
    """Return the points to mark, under each statement if there are several: a grid would not fit a telephone."""
    boxes = [_BOX + _words(point, language) for point in points]
    if not statements:
        return _list(boxes, "options")
    return "".join(
        f"<p>{runs_html(statement, language)}</p>{_list(boxes, 'options scale')}" for statement in statements
    )
