"""What is answered, and what it is worth, in the words of each of Moodle's question types."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import assert_never

from builder.content.interactions import Circle, Rectangle
from builder.output.document import Blocks
from builder.output.image import Image
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    Hotspot,
    Item,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    Quiz,
    TextEntry,
    TrueFalse,
)
from builder.output.text import Run, plain_text
from builder.write.moodle_text import blocks_xml, element, html_text, plain_number, runs_text, text_element

Pixels = Callable[[Image], tuple[bytes, int, int]]
"""Returns a figure as PNG, with its width and height in pixels."""
_LINES = 10
_MARKER = "X"
"""What a learner puts on a place, in any language."""

_TYPES = {
    Choice: "multichoice",
    TrueFalse: "truefalse",
    Numeric: "numerical",
    TextEntry: "shortanswer",
    Match: "matching",
    Order: "ordering",
    Cloze: "cloze",
    Hotspot: "ddmarker",
    ExtendedText: "essay",
}


def question_type(item: Item) -> str:
    """Return Moodle's name for the type of a question; the plan has left out what has none."""
    return _TYPES[type(item.interaction)]


def answers_xml(item: Item, quiz: Quiz, pictures: Pixels) -> Iterator[str]:  # noqa: C901
    """Yield the elements of a question that its type adds."""
    match item.interaction:
        case Choice() as choice:
            yield from _choice(choice, item, quiz)
        case TrueFalse(answer=right):
            for answer in (True, False):
                yield _answer("true" if answer else "false", 100 if answer == right else 0)
        case Numeric(value=value, tolerance=tolerance):
            yield _answer(plain_number(value), 100, element("tolerance", text=plain_number(tolerance)))
            yield from _units(item.interaction.units)
        case TextEntry(accepted=accepted):
            yield element("usecase", text="0")
            yield from (_answer(run.text.replace("*", r"\*"), 100) for run in accepted)
        case Match() as match:
            yield from _match(match, item, quiz)
        case Order() as order:
            yield from _order(order, quiz)
        case Cloze():
            return  # its answers stand in the text
        case Hotspot() as hotspot:
            yield from _hotspot(hotspot, pictures)
        case ExtendedText(lines=lines, guidance=guidance):
            yield from _essay(lines, guidance, quiz)
        case Likert():
            raise TypeError(f"Moodle's bank holds no opinions: {item.id}")
        case _:
            assert_never(item.interaction)


def _choice(choice: Choice, item: Item, quiz: Quiz) -> Iterator[str]:
    yield element("single", text="false" if choice.multiple else "true")
    yield _shuffle(item)
    yield element("answernumbering", text="ABCD")
    if choice.multiple:
        yield element("shownumcorrect")
    yield from (_option(option, quiz) for option in choice.options)


def _shuffle(item: Item) -> str:
    return element("shuffleanswers", text="true" if item.shuffle else "false")


def _option(option: Option, quiz: Quiz) -> str:
    feedback = blocks_xml("feedback", option.feedback, quiz)
    return element(
        "answer", runs_text(option.text, quiz), feedback, fraction=plain_number(option.fraction), format="html"
    )


def _answer(text: str, fraction: int, *others: str) -> str:
    feedback = text_element("feedback", "", format="html")
    content = element("text", text=text)
    return element("answer", content, feedback, *others, fraction=str(fraction), format="moodle_auto_format")


def _match(match: Match, item: Item, quiz: Quiz) -> Iterator[str]:
    """Yield each pair; where a target belongs to no stem, the question is empty."""
    yield _shuffle(item)
    yield element("shownumcorrect")
    targets = {target.id: " ".join(plain_text(target.text).split()) for target in match.targets}
    for stem in match.stems:
        yield _pair(runs_text(stem.text, quiz), targets[stem.target])
    used = {stem.target for stem in match.stems}
    for target in match.targets:
        if target.id not in used:
            yield _pair(html_text(""), targets[target.id])


def _pair(left: str, right: str) -> str:
    return element("subquestion", left, text_element("answer", right), format="html")


def _units(units: Sequence[Run]) -> Iterator[str]:
    """Yield the units that may stand behind a number; without one it is right as well."""
    if not units:
        return
    yield element("unitgradingtype", text="0") + element("unitpenalty", text="0.1") + element("showunits", text="0")
    yield element(
        "units", *(element("unit", element("multiplier", text="1"), element("unit_name", text=u.text)) for u in units)
    )


def _order(order: Order, quiz: Quiz) -> Iterator[str]:
    """Yield the items in their order; without ``shownumcorrect`` Moodle's import breaks off at this question."""
    settings = {
        "layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0", "gradingtype": "ABSOLUTE_POSITION",
        "showgrading": "SHOW", "numberingstyle": "none",
    }  # fmt: skip
    yield from (element(name, text=value) for name, value in settings.items())
    yield from _combined()
    for number, one in enumerate(order.items, start=1):
        yield element("answer", runs_text(one.text, quiz), fraction=f"{number}.0000000", format="html")


def _combined() -> Iterator[str]:
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        yield text_element(name, "", format="html")
    yield element("shownumcorrect", text="1")


def _essay(lines: int | None, guidance: Blocks, quiz: Quiz) -> Iterator[str]:
    settings = {
        "responseformat": "editor", "responserequired": "1", "responsefieldlines": str(lines or _LINES),
        "attachments": "0", "attachmentsrequired": "0",
    }  # fmt: skip
    yield from (element(name, text=value) for name, value in settings.items())
    yield blocks_xml("graderinfo", guidance, quiz)
    yield text_element("responsetemplate", "", format="html")


def _hotspot(hotspot: Hotspot, pictures: Pixels) -> Iterator[str]:
    """Yield the figure and the right places on it, in its pixels, for a marker to be put on each."""
    right = [area.shape for area in hotspot.areas if area.option.correct]
    data, width, height = pictures(hotspot.figure.image)
    yield from _combined()
    yield element(
        "file", text=b64encode(data).decode("ascii"), name=f"figure-{hotspot.figure.image.digest[:12]}.png", path="/",
        encoding="base64",
    )  # fmt: skip
    count = element("noofdrags", text=str(len(right)))
    yield element("drag", element("no", text="1"), element("text", text=_MARKER), count)
    for number, shape in enumerate(right, start=1):
        name, coordinates = _coordinates(shape, width, height)
        yield element(
            "drop", element("no", text=str(number)), element("shape", text=name), element("coords", text=coordinates),
            element("choice", text="1"),
        )  # fmt: skip


def _coordinates(shape: Rectangle | Circle, width: int, height: int) -> tuple[str, str]:
    """Return an area in pixels: per cent of the figure's width and height, a radius of its width."""

    def part(value: Decimal, whole: int) -> int:
        return round(value * whole / 100)

    match shape:
        case Rectangle(x=x, y=y, width=wide, height=high):
            return "rectangle", f"{part(x, width)},{part(y, height)};{part(wide, width)},{part(high, height)}"
        case Circle(x=x, y=y, radius=radius):
            return "circle", f"{part(x, width)},{part(y, height)};{part(radius, width)}"
        case _:
            assert_never(shape)
