"""Where each text stands on the slides, and how much room it has there.

Each phrase of the English lessons gets a language tag of its own for a moment (``en-x-…``): it changes no width and no
break, and every run of the planned deck carries it. So slides tell which texts stand in which box, whatever the planner
makes of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from builder.build.editions import Editions
from builder.build.findings import Findings
from builder.build.jobs import decide
from builder.build.load import Loaded
from builder.build.make import format_of
from builder.build.resources import Shelf
from builder.build.targets import Target
from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.localize.catalogue import Key
from builder.localize.exchange.collect import Places
from builder.localize.exchange.unit import Place
from builder.localize.extract import is_message, key_of
from builder.model.course import Course
from builder.model.edition import Edition
from builder.output.deck import Deck, PictureShape, Slide, TableShape, TextShape, element_runs
from builder.output.resources import Resources
from builder.output.text import Run, plain_text
from builder.plan.deck import plan_deck
from builder.resolve.selection import parts_of

_DECK = "deck.png"
"""The format whose resources plan a deck and draw it."""
_LETTER = 0.5
"""Ems of a letter, with the blanks between words: a little more than our typefaces take on the average."""
_LINE = 1.22
"""Ems of a line."""
_SMALLEST = 0.75
"""How small the words of a drawing may be set, as a share of their size."""
_FIXED = ("title", "ctrTitle", "subTitle")


def find_places(loaded: Loaded) -> Places:
    """Return the first slide of each text, in the order of courses, and its room; others have their course alone."""
    places: dict[tuple[str, Key], Place] = {}
    for course, module, edition, resources, breaks in decks_of(loaded):
        marked, keys = _marked(edition, module)
        deck, _found = plan_deck(marked, resources, breaks)
        for key in keys:
            places.setdefault((module, key), Place(course=course.id, module=module))
        for key, place in _on_slides(deck, keys, course.id, module):
            known = places[module, key]
            if not known.slide:
                places[module, key] = place
    return places


def decks_of(loaded: Loaded) -> Iterator[tuple[Course, str, Edition, Resources, Any]]:
    """Yield what the English deck of each module of each course is planned from, split as all languages decided."""
    shelf, editions, findings = Shelf(loaded.brands), Editions(loaded), Findings()
    source = loaded.workspace.manifest.source
    for course in loaded.workspace.courses:
        for module in parts_of(course):
            target = Target(course.id, module, source, _DECK)
            resources = shelf.resources(format_of(target), course.publisher)
            breaks = findings.take(decide(target, course, editions, resources))
            yield course, module, editions.edition(course, module, source), resources, breaks


def _marked(edition: Edition, module: str) -> tuple[Edition, Sequence[Key]]:
    """Return the edition with a tag on each phrase of its lessons, and the phrases' keys by number."""
    keys: list[Key] = []

    def mark(phrase: Phrase) -> Phrase:
        if not is_message(phrase):
            return phrase
        keys.append(key_of(phrase))
        return replace(phrase, language=f"en-x-{len(keys) - 1}")

    modules = tuple(rewrite(one, Phrase, mark) if one.id == module else one for one in edition.modules)
    return replace(edition, modules=modules), keys


def _on_slides(deck: Deck, keys: Sequence[Key], course: str, module: str) -> Iterator[tuple[Key, Place]]:
    """Yield the texts that are seen, slide by slide, and then those that the trainer says."""
    for slide in deck.slides:
        rooms = dict(_rooms(slide))
        for number in _numbers(run for element in slide.elements for run in element_runs(element)):
            key, (room, fixed) = keys[int(number)], rooms.get(number, (0, False))
            most = max(room, len(key[1])) if room else 0
            yield key, Place(course=course, module=module, slide=slide.id, title=slide.title, room=most, fixed=fixed)
    for slide in deck.slides:
        for number in _numbers(run for paragraph in slide.notes for run in paragraph.runs):
            yield keys[int(number)], Place(course=course, module=module, slide=slide.id, title=slide.title)


def _rooms(slide: Slide) -> Iterator[tuple[str, tuple[int, bool]]]:
    """Yield the number of each text with the characters that its box can hold, and whether that is all it can."""
    for element in slide.elements:
        if isinstance(element, TextShape):
            yield from _in_box(element)
        elif isinstance(element, TableShape):
            yield from _in_table(element)
        elif isinstance(element, PictureShape):
            for label in element.image.labels:
                room = int(len(plain_text(label)) / _SMALLEST)
                yield from ((number, (room, True)) for number in _numbers(label))


def _in_box(shape: TextShape) -> Iterator[tuple[str, tuple[int, bool]]]:
    fixed = shape.placeholder is not None and shape.placeholder.kind in _FIXED
    width = shape.box.width - shape.insets.left - shape.insets.right
    height = shape.box.height - shape.insets.top - shape.insets.bottom
    used = sum(_lines(plain_text(one.runs), width - one.look.margin, one.look.size) * one.look.size * _LINE
               for one in shape.paragraphs)  # fmt: skip
    for paragraph in shape.paragraphs:
        look = paragraph.look
        letters = _letters(width - look.margin, look.size)
        free = max(0.0, height - used) / (look.size * _LINE) / len(shape.paragraphs)
        lines = _lines(plain_text(paragraph.runs), width - look.margin, look.size) + int(free)
        for number in _numbers(paragraph.runs):
            yield number, (letters * lines, fixed)


def _in_table(shape: TableShape) -> Iterator[tuple[str, tuple[int, bool]]]:
    sides = shape.insets.left + shape.insets.right
    for row in shape.rows:
        lines = max(1, int((row.height - shape.insets.top - shape.insets.bottom) / (shape.size * _LINE)))
        for cell, column in zip(row.cells, shape.columns, strict=False):
            for number in _numbers(cell.runs):
                yield number, (_letters(column - sides, shape.size) * lines, False)


def _letters(width: float, size: float) -> int:
    return max(1, int(width / (size * _LETTER)))


def _lines(text: str, width: float, size: float) -> int:
    letters = _letters(width, size)
    return sum(max(1, -(-len(line) // letters)) for line in text.split("\n"))


def _numbers(runs: Iterable[Run]) -> Iterator[str]:
    yield from dict.fromkeys(filter(None, (_number(run.language) for run in runs)))


def _number(tag: str) -> str:
    return tag.removeprefix("en-x-") if tag.startswith("en-x-") else ""
