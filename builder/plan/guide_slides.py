"""Which slides of the decks belong to which lines of a lesson: a guide says when each is shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.model.edition import Edition
from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.output.text import Runs
from builder.plan.deck import decide_breaks
from builder.plan.deck.languages import write_scenes
from builder.plan.deck.scenes import Breaks
from builder.plan.deck.setting import set_up
from builder.plan.deck.shots import shots_of
from builder.plan.deck_pdf import plan_deck_pdf
from builder.records import dataclass

Splits = tuple[tuple[str, Breaks], ...]
"""Pairs (module, how its deck is split)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSlide:
    """A slide of a deck, and where in a lesson it comes from."""

    key: str
    """``module/id``."""
    id: str
    title: Runs
    line: int


class Reel:
    """Hands out the slides of one lesson, each once, as a planner goes down the lesson."""

    def __init__(self, slides: Sequence[ShownSlide]) -> None:
        self._slides = list(slides)

    def before(self, line: int) -> list[ShownSlide]:
        """Return the slides that open the lesson: those at the front that come from above a line."""
        count = next((place for place, slide in enumerate(self._slides) if slide.line >= line), len(self._slides))
        taken, self._slides = self._slides[:count], self._slides[count:]
        return taken

    def within(self, first: int, last: int) -> list[ShownSlide]:
        """Return the slides that come from some lines."""
        taken = [slide for slide in self._slides if first <= slide.line <= last]
        self._slides = [slide for slide in self._slides if not first <= slide.line <= last]
        return taken

    def rest(self) -> list[ShownSlide]:
        """Return all that are left."""
        taken, self._slides = self._slides, []
        return taken


def decide_splits(editions: Sequence[Edition], resources: Resources) -> Splits:
    """Return how the decks of all modules of a course are split, as they are when they are built themselves."""
    names = [module.id for module in editions[0].modules]
    # What the decks have to say of it, they say themselves.
    return tuple(
        (name, decide_breaks([module_of(edition, name) for edition in editions], resources)[0]) for name in names
    )


def module_of(edition: Edition, name: str) -> Edition:
    """Return one module's part of an edition of the whole course."""
    modules = tuple(module for module in edition.modules if module.id == name)
    return replace(edition, part=name, modules=modules)


def shown_slides(edition: Edition, splits: Splits, resources: Resources) -> Mapping[str, tuple[ShownSlide, ...]]:
    """Return the slides of each lesson in the deck's order, by the lesson's path."""
    found: dict[str, list[ShownSlide]] = {}
    for name, breaks in splits:
        part = module_of(edition, name)
        setting = set_up(part, resources)
        for shot in shots_of(write_scenes(setting, None), dict(breaks.divisions), setting):
            span = shot.scene.span
            slide = ShownSlide(key=f"{name}/{shot.id}", id=shot.id, title=shot.title, line=span.line)
            found.setdefault(span.path, []).append(slide)
    return {path: tuple(slides) for path, slides in found.items()}


def drawn_decks(edition: Edition, splits: Splits, resources: Resources) -> Iterator[tuple[str, SlidePaper]]:
    """Yield each module with its slides as they are drawn on paper."""
    for name, breaks in splits:
        # What cannot be drawn, the deck's own pages say.
        yield name, plan_deck_pdf(module_of(edition, name), resources, breaks)[0]
