"""What is to be filled, chosen or moved in a question: one record for each way to answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, assert_never

from markupsafe import Markup

from builder.languages.words import Word
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    Hotspot,
    Interaction,
    Item,
    Labelled,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    Quiz,
    Stem,
    TextEntry,
    TrueFalse,
)
from builder.output.text import Run, plain_text
from builder.records import dataclass
from builder.write.html_text import runs_html
from builder.write.quiz_gaps import gap_markup
from builder.write.quiz_markup import Setting
from builder.write.quiz_spot import Spot, view_spot
from builder.write.quiz_words import (
    NONE,
    blocks_markup,
    in_shown_order,
    label,
    language_mark,
    letter,
    runs_markup,
)

_ROWS = 6
"""Of an essay whose author names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """An option, a stem, a target, an item or a statement."""

    id: str
    html: Markup
    feedback: Markup = NONE
    letter: str = ""
    text: str = ""
    """The same without markup, for where none can stand."""
    attributes: Markup = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """One or several of a list; on a figure, where there is one."""

    kind: Literal["choice"] = "choice"
    input: Literal["radio", "checkbox"]
    options: tuple[Choosable, ...]
    spot: Spot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """A line to type, with what stands behind it."""

    kind: Literal["entry"] = "entry"
    mode: Literal["decimal", "text"]
    unit: Markup = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """For each stem one of the targets."""

    kind: Literal["match"] = "match"
    stems: tuple[Choosable, ...]
    targets: tuple[Choosable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Lines to move up and down."""

    kind: Literal["order"] = "order"
    lines: tuple[Choosable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A text with fields in it."""

    kind: Literal["cloze"] = "cloze"
    html: Markup
    feedback: tuple[Choosable, ...]
    """What is said to the options of its gaps, each with its gap's id before its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Room for a longer answer, which the learner marks."""

    kind: Literal["essay"] = "essay"
    rows: int
    points: int
    guidance: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The points of a scale, for one statement or several; without statements the question is the one."""

    kind: Literal["likert"] = "likert"
    points: tuple[Markup, ...]
    statements: tuple[Choosable, ...]


Fields = Choosing | Typing | Matching | Ordering | Filling | Writing | Rating


def fields_of(item: Item, quiz: Quiz, setting: Setting) -> Fields:
    """Return what a learner does in a question."""
    match item.interaction:
        case Choice() | TrueFalse() | Hotspot():
            return _choosing(item.interaction, quiz, setting)
        case Numeric(units=units):
            return Typing(mode="decimal", unit=runs_markup(units[:1], setting))
        case TextEntry():
            return Typing(mode="text")
        case Match() as match:
            return _matching(match, setting)
        case Order(items=items, shown=shown):
            places = {id: place for place, id in enumerate(shown)}
            ordered = sorted(items, key=lambda line: places.get(line.id, 0))
            return Ordering(lines=_choosables(ordered, setting))
        case Cloze() as cloze:
            return _filling(item, cloze, quiz, setting)
        case ExtendedText(lines=lines, guidance=guidance):
            return Writing(rows=lines or _ROWS, points=item.points, guidance=blocks_markup(guidance, setting))
        case Likert(points=points, statements=statements):
            texts = tuple(runs_markup(point, setting) for point in points)
            return Rating(points=texts, statements=_choosables(statements, setting))
        case _:
            assert_never(item.interaction)


def instruction(interaction: Interaction, quiz: Quiz) -> Markup:
    """Return in our own words what is to be done, where the question itself does not show it."""
    return Markup(" ").join(label(word, quiz) for word in _instructions(interaction))


def _instructions(interaction: Interaction) -> tuple[Word, ...]:
    match interaction:
        case Choice(multiple=multiple):
            return (Word.CHOOSE_ALL if multiple else Word.CHOOSE_ONE,)
        case Hotspot(multiple=multiple):
            return (Word.FIND_PLACE, Word.CHOOSE_ALL) if multiple else (Word.FIND_PLACE,)
        case Match():
            return (Word.MATCH_EACH,)
        case Order():
            return (Word.MOVE_LINES,)
        case Cloze():
            return (Word.FILL_GAPS,)
        case Likert():
            return (Word.NO_RIGHT_ANSWER,)
        case TrueFalse() | Numeric() | TextEntry() | ExtendedText():
            return ()
        case _:
            assert_never(interaction)


def _choosing(interaction: Choice | TrueFalse | Hotspot, quiz: Quiz, setting: Setting) -> Choosing:
    match interaction:
        case Choice(multiple=multiple, options=options, shown=shown):
            texts = tuple(_option(option, setting) for option in in_shown_order(options, shown))
            return Choosing(input="checkbox" if multiple else "radio", options=texts)
        case TrueFalse():
            words = (("true", Word.TRUE), ("false", Word.FALSE))
            return Choosing(
                input="radio", options=tuple(Choosable(id=id, html=label(word, quiz)) for id, word in words)
            )
        case Hotspot(areas=areas, multiple=multiple):
            places = tuple(
                replace(_option(area.option, setting), letter=letter(place)) for place, area in enumerate(areas)
            )
            spot = view_spot(interaction, setting)
            return Choosing(input="checkbox" if multiple else "radio", options=places, spot=spot)
        case _:
            assert_never(interaction)


def _option(option: Option, setting: Setting) -> Choosable:
    return Choosable(
        id=option.id, html=runs_markup(option.text, setting), feedback=blocks_markup(option.feedback, setting)
    )


def _matching(match: Match, setting: Setting) -> Matching:
    return Matching(
        stems=_choosables(match.stems, setting),
        targets=tuple(
            replace(
                target, letter=letter(place), text=plain_text(source.text),
                attributes=language_mark(source.text, setting.language),
            )
            for place, (target, source) in enumerate(
                zip(_choosables(match.targets, setting), match.targets, strict=True)
            )
        ),
    )  # fmt: skip


def _filling(item: Item, cloze: Cloze, quiz: Quiz, setting: Setting) -> Filling:
    gaps = {gap.id: (number, gap) for number, gap in enumerate(cloze.gaps, start=1)}

    def field(run: Run) -> str:
        number, gap = gaps.get(run.gap or "", (0, None))
        return gap_markup(item.id, number, gap, quiz, setting) if gap else runs_html((run,), setting.language)

    said = tuple(
        replace(_option(option, setting), id=f"{gap.id}.{option.id}")
        for gap in cloze.gaps
        if isinstance(gap.interaction, Choice)
        for option in gap.interaction.options
        if option.feedback
    )
    return Filling(html=blocks_markup(item.prompt, replace(setting, gap=field)), feedback=said)


def _choosables(texts: Sequence[Labelled | Stem], setting: Setting) -> tuple[Choosable, ...]:
    return tuple(Choosable(id=text.id, html=runs_markup(text.text, setting)) for text in texts)
