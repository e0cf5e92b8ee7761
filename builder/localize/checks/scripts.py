"""Letters of two scripts that look alike: mixed in one word, or a whole word in the wrong script."""

import re
from collections.abc import Iterator

from builder.diagnostics import Code, Diagnostic
from builder.localize.checks.subject import Subject
from builder.localize.target_text import SPELLINGS

_WORD = re.compile(r"(?<!\d)[^\W\d_](?:[^\W\d_]|[\u00ad\u0300-\u036f])*(?!\d)")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
_PATTERNS = {"Latin": _LATIN, "Cyrillic": _CYRILLIC, "Greek": _GREEK}
_LOOKALIKE = frozenset("aceijopsxykmt")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*|\b[\w-]+(?:\.[a-z]{2,})+(?:/\S*)?")


def check_scripts(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each word that mixes scripts, and for each one in a script the language is not written in."""
    text, script = subject.text, subject.language.script
    if script not in ("Latin", "Cyrillic") or (text.isascii() and script == "Latin"):
        return
    if script == "Latin" and _CYRILLIC.search(text) is None and _GREEK.search(text) is None:
        return
    if script == "Cyrillic" and _LATIN.search(text) is None and _GREEK.search(text) is None:
        return
    bare = _ADDRESS.sub(" ", text)
    english = _EnglishWords(subject.english)
    for word in dict.fromkeys(_WORD.findall(bare)):
        scripts = [name for name, pattern in _PATTERNS.items() if pattern.search(word)]
        if len(scripts) > 1:
            yield _mixed(word, subject)
        elif scripts and scripts[0] != script and not english.has(word) and subject.kind not in SPELLINGS:
            yield _wrong(word, scripts[0], subject)


class _EnglishWords:
    """The words of the English text, which a translation may keep as they are: names, acronyms, titles."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def has(self, word: str) -> bool:
        """Return whether a word in another script may stand in the translation."""
        if self._words is None:
            self._words = frozenset(map(str.casefold, _WORD.findall(self._text)))
        if _ROMAN.match(word):
            return True
        if len(word) == 1 or (len(word) < 4 and word.islower() and _LOOKALIKE.issuperset(word)):
            article = "(?! [a-z])" if word in "AI" else ""
            named = word not in "ai" and re.search(rf"\b{word}\b{article}", self._text) is not None
            return named and (len(word) == 1 or word.isupper())
        return word.casefold() in self._words or word.isupper()


def _mixed(word: str, subject: Subject) -> Diagnostic:
    """Return a finding that names the odd letters by their place in the word."""
    places = {
        name: [number for number, letter in enumerate(word, 1) if pattern.match(letter)]
        for name, pattern in _PATTERNS.items()
    }
    own = max(places, key=lambda name: (len(places[name]), name == subject.language.script))
    odd = sorted((number, name) for name, numbers in places.items() if name != own for number in numbers)
    listed = ", ".join(f"letter {number} of “{word}” is the {name} {word[number - 1]}" for number, name in odd[:4])
    more = f" (and {len(odd) - 4} more)" if len(odd) > 4 else ""
    hint = f"type the word anew in {own} letters; letters that look alike are not found by a search"
    return subject.finding(Code.SCRIPT_MIXED, f"{listed}{more}; the others are {own}", hint)


def _wrong(word: str, script: str, subject: Subject) -> Diagnostic:
    position = next(number for number, letter in enumerate(word, 1) if _PATTERNS[script].match(letter))
    wanted = subject.language.script
    problem = f"letter {position} of “{word}” is the {script} {word[position - 1]}, as is the whole word; "
    problem += f"{subject.language.english} is written in {wanted} letters"
    hint = f"write it in {wanted} letters; a word in a third language stands as [{word}]{{lang=…}}"
    return subject.finding(Code.SCRIPT_WRONG, problem, hint)
