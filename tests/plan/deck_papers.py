"""Decks as participants get them, planned from a lesson's text."""

from builder.diagnostics import Diagnostics
from builder.model.options import DeckOptions
from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.plan.deck_pdf import plan_deck_pdf
from tests.plan.decks import THEMES
from tests.plan.lesson_editions import edition_of

FILES = ("deck.pptx", "carlito.json", "deck.typ", "characters.json")
DRAWN = Resources(files={name: (THEMES / name).read_bytes() for name in FILES}, fonts="")
PLAIN = DeckOptions()


def paper(*bodies: str, options: DeckOptions = PLAIN, **parts: object) -> tuple[SlidePaper, Diagnostics]:
    """Return the slides of lessons and what cannot be shown."""
    return plan_deck_pdf(edition_of(*bodies, **parts), DRAWN, None, options)  # type: ignore[arg-type]
