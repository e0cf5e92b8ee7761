"""``terms.csv``: the words that a language's translators have agreed on."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

from builder.content.node import Node
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.localize.paths import language_of
from builder.records import dataclass
from builder.source import SourceFile, Span

TermUse = Literal["preferred", "admitted", "forbidden"]
TermStatus = Literal["approved", "needs native check"]
_USES: tuple[TermUse, ...] = get_args(TermUse)
_STATUSES: tuple[TermStatus, ...] = get_args(TermStatus)
_ASKS = re.compile(r"\bnative\b.*\b(?:check|confirm)|needs? (?:a )?native", re.IGNORECASE)
"""A note that leaves the term to be looked at, in files without the last column."""
_LETTERS = 2
"""Of a term's beginning, by which terms are looked up."""
_COLUMNS = ("term", "use", "form", "other_forms", "note", "status")
"""The last may be left out; a term's status is then what its note says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Node):
    """One row: a form of one term, and whether to use it."""

    term: str
    """A glossary id, or the English words."""
    use: TermUse
    form: str
    other_forms: tuple[str, ...]
    """Inflected forms, for checks."""
    note: str
    status: TermStatus = "approved"
    """Whether a native speaker of the field stands behind it."""


def read_terms(source: SourceFile) -> tuple[tuple[Term, ...], Diagnostics]:
    """Return the rows, and a finding for each one that says nothing."""
    terms: list[Term] = []
    found: list[Diagnostic] = []
    reader = csv.reader(f"{line}\n" for line in source.text.split("\n"))
    for number, row in _rows(reader):
        cells = [cell.strip() for cell in row] + [""] * (len(_COLUMNS) - len(row))
        problem = _problem(cells)
        if problem is None:
            terms.append(_term(cells, Span.at(source.path, number)))
        elif cells[:3] != list(_COLUMNS[:3]):
            hint = f"the columns are {', '.join(_COLUMNS)}; several other forms are set apart by |"
            span = Span.at(source.path, number)
            found.append(diagnose(Code.TERMS_MALFORMED, problem, span, hint=hint, language=language_of(source.path)))
    return tuple(terms), tuple(found)


class TermFinder:
    """Finds agreed terms in English texts; built once for many texts."""

    def __init__(self, terms: Iterable[Term], english: Mapping[str, str]) -> None:
        self._lines = _lines(terms, english)
        groups = _by_beginning(sorted(self._lines, key=lambda words: (-len(words), words)))
        self._words = [words for listed in groups.values() for words in listed]
        self._pattern = re.compile(rf"\b(?:{'|'.join(_alternatives(*group) for group in groups.items())})\b")

    def lines(self, text: str) -> tuple[str, ...]:
        """Return ``term: wound = рана`` for each agreed term of a text, in the order they occur."""
        if not self._words:
            return ()
        matches = self._pattern.finditer(text.lower())
        return tuple(dict.fromkeys(self._lines[self._words[(match.lastindex or 1) - 1]] for match in matches))


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line where it begins: a cell may hold line feeds."""
    begins = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            row = [str(error)]
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = getattr(reader, "line_num", begins) + 1


def _problem(cells: list[str]) -> str | None:
    if len(cells) > len(_COLUMNS):
        return f"a row has {len(_COLUMNS)} columns, this one has {len(cells)}; quote a text with commas"
    term, use, form = cells[:3]
    if not term or not form:
        return "a row needs a term and its form in this language"
    if use not in _USES:
        return f"{use!r} is not a use; write {', '.join(_USES)}"
    status = cells[5]
    return None if status in ("", *_STATUSES) else f"{status!r} is not a status; write {', '.join(_STATUSES)}"


def _term(cells: list[str], span: Span) -> Term:
    term, use, form, others, note, status = cells
    forms = tuple(other.strip() for other in others.split("|") if other.strip())
    return Term(
        term=term, use=_use(use), form=form, other_forms=forms, note=note, status=_status(status, note), span=span
    )


def _status(text: str, note: str) -> TermStatus:
    said = next((status for status in _STATUSES if status == text), None)
    return said or ("needs native check" if _ASKS.search(note) else "approved")


def _use(text: str) -> TermUse:
    return next(use for use in _USES if use == text)


def _lines(terms: Iterable[Term], english: Mapping[str, str]) -> dict[str, str]:
    """Return the line of each term by its English words; admitted forms only where none is preferred."""
    forms: dict[str, dict[TermUse, list[str]]] = {}
    for term in terms:
        words = english.get(term.term, term.term).lower()
        forms.setdefault(words, {}).setdefault(term.use, []).append(term.form)
    approved = {words: uses.get("preferred") or uses.get("admitted") or [] for words, uses in forms.items()}
    return {words: f"term: {words} = {' / '.join(listed)}" for words, listed in approved.items() if listed}


def _by_beginning(longest_first: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first two letters, so that most places of a text are passed over; short words last."""
    groups: dict[str, list[str]] = {}
    short: list[str] = []
    for words in longest_first:
        if len(words) > _LETTERS + 1:
            groups.setdefault(words[:_LETTERS], []).append(words)
        else:
            short.append(words)
    return groups | ({"": short} if short else {})


def _alternatives(beginning: str, listed: Iterable[str]) -> str:
    """Return a pattern for words that begin alike, a group for each."""
    start = re.escape(beginning)
    return f"{start}(?:{'|'.join(f'({_inflected(words)[len(start) :]})' for words in listed)})"


def _inflected(words: str) -> str:
    """Return a pattern for the words, singular or plural."""
    if words.endswith("y"):
        return re.escape(words[:-1]) + "(?:y|ies)"
    return re.escape(words) + "(?:e?s)?"
