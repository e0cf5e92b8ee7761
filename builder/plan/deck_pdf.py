"""A deck as participants read it: the slides of the trainer's deck, without what only the trainer is to see."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.content.walk import rewrite, walk
from builder.diagnostics import Diagnostics
from builder.languages.states import State
from builder.languages.words import Word
from builder.model.edition import Edition
from builder.model.options import DeckOptions
from builder.output.deck import ChartShape, Deck, Element, Look, PictureShape, Slide, TextShape, all_runs
from builder.output.image import Image
from builder.output.resources import Resources
from builder.output.slide_paper import SlidePaper
from builder.output.text import Run, is_draft
from builder.plan.deck import plan_deck
from builder.plan.deck.decide import PLAIN_DECK
from builder.plan.deck.scenes import Breaks
from builder.plan.printable import CHARACTERS, Boxes, image_words, unprintable
from builder.typeset.characters import read_characters

_INSTEAD = "deck.pptx"


def plan_deck_pdf(
    edition: Edition, resources: Resources, breaks: Breaks | None, options: DeckOptions = PLAIN_DECK
) -> tuple[SlidePaper, Diagnostics]:
    """Return the slides of an edition's deck as PDF/UA-1 can show them, and what it cannot.

    They are those of the deck, split at the same places: what it projects, the room may read. Its notes, and the
    marks by which a trainer knows an outdated text, are not in it.
    """
    deck, found = plan_deck(edition, resources, breaks, replace(options, notes_language=None))
    shown = _public(deck, (edition, *edition.further))
    known = read_characters(resources.files[CHARACTERS])
    boxes = Boxes(frozenset(_characters(shown)) - known)
    if boxes.lacking:
        lessons = tuple(lesson for module in edition.modules for lesson in module.lessons)
        shown = _boxed(shown, boxes)
        found = (*found, *unprintable(boxes, lessons, edition, "deck.pdf", _INSTEAD))
    head = Boxes(frozenset(deck.title) - known).text(deck.title)
    return SlidePaper(deck=shown, head=head, slides_a_page=options.slides_a_page), found


def _public(deck: Deck, editions: Iterable[Edition]) -> Deck:
    """Return the deck without notes; it is a draft only if text that is left is not reviewed."""
    marks = tuple(f"[{edition.interface[Word.OUTDATED].text}] " for edition in editions)

    def unmarked(run: Run) -> Run:
        mark = next((mark for mark in marks if run.text.startswith(mark)), "") if run.state is State.STALE else ""
        return replace(run, text=run.text.removeprefix(mark)) if mark else run

    slides = rewrite(tuple(replace(slide, notes=()) for slide in deck.slides), Run, unmarked)
    shown = replace(deck, slides=slides)
    if not deck.draft or is_draft(_own_runs(shown)):
        return shown
    return replace(shown, slides=tuple(map(_without_band, slides)), draft=False)


def _own_runs(deck: Deck) -> Iterator[Run]:
    """Yield the runs of a deck but those of the band that calls it a draft."""
    return iter(all_runs(replace(deck, slides=tuple(map(_without_band, deck.slides)))))


def _without_band(slide: Slide) -> Slide:
    return replace(slide, elements=tuple(element for element in slide.elements if not _is_band(element)))


def _is_band(element: Element) -> bool:
    return isinstance(element, TextShape) and element.placeholder is None


def _characters(deck: Deck) -> Iterator[str]:
    for run in walk(deck, Run):
        yield from run.text
    for look in walk(deck, Look):
        yield from look.bullet
    for image in walk(deck, Image):
        yield from image_words(image.media_type, image.data)


def _boxed(deck: Deck, boxes: Boxes) -> Deck:
    """Return the deck with boxes for the characters that no font has; what is read aloud keeps them."""

    def change(node: Run | Look | PictureShape | ChartShape) -> Run | Look | PictureShape | ChartShape:
        match node:
            case Look(bullet=bullet):
                return node if boxes.lacking.isdisjoint(bullet) else replace(node, bullet="•")
            case PictureShape(image=image):
                return replace(node, image=boxes.image(image))
            case ChartShape(categories=categories, series=series):
                return replace(node, categories=rewrite(categories, Run, change), series=rewrite(series, Run, change))
            case _:
                return replace(node, text=boxes.text(node.text))

    return rewrite(deck, Run | Look | PictureShape | ChartShape, change)  # type: ignore[arg-type]
