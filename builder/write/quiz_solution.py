"""What is right, in words: for those who ask to see it, and for browsers without scripts."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from markupsafe import Markup

from builder.languages.words import Word
from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    GapField,
    Hotspot,
    Interaction,
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
from builder.write.quiz_markup import Setting
from builder.write.quiz_words import NONE, in_shown_order, label, letter, number_text, runs_markup, written


def solution_markup(item: Item, quiz: Quiz, setting: Setting) -> Markup:
    """Return the right answers as a list; nothing where none is right."""
    lines = [Markup("<li>{}</li>").format(line) for line in _right(item.interaction, quiz, setting)]
    tag = Markup("ol") if isinstance(item.interaction, Order) else Markup("ul")
    return Markup("<{0}>{1}</{0}>").format(tag, NONE.join(lines)) if lines else NONE


def _right(interaction: Interaction, quiz: Quiz, setting: Setting) -> Iterator[Markup]:  # noqa: C901
    match interaction:
        case Choice(options=options, shown=shown):
            yield from _options(in_shown_order(options, shown), setting)
        case TrueFalse(answer=answer):
            yield label(Word.TRUE if answer else Word.FALSE, quiz)
        case Numeric() | TextEntry():
            yield from _typed(interaction, quiz, setting)
        case Match():
            yield from _pairs(interaction, setting)
        case Order(items=items):
            yield from (runs_markup(item.text, setting) for item in items)
        case Cloze(gaps=gaps):
            yield from (_gap(number, gap, quiz, setting) for number, gap in enumerate(gaps, start=1))
        case Hotspot(areas=areas):
            for place, area in enumerate(areas):
                if area.option.correct:
                    yield Markup("<b>{}</b> {}").format(letter(place), runs_markup(area.option.text, setting))
        case ExtendedText() | Likert():
            return
        case _:
            assert_never(interaction)


def _options(options: Sequence[Option], setting: Setting) -> Iterator[Markup]:
    return (runs_markup(option.text, setting) for option in options if option.correct)


def _typed(interaction: Numeric | TextEntry, quiz: Quiz, setting: Setting) -> Iterator[Markup]:
    match interaction:
        case Numeric(value=value, tolerance=tolerance, units=units):
            spread = f" ± {number_text(tolerance, quiz)}" if tolerance else ""
            unit = Markup(" {}").format(runs_markup(units[:1], setting)) if units else NONE
            yield Markup.escape(number_text(value, quiz) + spread) + unit
        case TextEntry(accepted=accepted):
            yield from (runs_markup((run,), setting) for run in written(accepted))
        case _:
            assert_never(interaction)


def _pairs(match: Match, setting: Setting) -> Iterator[Markup]:
    texts = {target.id: target.text for target in match.targets}
    for stem in match.stems:
        yield runs_markup(stem.text, setting) + " → " + runs_markup(texts[stem.target], setting)


def _gap(number: int, gap: GapField, quiz: Quiz, setting: Setting) -> Markup:
    filled = gap.interaction
    right = _options(filled.options, setting) if isinstance(filled, Choice) else _typed(filled, quiz, setting)
    return label(Word.GAP_NUMBER, quiz, number=number) + ": " + Markup(" / ").join(right)
