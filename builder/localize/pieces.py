"""Translated texts cut into what can be told apart on both sides: whole texts, lines, sentences."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from builder.diagnostics import Severity
from builder.localize.catalogue import Key
from builder.localize.digest import digest
from builder.localize.markup import compare_markup
from builder.markdown.inlines import parse_inlines
from builder.records import dataclass
from builder.source import Span

_BREAK = "\\\n"
"""A hard line break of Markdown: where one line of a message ends."""
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_SENTENCES = re.compile(r"(?<=[.!?…:])((?:[\"'”’“‘»)\]]|\*\*|__|\*|_)*)\s+(?=[^\s\W]|[\"'“‘„«‚(\[*_{¿¡])")
_DIGITS = re.compile(r"\d+(?:[.,:  \u202f]\d+)*")
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its finished translation, as some catalogue has or had it."""

    key: Key
    translation: str
    gone: bool
    """Whether the lessons no longer have it as a text of its own."""

    @property
    def digest(self) -> str:
        """Return what stands for the pair in the ledger."""
        return digest(*self.key, self.translation)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text or part of one with its translation, and the pair that it was cut from."""

    flat: str
    """The English, on one line."""
    translation: str
    pair: Pair


def pieces_of(pair: Pair) -> Iterator[Piece]:
    """Yield the pair whole, then its lines and sentences as far as both sides have as many and they fit each other."""
    yield Piece(flatten(pair.key[1]), pair.translation, pair)
    if not pair.gone:
        return
    for cut in (lines_of, _sentences_of_lines):
        english, translated = cut(pair.key[1]), cut(pair.translation)
        if 1 < len(english) == len(translated) and all(map(_fit, english, translated)):
            yield from (
                Piece(flatten(one), other.strip(), pair) for one, other in zip(english, translated, strict=True)
            )


def lines_of(text: str) -> list[str]:
    """Return the lines and paragraphs of a message."""
    parts = (line for paragraph in _PARAGRAPHS.split(text) for line in paragraph.split(_BREAK))
    return [part.strip() for part in parts if part.strip()]


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a line: what ends with a full stop or its like before a capital, digit or mark."""
    sentences = []
    start = 0
    for match in _SENTENCES.finditer(text):
        following = text[match.end() :].lstrip("\"'“‘„«‚([*_{¿¡")
        if following[:1].islower():
            continue
        sentences.append(text[start : match.end(1)])
        start = match.end()
    return [sentence for sentence in (*sentences, text[start:]) if sentence.strip()]


def flatten(text: str) -> str:
    """Return a text on one line, with one blank where there was any space or break."""
    return " ".join(text.replace(_BREAK, " ").split())


def folded(text: str) -> str:
    """Return a flat text without what typesetting alone decides: curly quotes, long dashes, kinds of blanks."""
    return flatten(unicodedata.normalize("NFC", text).translate(_FOLDED).replace("…", "..."))


def _sentences_of_lines(text: str) -> list[str]:
    return [sentence for line in lines_of(text) for sentence in sentences_of(line)]


def _fit(english: str, translated: str) -> bool:
    """Return whether a part can be the translation of another one: markup whole and alike, the same figures."""
    if _figures(english) != _figures(translated):
        return False
    place = Span.at("")
    (before, faults), (after, others) = (parse_inlines(text, path="", line=1) for text in (english, translated))
    found: Iterable[object] = (
        finding
        for finding in (*faults, *others, *compare_markup(before, after, span=place, language="en"))
        if finding.severity is not Severity.INFO
    )
    return not any(found)


def _figures(text: str) -> list[str]:
    return sorted("".join(filter(str.isdigit, match)) for match in _DIGITS.findall(text))
