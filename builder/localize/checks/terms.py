"""Agreed terms: used where the English text has them, in any inflected form; those to avoid are avoided."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from builder.diagnostics import Code, Diagnostic
from builder.localize.checks.subject import Subject
from builder.localize.spelling import Speller
from builder.localize.terms import Term
from builder.records import dataclass

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_ANY = "*"
_AMBIGUOUS = 4
"""Letters; shorter English words, such as *ties*, mean other things too, and count only where the text links them."""
_SHORT = 2
"""Words; a term of so many is used whole."""
_CONTENT = 4
"""Letters; shorter words are seldom what makes a term."""
_QUOTED = re.compile(r"[„«“\"‚][^„«“”»\"‘]{1,60}[“”»\"‘]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Concept:
    """What a language says for one English term, and what it does not."""

    english: str
    shown: str
    """The preferred form, for the hint; empty where there is none."""
    forms: tuple[tuple[str, ...], ...]
    """Each form that may be used, in small letters, word by word."""
    avoid: tuple[str, ...]
    """Each form that is to be avoided, in small letters."""
    hint: str
    """What to do where one of these stands."""


class TermBase:
    """The terms of one language, ready to be looked for in many messages.

    A form to avoid is one where the English text names its term, since a text may well speak of a label; the term
    ``*`` stands for every text.
    """

    def __init__(self, terms: Iterable[Term], english: Mapping[str, str], speller: Speller | None = None) -> None:
        self._speller = speller
        self._by_id = _concepts(terms, english)
        self._everywhere = [self._by_id.pop(_ANY)] if _ANY in self._by_id else []
        self._by_word: dict[str, list[tuple[tuple[str, ...], _Concept]]] = {}
        for concept in self._by_id.values():
            words = tuple(map(_singular, _WORD.findall(concept.english)))
            if len(concept.english) > _AMBIGUOUS:
                self._by_word.setdefault(words[0] if words else "", []).append((words, concept))

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Yield a finding for each agreed term that is not used, and for each form that is to be avoided."""
        found = self._found(subject)
        words = tuple(word.casefold() for word in _WORD.findall(subject.text)) if found else ()
        for concept, named in found.items():
            if concept.forms and not self._is_used(concept, words, named=named, text=subject.text):
                problem = f"the agreed term for “{concept.english}” is not used"
                hint = f"write {concept.shown}, in the form that the sentence needs"
                yield subject.finding(Code.TRANSLATION_TERM, problem, hint)
        avoid = {form: agreed for agreed in (*found, *self._everywhere) for form in agreed.avoid}
        yield from _avoided(subject, avoid) if avoid else ()

    def _found(self, subject: Subject) -> dict[_Concept, bool]:
        """Return the concepts of the English text, each with whether it names them in full or only links to them."""
        found = {self._by_id[id_]: False for id_ in sorted(subject.terms) if id_ in self._by_id}
        words = tuple(map(_singular, _WORD.findall(subject.english.lower())))
        if self._by_word.keys().isdisjoint(words):
            return found
        for position, word in enumerate(words):
            for wanted, concept in self._by_word.get(word, ()):
                if words[position : position + len(wanted)] == wanted:
                    found[concept] = True
        return found

    def _is_used(self, concept: _Concept, words: tuple[str, ...], *, named: bool, text: str) -> bool:
        """Return whether a text uses an agreed form, inflected or not; a title that stays in English does as well.

        A long form may be shortened to half of its words, and to one where the English text shortens the term too.
        """
        if concept.english in text.lower():
            return True
        for form in concept.forms:
            needed = 1 if not named else len(form) if len(form) <= _SHORT else (len(form) + 1) // 2
            if sum(any(self._is_form(word, wanted) for word in words) for wanted in form) >= needed:
                return True
        return False

    def _is_form(self, word: str, wanted: str) -> bool:
        if word == wanted:
            return True
        same = next((at for at, (one, other) in enumerate(zip(word, wanted, strict=False)) if one != other), None)
        common = min(len(word), len(wanted)) if same is None else same
        if common >= max(3, len(wanted) - 3) and common >= 0.6 * len(word):
            return True
        if self._speller is None or not common:
            return False
        return not self._speller.stems(word).isdisjoint(self._speller.stems(wanted))


def _avoided(subject: Subject, avoid: Mapping[str, _Concept]) -> Iterator[Diagnostic]:
    """Yield a finding for each form to avoid; a label in quotation marks is spoken of, not used."""
    said = _QUOTED.sub(" ", subject.text).casefold()
    for form, concept in avoid.items():
        if form in said and re.search(rf"\b{re.escape(form)}\b", said) is not None:
            hint = concept.hint or "find words that describe instead of labelling"
            yield subject.finding(Code.TERM_FORBIDDEN, f"“{form}” is a term to avoid", hint)


def _concepts(terms: Iterable[Term], english: Mapping[str, str]) -> dict[str, _Concept]:
    rows: dict[str, list[Term]] = {}
    for term in terms:
        rows.setdefault(term.term, []).append(term)
    return {id_: _concept(english.get(id_, id_).lower(), listed) for id_, listed in rows.items()}


def _concept(english: str, rows: list[Term]) -> _Concept:
    agreed = sorted((row for row in rows if row.use != "forbidden"), key=lambda row: row.use != "preferred")
    avoid = [row for row in rows if row.use == "forbidden"]
    shown = " / ".join(dict.fromkeys(row.form for row in agreed if row.use == agreed[0].use))
    notes = dict.fromkeys(row.note for row in avoid if row.note)
    return _Concept(
        english=english,
        shown=shown,
        forms=tuple(dict.fromkeys(_content(form) for row in agreed for form in _alternatives(row))),
        avoid=tuple(dict.fromkeys(form.casefold() for row in avoid for form in _alternatives(row))),
        hint="; ".join((*((f"write {shown}",) if shown else ()), *notes)),
    )


def _alternatives(term: Term) -> Iterator[str]:
    """Yield the forms of a row; ``masculine / feminine`` are two."""
    yield from re.split(r"\s+/\s+", term.form)
    yield from term.other_forms


def _content(form: str) -> tuple[str, ...]:
    """Return the words that make a term, in small letters, without what stands in brackets."""
    words = [word.casefold() for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", form))]
    return tuple(word for word in words if len(word) >= _CONTENT) or tuple(words)


@cache
def _singular(word: str) -> str:
    """Return an English word without its plural ending, roughly; both sides go through it."""
    word = word.lower().removesuffix("’s").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
