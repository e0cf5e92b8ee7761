"""What a learner does with a question, in the terms of QTI: choices, pairs, gaps, areas. Scoring lives here."""

from decimal import Decimal
from typing import Literal

from builder.content.node import Node
from builder.content.phrase import Phrase
from builder.content.prose import Blocks, Figure
from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Node):
    """One answer to choose."""

    id: str
    """Unique in its question; empty where the author has not given one."""
    text: Phrase
    correct: bool
    weight: Decimal | None = None
    """Per cent of the points, from -100 to 100, where the author gives it."""
    feedback: Blocks = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Node):
    """One or several of a list of options."""

    multiple: bool
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Node):
    """A statement that is true or false."""

    answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Node):
    """A number, right within a tolerance on either side."""

    value: Decimal
    tolerance: Decimal
    unit: Phrase | None = None
    """One message ``a | b`` like accepted answers: what the number counts, the spelling to show first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry(Node):
    """A short text; any of the accepted answers is right."""

    accepted: Phrase
    """One message ``a | b``; `accepted_answers` splits it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Node):
    """A right-hand text and what belongs to it; without a left side it is a distractor."""

    id: str
    left: Phrase | None
    right: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Node):
    """Texts to bring together."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderItem(Node):
    """One step of a sequence, listed in the right order."""

    id: str
    text: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Node):
    """Items to put in order; they are listed in the right one."""

    items: tuple[OrderItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapField(Node):
    """What fills one gap of a cloze."""

    id: str
    interaction: Numeric | TextEntry | Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Node):
    """A prompt with gaps; each `Gap` of the prompt has one field."""

    gaps: tuple[GapField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle(Node):
    """A part of a figure, in per cent of its width and height from the top left."""

    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle(Node):
    """A part of a figure: centre in per cent of width and height, radius in per cent of the width."""

    x: Decimal
    y: Decimal
    radius: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Node):
    """An option that is a place on the figure."""

    option: Option
    shape: Rectangle | Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot(Node):
    """A place to find on a figure."""

    figure: Figure
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendedText(Node):
    """A longer answer that a person reads."""

    lines: int | None = None


LikertScale = Literal["agree-5", "agree-7", "frequency-5", "confidence-5"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likert(Node):
    """An opinion on a scale, for one statement (the prompt) or several."""

    scale: LikertScale
    statements: tuple[OrderItem, ...] = ()


Interaction = Choice | TrueFalse | Numeric | TextEntry | Match | Order | Cloze | Hotspot | ExtendedText | Likert


def accepted_answers(entry: TextEntry) -> tuple[str, ...]:
    """Return the answers of a text entry, in the order written, without blanks around them."""
    return spellings(entry.accepted)


def spellings(phrase: Phrase) -> tuple[str, ...]:
    """Return the parts of a message ``a | b``, in the order written, without blanks around them."""
    return tuple(part.strip() for part in phrase.message.split("|") if part.strip())
