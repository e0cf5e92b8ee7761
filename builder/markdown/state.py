"""The inline parser's state, which also notes where each token begins."""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token


class PlacedState(StateInline):
    """A state whose tokens carry in ``map`` the position at which they begin."""

    def __init__(self, text: str, parser: MarkdownIt) -> None:
        super().__init__(text, parser, {}, [])
        self.pending_start = -1
        self.budget = 1000 + 4 * len(text)
        """Steps that looking for the ends of link labels may take in all: what keeps `[[[[[…` linear."""

    def append_pending(self, text: str) -> None:
        """Note where pending text begins."""
        if self.pending_start < 0:
            self.pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 (the library's name)
        """Return the token of the pending text."""
        token = super().pushPending()
        token.map = [self.pending_start, self.pos]
        self.pending_start = -1
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Return a new token."""
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        return token


def inline_tokens(text: str, parser: MarkdownIt) -> list[Token]:
    """Return the inline tokens of a text."""
    state = PlacedState(text, parser)
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens
