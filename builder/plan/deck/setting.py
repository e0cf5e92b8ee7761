"""What planning a deck in one language has at hand, and how phrases become runs there."""

from collections.abc import Iterable
from dataclasses import replace

from builder.content.phrase import Phrase
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.output.deck import Look, Paragraph
from builder.output.resources import Resources
from builder.output.text import Runs, merge_runs
from builder.plan.deck.scenes import CellText, Unit
from builder.plan.desk import Desk, Tally, label_runs, text_runs
from builder.plan.runs import Voice
from builder.records import dataclass
from builder.typeset.measure import shape_runs
from builder.typeset.metrics import Metrics, read_metrics
from builder.typeset.template import Theme, read_theme

TEMPLATE = "deck.pptx"
METRICS = "carlito.json"
TITLE, BODY, SECOND, TABLE, PICTURE, NUMBER, IMPRINT, PANEL, LABEL, CAPTION, NOTE, THIRD = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
)
"""Indices of placeholders in the layouts of a deck."""
CARD, HEAD, DETAIL = 21, 31, 41
"""The first of several."""
STRIP, SLIDE = 90, 91


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Whom the deck speaks to, on which template, in which typeface."""

    edition: Edition
    voice: Voice
    theme: Theme
    metrics: Metrics
    desk: Desk
    """For the parts of the notes that papers show the same way."""

    def looks(self, layout: str, index: int = 1) -> tuple[Look, ...]:
        """Return how the levels of a placeholder look."""
        return self.theme.area(layout, index).placeholder.looks


def set_up(edition: Edition, resources: Resources) -> Setting:
    """Return what planning this edition's deck needs."""
    voice = Voice(edition=edition, trainer=True)
    return Setting(
        edition=edition,
        voice=voice,
        theme=read_theme(resources.files[TEMPLATE]),
        metrics=read_metrics(resources.files[METRICS]),
        desk=Desk(voice=voice, tally=Tally()),
    )


def slide_text(phrase: Phrase | None, setting: Setting, *, desk: Desk | None = None, strong: bool = False) -> Runs:
    """Return the runs of a phrase as a slide shows it: links that lead into a paper are words only."""
    return outward(text_runs(phrase, desk or setting.desk, strong=strong))


def led(word: Word, runs: Runs, setting: Setting) -> Runs:
    """Return a text behind one of our words and a colon, strong."""
    return merge_runs((*label_runs(word, setting.desk), *runs))


def outward(runs: Runs) -> Runs:
    """Return runs whose links all lead out of the file."""
    if any(run.link and run.link.startswith("#") for run in runs):
        return merge_runs(replace(run, link=None) if run.link and run.link.startswith("#") else run for run in runs)
    return runs


def unit(
    runs: Runs, look: Look, setting: Setting, *, level: int = 0, start: int = 1, mark: str = "", glued: bool = False
) -> Unit:
    """Return a paragraph, measured."""
    return Unit(
        paragraph=Paragraph(runs=runs, level=min(level, 4), look=look, start=start, mark=mark),
        shaped=shape_runs(runs, setting.metrics, bold=look.bold),
        glued=glued,
    )


def cell(runs: Runs, setting: Setting, *, bold: bool = False) -> CellText:
    """Return a cell, measured."""
    return CellText(runs=runs, shaped=shape_runs(runs, setting.metrics, bold=bold))


def glue(units: Iterable[Unit], *, first: bool = False) -> tuple[Unit, ...]:
    """Return units that stay with their first one: a long run of them may be split, but not near its ends."""
    group = tuple(units)
    last = len(group) - 1
    return tuple(
        replace(
            one,
            glued=(first or position > 0) and (position < 3 or position == last),
            inner=one.inner or position > 0,
        )
        for position, one in enumerate(group)
    )
