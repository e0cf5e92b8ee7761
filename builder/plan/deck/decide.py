"""Over all languages of a course: where each slide of a module splits, so that slide ids are equal in all."""

from collections.abc import Iterator, Sequence

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.edition import Edition
from builder.output.resources import Resources
from builder.output.text import plain_text
from builder.plan.deck.divide import Cast, divide
from builder.plan.deck.pages import fit_page, laid_down
from builder.plan.deck.scenes import Breaks, Division, Page, Slice
from builder.plan.deck.script import write_script
from builder.plan.deck.setting import set_up


def decide_breaks(editions: Sequence[Edition], resources: Resources) -> tuple[Breaks, Diagnostics]:
    """Return how each scene of a deck is split: one module's editions in every language of a course go in."""
    settings = [set_up(edition, resources) for edition in editions]
    scripts = [write_script(setting) for setting in settings]
    divisions: list[tuple[str, Division]] = []
    found: list[Diagnostic] = []
    for scenes in zip(*scripts, strict=True):
        cast = list(zip(scenes, settings, strict=True))
        division = divide(cast)
        divisions.append((scenes[0].key, division))
        found.extend(_splits(cast, division))
    return Breaks(tuple(divisions)), tuple(found)


def _splits(cast: Cast, division: Division) -> Iterator[Diagnostic]:
    """Yield a note for each part that is too high for one slide, with the languages that make it so."""
    scene = cast[0][0]
    chosen = scene.otherwise or scene if division.otherwise else scene
    pieces = [piece for page in division.pages for piece in page.slices]
    for number in sorted({piece.part for piece in pieces}):
        slides = [piece for piece in pieces if piece.part == number]
        if len(slides) > 1:
            whole = Page((Slice(number, 0, max(piece.end for piece in slides)),))
            tight = [
                setting.edition.language.english
                for (one, setting) in cast
                if fit_page(
                    laid_down(one.otherwise or one if division.otherwise else one, division.down), whole, setting
                ).over
                > 0
            ]
            yield diagnose(
                Code.SLIDE_SPLIT,
                f"slide “{plain_text(chosen.title)}” is split over {len(slides)} slides in every language:"
                f" it does not fit one in {', '.join(tight)}",
                chosen.span,
                hint="to choose the place yourself, shorten it or begin a slide with `---` or `###`",
            )
