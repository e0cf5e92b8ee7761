"""Inline rules of ours: the name mark, variables, citations, gaps, foreign words; what replaces images and HTML."""

import re

from markdown_it.common.html_re import close_tag, open_tag
from markdown_it.rules_inline import StateInline

from builder.markdown.state import PlacedState

IDENTIFIER = r"[a-z][a-z0-9-]*"
_VARIABLE = re.compile(r"\{\{[ \t]*([a-z][a-z0-9_-]*)[ \t]*\}\}")
_GAP = re.compile(rf"\[\[({IDENTIFIER})\]\]")
_CITED = r"@[A-Za-z0-9][A-Za-z0-9_:.-]*(?:,[^\[\];@]*)?"
_CITATION = re.compile(rf"\[[ \t]*({_CITED}(?:;[ \t]*{_CITED})*)\]")
_ATTRIBUTES = re.compile(r"\{([a-z][a-z0-9-]*=[^{}\n]*)\}")
_HTML = re.compile(rf"(?:{open_tag}|{close_tag}|<!--|<[?]|<![A-Za-z]|<!\[CDATA\[)")


def name_mark(state: StateInline, silent: bool) -> bool:
    """Read ``{*}``."""
    if not state.src.startswith("{*}", state.pos, state.posMax):
        return False
    return _take(state, silent, "name_mark", "", state.pos + 3)


def variable(state: StateInline, silent: bool) -> bool:
    """Read ``{{ name }}``."""
    return _match(state, silent, "variable", "{", _VARIABLE)


def citation(state: StateInline, silent: bool) -> bool:
    """Read ``[@key, p. 7; @key]``."""
    return _match(state, silent, "citation", "[", _CITATION)


def gap(state: StateInline, silent: bool) -> bool:
    """Read ``[[gap]]``."""
    return _match(state, silent, "gap", "[", _GAP)


def foreign(state: StateInline, silent: bool) -> bool:
    """Read ``[words]{lang=de}``."""
    if state.src[state.pos] != "[":
        return False
    start, end = state.pos, state.posMax
    closing = label_end(state, start)
    if closing < 0:
        return False
    attributes = _ATTRIBUTES.match(state.src, closing + 1, end)
    if attributes is None:
        return False
    if not silent:
        state.pos, state.posMax = start + 1, closing
        token = state.push("foreign_open", "span", 1)
        token.content = attributes[1]
        state.md.inline.tokenize(state)
        state.push("foreign_close", "span", -1)
    state.pos, state.posMax = attributes.end(), end
    return True


def image(state: StateInline, silent: bool) -> bool:
    """Read a picture within a text; it is taken whole and reported, for a figure stands alone."""
    position = state.pos
    if not state.src.startswith("![", position, state.posMax):
        return False
    closing = label_end(state, position + 1)
    if closing < 0 or state.src[closing + 1 : closing + 2] != "(":
        return False
    return _take(state, silent, "inline_image", state.src[position + 2 : closing], closing + 1)


def raw_html(state: StateInline, silent: bool) -> bool:
    """Read a tag; it stays text and is reported."""
    if state.src[state.pos] != "<":
        return False
    return _match(state, silent, "raw_html", "<", _HTML, whole=True)


def label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803 (the library's name)
    """Return where the label that begins at ``[`` ends, or -1; like the library's, within the state's budget."""
    assert isinstance(state, PlacedState)
    before, level, found = state.pos, 1, -1
    state.pos = start + 1
    while state.pos < state.posMax and state.budget > 0:
        state.budget -= 1
        marker, position = state.src[state.pos], state.pos
        if marker == "]":
            level -= 1
            if level == 0:
                found = position
                break
        state.md.inline.skipToken(state)
        if marker == "[":
            if position == state.pos - 1:
                level += 1
            elif disableNested:
                break
    state.pos = before
    return found


def _match(
    state: StateInline, silent: bool, kind: str, first: str, pattern: re.Pattern[str], *, whole: bool = False
) -> bool:
    if state.src[state.pos] != first:
        return False
    found = pattern.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    return _take(state, silent, kind, found[0] if whole else found[1], found.end())


def _take(state: StateInline, silent: bool, kind: str, content: str, end: int) -> bool:
    if not silent:
        state.push(kind, "", 0).content = content
    state.pos = end
    return True
