"""Words that no dictionary of the language knows."""

import re
from collections.abc import Iterator

from builder.diagnostics import Code, Diagnostic
from builder.localize.checks.subject import Subject
from builder.localize.spelling import Speller
from builder.localize.target_text import SPELLINGS

_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]{3,}(?![\w@/]|-\w)")
_SHOWN = 5


def check_spelling(subject: Subject, speller: Speller | None) -> Iterator[Diagnostic]:
    """Yield a finding for the words of a message that are not known; names and acronyms are left aside."""
    if speller is None or subject.kind in SPELLINGS:
        return
    english = subject.english.casefold()
    words = dict.fromkeys(found.group() for found in _WORD.finditer(subject.text) if found.group().islower())
    unknown = [word for word in words if not speller.knows(word) and word not in english]
    if unknown:
        more = f" and {len(unknown) - _SHOWN} more" if len(unknown) > _SHOWN else ""
        problem = f"no dictionary knows {', '.join(f'“{word}”' for word in unknown[:_SHOWN])}{more}"
        hint = f"mend the spelling, or write the word into locales/{subject.language.tag}/spelling.txt"
        yield subject.finding(Code.TRANSLATION_SPELLING, problem, hint)
