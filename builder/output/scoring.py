"""What an answer is worth: the one rule for every output; the script of the page to play says the same in its words.

- One of several options brings its own share, be it less than nothing; several add up, between nothing and everything.
- A number is right within its tolerance, bounds included; a text whatever its capitals, blanks and kinds of apostrophe.
- Each stem, each item at its own place and each gap brings an equal share.
- Essays are marked by people, opinions by nobody.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import assert_never
from unicodedata import normalize

from builder.output.quiz import (
    Choice,
    Cloze,
    ExtendedText,
    GapField,
    Hotspot,
    Interaction,
    Likert,
    Match,
    Numeric,
    Option,
    Order,
    TextEntry,
    TrueFalse,
)
from builder.records import dataclass

GapAnswer = str | frozenset[str]
Answer = str | frozenset[str] | tuple[str, ...] | Mapping[str, str] | Mapping[str, GapAnswer]
"""By interaction: what was typed; the ids that were chosen (``true`` or ``false``); the ids in their order; for each
stem the id of its target; for each gap what was typed or chosen. A part without an answer is left out."""

_SLACK = Fraction(1, 1000)
"""Thirds are written as 33.33 per cent."""
_BLANKS = re.compile("[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc`\u00b4]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)")
_GROUPED = (
    re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?"),
    re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What an answer deserves."""

    fraction: Fraction
    """Of the question's points, from -1 to 1."""
    exact: bool
    """Whether it is right as a whole."""
    parts: Mapping[str, bool]
    """Which of what was chosen, matched, placed or filled is right, by id; empty where there is but one answer."""


def mark(interaction: Interaction, answer: Answer) -> Mark | None:
    """Return what an answer deserves; None for an essay, which a person marks, and for an opinion."""
    match interaction:
        case Choice(options=options, multiple=multiple):
            return _choice(options, _ids(answer), multiple=multiple)
        case Hotspot(areas=areas, multiple=multiple):
            return _choice([area.option for area in areas], _ids(answer), multiple=multiple)
        case TrueFalse(answer=right):
            return _true_false(_ids(answer), right=right)
        case Numeric() | TextEntry():
            return _typed(interaction, answer)
        case Match(stems=stems):
            given = _mapping(answer)
            return _shares({stem.id: given.get(stem.id) == stem.target for stem in stems})
        case Order(items=items):
            places = dict(enumerate(answer)) if isinstance(answer, tuple) else {}
            return _shares({item.id: places.get(place) == item.id for place, item in enumerate(items)})
        case Cloze(gaps=gaps):
            return _cloze(gaps, _mapping(answer))
        case ExtendedText() | Likert():
            return None
        case _:
            assert_never(interaction)


def comparable(text: str) -> str:
    """Return a short text as it is compared: what a learner does not see or mean makes no difference."""
    plain = _UNSEEN.sub("", normalize("NFC", text))
    plain = _DASHES.sub("-", _APOSTROPHES.sub("'", plain))
    return normalize("NFC", _BLANKS.sub(" ", plain).strip(" ").upper().lower())


def read_numbers(text: str, units: Iterable[str] = ()) -> tuple[Fraction, ...]:
    """Return each way to read a typed number: a mark is a decimal mark or parts thousands; nothing for no number."""
    typed = comparable(text)
    for unit in sorted(map(comparable, units), key=len, reverse=True):
        if unit and typed.endswith(unit):
            typed = typed.removesuffix(unit)
            break
    typed = typed.replace(" ", "").replace("'", "")
    readings = [typed.replace(",", ".")] if _DECIMAL.fullmatch(typed) else []
    for separator, pattern in zip(".,", _GROUPED, strict=True):
        if pattern.fullmatch(typed):
            readings.append(typed.replace(separator, "").replace(",", "."))
    return tuple(Fraction(Decimal(reading)) for reading in readings)


def _choice(options: Sequence[Option], chosen: frozenset[str], *, multiple: bool) -> Mark:
    right = {option.id for option in options if option.correct}
    parts = {option.id: option.correct for option in options if option.id in chosen}
    total = sum((Fraction(option.fraction) for option in options if option.id in parts), Fraction(0)) / 100
    exact = parts.keys() == right if multiple else bool(parts) and all(parts.values())
    if exact or total > 1 - _SLACK:
        total = Fraction(1)
    return Mark(fraction=max(total, Fraction(0)) if multiple else total, exact=exact, parts=parts)


def _true_false(chosen: frozenset[str], *, right: bool) -> Mark:
    exact = chosen == {"true" if right else "false"}
    return Mark(fraction=Fraction(exact), exact=exact, parts=dict.fromkeys(chosen, exact))


def _typed(interaction: Numeric | TextEntry, answer: object) -> Mark:
    typed = answer if isinstance(answer, str) else ""
    match interaction:
        case Numeric(value=value, tolerance=tolerance, units=units):
            readings = read_numbers(typed, (unit.text for unit in units))
            exact = any(abs(number - Fraction(value)) <= Fraction(tolerance) for number in readings)
        case TextEntry(accepted=accepted):
            exact = comparable(typed) in {comparable(run.text) for run in accepted}
        case _:
            assert_never(interaction)
    return Mark(fraction=Fraction(exact), exact=exact, parts={})


def _cloze(gaps: tuple[GapField, ...], given: Mapping[str, object]) -> Mark:
    marks = {gap.id: _gap(gap, given.get(gap.id)) for gap in gaps}
    total = sum((mark.fraction for mark in marks.values()), Fraction(0)) / max(1, len(marks))
    return Mark(
        fraction=total,
        exact=bool(marks) and all(mark.exact for mark in marks.values()),
        parts={id: mark.exact for id, mark in marks.items()},
    )


def _gap(gap: GapField, answer: object) -> Mark:
    if isinstance(gap.interaction, Choice):
        return _choice(gap.interaction.options, _ids(answer), multiple=gap.interaction.multiple)
    return _typed(gap.interaction, answer)


def _shares(parts: Mapping[str, bool]) -> Mark:
    return Mark(
        fraction=Fraction(sum(parts.values()), max(1, len(parts))),
        exact=bool(parts) and all(parts.values()),
        parts=parts,
    )


def _ids(answer: object) -> frozenset[str]:
    return answer if isinstance(answer, frozenset) else frozenset()


def _mapping(answer: object) -> Mapping[str, object]:
    return answer if isinstance(answer, Mapping) else {}
