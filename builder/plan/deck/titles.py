"""Titles: the size at which each fits its box, and a number where several slides bear the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from builder.languages.words import Word
from builder.output.deck import Paragraph
from builder.output.text import Run, Runs, halves, merge_runs
from builder.plan.deck.fitting import FLOOR, line_ems, lines_need
from builder.plan.deck.scenes import Scene
from builder.plan.deck.setting import Setting
from builder.plan.second import below, first_text
from builder.typeset.template import Area
from builder.typeset.template_roles import TITLE

_SMALLEST = 24.0
_STEP = 2.0
_SPARE = 0.6
"""Points that a box may be too low by."""


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
    setting = setting.set_in(look)
    shaped = setting.measured(title, look)
    smallest = FLOOR if shaped.below else _SMALLEST
    size = look.size
    while True:
        need = lines_need(shaped, size, _room(area), setting, line=look.line)
        line = size * look.line * line_ems(shaped.listed, setting)
        over = need.height - (area.box.height - area.insets.top - area.insets.bottom) - _SPARE
        fit = TitleFit(size, ceil(over / line), need.overlong)
        if (fit.over <= 0 and not fit.overlong) or size - _STEP < smallest:
            return fit
        size -= _STEP


def title_share(scene: Scene, setting: Setting) -> float:
    """Return how much of its box a title fills at the smallest size."""
    area = setting.theme.area(scene.layout, TITLE)
    look = area.look(0)
    setting = setting.set_in(look)
    shaped = setting.measured(scene.title, look)
    need = lines_need(shaped, min(_SMALLEST, look.size), _room(area), setting, line=look.line)
    return (need.height - _SPARE) / (area.box.height - area.insets.top - area.insets.bottom)


def title_paragraph(title: Runs, layout: str, size: float, setting: Setting) -> Paragraph:
    """Return a title as it is set."""
    look = setting.theme.area(layout, TITLE).look(0)
    return Paragraph(runs=title, look=replace(look, size=size) if size != look.size else look)


def unique_titles(titles: Sequence[Runs], setting: Setting) -> tuple[Runs, ...]:
    """Return the titles of a deck, those that occur several times numbered in the deck's language."""
    unique = tuple(titles)
    while len(counts := Counter(first_text(title) for title in unique)) < len(unique):
        seen: Counter[str] = Counter()
        renamed = []
        for title in unique:
            text = first_text(title)
            seen[text] += 1
            renamed.append(numbered(title, seen[text], counts[text], setting) if counts[text] > 1 else title)
        unique = tuple(renamed)
    return unique


def numbered(title: Runs, number: int, total: int, setting: Setting) -> Runs:
    """Return a title as the deck's language continues it: ``Title (2/3)``; a second language stands below as it is."""
    word = setting.edition.interface[Word.CONTINUED]
    before, _, after = word.text.partition("{title}")
    places = {"number": number, "total": total, "title": ""}
    around = [Run(text=text.format(**places), language=word.language, state=word.state) for text in (before, after)]
    first, second = halves(title)
    return below(merge_runs((around[0], *first, around[1])), second)


def _room(area: Area) -> float:
    return area.box.width - area.insets.left - area.insets.right
