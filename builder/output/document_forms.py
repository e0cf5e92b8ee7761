"""What papers are made of, to be written on, marked or cut: questions, fields, grids, cards."""

from typing import TYPE_CHECKING

from builder.output.document_blocks import Fact
from builder.output.text import Runs
from builder.records import dataclass

if TYPE_CHECKING:
    from builder.output.document import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """One of several texts that a letter names."""

    letter: str
    text: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Boxes to mark, one or several."""

    multiple: bool
    items: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Lines with a blank each, and the lettered texts to choose from."""

    left: tuple[Runs, ...]
    right: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Lines with a blank for a number each."""

    items: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """One line for a word or number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapChoice:
    """What may be chosen for one gap of the prompt."""

    label: Runs
    """The gap's number, as it stands in the prompt."""
    choices: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The choices of the gaps that offer some; the blanks stand in the prompt."""

    choices: tuple[GapChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Ruled lines to write on: in a question, or anywhere."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label with one line to write on behind it: *Date*, *Name*."""

    label: Runs
    large: bool = False
    """Whether what is written there is the main thing, such as the name on a certificate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table to fill in by hand: every cell has a frame, and room."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    """Each with as many cells as the header; most of them are empty."""
    shares: tuple[int, ...]
    """How the columns share the page."""
    height: float
    """Millimetres that a row is high, or more where its text needs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card on a sheet of its own whose back stays empty, with marks to cut it; folded, it stands on a table."""

    label: Runs
    """What it is, and how long it takes."""
    title: Runs
    face: Runs
    """What others may see when it is folded and stands."""
    facts: tuple[Fact, ...]
    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A grid to mark: a column for each point of the scale, a row for each statement."""

    points: tuple[Runs, ...]
    statements: tuple[Runs, ...]
    """Empty where the prompt itself is the only statement."""


Response = Options | Pairing | Ordering | Blank | Gaps | Lines | Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to answer on paper; it says nothing of what is right."""

    id: str
    number: Runs
    prompt: "Blocks"
    instruction: Runs
    """How to answer."""
    response: Response
    hint: "Blocks"
    worth: Runs = ()
    """What it brings, where somebody marks it: room for the points given stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is right, and why."""

    id: str
    question: str
    """The id of the `Question`; empty where that is on another paper."""
    number: Runs
    blocks: "Blocks"
