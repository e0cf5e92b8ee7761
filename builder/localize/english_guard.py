"""Which English edits may be called harmless: another spelling, mark or article; nothing that says more or less.

A harmless edit keeps every sentence and every word in its place, numbers and names, each "not" and "must", links and
emphasis included. A word may be spelt otherwise (*organise*, *organize*; *micro-grants*, *microgrants*), by one letter,
from seven letters on by two; never by a mere *s* at its end. An article or a pointing word (*the*, *this*, *it*) may
come, go or stand for another. What looks like spelling and turns a rule round is on lists: *public* and *pubic*,
*legal* and *illegal*. Whether *adopt* for *adapt* is a slip of the pen, the person who declares it answers for. All of
it is on the strict side: a refused edit costs a translator a look.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from builder.content.inlines import Inlines
from builder.localize.checks.subject import words_of
from builder.localize.markup import compare_markup
from builder.markdown.inlines import parse_inlines
from builder.source import Span

_GUARDED = {
    "negation": "not no nor never none nobody nothing nowhere neither cannot without unless except hardly rarely "
    "seldom barely scarcely instead avoid refuse deny",
    "a word of obligation or permission": "must may might can could shall should will would need needs needed ought "
    "have has had allow allows allowed permit permits permitted forbid forbids forbidden ban banned require requires "
    "required mandatory optional oblige obliged let lets",
    "a word that sets limits": "only just all every each any some both either or most more less least few fewer many "
    "much always often sometimes usually once twice again until till before after while during since if when whether "
    "than above below over under within outside inside first last next least up down",
    "a number": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion half third quarter double dozen percent per cent second fourth fifth",
    "a word whose opposite is near": "increase increases decrease decreases include includes exclude excludes high "
    "low higher lower begin end start stop open closed legal public private true false right wrong good bad safe "
    "guilty charged convicted suspected accused sentenced voluntary alleged",
}
_KINDS = {word: kind for kind, words in _GUARDED.items() for word in words.split()}
_CONTRACTIONS = re.compile(r"\b(\w+?)n['’]t\b")
_OPPOSITES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "re", "pre", "post", "anti", "counter", "a")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_NAME = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*\b")
_POINTING = frozenset(["a", "an", "the", "this", "that", "these", "those", "it", "so"])
"""Words that may come and go; which of them a text has, few languages can show."""
_SENTENCE_END = re.compile(r"(?:[.!?…][\"'”’)\]*_]*)+(?=\s|\Z)")
_LONG = 7
"""Letters of a word from which two of them may differ in its spellings; in a shorter one, one."""


def refusals(old: str, new: str) -> tuple[str, ...]:
    """Return why an English edit cannot be called harmless, in words; nothing where it can."""
    read, read_now = (parse_inlines(text, path="", line=1)[0] for text in (old, new))
    before, after = _words(words_of(read)), _words(words_of(read_now))
    found = [
        *_changed("a number", _NUMBER.findall(old), _NUMBER.findall(new)),
        *_changed("a name or an acronym", _NAME.findall(old), _NAME.findall(new)),
        *_guarded(_words(old), _words(new)),
        *_opposites(Counter(before), Counter(after)),
        *_markup(read, read_now),
        *_sentences(words_of(read), words_of(read_now)),
        *_rewritten(before, after),
    ]
    return tuple(dict.fromkeys(found))


def _words(text: str) -> list[str]:
    spelled = _CONTRACTIONS.sub(lambda match: f"{match[1]} not", text)
    return [word.lower().replace("’", "'") for word in _WORD.findall(spelled)]


def _changed(kind: str, before: list[str], after: list[str]) -> Iterator[str]:
    """Yield what is there on one side only, or in another order: *he must, she may* is not *he may, she must*."""
    old, new = Counter(before), Counter(after)
    differing = sorted((old - new) + (new - old))
    for word in differing:
        yield f"{kind} changes: “{word}”"
    if before != after and not differing:
        moved = next(one for one, other in zip(before, after, strict=True) if one != other)
        yield f"{kind} changes its place: “{moved}”"


def _guarded(before: list[str], after: list[str]) -> Iterator[str]:
    for kind in _GUARDED:
        old, new = ([word for word in words if _KINDS.get(word) == kind] for words in (before, after))
        yield from _changed(kind, old, new)


def _opposites(before: Counter[str], after: Counter[str]) -> Iterator[str]:
    """Yield pairs such as *legal* and *illegal*, of which each text has one."""
    lost, come = sorted(before - after), sorted(after - before)
    for word in lost:
        for other in come:
            short, long = sorted((word, other), key=len)
            if long != short and any(long == prefix + short for prefix in _OPPOSITES):
                yield f"a word turns into its opposite: “{word}”, “{other}”"


def _markup(before: Inlines, after: Inlines) -> Iterator[str]:
    for finding in compare_markup(before, after, span=Span.at(""), language="en"):
        yield "links, variables, citations or emphasis change: " + finding.message.replace(
            "the translation", "the new text"
        ).replace("source text", "earlier text")


def _sentences(old: str, new: str) -> Iterator[str]:
    """Yield where a sentence comes, goes or becomes a question."""
    before, after = (sum(bool(part.strip()) for part in _SENTENCE_END.split(text)) for text in (old, new))
    if before != after:
        yield f"the number of its sentences changes: {before} before, {after} now"
    elif old.count("?") != new.count("?"):
        yield "a question becomes a statement, or a statement a question"


def _rewritten(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Yield the words that are there on one side only, and are no spelling of one in the same place."""
    lost: list[str] = []
    come: list[str] = []
    for name, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if name != "equal":
            gone, new = _unlike(before[start:end], after[begin:stop])
            lost += gone
            come += new
    for word in dict.fromkeys((*lost, *come)):
        deed = "comes" if word not in lost else "goes" if word not in come else "changes its place"
        yield f"a word {deed}: “{word}”"


def _unlike(gone: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words of two runs that say something and that the other run does not have, in any spelling."""
    if "".join(gone).replace("'", "") == "".join(new).replace("'", ""):
        return [], []
    left, right = list(gone), list(new)
    for word in gone:
        spelt = next((other for other in right if _is_spelling(word, other)), None)
        if spelt is not None:
            left.remove(word)
            right.remove(spelt)
    # What the lists guard has a reason of its own.
    lost, come = ([word for word in words if word not in _POINTING and word not in _KINDS] for words in (left, right))
    return lost, come


def _is_spelling(one: str, other: str) -> bool:
    """Return whether two words may be one, as far as their letters tell."""
    bare, spelt = one.replace("'", ""), other.replace("'", "")
    if bare == spelt:
        return True
    short, long = sorted((bare, spelt), key=len)
    if short + "s" == long or (_is_known(bare) and _is_known(spelt)):
        return False
    from rapidfuzz.distance import OSA

    allowed = 2 if len(long) >= _LONG else 1
    return len(long) > 2 and OSA.distance(bare, spelt, score_cutoff=allowed) <= allowed


def _is_known(word: str) -> bool:
    return word in _POINTING or word in _KINDS
