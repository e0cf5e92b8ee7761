"""What planning a deck in one language has at hand, and how phrases become runs there."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

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
from builder.typeset.lines import Shaped
from builder.typeset.measure import shape_runs
from builder.typeset.metrics import Metrics, read_metrics
from builder.typeset.template import Theme, read_theme
from builder.typeset.template_layouts import POINTS
from builder.typeset.template_roles import BODY

TEMPLATE = "deck.pptx"
HOUSE = "house.pptx"
"""Our own template, where a publisher's stands in for it."""
METRICS = "carlito.json"
FONTS = "metrics/"
"""Before the name of a typeface: its table of letter widths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Whom the deck speaks to, on which template, in which typeface."""

    edition: Edition
    voice: Voice
    theme: Theme
    metrics: Metrics
    desk: Desk
    """For the parts of the notes that papers show the same way."""
    fonts: Mapping[str, Metrics] = field(default_factory=dict)
    """Of the template's typefaces, by name; what is not among them is measured by ``metrics``."""
    second: "Setting | None" = None
    """Of the language that stands below the first on every slide; None where there is one language only."""

    def looks(self, layout: str, index: int = BODY) -> tuple[Look, ...]:
        """Return how the levels of a placeholder look."""
        return self.theme.area(layout, index).looks

    def metrics_of(self, look: Look) -> Metrics:
        """Return what measures text of a look."""
        return self.fonts.get(look.font, self.metrics)

    def set_in(self, look: Look) -> "Setting":
        """Return the same with the metrics of a look's typeface: its lines are as high as that has them."""
        metrics = self.metrics_of(look)
        return self if metrics is self.metrics else replace(self, metrics=metrics)

    def measured(self, runs: Runs, look: Look) -> Shaped:
        """Return runs as a look sets them: in its typeface, in capitals or italics where it says so."""
        if look.caps:
            runs = tuple(replace(run, text=run.text.upper()) for run in runs)
        if look.italic:
            runs = tuple(replace(run, emphasis=True) for run in runs)
        return shape_runs(runs, self.metrics_of(look), bold=look.bold)


def set_up(edition: Edition, resources: Resources) -> Setting:
    """Return what planning this edition's deck needs."""
    voice = Voice(edition=edition, trainer=True)
    files = resources.files
    theme = read_theme(files[TEMPLATE], files.get(HOUSE), edition.publisher.layouts)
    usual = read_metrics(files[METRICS])
    tables = {name.removeprefix(FONTS): table for name, table in files.items() if name.startswith(FONTS)}
    fonts = {name: read_metrics(table) for name, table in tables.items()}
    return Setting(
        edition=edition,
        voice=voice,
        theme=theme,
        metrics=fonts.get(theme.area(POINTS, BODY).look(0).font, usual),
        desk=Desk(voice=voice, tally=Tally()),
        fonts=fonts,
    )


def spoken(setting: Setting) -> str:
    """Return the language of the slides in English, with the second one where there is one."""
    return " with ".join(one.edition.language.english for one in (setting, setting.second) if one)


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
        shaped=setting.measured(runs, look),
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
