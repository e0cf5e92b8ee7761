"""All rules over the catalogues of one language, and the waivers that translators wrote into them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from builder.content.phrase import Kind
from builder.diagnostics import Code, Diagnostic, Diagnostics, diagnose
from builder.diagnostics.quoted import quoted
from builder.languages.table import Language
from builder.localize.beside import is_undecided
from builder.localize.catalogue import Catalogue, Key, Message, active_by_key
from builder.localize.checks.ekavian import check_ekavian
from builder.localize.checks.numbers import check_numbers
from builder.localize.checks.quotes import check_quotes
from builder.localize.checks.scripts import check_scripts
from builder.localize.checks.spelling import check_spelling
from builder.localize.checks.subject import Subject, subject_of
from builder.localize.checks.terms import TermBase
from builder.localize.checks.words import (
    check_acronyms,
    check_doubled,
    check_ending,
    check_length,
    check_untranslated,
)
from builder.localize.spelling import Speller
from builder.localize.waivers import Waiver, is_waived, waivers_of
from builder.records import dataclass
from builder.source import Span

_RULES = (
    check_numbers,
    check_quotes,
    check_scripts,
    check_doubled,
    check_acronyms,
    check_untranslated,
    check_length,
    check_ending,
)
WAIVABLE = frozenset(
    {
        Code.TRANSLATION_EMPHASIS,
        Code.TRANSLATION_NUMBER,
        Code.TRANSLATION_QUOTES,
        Code.TRANSLATION_DOUBLED,
        Code.TRANSLATION_ACRONYM,
        Code.TRANSLATION_UNTRANSLATED,
        Code.TRANSLATION_LENGTH,
        Code.TRANSLATION_ENDING,
        Code.TRANSLATION_INCONSISTENT,
        Code.TRANSLATION_TERM,
        Code.TRANSLATION_SPELLING,
        Code.TRANSLATION_EKAVIAN,
        Code.TERM_FORBIDDEN,
        Code.SCRIPT_MIXED,
        Code.SCRIPT_WRONG,
    }
)
"""Findings that a translator may overrule; lost markup is none of them: without it the text cannot be shown."""
_UNSURE = frozenset({Code.TRANSLATION_SPELLING, Code.TRANSLATION_EKAVIAN, Code.TRANSLATION_TERM})
"""Findings that depend on the dictionaries of a machine: a waiver may be idle on one and needed on another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aids:
    """What rules know of a language beside its record."""

    terms: TermBase | None = None
    speller: Speller | None = None
    ijekavian: Speller | None = None
    """Dictionaries with ijekavian words only; ``speller`` knows ekavian ones too."""


def check_catalogues(
    catalogues: Iterable[Catalogue],
    *,
    language: Language,
    aids: Aids,
    kinds: Mapping[Key, Kind] | None = None,
) -> Diagnostics:
    """Return the findings of all rules over the translated messages of a language, but for those that are waived.

    ``kinds`` names what texts are for, where the lessons are known; messages that are not among them are left out.
    """
    seen: dict[Key, Subject] = {}
    found: list[Diagnostic] = []
    for catalogue in catalogues:
        for message in active_by_key(catalogue).values():
            if kinds is not None and message.key not in kinds:
                continue
            if is_undecided(message):
                found.append(_undecided(message, catalogue.path, language))
            if not message.translated:
                continue
            kind = kinds[message.key] if kinds is not None else None
            subject = subject_of(message, path=catalogue.path, language=language, kind=kind)
            found += _check_message(subject, aids, seen)
    return tuple(found)


def _undecided(message: Message, path: str, language: Language) -> Diagnostic:
    """Return the finding for a text that an import or a merge left beside the one in use."""
    problem = "another text stands beside this translation, as a comment `also:`; no review counts until one is chosen"
    hint = "choose one of the two, or a better one, as msgstr, and delete the lines `# also:`"
    span = Span.at(path, message.line or 1)
    return diagnose(Code.TRANSLATION_UNDECIDED, problem, span, hint=hint, language=language.tag)


def _check_message(subject: Subject, aids: Aids, seen: dict[Key, Subject]) -> Iterator[Diagnostic]:
    message = subject.message
    if message.fuzzy:  # it waits to be revised; only what would spoil the text in use is told
        yield from (finding for finding in check_scripts(subject) if not is_waived(message, finding.code))
        return
    found = [*subject.markup, *chain.from_iterable(rule(subject) for rule in _RULES)]
    if aids.terms is not None:
        found += aids.terms.check(subject)
    found += check_spelling(subject, aids.speller)
    found += check_ekavian(subject, aids.ijekavian, aids.speller)
    found += _check_repeated(subject, seen)
    waivers = waivers_of(message)
    if not waivers:
        yield from found
        return
    waived = {waiver.code for waiver in waivers if waiver.reason}
    yield from (one for one in found if one.code not in WAIVABLE or one.code.value not in waived)
    codes = {one.code.value for one in found}
    yield from chain.from_iterable(_check_waiver(waiver, codes, subject) for waiver in waivers)


def _check_repeated(subject: Subject, seen: dict[Key, Subject]) -> Iterator[Diagnostic]:
    """Yield a finding for an English text that was translated otherwise before."""
    message = subject.message
    first = seen.setdefault(message.key, subject)
    if first is not subject and _said(first.message) != _said(message):
        place = f"{first.span.path}:{first.span.line}"
        problem = f"the same English text is {quoted(first.message.msgstr[0])} in {place}"
        hint = "use one translation in both places; an author can tell them apart with i18n:context"
        yield subject.finding(Code.TRANSLATION_INCONSISTENT, problem, hint)


def _said(message: Message) -> tuple[str, ...]:
    return tuple(" ".join(form.split()) for form in message.msgstr)


def _check_waiver(waiver: Waiver, codes: set[str], subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for a waiver that gives no reason, or that nothing is found for."""
    allowed = {code.value for code in WAIVABLE}
    if waiver.code not in allowed:
        problem = f"`{waiver.code}` is no finding that can be waived"
        hint = f"those that can are: {', '.join(sorted(allowed))}"
    elif not waiver.reason:
        problem, hint = f"the waiver of {waiver.code} gives no reason", f"write # ignore: {waiver.code} and why"
    elif waiver.code not in codes and Code(waiver.code) not in _UNSURE:
        problem, hint = f"there is no {waiver.code} here to be waived", "take the comment out"
    else:
        return
    span = Span.at(subject.span.path, subject.span.line)
    yield diagnose(Code.WAIVER_UNFOUNDED, problem, span, hint=hint, language=subject.language.tag)
