"""Numbers: both sides are read in their language's way, so that ``1,234.50`` and ``1.234,50`` are the same."""

import re
from collections import Counter
from collections.abc import Iterator

from builder.content.phrase import Kind
from builder.diagnostics import Code, Diagnostic
from builder.localize.checks.subject import Subject

_TOKEN = re.compile(r"\d+(?:[.,:/\u00a0\u202f\u2009]\d+|[ ’']\d{3}(?!\d))*")
_DIGIT = re.compile(r"\d")
_DECADE = re.compile(r"\b(\d\d\d0)s\b")
"""May be written in words."""
_ROMAN = re.compile(r"\b[IVXLХ]{2,}\b")
_VALUES = {"I": 1, "V": 5, "X": 10, "Х": 10, "L": 50}
_MONTHS = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_MONTH_NUMBERS = {name: str(number) for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_WORDS = {
    **{word: str(number) for number, word in enumerate(_ONES.split())},
    **{word: str(10 * number) for number, word in enumerate(_TENS.split(), 2)},
    **{word: str(number) for number, word in enumerate(_ORDINALS.split(), 1)},
    **{"once": "1", "twice": "2", "half": "2", "dozen": "12", "hundred": "100", "thousand": "1000"},
}
_SMALL = 20
"""Numbers up to here are often written in words; one that is missing is no fault for itself."""


def check_numbers(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for numbers that the translation changed, lost or brought in."""
    if subject.kind is Kind.VARIABLE or not (_DIGIT.search(subject.english) or _DIGIT.search(subject.text)):
        return  # a variable, such as the number to call, may be another one here
    wanted = Counter(value for token in _TOKEN.findall(subject.english) for value in _english(token))
    said = _said(subject.english)
    lost, unexplained = wanted.copy(), []
    for token in _TOKEN.findall(subject.text):
        readings = _readings(token, subject.language.decimal)
        fitting = next((reading for reading in readings if Counter(reading) <= lost), None)
        fitting = fitting or next(
            (one for one in readings if all(value in said or value in wanted for value in one)), None
        )
        lost -= Counter(fitting or ())
        unexplained += [] if fitting else [token]
    elsewhere = {*_romans(subject.text), *_DECADE.findall(subject.english)}
    missing = [value for value in lost.elements() if value not in elsewhere]
    if not unexplained:
        missing = [value for value in missing if float(value) > _SMALL]
    if missing or unexplained:
        yield subject.finding(Code.TRANSLATION_NUMBER, _problem(missing, unexplained), _hint(subject))


def _problem(missing: list[str], unexplained: list[str]) -> str:
    parts = []
    if missing:
        parts.append(f"the English text has {', '.join(missing)}")
    parts.append(f"the translation has {', '.join(unexplained)}" if unexplained else "the translation has not")
    if not missing:
        parts.insert(0, "the English text has no such number")
    return "; ".join(parts)


def _hint(subject: Subject) -> str:
    return f"write the same number, in {subject.language.english} with a decimal “{subject.language.decimal}”"


def _english(token: str) -> tuple[str, ...]:
    return _readings(token, ".")[0]


def _readings(token: str, decimal: str) -> list[tuple[str, ...]]:
    """Return what a number may mean, the likeliest first: one number, or the parts of a date, a time, a fraction."""
    whole = _whole(token, decimal)
    parts = tuple(str(int(part)) for part in re.findall(r"\d+", token))
    readings: list[tuple[str, ...]] = [(whole,)] if whole is not None else []
    if len(parts) == 2 and decimal == "," and re.fullmatch(r"\d+\.\d{1,2}", token):
        readings.append((_fraction(*token.split(".")),))  # the number of a section or a version is no decimal
    return [*readings, parts] if (whole is None or len(parts) > 1) else readings


def _whole(token: str, decimal: str) -> str | None:
    """Return a number in plain form: no thousands marks, a point, no trailing noughts."""
    grouping = "," if decimal == "." else "."
    compact = re.sub(r"(?<=\d)[\u00a0\u202f\u2009 ’'" + re.escape(grouping) + r"](?=\d{3}(?!\d))", "", token)
    match = re.fullmatch(rf"(\d+)(?:{re.escape(decimal)}(\d+))?", compact)
    return _fraction(match[1], match[2] or "") if match is not None else None


def _fraction(whole: str, decimals: str) -> str:
    decimals = decimals.rstrip("0")
    return f"{int(whole)}.{decimals}" if decimals else str(int(whole))


def _said(english: str) -> set[str]:
    """Return the numbers that the English text says in words: *ten*, or a month that is a number in the date here."""
    said = {_WORDS[word] for word in re.findall(r"[a-z]+", english.lower()) if word in _WORDS}
    return {*said, *(_MONTH_NUMBERS[month] for month in _MONTHS.findall(english)), *_romans(english)}


def _romans(text: str) -> tuple[str, ...]:
    return tuple(str(_roman(found)) for found in _ROMAN.findall(text))


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
