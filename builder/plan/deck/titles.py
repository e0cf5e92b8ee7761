"""Titles: the size at which each fits its box, and a number where several slides bear the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from builder.languages.words import Word
from builder.output.deck import Paragraph
from builder.output.text import Run, Runs, merge_runs, plain_text
from builder.plan.deck.fitting import line_ems
from builder.plan.deck.scenes import Scene
from builder.plan.deck.setting import TITLE, Setting
from builder.typeset.lines import count_lines, fits_unbroken
from builder.typeset.measure import shape_runs
from builder.typeset.template import Area

_SMALLEST = 24.0
_STEP = 2.0


class TitleFit(NamedTuple):
    """The size of a title, and by how many lines it misses its box."""

    size: float
    over: int
    overlong: bool


def title_fits(scene: Scene, setting: Setting) -> bool:
    """Return whether a title fits its box at some size, with a number behind it if need be."""
    fit = fit_title(numbered(scene.title, 9, 9, setting), scene.layout, setting)
    return fit.over <= 0 and not fit.overlong


def fit_title(title: Runs, layout: str, setting: Setting) -> TitleFit:
    """Return the largest size at which a title fits its box; the smallest where none does."""
    area = setting.theme.area(layout, TITLE)
    look = area.look(0)
    shaped = shape_runs(title, setting.metrics, bold=look.bold)
    size = look.size
    while True:
        room = _room(area) / size
        line = size * look.line * line_ems(shaped.listed, setting)
        lines = count_lines(shaped, room)
        most = int((area.box.height - area.insets.top - area.insets.bottom + 0.6) / line)
        fit = TitleFit(size, lines - most, not fits_unbroken((shaped,), room))
        if (fit.over <= 0 and not fit.overlong) or size - _STEP < _SMALLEST:
            return fit
        size -= _STEP


def title_paragraph(title: Runs, layout: str, size: float, setting: Setting) -> Paragraph:
    """Return a title as it is set."""
    look = setting.theme.area(layout, TITLE).look(0)
    return Paragraph(runs=title, look=replace(look, size=size) if size != look.size else look)


def unique_titles(titles: Sequence[Runs], setting: Setting) -> tuple[Runs, ...]:
    """Return the titles of a deck, those that occur several times numbered in the deck's language."""
    unique = tuple(titles)
    while len(counts := Counter(plain_text(title) for title in unique)) < len(unique):
        seen: Counter[str] = Counter()
        renamed = []
        for title in unique:
            text = plain_text(title)
            seen[text] += 1
            renamed.append(numbered(title, seen[text], counts[text], setting) if counts[text] > 1 else title)
        unique = tuple(renamed)
    return unique


def numbered(title: Runs, number: int, total: int, setting: Setting) -> Runs:
    """Return a title as the deck's language continues it: ``Title (2/3)``."""
    word = setting.edition.interface[Word.CONTINUED]
    before, _, after = word.text.partition("{title}")
    places = {"number": number, "total": total, "title": ""}
    around = [Run(text=text.format(**places), language=word.language, state=word.state) for text in (before, after)]
    return merge_runs((around[0], *title, around[1]))


def _room(area: Area) -> float:
    return area.box.width - area.insets.left - area.insets.right
