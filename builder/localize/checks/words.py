"""Words as they stand: doubled ones, acronyms, what was left in English, how long it all is, how it ends."""

import re
from collections.abc import Iterator
from operator import eq

from builder.diagnostics import Code, Diagnostic
from builder.localize.checks.subject import HOLE, Subject
from builder.localize.target_text import SPELLINGS

_DOUBLED = re.compile(r"\b([^\W\d_]+)[ \u00a0]+\1\b", re.IGNORECASE)
_NO_MARKS = str.maketrans(dict.fromkeys('.,;:!?()[]„“”«»‚‘’"', " "))
_MAY_DOUBLE = {
    "sq": frozenset({"të", "së", "e", "i"}),
    "mk": frozenset({"му", "им", "ѝ", "си"}),
    "sr-Cyrl": frozenset({"да"}),
    "bs": frozenset({"da"}),
    "cnr": frozenset({"da"}),
}
"""Small words that grammar may put side by side: *mënyra e të të nxënit*, *вујко му му помага*, *rekao je da da*."""
_OFFICIAL = frozenset({"OSBE"})
"""Official acronyms of our languages that look like a slip in the English one."""
_ACRONYM = re.compile(r"\b(?=[^\W_]*[A-Z][^\W_]*[A-Z])[A-Z][A-Z0-9]+\b")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9]")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_COMMON_WORDS = (
    "the of and to in is are was were for with not you your that this they their them it its on at by or from be "
    "been have has had do does did can could may must should will would what which who how when where why a an as "
    "if but"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_SHARED = frozenset({"min", "max", "sec", "tel", "vol", "vs"})
"""Short forms that languages in Latin letters have in common: *video, 3 min* is no English."""
_RUN = 4
"""So many English words in a row, one of them a common word, are a piece that was left behind."""
_ENDS = {"؟": "?", "؛": ";", "。": ".", "！": "!", "？": "?", "：": ":", "।": ".", "…": "…", "۔": "."}
_WRAPPERS = "*_“”„«»‹›\"'’‘‚)]" + HOLE


def check_doubled(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for a word that stands twice in a row, unless the English text does the same."""
    words = subject.text.lower().translate(_NO_MARKS).split()
    if not any(map(eq, words, words[1:])):
        return
    may = _MAY_DOUBLE.get(subject.language.tag, frozenset())
    found = next((one for one in _DOUBLED.finditer(subject.text) if one[1].lower() not in may), None)
    if found is not None and _DOUBLED.search(subject.english) is None:
        problem = f"“{found[1]}” stands twice in a row"
        yield subject.finding(Code.TRANSLATION_DOUBLED, problem, "take one away")


def check_acronyms(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for an acronym that came out with other letters; one in the language's own letters is none."""
    if _CAPITALS.search(subject.english) is None:
        return
    english = dict.fromkeys(_ACRONYM.findall(subject.english))
    translated = dict.fromkeys(_ACRONYM.findall(subject.text))
    missing = [one for one in english if one not in translated and one not in subject.text]
    known = {*english, *_OFFICIAL}
    for other in translated:
        near = next((one for one in missing if _is_slip(one, other)), None) if other not in known else None
        if near is not None:
            problem = f"the English text has {near}, the translation {other}"
            hint = "copy the acronym letter by letter, or use the one that the language has for it"
            yield subject.finding(Code.TRANSLATION_ACRONYM, problem, hint)


def _is_slip(one: str, other: str) -> bool:
    """Return whether two acronyms differ as a slip of the hand makes them: letters swapped, lost, added or changed."""
    if sorted(one) == sorted(other):
        return True
    from rapidfuzz.distance import OSA

    return min(len(one), len(other)) > 2 and OSA.distance(one, other, score_cutoff=1) <= 1


def check_untranslated(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for a text, or a piece of one, that was left in English."""
    if subject.kind in SPELLINGS:
        return
    words = _WORD.findall(subject.text)
    if not words:
        return
    if " ".join(subject.text.split()) == " ".join(subject.english.split()):
        if _says_something(words, subject):
            problem, hint = "the translation is the English text", "translate it, or write why it stays as it is"
            yield subject.finding(
                Code.TRANSLATION_UNTRANSLATED, problem, f"{hint}: # ignore: translation-untranslated …"
            )
        return
    left = _left_behind(words, subject.english)
    if left is not None:
        problem = f"“{left}” was left in English"
        hint = "translate it; a title that stays gets its language: [words]{lang=en}"
        yield subject.finding(Code.TRANSLATION_UNTRANSLATED, problem, hint)


def _says_something(words: list[str], subject: Subject) -> bool:
    """Return whether an equal text can only be English: not a name or an acronym, which stay as they are.

    A language in Latin letters shares single words with English (*trauma*, *video*), names and addresses: there it
    takes a common word, or a small one of four letters, beside another word.
    """
    small = [word for word in words if not word.isupper() and len(word) > 2]
    if subject.language.script != "Latin":
        return any(word.islower() for word in small) or len(small) == len(words) == 1
    parts = (part.strip(_WRAPPERS + ".,;:!?…([") for part in subject.text.replace("-", " ").split())
    said = [word for word in parts if _WORD.fullmatch(word) and word not in _SHARED]
    telling = any(word.lower() in _COMMON or (word.islower() and len(word) > 3) for word in said)
    return telling and len(said) > 1


def _left_behind(words: list[str], english: str) -> str | None:
    """Return a run of English words; in a title, which may stay, they have capitals."""
    text = f" {' '.join(_WORD.findall(english))} "
    for start in range(len(words) - _RUN + 1):
        run = words[start : start + _RUN]
        if not _COMMON.isdisjoint(run) and all(map(str.islower, run[1:])) and f" {' '.join(run)} " in text:
            return " ".join(run)
    return None


def check_length(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for a translation that is far longer than languages need, or says far less."""
    if subject.kind in SPELLINGS:
        return
    before, after = len(subject.english), len(subject.text)
    if after > _longest(before):
        problem = f"the translation has {after} characters, the English text {before}"
        hint = "is something in it twice, or explained? a slide has little room"
        yield subject.finding(Code.TRANSLATION_LENGTH, problem, hint)
    elif before >= 60 and after < 0.4 * before:
        problem = f"the translation has {after} characters only, the English text {before}"
        yield subject.finding(Code.TRANSLATION_LENGTH, problem, "is a sentence missing?")


def _longest(before: int) -> float:
    return 1.75 * before + 30


def check_ending(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the mark at the end of the English text is lost or another one."""
    if subject.kind in SPELLINGS:
        return
    before, after = _ending(subject.english), _ending(subject.text)
    if before and before != after:
        problem = f"the English text ends with “{before}”, the translation " + (
            f"with “{after}”" if after else "without it"
        )
        hint = f"end the translation with “{before}” too"
        yield subject.finding(Code.TRANSLATION_ENDING, problem, hint)


def _ending(text: str) -> str:
    """Return the mark that ends a text, quotation marks and brackets behind it left aside."""
    bare = text.rstrip()
    while bare and bare[-1] in _WRAPPERS:
        bare = bare[:-1].rstrip()
    if bare.endswith("..."):
        return "…"
    last = _ENDS.get(bare[-1:], bare[-1:])
    return last if last and last in ".?!:;…" else ""
