"""Which English edits may be called harmless: none that touches a number, a "not", a "must", a name or a target.

What an edit changes is compared as words, never by its length: *public* and *pubic*, *adopt* and *adapt* look like
spelling. The lists hold what turns a rule round, and are on the strict side: a refused edit costs a translator a look.
"""

import re
from collections import Counter
from collections.abc import Iterator

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


def refusals(old: str, new: str) -> tuple[str, ...]:
    """Return why an English edit cannot be called harmless, in words; nothing where it can."""
    before, after = _words(old), _words(new)
    found = [
        *_changed("a number", _NUMBER.findall(old), _NUMBER.findall(new)),
        *_changed("a name or an acronym", _NAME.findall(old), _NAME.findall(new)),
        *_guarded(before, after),
        *_opposites(Counter(before), Counter(after)),
        *_markup(old, new),
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


def _markup(old: str, new: str) -> Iterator[str]:
    place = Span.at("")
    before, after = (parse_inlines(text, path="", line=1)[0] for text in (old, new))
    for finding in compare_markup(before, after, span=place, language="en"):
        yield "links, variables, citations or emphasis change: " + finding.message.replace(
            "the translation", "the new text"
        ).replace("source text", "earlier text")
