"""What is answered, and what is right, in the responses of Open edX: each of a problem's brings an equal share."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from math import cos, pi, sin
from typing import assert_never

from builder.content.interactions import Circle, Rectangle
from builder.languages.words import Word
from builder.output.document import Blocks, Paragraph
from builder.output.image import SVG, Image
from builder.output.quiz import (
    Choice,
    Cloze,
    GapField,
    Hotspot,
    Item,
    Match,
    Numeric,
    Option,
    Order,
    Quiz,
    TextEntry,
    TrueFalse,
)
from builder.output.text import Runs, plain_text
from builder.write.olx.xml import blocks_element, runs_element, setting, static_path, words
from builder.write.qti.content import blocks_content
from builder.write.qti.elements import Content, Element
from builder.write.qti.responses import number

_DRAWN = Decimal(800)
"""How wide a picture made of lines is shown, in pixels: areas on it are counted by them."""
_CORNERS = 24
"""Of what stands for a circle."""
_FIELD = "20"


def responses(item: Item, quiz: Quiz) -> Content:
    """Return the prompt and the responses of a question; the plan has left out what has none."""
    where = setting(quiz)
    match item.interaction:
        case Cloze(gaps=gaps):
            return blocks_content(item.prompt, replace(where, gap=partial(_gap, {gap.id: gap for gap in gaps})))
        case Match():
            return (*blocks_content(item.prompt, where), *_pairs(item.interaction, quiz))
        case Order():
            return (*blocks_content(item.prompt, where), *_places(item.interaction, quiz))
    before, label = _labelled(item.prompt, quiz)
    return (*before, _response(item, quiz, label))


def _response(item: Item, quiz: Quiz, label: Content) -> Element:
    match item.interaction:
        case Choice():
            return _choice(item.interaction, item, quiz, label)
        case TrueFalse(answer=answer):
            return _statement(quiz, label, answer=answer)
        case Numeric() | TextEntry() as typed:
            return _typed(typed, label)
        case Hotspot():
            return _place(item.interaction, label)
        case _:
            raise TypeError(f"a problem holds no {type(item.interaction).__name__}")


def _labelled(prompt: Blocks, quiz: Quiz) -> tuple[Content, Content]:
    """Return what stands before a response, and what names it to those who do not see: the last paragraph."""
    if not prompt or not isinstance(prompt[-1], Paragraph):
        return blocks_content(prompt, setting(quiz)), ()
    return blocks_content(prompt[:-1], setting(quiz)), (runs_element("label", prompt[-1].text, quiz),)


def _choice(choice: Choice, item: Item, quiz: Quiz, label: Content) -> Element:
    if not choice.multiple:
        shuffle = {"shuffle": "true"} if item.shuffle else {}
        options = tuple(_option(option, quiz) for option in choice.options)
        group = Element("choicegroup", {"type": "MultipleChoice", **shuffle}, options)
        return Element("multiplechoiceresponse", {}, (*label, group))
    by_id = {option.id: option for option in choice.options}
    shown = tuple(_option(by_id[id], quiz, selected="true") for id in choice.shown or by_id)
    return Element("choiceresponse", {}, (*label, Element("checkboxgroup", {}, shown)))


def _option(option: Option, quiz: Quiz, **chosen: str) -> Element:
    """Return an option by its id, and what is said to those who choose it."""
    said = blocks_element("choicehint", option.feedback, quiz)._replace(attributes=chosen)
    told = (said,) if option.feedback else ()
    return Element(
        "choice", {"correct": _truth(option.correct), "name": option.id}, (words(option.text, quiz), *told)
    )  # fmt: skip


def _statement(quiz: Quiz, label: Content, *, answer: bool) -> Element:
    choices = (
        Element(
            "choice", {"correct": _truth(truth is answer), "name": _truth(truth)}, (words((quiz.labels[word],), quiz),)
        )
        for truth, word in ((True, Word.TRUE), (False, Word.FALSE))
    )
    group = Element("choicegroup", {"type": "MultipleChoice"}, tuple(choices))
    return Element("multiplechoiceresponse", {}, (*label, group))


def _typed(asked: Numeric | TextEntry, label: Content, **within: str) -> Element:
    match asked:
        case Numeric(value=value, tolerance=tolerance, units=units):
            unit = {"trailing_text": units[0].text} if units else {}
            return Element("numericalresponse", {"answer": number(value), **within}, (
                *label,
                Element("responseparam", {"type": "tolerance", "default": number(tolerance)}),
                Element("formulaequationinput", {**unit, **within}),
            ))  # fmt: skip
        case TextEntry(accepted=accepted):
            first, *others = (_one_line(run.text) for run in accepted)
            return Element("stringresponse", {"answer": first, "type": "ci", **within}, (
                *label,
                *(Element("additional_answer", {"answer": other}) for other in others),
                Element("textline", {"size": _FIELD, **within}),
            ))  # fmt: skip
        case _:
            assert_never(asked)


def _gap(gaps: Mapping[str, GapField], id: str) -> Element:
    gap = gaps[id]
    if not isinstance(gap.interaction, Choice):
        return _typed(gap.interaction, (), inline="1")
    options = gap.interaction.options
    by_id = {option.id: option for option in options}
    shown = (by_id[id] for id in gap.interaction.shown or by_id)
    return _list(((_words(option.text), option.correct) for option in shown), inline="1")


def _pairs(match: Match, quiz: Quiz) -> Iterator[Element]:
    """Yield a list to choose from for each stem."""
    for stem in match.stems:
        texts = ((_words(target.text), target.id == stem.target) for target in match.targets)
        label = runs_element("label", stem.text, quiz)
        yield _list(texts, label)


def _places(order: Order, quiz: Quiz) -> Iterator[Element]:
    """Yield for each line, mixed, a list of the places it may have: lines that move are not to be had there."""
    places = {item.id: place for place, item in enumerate(order.items, start=1)}
    texts = {item.id: item.text for item in order.items}
    for id in order.shown or texts:
        numbers = ((str(place), place == places[id]) for place in places.values())
        yield _list(numbers, runs_element("label", texts[id], quiz))


def _list(options: Iterator[tuple[str, bool]], *before: Element, **attributes: str) -> Element:
    shown = tuple(Element("option", {"correct": _truth(correct).capitalize()}, (text,)) for text, correct in options)
    return Element("optionresponse", attributes, (*before, Element("optioninput", attributes, shown)))


def _place(hotspot: Hotspot, label: Content) -> Element:
    image = hotspot.figure.image
    width, height = _size(image)
    right = [area.shape for area in hotspot.areas if area.option.correct]
    edges = [_rectangle(shape, width, height) for shape in right if isinstance(shape, Rectangle)]
    regions = [_circle(shape, width, height) for shape in right if isinstance(shape, Circle)]
    named = {"src": f"/{static_path(image)}", "width": str(width), "height": str(height)}
    if edges:
        named["rectangle"] = ";".join(edges)
    if regions:
        named["regions"] = json.dumps(regions)
    return Element("imageresponse", {}, (*label, Element("imageinput", named)))


def _size(image: Image) -> tuple[int, int]:
    """Return the pixels of a picture, as it is or as large as it is drawn."""
    width = _DRAWN if image.media_type == SVG else Decimal(image.width)
    return round(width), max(1, round(width * Decimal(image.height) / Decimal(image.width)))


def _rectangle(shape: Rectangle, width: int, height: int) -> str:
    left, top = round(shape.x * width / 100), round(shape.y * height / 100)
    right, bottom = round((shape.x + shape.width) * width / 100), round((shape.y + shape.height) * height / 100)
    return f"({left},{top})-({right},{bottom})"


def _circle(shape: Circle, width: int, height: int) -> list[list[int]]:
    """Return the corners of a polygon in place of a circle, of which there is none."""
    across, down, radius = (
        float(value) / 100 for value in (shape.x * width, shape.y * height, shape.radius * width)
    )  # fmt: skip
    angles = (2 * pi * corner / _CORNERS for corner in range(_CORNERS))
    return [[round(across + radius * cos(angle)), round(down + radius * sin(angle))] for angle in angles]


def _words(text: Runs) -> str:
    """Return text for a list to choose from, which the platform itself parts at straight quotation marks."""
    return _one_line(plain_text(text)).replace("'", "’")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _truth(truth: bool) -> str:
    return "true" if truth else "false"
