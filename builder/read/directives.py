"""What ``<!-- i18n: … -->`` tells translators and the extraction."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from builder.content.phrase import Phrase
from builder.content.walk import rewrite
from builder.records import dataclass

NodeT = TypeVar("NodeT")
_DIRECTIVE = re.compile(r"i18n:(?:(context|skip)(?::|\s|$))?\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Directive:
    """A note, a context, or that a text is not to be translated."""

    note: str | None = None
    context: str | None = None
    skip: bool = False

    def __bool__(self) -> bool:
        return self.skip or self.note is not None or self.context is not None


def read_directive(comments: Iterable[str]) -> Directive:
    """Return what comments say to translators; comments of other kinds say nothing."""
    directive = Directive()
    for comment in comments:
        found = _DIRECTIVE.fullmatch(comment)
        if found is None:
            continue
        match found[1]:
            case "skip":
                directive = replace(directive, skip=True)
            case "context":
                directive = replace(directive, context=found[2] or None)
            case _:
                note = found[2] if directive.note is None else f"{directive.note}\n{found[2]}"
                directive = replace(directive, note=note or None)
    return directive


def directed(phrase: Phrase, directive: Directive) -> Phrase:
    """Return the phrase with what a directive says; what stands nearer to it holds."""
    return replace(
        phrase,
        note=phrase.note if phrase.note is not None else directive.note,
        context=phrase.context if phrase.context is not None else directive.context,
        translatable=phrase.translatable and not directive.skip,
    )


def direct(node: NodeT, directive: Directive | None) -> NodeT:
    """Return the node with a directive applied to all its phrases."""
    if not directive:
        return node
    return rewrite(node, Phrase, lambda phrase: directed(phrase, directive))
