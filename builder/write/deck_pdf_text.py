"""The paragraphs of a box → plain data for Typst: lists as trees, so that they are lists to whoever hears the page."""

from collections.abc import Callable, Sequence
from typing import Any

from builder.output.deck import Look, Paragraph, second_look
from builder.output.text import Run, Runs
from builder.write.pptx.text import is_right_to_left

_LOOKS = (("strong", "s"), ("emphasis", "e"), ("code", "c"))
_SECOND = "2"
Letters = Callable[[Look, int], str]
"""The colour of a text that looks so, at a level."""
Marks = Callable[[Paragraph], str]
"""The colour of the sign before a text."""


class Texts:
    """Turns the paragraphs of one box into plain data; it lives as long as that takes."""

    def __init__(self, language: str, letters: Letters, marks: Marks) -> None:
        self._language = language
        self._letters = letters
        self._marks = marks

    @classmethod
    def of_one_colour(cls, language: str, colour: str) -> "Texts":
        """Return what turns texts into data that all have one colour."""
        return cls(language, lambda _look, _level: colour, lambda _paragraph: colour)

    def nodes(self, paragraphs: Sequence[Paragraph]) -> list[dict[str, Any]]:
        """Return paragraphs, those with a mark before them gathered in lists, each under what it is nested in."""
        nodes: list[dict[str, Any]] = []
        rest = list(paragraphs)
        while rest:
            if not _is_item(rest[0]):
                nodes.append(self.paragraph(rest.pop(0)))
                continue
            count = self._list_length(rest)
            nodes.append(self._list(rest[:count]))
            del rest[:count]
        return nodes

    def paragraph(self, paragraph: Paragraph) -> dict[str, Any]:
        """Return a paragraph with all that Typst needs to set it."""
        look = paragraph.look
        second = second_look(look)
        return {
            "runs": runs_data(paragraph.runs, self._language),
            "size": look.size,
            "bold": look.bold,
            "italic": look.italic,
            "caps": look.caps,
            "fill": self._letters(look, paragraph.level),
            "line": look.line,
            "align": look.align,
            "before": look.before,
            "margin": look.margin,
            "hanging": look.hanging,
            "turned": is_right_to_left(paragraph, self._language),
            "second": [second.size, self._letters(second, paragraph.level)],
        }

    def _list(self, paragraphs: Sequence[Paragraph]) -> dict[str, Any]:
        """Return a list: its items are on the level of the first, deeper paragraphs stand in the item before them."""
        first = paragraphs[0]
        items: list[dict[str, Any]] = []
        inner: list[Paragraph] = []
        for paragraph in paragraphs:
            if self._continues(first, paragraph):
                if items:
                    items[-1]["inner"] = self.nodes(inner)
                label = paragraph.mark or _label(paragraph, first.start + len(items))
                items.append({**self.paragraph(paragraph), "label": label, "inner": []})
                inner = []
            else:
                inner.append(paragraph)
        items[-1]["inner"] = self.nodes(inner)
        ordered = first.look.marker == "number"
        return {
            "items": items, "ordered": ordered, "start": first.start, "marked": bool(first.mark),
            "colour": self._marks(first),
        }  # fmt: skip

    def _list_length(self, paragraphs: Sequence[Paragraph]) -> int:
        """Return how many paragraphs the list holds that the first begins: it ends at the first not in it."""
        first = paragraphs[0]
        for place, paragraph in enumerate(paragraphs):
            if paragraph.level <= first.level and not self._continues(first, paragraph):
                return place
        return len(paragraphs)

    def _continues(self, first: Paragraph, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is another item of the list that one begins, read from the same side."""
        one, other = (
            (here.look.marker, here.level, bool(here.mark), is_right_to_left(here, self._language))
            for here in (first, paragraph)
        )
        return _is_item(paragraph) and one == other


def runs_data(runs: Runs, language: str) -> list[Any]:
    """Return runs: a bare text where nothing sets it apart, else text, looks, language, link."""
    return [_run(run, language) for run in runs]


def _run(run: Run, language: str) -> Any:
    looks = "".join(sign for name, sign in _LOOKS if getattr(run, name)) + (_SECOND if run.second else "")
    own = run.language if run.language != language else ""
    return [run.text, looks, own, run.link or ""] if looks or own or run.link else run.text


def _is_item(paragraph: Paragraph) -> bool:
    return bool(paragraph.mark) or paragraph.look.marker != "none"


def _label(paragraph: Paragraph, number: int) -> str:
    return f"{number}." if paragraph.look.marker == "number" else paragraph.look.bullet
