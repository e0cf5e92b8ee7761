"""Straight quotation marks and apostrophes in running text → those of the language."""

import re
from dataclasses import replace

from builder.languages.table import Language
from builder.output.text import Run, Runs

_QUOTED = re.compile(r"'[^\W\d_].*?[^\s']'(?!\w)", re.DOTALL)
"""A quotation has an end: the mark of ’tis or ’90s is an apostrophe."""
_OPENS_AFTER = frozenset(" \n\t\u00a0([{–—-/„“«‚‘")


def set_quotes(runs: Runs, language: Language) -> Runs:
    """Return the runs with typographic quotation marks; code is left as typed, apostrophes become ``’``."""
    before = " "
    result: list[Run] = []
    for run in runs:
        if run.code or not _has_straight(run.text):
            result.append(run)
        else:
            result.append(replace(run, text=_set(run.text, before, language)))
        before = run.text[-1:] or before
    return tuple(result)


def _has_straight(text: str) -> bool:
    return '"' in text or "'" in text


def _set(text: str, before: str, language: Language) -> str:
    outer_open, outer_close, inner_open, inner_close = language.quotes
    characters: list[str] = []
    ends: set[int] = set()
    for position, character in enumerate(text):
        opens = before in _OPENS_AFTER
        before = character
        if character == '"':
            character = outer_open if opens else outer_close
        elif character == "'":
            quoted = _QUOTED.match(text, position) if opens else None
            if quoted is not None:
                ends.add(quoted.end() - 1)
            character = inner_open if quoted is not None else inner_close if position in ends else "’"
        characters.append(character)
    return "".join(characters)
