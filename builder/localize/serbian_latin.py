"""A Serbian message in Cyrillic letters → in Latin letters, its markup, addresses and code as they were."""

import csv
import re
from collections.abc import Iterable, Mapping

from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.languages.serbian_latin import latin
from builder.localize.paths import language_of
from builder.localize.protected import around_protected
from builder.records import dataclass
from builder.source import SourceFile, Span

_SELF = (("(ћирилица)", "(latinica)"), ("(ћирилицом)", "(latinicom)"))
"""What a text says of its own script, in brackets behind the language's name."""
_COLUMNS = ("cyrillic", "latin", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceptions:
    """Words that Latin texts print otherwise than letter for letter: *Twitter* for *Твитер*."""

    words: Mapping[str, str]
    """By the Cyrillic words; a ``*`` at the end of both stands for any ending, which is kept."""


def read_exceptions(source: SourceFile) -> tuple[Exceptions, Diagnostics]:
    """Return the rows of ``exceptions.csv``, and a finding for each one that says nothing."""
    words: dict[str, str] = {}
    found: list[Diagnostic] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        cells = [cell.strip() for cell in next(csv.reader([line]), [])]
        if not any(cells) or tuple(cells[:2]) == _COLUMNS[:2]:
            continue
        problem = _problem(cells, words)
        if problem is None:
            words[cells[0]] = cells[1]
        else:
            hint = f"the columns are {', '.join(_COLUMNS)}; a * at the end of a word stands for any ending"
            span = Span.at(source.path, number)
            found.append(
                diagnose(Code.EXCEPTIONS_MALFORMED, problem, span, hint=hint, language=language_of(source.path))
            )
    return Exceptions(words=words), tuple(found)


NO_EXCEPTIONS = Exceptions(words={})


class Transliterator:
    """Puts Serbian messages into Latin letters; made once for many."""

    def __init__(self, exceptions: Exceptions = NO_EXCEPTIONS) -> None:
        self._words = {key.removesuffix("*"): value.removesuffix("*") for key, value in exceptions.words.items()}
        self._pattern = _pattern(exceptions.words)

    def __call__(self, text: str) -> str:
        """Return a message in Latin letters, composed (NFC); what is no Serbian word stays as it is."""
        if text.isascii():
            return text
        return around_protected(text, self._changed)

    def _changed(self, text: str) -> str:
        if self._pattern is not None:
            text = self._pattern.sub(self._exception, text)
        for cyrillic, instead in _SELF:
            text = text.replace(cyrillic, instead)
        return latin(text)

    def _exception(self, found: re.Match[str]) -> str:
        stem, ending = (found[1], found[2]) if found[1] is not None else (found[3], "")
        exact = self._words.get(stem)
        if exact is not None:
            return exact + ending
        small = self._words[stem[0].lower() + stem[1:]]
        return small[0].upper() + small[1:] + ending


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern for the words; one in small letters may begin a sentence."""
    stems = sorted({word.removesuffix("*") for word in words if word.endswith("*")}, key=len, reverse=True)
    whole = sorted({word for word in words if not word.endswith("*")}, key=len, reverse=True)
    if not stems and not whole:
        return None
    nothing = r"(?!)"
    starts = "|".join(map(_either_case, stems)) or nothing
    full = "|".join(map(_either_case, whole)) or nothing
    return re.compile(rf"\b(?:({starts})(\w*)|({full}))\b")


def _either_case(word: str) -> str:
    first = re.escape(word[0])
    return f"(?:{first}|{re.escape(word[0].upper())}){re.escape(word[1:])}"


def _problem(cells: list[str], words: Mapping[str, str]) -> str | None:
    if len(cells) > len(_COLUMNS):
        return f"a row has {len(_COLUMNS)} columns, this one has {len(cells)}; quote a text with commas"
    cyrillic, latin_words = (*cells, "")[:2]
    if not cyrillic.removesuffix("*") or not latin_words.removesuffix("*"):
        return "a row needs the Cyrillic words and what Latin texts print for them"
    if cyrillic.endswith("*") != latin_words.endswith("*"):
        return "a * stands at the end of both words or of none"
    return f"“{cyrillic}” stands here twice" if cyrillic in words else None
