"""Over all languages of a course: where each slide of a module splits, so that slide ids are equal in all."""

from collections.abc import Iterator, Sequence

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.model.edition import Edition
from builder.model.options import DeckOptions
from builder.output.resources import Resources
from builder.plan.deck.divide import Cast, divide, forms_of, still_fits
from builder.plan.deck.languages import set_up_for_two
from builder.plan.deck.pages import fit_page
from builder.plan.deck.pairs import paired
from builder.plan.deck.scenes import Breaks, Division, Page, Scene, Slice
from builder.plan.deck.script import write_script
from builder.plan.deck.setting import Setting, set_up, spoken
from builder.plan.deck.tight import tight_slides
from builder.plan.second import first_text

PLAIN_DECK = DeckOptions()
Script = tuple[tuple[Scene, ...], Setting]
"""The scenes of a deck in one language, or in two."""


def decide_breaks(
    editions: Sequence[Edition], resources: Resources, options: DeckOptions = PLAIN_DECK
) -> tuple[Breaks, Diagnostics]:
    """Return how each scene of a deck is split: one module's editions in every language of a course go in.

    Where two languages share a slide, it splits as the plain deck does if both fit so: rooms that use either deck
    stay on the same slide. Only what then does not fit is divided anew, over all pairs of languages.
    """
    plain = [_script(set_up(edition, resources)) for edition in editions]
    pairs = _pairs(plain, editions, options.second_language, resources)
    divisions: list[tuple[str, Division]] = []
    found: list[Diagnostic] = []
    for number, scene in enumerate(plain[0][0]):
        cast = _cast(plain, number)
        division = divide(cast)
        together = _cast(pairs, number)
        if together and not still_fits(division, together):
            cast, division = together, divide(together)
        divisions.append((scene.key, division))
        found.extend(_splits(first_text(scene.title), cast, division))
        if not pairs:
            found.extend(tight_slides(cast, division))
    return Breaks(tuple(divisions)), tuple(found)


def _script(setting: Setting) -> Script:
    return write_script(setting), setting


def _pairs(
    plain: Sequence[Script], editions: Sequence[Edition], second: str | None, resources: Resources
) -> list[Script]:
    """Return each language with the second one below it; nothing where slides speak one language only."""
    edition = next((one for one in editions if one.language.tag == second), None)
    if edition is None:
        return []
    scenes = next(script for script, setting in plain if setting.edition is edition)
    pairs = []
    for (script, _), one in zip(plain, editions, strict=True):
        if one is not edition:
            setting = set_up_for_two(one, edition, resources)
            pairs.append((paired(script, scenes, setting), setting))
    return pairs


def _cast(scripts: Sequence[Script], number: int) -> Cast:
    return [(scenes[number], setting) for scenes, setting in scripts]


def _splits(name: str, cast: Cast, division: Division) -> Iterator[Diagnostic]:
    """Yield a note for each part that is too high for one slide, with the languages that make it so."""
    forms = forms_of(cast, division)
    pieces = [piece for page in division.pages for piece in page.slices]
    for number in sorted({piece.part for piece in pieces}):
        slides = [piece for piece in pieces if piece.part == number]
        if len(slides) > 1:
            whole = Page((Slice(number, 0, max(piece.end for piece in slides)),))
            tight = [spoken(setting) for scene, setting in forms if fit_page(scene, whole, setting).over > 0]
            yield diagnose(
                Code.SLIDE_SPLIT,
                f"slide “{name}” is split over {len(slides)} slides in every language:"
                f" it does not fit one in {', '.join(tight)}",
                forms[0][0].span,
                hint="to choose the place yourself, shorten it or begin a slide with `---` or `###`",
            )
