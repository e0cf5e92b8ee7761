"""The unit of translation: one block's inline text, with what a translator is told of it."""

from enum import StrEnum

from builder.content.inlines import Inlines
from builder.content.node import Node
from builder.languages.states import State
from builder.records import dataclass


class Kind(StrEnum):
    """What a phrase is for, in the words that the translator reads."""

    TITLE = "title"
    SUMMARY = "summary"
    AUDIENCE = "audience"
    EVENT = "event"
    VARIABLE = "variable"
    AIM = "aim"
    OUTCOME = "outcome"
    KEY_MESSAGE = "key message"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    CELL = "cell"
    TERM = "term"
    DEFINITION = "definition"
    ALTERNATIVE = "alt"
    CAPTION = "caption"
    LABEL = "label"
    ROLE = "role"
    OUTPUT = "output"
    DEBRIEF = "debrief"
    PROMPT = "prompt"
    OPTION = "option"
    FEEDBACK = "feedback"
    LEFT = "left"
    RIGHT = "right"
    ANSWER = "answer"
    UNIT = "unit"
    HINT = "hint"
    EXPLANATION = "explanation"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Node):
    """Text of one block in one language."""

    message: str
    """Raw inline Markdown as SYNTAX.md section 4 has it: soft breaks as spaces, no box, attributes, comments."""
    inlines: Inlines
    """The same, parsed. Plain text only for an alternative text and accepted answers."""
    kind: Kind
    place: str
    """The part of ``#:`` behind the ``#``: the nearest id above, ``q-first.a``, ``title`` …"""
    context: str | None = None
    """What ``i18n:context`` says; it becomes ``msgctxt``."""
    note: str | None = None
    """What ``i18n:`` says to the translator."""
    translatable: bool = True
    """False for nothing, for placeholders alone, and under ``i18n:skip``."""
    language: str = "en"
    """The language this text is in, as a BCP 47 tag; the source's where a translation is missing."""
    state: State = State.TRANSLATED


def plain(phrase: Phrase | None) -> str:
    """Return the message as typed, or an empty text for no phrase."""
    return phrase.message if phrase is not None else ""
