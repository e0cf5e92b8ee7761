"""Slides: native, drawn, and as pictures."""

from collections.abc import Sequence
from typing import Any

from builder.diagnostics import Diagnostics
from builder.formats.record import Format
from builder.model.edition import Edition
from builder.model.options import NOTES_LANGUAGE, SECOND_LANGUAGE, SLIDES_A_PAGE
from builder.output.resources import Resources

DRAWN_DECK = ("deck.pptx", "carlito.json", "deck.typ", "characters.json")
"""What planning a deck and drawing it with our own fonts reads."""


def _decide_breaks(editions: Sequence[Edition], resources: Resources, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.deck import decide_breaks

    return decide_breaks(editions, resources, options)


def _plan_deck(edition: Edition, resources: Resources, breaks: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.deck import plan_deck

    return plan_deck(edition, resources, breaks, options)


def _write_pptx(deck: Any, resources: Resources) -> bytes:
    from builder.write.pptx import write_pptx

    return write_pptx(deck, resources)


def _plan_deck_pdf(edition: Edition, resources: Resources, breaks: Any, options: Any) -> tuple[Any, Diagnostics]:
    from builder.plan.deck_pdf import plan_deck_pdf

    return plan_deck_pdf(edition, resources, breaks, options)


def _write_deck_pdf(paper: Any, resources: Resources) -> bytes:
    from builder.write.deck_pdf import write_deck_pdf

    return write_deck_pdf(paper, resources)


def _write_deck_png(paper: Any, resources: Resources) -> bytes:
    from builder.write.deck_png import write_deck_png

    return write_deck_png(paper, resources)


DECKS: tuple[Format, ...] = (
    Format(
        name="deck.pptx", artefact="deck", suffix="pptx", audience="trainer", parts=("module",),
        summary="native slides with speaker notes", resources=("deck.pptx", "carlito.json"), needs_fonts=True,
        decide=_decide_breaks, plan=_plan_deck, write=_write_pptx, options=(NOTES_LANGUAGE, SECOND_LANGUAGE),
    ),
    Format(
        name="deck.pdf", artefact="deck", suffix="pdf", audience="participant", parts=("module",),
        summary="the same slides to read and print, tagged (PDF/UA-1), without notes", resources=DRAWN_DECK,
        needs_fonts=True, decide=_decide_breaks, plan=_plan_deck_pdf, write=_write_deck_pdf,
        options=(SECOND_LANGUAGE, SLIDES_A_PAGE),
    ),
    Format(
        name="deck.png", artefact="deck", suffix="zip", audience="participant", parts=("module",),
        summary="the same slides as numbered pictures, for rooms without PowerPoint", resources=DRAWN_DECK,
        needs_fonts=True, decide=_decide_breaks, plan=_plan_deck_pdf, write=_write_deck_png,
        options=(SECOND_LANGUAGE,),
    ),
)  # fmt: skip
