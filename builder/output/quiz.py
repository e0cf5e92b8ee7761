"""A bank or set of questions, every decision taken: what is asked, what is right, what each answer is worth.

`output/scoring.py` says what an answer to any of them is worth; a format that cannot score so says what it changes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Literal

from builder.content.interactions import Circle, LikertScale, Rectangle
from builder.content.walk import walk
from builder.languages.words import Word
from builder.output.document import Blocks, Direction, Figure, Logo
from builder.output.palette import HOUSE, Palette
from builder.output.text import Run, Runs
from builder.records import dataclass
from builder.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose."""

    id: str
    """Unique in its question."""
    text: Runs
    correct: bool
    fraction: Decimal
    """Per cent of the points, from -100 to 100; those of the right options of one question add up to 100."""
    feedback: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One or several of the options."""

    multiple: bool
    """Whether several may be chosen. What is chosen adds up, never to less than nothing; one alone keeps its minus."""
    options: tuple[Option, ...]
    """As written; a format whose reader shuffles gets them so, with the question's `shuffle`."""
    shown: tuple[str, ...] = ()
    """Their ids in the order for a format that fixes one: shuffled where `shuffle` says so, equal in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse:
    """A statement that is true or false."""

    answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """A number, right within a tolerance on either side."""

    value: Decimal
    tolerance: Decimal
    """From 0, which asks for the number itself; its bounds are right, too."""
    units: tuple[Run, ...] = ()
    """Plain text in NFC, the spelling to show first: it stands behind the field. A learner may type any or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry:
    """A short text; each of the accepted ones is right, whatever its capitals and blanks."""

    accepted: tuple[Run, ...]
    """Plain text in NFC, the one to show first.

    Serbian words stand here in both scripts, those of the other script behind, tagged with it; they are not shown.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text with an id: a target to bring to a stem, an item of a sequence, a statement."""

    id: str
    text: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A left-hand text and the target that belongs to it."""

    id: str
    text: Runs
    target: str
    """The id of a target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Stems to bring together with targets; equal targets are one, and some belong to no stem."""

    stems: tuple[Stem, ...]
    targets: tuple[Labelled, ...]
    """In an order that gives nothing away, equal in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Items to put in order; each that stands at its own place brings an equal share."""

    items: tuple[Labelled, ...]
    """In the right order."""
    shown: tuple[str, ...] = ()
    """Their ids in an order that gives nothing away, equal in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapField:
    """What fills one gap of the prompt: the run whose ``gap`` is this id."""

    id: str
    interaction: Numeric | TextEntry | Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze:
    """A prompt with gaps, each worth the same; the runs of the prompt say where they are."""

    gaps: tuple[GapField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An option that is a place on the figure."""

    option: Option
    shape: Rectangle | Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot:
    """A place, or several, to find on a figure; to learners who do not see it the areas are options by their text."""

    figure: Figure
    areas: tuple[Area, ...]
    multiple: bool = False
    """Whether several areas are right, so that several are to be found: then it scores as a `Choice` of several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendedText:
    """A longer answer that a person reads."""

    lines: int | None
    """How much room the author gives it on paper; None where nothing is said."""
    guidance: Blocks
    """For the person who marks it: the learner, where one practises alone; else never shown to participants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likert:
    """An opinion on a scale, for the prompt or for each of several statements; nothing is right."""

    scale: LikertScale
    points: tuple[Runs, ...]
    """The words of the scale, from its low end."""
    statements: tuple[Labelled, ...]


Interaction = Choice | TrueFalse | Numeric | TextEntry | Match | Order | Cloze | Hotspot | ExtendedText | Likert


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question, which stands alone."""

    id: str
    """Unique in the workspace, equal in every language, never derived from text."""
    module: str
    lesson: str
    prompt: Blocks
    interaction: Interaction
    hint: Blocks
    explanation: Blocks
    points: int
    """Nought for an opinion; what an essay brings is decided by who marks it."""
    outcome: str | None
    level: str | None
    """Of the outcome, in Bloom's taxonomy."""
    use: Literal["practice", "test"]
    shuffle: bool
    """Whether a reader may change the order of options or of stems; sequences and targets always come mixed."""
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a learner reads at one point of a case, and the questions asked there."""

    id: str
    """The case's, with ``.2``, ``.3`` … for its further turns; empty where the author has given none."""
    blocks: Blocks
    items: tuple[Item, ...]
    """Only the last turn must have one: a question may need the text of all turns before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A case with its questions, in turns: they belong together and are asked in this order.

    Its model answer is the trainer's and in no quiz: what a platform imports, learners may see.
    """

    id: str = ""
    """The author's; empty where none is given."""
    label: Runs
    """What it is: a case."""
    title: Runs
    turns: tuple[Turn, ...]
    """At least one."""


Entry = Item | Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The questions of one lesson."""

    module: str
    lesson: str
    title: Runs
    entries: tuple[Entry, ...]
    module_title: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How the course draws its test: the pool is what `pool` returns."""

    items: int
    """How many of the pool one test asks; never more than the pool holds."""
    pass_percent: int
    seed: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """Questions of one part of a course in one language."""

    title: Runs
    """Of the part: the module's, or the course's for ``all``."""
    course: str
    course_title: Runs
    part: str
    edition: str
    date: str
    """ISO 8601; the only date that enters a file."""
    licence: str
    publisher: str
    language: str
    """A BCP 47 tag."""
    direction: Direction
    decimal: str
    """The decimal mark to show; learners may type either."""
    draft: bool
    """Whether any text is not reviewed: every question says so."""
    draft_label: Runs
    """Empty for what is reviewed."""
    name_note: Runs
    """What the mark behind a name stands for; empty where no name bears one."""
    notices: tuple[Runs, ...]
    """What the publisher has to say: who paid, who is not bound."""
    labels: Mapping[Word, Run]
    """Our own words that the format needs, each with its language; places in braces are still to fill."""
    sections: tuple[Section, ...]
    draw: Draw | None = None
    """Only in a bank of the whole course that has a test."""
    palette: Palette = HOUSE
    logos: tuple[Logo, ...] = ()
    """Of who paid, first, and of the publisher."""


def items(quiz: Quiz) -> Iterator[Item]:
    """Yield the questions, in order."""
    for section in quiz.sections:
        for entry in section.entries:
            if isinstance(entry, Item):
                yield entry
            else:
                for turn in entry.turns:
                    yield from turn.items


def pool(quiz: Quiz) -> tuple[Item, ...]:
    """Return the questions that a test is drawn from: an opinion, which has no right answer, is none of them."""
    return tuple(item for item in items(quiz) if item.use == "test" and not isinstance(item.interaction, Likert))


def points_each(drawn: Iterable[Item]) -> int:
    """Return what each question of a drawn test counts where all must count the same: what most of them do."""
    counted = Counter(item.points for item in drawn)
    return max(counted, key=lambda points: (counted[points], -points), default=1)


def all_runs(quiz: Quiz) -> Iterator[Run]:
    """Yield every run of the quiz, our own words included."""
    yield from walk(quiz, Run)
    yield from quiz.labels.values()
